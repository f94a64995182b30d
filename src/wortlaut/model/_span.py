"""Places in an article's text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[begin, end)` of an article's text.

    Both ends count Unicode code points from the start of `Article.text`, so that
    `article.text[span.begin:span.end]` are the exact characters meant.

    Raises `ValueError` when the stretch is empty, reversed or begins before the text.
    """

    begin: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.begin < self.end:
            raise ValueError(f"not a span: begin {self.begin}, end {self.end}")

    def __len__(self) -> int:
        return self.end - self.begin

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.begin : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.begin <= other.begin and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.begin < other.end and other.begin < self.end


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same characters as ordered spans that neither overlap nor touch."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.begin <= result[-1].end:
            result[-1] = Span(result[-1].begin, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)
