"""The words around a statement, cut where quotation, speaker and cue begin and end."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from wortlaut.model import Article, Span, Statement

_AROUND = 240
"""Code points of the article that are shown before and behind, up to the paragraph's end."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of an article, all of one sort."""

    text: str
    sort: str
    """`quote`, `speaker`, `cue`, or empty for the words around."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of an article around one statement."""

    pieces: tuple[Piece, ...]
    begins: bool
    """Whether its first words begin a paragraph."""
    ends: bool
    """Whether its last words end one."""


def passage(article: Article, statement: Statement) -> Passage:
    """The statement with what stands around it; its pieces joined are the article's words."""
    marked = {
        "cue": statement.cue,
        "speaker": statement.speaker,
        "quote": statement.quote,
    }
    spans = [span for each in marked.values() for span in each]
    first, last = min(each.begin for each in spans), max(each.end for each in spans)
    low = article.text.rfind("\n", 0, first) + 1
    high = article.text.find("\n", last)
    high = len(article.text) if high < 0 else high
    begin = _word_begin(article.text, max(low, first - _AROUND), low)
    end = _word_end(article.text, min(high, last + _AROUND), high)
    edges = {begin, end, *(edge for each in spans for edge in (each.begin, each.end))}
    cuts = sorted(edges)
    pieces = tuple(Piece(article.text[a:b], _sort(marked, a)) for a, b in pairwise(cuts))
    return Passage(pieces, begin == low, end == high)


def _sort(marked: dict[str, tuple[Span, ...]], place: int) -> str:
    """What the character at a place is; the quotation wins over who said it."""
    found = ""
    for sort, spans in marked.items():
        if any(span.begin <= place < span.end for span in spans):
            found = sort
    return found


def _word_begin(text: str, place: int, low: int) -> int:
    while place > low and not text[place - 1].isspace():
        place -= 1
    return place


def _word_end(text: str, place: int, high: int) -> int:
    while place < high and not text[place].isspace():
        place += 1
    return place
