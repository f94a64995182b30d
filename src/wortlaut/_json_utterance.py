"""An utterance as JSON: all wordings, held against the fullest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wortlaut._json_found import found_to_dict
from wortlaut.model import Span

if TYPE_CHECKING:
    from wortlaut.record import Piece, Utterance, Wording


def utterance_to_dict(utterance: Utterance) -> dict[str, Any]:
    """Its number, its wordings in order of time, and its sources.

    Spans count code points of a wording's quotation, the pieces of which are joined by ` … `.
    """
    return {
        "id": utterance.number,
        "drifts": utterance.drifts,
        "wordings": [_wording(each) for each in utterance.wordings],
        "sources": [
            {
                "id": each.number,
                "statements": list(each.statements),
                "outlets": list(each.outlets),
            }
            for each in utterance.sources
        ],
    }


def _wording(wording: Wording) -> dict[str, Any]:
    comparison = wording.comparison
    return {
        "found": found_to_dict(wording.found),
        "quote": wording.found.quote,
        "earliest": wording.earliest,
        "fullest": wording.fullest,
        "translation": wording.translation,
        "drifts": wording.drifts,
        "source": wording.source,
        "relation": comparison.relation.value if comparison else None,
        "shared": round(comparison.shared, 4) if comparison else None,
        "pieces": [_piece(each) for each in wording.pieces],
    }


def _piece(piece: Piece) -> dict[str, Any]:
    return {
        "change": piece.change.value,
        "words": piece.words,
        "fullest_words": piece.fullest_words,
        "span": _offsets(piece.span),
        "fullest_span": _offsets(piece.fullest_span),
        "drift": piece.drift,
    }


def _offsets(span: Span | None) -> list[int] | None:
    return None if span is None else [span.begin, span.end]
