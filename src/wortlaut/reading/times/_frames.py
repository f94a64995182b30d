"""The words around a statement's cue in which the time of saying may stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from wortlaut.model import Article, Span, Statement, merged

_SENTENCE_BEGIN = re.compile(r"(?<!\d)[.!?][“”«\")]*\s+|(?<=\d{4})\.\s+|\n")
_SENTENCE_END = re.compile(r"(?<!\d)[.!?](?=[“”«\")]*(?:\s|$))|(?<=\d{4})\.(?=\s|$)|\n")
_SHORTENED = re.compile(r"(?:\b(?:Dr|Prof|St|Mr|Mrs|Ms|Gen|Sen|Rep|Gov|Nr|bzw|ca|z|B|u|a|[A-Z]))$")
_COLON = re.compile(r":\s*[\"“„«»]?$")
_REACH = 500
"""A sentence is followed no further than so many characters from its cue."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the time of a saying is looked for."""

    spans: tuple[Span, ...]
    """The frame and what of its sentence stands outside the quoted words."""
    anchors: tuple[Span, ...]
    """The cue, or else the frame or the speaker: what the time has to be near to."""
    speakers: tuple[Span, ...] = ()

    def holds(self, span: Span) -> bool:
        """Whether `span` stands wholly in the frame."""
        return any(piece.contains(span) for piece in self.spans)

    def distance(self, span: Span) -> int:
        """Characters between `span` and the nearest anchor."""
        return min(
            max(anchor.begin - span.end, span.begin - anchor.end, 0) for anchor in self.anchors
        )


def frame_of(
    article: Article, statement: Statement, quotes: Sequence[Span], limits: Sequence[Span]
) -> Frame | None:
    """The frame of a statement; None where no words announce it.

    `quotes` are the quoted words of all statements: the frame's sentence ends where some
    begin, as what another says has a time of its own. `limits` are the paragraphs.
    """
    anchors = _beside_the_quote(article.text, statement)
    if not anchors:
        return None
    paragraph_of = {anchor: _holding(limits, anchor, article) for anchor in anchors}
    spans = list(statement.frame)
    for anchor in anchors:
        blocked = [quote for quote in quotes if not quote.overlaps(anchor)]
        around = [quote for quote in quotes if quote.contains(anchor)]
        spans.append(_sentence(article.text, anchor, blocked, around, paragraph_of[anchor]))
    return Frame(merged(spans), anchors, statement.speaker)


def lead_in_of(article: Article, statement: Statement, limits: Sequence[Span]) -> Frame | None:
    """What stands before a quotation in its own sentence up to a colon; None without one.

    *Am Montag ruderte sie zurück: „Das war falsch“, schrieb sie*: its cue stands behind.
    """
    begin = statement.quote[0].begin
    colon = _COLON.search(article.text, max(0, begin - 4), begin)
    if colon is None:
        return None
    anchor = Span(colon.start(), colon.start() + 1)
    lead_in = _sentence(article.text, anchor, [], [], _holding(limits, anchor, article))
    if lead_in.begin == anchor.begin:
        return None
    return Frame((Span(lead_in.begin, anchor.begin),), (anchor,), statement.speaker)


def _beside_the_quote(text: str, statement: Statement) -> tuple[Span, ...]:
    """The cue, without what a sentence parts from the quotation where not all of it is parted.

    The reader may hold the verb of the sentence before for a piece of the cue.
    """
    anchors = statement.cue or statement.frame or statement.speaker
    if len(anchors) < 2:
        return anchors
    near = tuple(
        anchor
        for anchor in anchors
        if any(
            quote.overlaps(anchor) or _SENTENCE_BEGIN.search(text, *_gap(quote, anchor)) is None
            for quote in statement.quote
        )
    )
    return near or anchors


def _gap(one: Span, other: Span) -> tuple[int, int]:
    return (one.end, other.begin) if one.end <= other.begin else (other.end, one.begin)


def _holding(paragraphs: Sequence[Span], anchor: Span, article: Article) -> Span:
    number = bisect_right(paragraphs, anchor.begin, key=lambda paragraph: paragraph.begin)
    if number and paragraphs[number - 1].overlaps(anchor):
        return paragraphs[number - 1]
    return Span(0, len(article.text))


def _sentence(
    text: str, anchor: Span, blocked: Sequence[Span], around: Sequence[Span], paragraph: Span
) -> Span:
    """The sentence of `anchor`, no further than the nearest quoted words on either side."""
    lowest = max(
        [paragraph.begin, anchor.begin - _REACH]
        + [quote.end for quote in blocked if quote.end <= anchor.begin]
        + [quote.begin for quote in around]
    )
    highest = min(
        [paragraph.end, anchor.end + _REACH]
        + [quote.begin for quote in blocked if quote.begin >= anchor.end]
        + [quote.end for quote in around]
    )
    begin, end = max(lowest, 0), max(min(highest, len(text)), anchor.end)
    for match in _SENTENCE_BEGIN.finditer(text, begin, anchor.begin):
        if not _SHORTENED.search(text, max(begin, match.start() - 5), match.start()):
            begin = match.end()
    for match in _SENTENCE_END.finditer(text, anchor.end, end):
        if not _SHORTENED.search(text, anchor.end, match.start()):
            end = match.start()
            break
    return Span(min(begin, anchor.begin), max(end, anchor.end))
