"""The record: statements of many articles, kept and found again."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType

from wortlaut._exceptions import RecordError
from wortlaut.model import Article
from wortlaut.record._adding import Added, add_rows
from wortlaut.record._address import record_url
from wortlaut.record._connections import Database, must_exist
from wortlaut.record._dictionaries import Dictionaries
from wortlaut.record._migrating import open_at_newest
from wortlaut.record._reading_back import KeptArticle, kept_article, kept_versions
from wortlaut.record._rows import ArticleRows, rows_of

_GROUP = 64
"""Articles that go in together."""
_LINGER = 0.5
"""Seconds after which an article waits for no others."""


class Record:
    """A record at a path or URL, open for adding and looking up.

    Statements are never altered or lost by adding: the same article again changes nothing,
    and a changed text makes a new version beside the old one. Safe to share between threads;
    several processes may use one record at once.
    """

    def __init__(self, place: str | os.PathLike[str], *, create: bool = True) -> None:
        """Open the record at `place`: a file, `sqlite:///FILE` or `postgresql://...`.

        A missing one is made if `create`; one of an older version is brought up to date, on
        SQLite after a copy has been put beside it.

        Raises `RecordError` where there is none, or it cannot be used.
        """
        url = record_url(place)
        if not create:
            must_exist(url)
        self._database = Database(url)
        self._dictionaries = Dictionaries()
        open_at_newest(self._database)

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Record({self.name!r})"

    @property
    def name(self) -> str:
        """The record's path, or its address without a password."""
        return self._database.name

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def add(self, article: Article) -> Added:
        """Put an article with its statements on record; when this returns, it is on the disk.

        An article is the same as one on record if it has the same canonical URL (scheme,
        tracking parameters and fragment aside), or, without a URL, the same words.

        Raises `RecordError`; the record is then as it was before.
        """
        return self._write([rows_of(article)])[0]

    def add_many(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Added]]:
        """Put many articles on record; each is given back once it is on the disk.

        Several go in together, each wholly or not at all, in their order; an article waits
        for others at most until the next one comes after half a second.

        Raises `RecordError`; what has been given back by then is kept.
        """
        waiting: list[tuple[Article, ArticleRows]] = []
        since = time.monotonic()
        for article in articles:
            if not waiting:
                since = time.monotonic()
            waiting.append((article, rows_of(article)))
            if len(waiting) == _GROUP or time.monotonic() - since > _LINGER:
                yield from self._write_together(waiting)
                waiting = []
        yield from self._write_together(waiting)

    def article(self, url: str, version: int | None = None) -> KeptArticle | None:
        """The article with this address (or `text:HASH`) as it was put on record.

        `version` counts its texts from 1; the current one is given without it. None where
        the record has no such article.
        """
        with self._database.reading() as connection:
            return kept_article(connection, url, version)

    def versions(self, url: str) -> tuple[KeptArticle, ...]:
        """Every version of the article with this address, in order of time."""
        with self._database.reading() as connection:
            return kept_versions(connection, url)

    def _write_together(
        self, waiting: Sequence[tuple[Article, ArticleRows]]
    ) -> Iterator[tuple[Article, Added]]:
        if not waiting:
            return
        try:
            outcomes = self._write([rows for _, rows in waiting])
        except RecordError:
            # One of them, or the disk: those before it can still go in.
            for article, rows in waiting:
                yield article, self._write([rows])[0]
            return
        yield from zip((article for article, _ in waiting), outcomes, strict=True)

    def _write(self, group: Sequence[ArticleRows]) -> list[Added]:
        try:
            with self._database.writing() as connection:
                return add_rows(connection, self._dictionaries, group)
        except BaseException:
            self._dictionaries.forget()
            raise
