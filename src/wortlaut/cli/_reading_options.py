"""How articles are to be read: options that several commands have."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wortlaut.model import Article

if TYPE_CHECKING:
    from wortlaut.reading import Reader

PublishedOption = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help="The day of publication of articles that give none; dates such as 'on Friday' "
        "are reckoned from it.",
        show_default=False,
    ),
]
WordListsOption = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER",
        help="Your own places, cue verbs and occasions beside those of the package: files of "
        "the same names and form.",
        show_default=False,
    ),
]
ThreadsOption = Annotated[
    int | None,
    typer.Option(
        min=1, metavar="NUMBER", help="Articles that are read at the same time; 1 by default."
    ),
]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a person asked for the articles to be read."""

    published: date | None = None
    """The day of publication of articles that give none."""
    word_lists: Path | None = None
    threads: int = 1

    @classmethod
    def asked(
        cls,
        published: datetime | None = None,
        word_lists: Path | None = None,
        threads: int | None = None,
    ) -> Reading:
        """From the options as they were given."""
        return cls(published.date() if published else None, word_lists, threads or 1)

    def reader(self) -> Reader:
        """A reader that reads so; it loads the model."""
        from wortlaut.reading import Reader  # noqa: PLC0415 - pulls in the model's runtime

        return Reader(threads=self.threads, word_lists=self.word_lists)

    def dated(self, article: Article) -> Article:
        """The article, with the day of publication where it has none of its own."""
        if article.published is None and self.published is not None:
            return replace(article, published=self.published)
        return article
