"""Sentences of a text: from one mark that ends a sentence to the next.

Only what stages after the network need: a bound for "in the same sentence". A mark inside
quotation marks ends a sentence too; the closing marks belong to it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from wortlaut.model import Span

_END = re.compile(r"[.!?…]+[\"“”’‘»«)\]]*(?=\s+[^\sa-zäöüß]|\s*$)|\n\s*\n")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(„\"“»])(?:(?:[A-ZÄÖÜ]\.)*[A-ZÄÖÜ]|Dr|Prof|Hr|Fr|St|Nr|Mio|Mrd|Tsd|bzw|ca|evtl|geb|gest|inkl|"
    r"max|min|sog|usw|vgl|zzt|etc|Abs|Art|Bd|Mr|Mrs|Ms|Jr|Sr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Rev|Hon|Pres|vs|No|"
    r"Inc|Corp|Co|Ltd|Jan|Feb|Aug|Sept|Okt|Oct|Nov|Dez|Dec|[a-z](?:\.\s?[a-z])*)$"
)
_ORDINAL = re.compile(r"(?:^|[\s(])\d{1,2}$")
_AFTER_ORDINAL = re.compile(
    r"\s+(?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Jahrhundert|Etage|Stock|Lebensjahr|"
    r"Mal|Platz|Geburtstag|Bezirk|Juli|Wahlperiode|Legislaturperiode|Jahrestag|Spieltag|[a-zäöü])"
)


def sentences_of(text: str, paragraphs: Iterable[Span]) -> list[Span]:
    """The sentences of each paragraph, in order, without the white space around them."""
    sentences: list[Span] = []
    for paragraph in paragraphs:
        begin = paragraph.begin
        for match in _END.finditer(text, paragraph.begin, paragraph.end):
            if match[0].startswith(".") and not _ends(text, begin, match):
                continue
            _add(sentences, text, begin, match.end())
            begin = match.end()
        _add(sentences, text, begin, paragraph.end)
    return sentences


def sentence_at(sentences: Sequence[Span], offset: int) -> Span | None:
    """The sentence that a code point stands in; None where it stands in none."""
    index = bisect_right(sentences, offset, key=lambda sentence: sentence.begin) - 1
    return sentences[index] if index >= 0 and offset < sentences[index].end else None


def _ends(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether a full stop ends its sentence, and not an abbreviation or a number."""
    if len(stop[0]) > 1:
        return True
    before = text[max(begin, stop.start() - 12) : stop.start()]
    if _ABBREVIATION.search(before):
        return False
    return not (_ORDINAL.search(before) and _AFTER_ORDINAL.match(text, stop.end()))


def _add(sentences: list[Span], text: str, begin: int, end: int) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        sentences.append(Span(begin, end))
