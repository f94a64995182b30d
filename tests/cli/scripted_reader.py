"""A reader that finds by pattern, so that the command line can be tested without a model.

Run as a program it is the `wortlaut` command with this reader.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace

from wortlaut import Article, Medium, QuotationType, Span, Statement
from wortlaut.cli import main

_PATTERNS = {
    QuotationType.DIRECT: (re.compile("„[^“]*“"), 0.9),
    QuotationType.INDIRECT: (re.compile(r"dass [^.]*"), 0.6),
    QuotationType.REPORTED: (re.compile(r"(?<=forderte )[^.]*"), 0.3),
}
_SPEAKER = re.compile(r"(sagte|erklärte|forderte) ([A-Z]\w+)")
SLOW = "langsam"
"""An article with this word takes a minute."""


class ScriptedReader:
    """Stands in for `wortlaut.reading.Reader`."""

    def __init__(
        self, model: object = None, *, threads: int = 1, word_lists: object = None
    ) -> None:
        self.threads = threads

    def read(self, article: Article) -> Article:
        """The article with everything that a pattern finds."""
        if SLOW in article.text:
            time.sleep(60)
        speaker = _SPEAKER.search(article.text)
        found = sorted(
            (Span(match.start(), match.end()), kind, confidence)
            for kind, (pattern, confidence) in _PATTERNS.items()
            for match in pattern.finditer(article.text)
        )
        statements = tuple(
            Statement(
                id=number,
                type=kind,
                medium=Medium.SPEECH,
                quote=(span,),
                confidence=confidence,
                speaker=(Span(*speaker.span(2)),) if speaker else (),
                cue=(Span(*speaker.span(1)),) if speaker else (),
            )
            for number, (span, kind, confidence) in enumerate(found, start=1)
        )
        return replace(article, statements=statements)

    def read_many(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Each article as it comes."""
        yield from map(self.read, articles)


if __name__ == "__main__":
    import wortlaut.reading

    wortlaut.reading.Reader = ScriptedReader  # type: ignore[misc,assignment]
    main()
