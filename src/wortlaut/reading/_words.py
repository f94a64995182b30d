"""Words and where they stand: the unit in which the reader decides.

A word is a run of letters and digits (with hyphens and apostrophes inside it) or one other
visible character. Combining marks belong to the letter before them. Words carry the
offsets of the article's text, so that whatever is decided about them needs no mapping back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wortlaut.model import Span

_LETTER = r"[^\W_][\u0300-\u036f\u200d\ufe0f]*"
_WORD = re.compile(
    rf"\d+(?:[.,:]\d+)*(?:{_LETTER})*|(?:{_LETTER})+(?:[-‐‑'’](?:{_LETTER})+)*|[^\s\u200b\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some paragraphs, in order; four lists of equal length."""

    begins: list[int]
    """Offset of the first code point of each word in the article's text."""
    ends: list[int]
    """Offset after the last code point."""
    spaced: list[bool]
    """Whether white space or the paragraph's start precedes the word."""
    paragraphs: list[int]
    """The number of the word's paragraph."""

    def __len__(self) -> int:
        return len(self.begins)

    def slice(self, begin: int, end: int) -> Words:
        """The words from index `begin` up to `end`."""
        return Words(
            self.begins[begin:end],
            self.ends[begin:end],
            self.spaced[begin:end],
            self.paragraphs[begin:end],
        )


def split_words(text: str, paragraphs: Iterable[Span]) -> Words:
    """The words of `text` that stand in `paragraphs`."""
    begins: list[int] = []
    ends: list[int] = []
    spaced: list[bool] = []
    numbers: list[int] = []
    for number, paragraph in enumerate(paragraphs):
        last = -1
        for match in _WORD.finditer(text, paragraph.begin, paragraph.end):
            begin, end = match.span()
            begins.append(begin)
            ends.append(end)
            spaced.append(begin != last)
            numbers.append(number)
            last = end
    return Words(begins, ends, spaced, numbers)
