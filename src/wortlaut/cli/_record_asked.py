"""Which record a command is about, and what adding, exporting and importing ask of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol

import typer

if TYPE_CHECKING:
    from wortlaut._exceptions import SourceError
    from wortlaut.exchange import Correction
    from wortlaut.model import Article
    from wortlaut.record import Added, Filters, KeptArticle

RecordOption = Annotated[
    str | None,
    typer.Option(
        "--record",
        envvar="WORTLAUT_RECORD",
        metavar="FILE|URL",
        help="The record: a file, or the address of a PostgreSQL database "
        "(postgresql://USER@HOST/NAME). Without it, a file among your user data.",
        show_default=False,
    ),
]


def record_place(option: str | None) -> str:
    """Where the record is: as told, or the file in the user's data directory."""
    if option:
        return option
    from platformdirs import user_data_path  # noqa: PLC0415 - not for --help

    return str(Path(user_data_path("wortlaut", appauthor=False), "record.sqlite"))


class FailedSource(Protocol):
    """A source that could not be read, kept aside."""

    @property
    def source(self) -> str:
        """As `SourceError.source`, files with their whole path."""

    @property
    def problem(self) -> str:
        """What is wrong with it."""

    @property
    def advice(self) -> str:
        """What to do next."""

    @property
    def last_failed_at(self) -> datetime:
        """In UTC."""

    @property
    def attempts(self) -> int:
        """How often it was tried."""


class AskedRecord(Protocol):
    """The record as these commands use it; `wortlaut.record.Record` is one."""

    @property
    def name(self) -> str:
        """For people."""

    def close(self) -> None:
        """Let go of the database."""

    def add_many(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Added]]:
        """Put many articles on record."""

    def holds(self, article: Article) -> bool:
        """Whether this very text of this article is on record, so that it need not be read."""

    def keep_failed(self, error: SourceError) -> None:
        """Put a source that failed aside; one that failed before counts one attempt more."""

    def failed(self) -> Iterator[FailedSource]:
        """The sources that failed, the last one first."""

    def forget_failed(self, sources: Iterable[str]) -> int:
        """Forget that these sources failed; how many of them had."""

    def articles(self, filters: Filters | None = None, words: str = "") -> Iterator[Article]:
        """The current articles, each with those of its statements that are found.

        An article comes once. Without filters and words all come, those without statements
        too; else only those of which something is found.
        """

    def versions(self, url: str) -> tuple[KeptArticle, ...]:
        """Every version of the article with this address or `text:HASH`, oldest first."""

    def with_text(self, text: str) -> tuple[KeptArticle, ...]:
        """Every version of any article that has this text."""

    def correct(self, kept: KeptArticle, corrections: Sequence[Correction]) -> None:
        """Store corrections of a version's statements, marked as a person's: all or none."""
