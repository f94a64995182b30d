"""Text to tokens as time expressions need them: dates and clock times stay in one piece."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wortlaut.model import Span

_TOKEN = re.compile(
    r"\d{4}-\d\d-\d\d(?!\d)"
    r"|\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4}|\d\d)?(?!\d)"
    r"|\d{4}/\d\d(?:\d\d)?(?!\d)"
    # *03/25/2022*: only where one number can be no month.
    r"|(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])/\d{4}(?![\d/])"
    r"|(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/\d{4}(?![\d/])"
    r"|\d+(?:[.,:]\d+)*[^\W\d_]*(?:-[^\W\d_]+)*"
    # *Ex-Landesrat* holds a time of its own.
    r"|Ex(?=-[A-ZÄÖÜ])"
    r"|[^\W\d_]+(?:(?:-|[’'](?!s\b))[^\W\d_]+)*"
    r"|\S"
)

PARAGRAPH_END = "\n"
"""Stands between the paragraphs as a token of its own, which no rule reaches across."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of some paragraphs in order: their words and where each stands."""

    words: list[str]
    begins: list[int]
    """Offset of the first code point of each token in the article's text."""

    def span(self, first: int, after: int) -> Span:
        """The characters from the token `first` up to, not with, the token `after`."""
        return Span(self.begins[first], self.begins[after - 1] + len(self.words[after - 1]))


def tokens_of(text: str, paragraphs: Iterable[Span]) -> Tokens:
    """The tokens of `text` that stand in `paragraphs`, a `PARAGRAPH_END` after each."""
    words: list[str] = []
    begins: list[int] = []
    for paragraph in paragraphs:
        for match in _TOKEN.finditer(text, paragraph.begin, paragraph.end):
            words.append(match.group())
            begins.append(match.start())
        words.append(PARAGRAPH_END)
        begins.append(paragraph.end)
    return Tokens(words, begins)
