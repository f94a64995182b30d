"""A news page as the reader takes it."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from wortlaut.model._located import Located
from wortlaut.model._span import Span
from wortlaut.model._statement import Statement


@dataclass(frozen=True, slots=True)
class Article:
    """One page: a frozen text, what is known about it, and what is said in it.

    All spans count Unicode code points of `text`. A field that the page does not give is
    None or empty.
    """

    text: str
    """The text as it was found; offsets of every field index it."""
    source: str = ""
    """Where it was read from: a path, a URL, `-`; with `:3` for the third line of a file."""
    language: str | None = None
    """ISO 639-1 code, as given by the page or recognised from the text."""
    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    published: date | datetime | None = None
    """When the page was published; a datetime where the page gives a time of day."""
    agency: Located | None = None
    """The news agency or outlet that the dateline names: *(dpa)*."""
    place: Located | None = None
    """The place that the dateline names: *BERLIN (dpa) -*."""
    paragraphs: tuple[Span, ...] = ()
    """The paragraphs of the article's body, without datelines and furniture, in order."""
    furniture: tuple[Span, ...] = ()
    """What the page carries beside its article: forms, links, notices, credits."""
    warnings: tuple[str, ...] = ()
    """What a person should know before relying on this reading."""
    statements: tuple[Statement, ...] = ()

    def words(self, spans: Span | Iterable[Span]) -> str:
        """The characters that `spans` cover; pieces are joined by ` … `."""
        if isinstance(spans, Span):
            return spans.of(self.text)
        return " … ".join(span.of(self.text) for span in spans)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """The line and column of a code point, both counted from 1, as editors do."""
        begins = _line_begins(self.text)
        line = bisect_right(begins, offset)
        return line, offset - begins[line - 1] + 1


@lru_cache(maxsize=1)
def _line_begins(text: str) -> Sequence[int]:
    """Where each line begins; remembered, as one article is asked for many places."""
    return array("q", (0, *(match.end() for match in re.finditer("\n", text))))
