"""Quotations over words made into statements over characters."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from wortlaut.model import QuotationType, Span, Statement, merged
from wortlaut.reading._decoding import Pieces
from wortlaut.reading._model_files import Tuning
from wortlaut.reading._quotations import Quotation
from wortlaut.reading._words import Words

# No opening mark within: on text with many of them, looking on to the end takes too long.
_VERBATIM = re.compile(
    r"„[^„“”\"]*[“”\"]|“[^“”]*”|»[^«»]*«|«[^«»]*»|\"[^\"]+\"|‘[^‘’]{3,}’|‚[^‚‘’]*[‘’]"
)
_SEEN = re.compile(r"[^\s\u200b\ufeff]")


def make_statements(
    text: str, words: Words, quotations: Sequence[Quotation], tuning: Tuning, after: int
) -> list[Statement]:
    """Statements numbered from `after + 1`, in order of the text."""
    whole = [(_spans(text, words, q.pieces), q) for q in quotations]
    whole.sort(key=lambda pair: (pair[0][0].begin, -pair[0][-1].end, pair[1].level))
    outer: list[tuple[int, tuple[Span, ...]]] = []
    parents: list[int | None] = []
    for number, (spans, quotation) in enumerate(whole, after + 1):
        parent = None
        if quotation.level:
            holders = [n for n, pieces in outer if any(p.contains(spans[0]) for p in pieces)]
            parent = holders[-1] if holders else None
        else:
            outer.append((number, spans))
        parents.append(parent)
    direct = {
        parent
        for parent, (_, quotation) in zip(parents, whole, strict=True)
        if parent is not None and quotation.type is QuotationType.DIRECT
    }
    return [
        Statement(
            id=number,
            type=quotation.type,
            medium=quotation.medium,
            quote=spans,
            confidence=_confidence(quotation, tuning),
            speaker=_spans(text, words, quotation.roles.speaker),
            cue=_spans(text, words, quotation.roles.cue),
            frame=_spans(text, words, quotation.roles.frame),
            addressee=_spans(text, words, quotation.roles.addressee),
            nested_in=parent,
            mixed=quotation.type is not QuotationType.DIRECT
            and (number in direct or any(_VERBATIM.search(s.of(text)) for s in spans)),
        )
        for number, ((spans, quotation), parent) in enumerate(
            zip(whole, parents, strict=True), after + 1
        )
    ]


def _spans(text: str, words: Words, pieces: Pieces) -> tuple[Span, ...]:
    return merged(
        Span(words.begins[begin], words.ends[end - 1])
        for piece in pieces
        for begin, end in _unbroken(text, words, piece)
    )


def _unbroken(text: str, words: Words, piece: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The piece, parted where furniture stands between two of its paragraphs."""
    begin, end = piece
    if words.paragraphs[begin] != words.paragraphs[end - 1]:
        for i in range(begin + 1, end):
            new = words.paragraphs[i] != words.paragraphs[i - 1]
            if new and _SEEN.search(text, words.ends[i - 1], words.begins[i]):
                yield begin, i
                begin = i
    yield begin, end


def _confidence(quotation: Quotation, tuning: Tuning) -> float:
    of_worth, of_certainty, constant = tuning.confidence
    certainty = min(max(quotation.certainty, 1e-4), 1 - 1e-4)
    logit = (
        of_worth * quotation.worth + of_certainty * math.log(certainty / (1 - certainty)) + constant
    )
    return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, logit)))), 4)
