"""The record: statements of many articles, kept and found again."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Any

from wortlaut._exceptions import RecordError, SourceError
from wortlaut.exchange import exported, frame
from wortlaut.model import Article
from wortlaut.record._adding import Added, add_rows
from wortlaut.record._backup import back_up, restore
from wortlaut.record._carrying import carry_over
from wortlaut.record._checking import check
from wortlaut.record._failed import FailedSource, failed, forget_failed, keep_failed
from wortlaut.record._feeds import FeedRead, keep_feed
from wortlaut.record._filters import Filters
from wortlaut.record._human_decisions import HumanDecisions
from wortlaut.record._identity import identity
from wortlaut.record._jobs import Jobs
from wortlaut.record._page_questions import PageQuestions
from wortlaut.record._rows import ArticleRows, rows_of
from wortlaut.record._statement_questions import StatementQuestions
from wortlaut.record._wordings import with_wordings

_GROUP = 256
"""Articles that go in together."""
_LINGER = 0.5
"""Seconds after which an article waits for no others."""

_Waiting = Sequence[tuple[Article, ArticleRows]]
_Outcomes = Iterable[tuple[Article, Added]]


class Record(StatementQuestions, PageQuestions, HumanDecisions):
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
        super().__init__(place, create=create)
        self._left_behind = 0
        self._jobs = Jobs(self._database.reading, self._noting)

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def left_behind(self) -> int:
        """Corrections that could not be carried over to new versions since the record was opened.

        Their words are not in the new text; they stay in the old version.
        """
        return self._left_behind

    @property
    def jobs(self) -> Jobs:
        """What is to be added in the background, and how far that is."""
        return self._jobs

    def add(self, article: Article) -> Added:
        """Put an article with its statements on record; when this returns, it is on the disk.

        An article is the same as one on record if it has the same canonical URL (scheme,
        tracking parameters and fragment aside), or, without a URL, the same words.

        Raises `RecordError`; the record is then as it was before.
        """
        return self._write(with_wordings([rows_of(article)]))[0]

    def add_many(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Added]]:
        """Put many articles on record; each is given back once it is on the disk.

        Several go in together, each wholly or not at all, in their order; an article waits
        for others at most until the next one comes after half a second.

        Raises `RecordError`; what has been given back by then is kept.
        """
        with ThreadPoolExecutor(1, "wortlaut-record") as writer:
            writing: Future[_Outcomes] | None = None
            for group in _groups(articles):
                # While one group is written, the next one is made ready.
                if writing is not None:
                    yield from writing.result()
                writing = writer.submit(self._write_together, group)
            if writing is not None:
                yield from writing.result()

    def export(
        self, form: str, *, filters: Filters | None = None, words: str = ""
    ) -> Iterator[bytes]:
        """What `articles` gives, in a format of `wortlaut.exchange.FORMATS`, piece by piece.

        Memory does not grow with the number of articles.

        Raises `ExchangeError` where there is no such format, or what it needs is missing.
        """
        return exported(self.articles(filters, words), form, key=identity)

    def to_frame(self, filters: Filters | None = None, words: str = "") -> Any:
        """The statements that `articles` gives as a table: one row each, all in memory.

        A `pandas.DataFrame` where pandas is installed, else a `pyarrow.Table`; both have the
        columns of `wortlaut.exchange.COLUMNS`.

        Raises `ExchangeError` where neither is installed.
        """
        return frame(self.articles(filters, words), identity)

    def keep_feed(self, read: FeedRead) -> None:
        """Put down that a feed has just been read: address, title, entries, damage."""
        with self._writing() as connection:
            keep_feed(connection, read)

    def keep_failed(self, error: SourceError) -> None:
        """Put a source that failed aside; one that failed before counts one attempt more."""
        with self._writing() as connection:
            keep_failed(connection, error)

    def failed(self) -> tuple[FailedSource, ...]:
        """The sources that failed, the last one first."""
        with self._database.reading() as connection:
            return tuple(failed(connection))

    def forget_failed(self, sources: Iterable[str]) -> int:
        """Forget that these sources failed; returns how many of them had."""
        with self._writing() as connection:
            return forget_failed(connection, sources)

    def back_up(self, file: str | os.PathLike[str]) -> int:
        """Write all of the record to a file; returns the number of rows.

        The file (gzipped lines of JSON) can be restored into either database, while others
        go on using the record.

        Raises `RecordError` where the file cannot be written, or is a record itself.
        """
        return back_up(self._database, Path(file))

    def restore(self, file: str | os.PathLike[str]) -> int:
        """Fill this record, which must be empty, from a backup; returns the number of rows.

        All of it goes in, or nothing.

        Raises `RecordError` where the record is not empty or the file is no whole backup.
        """
        with self._lock:
            self._dictionaries.forget()
            self._memory.forget()
            self._meanings.forget()
            return restore(self._database, Path(file))

    def check(self) -> Iterator[str]:
        """What is wrong with the record, one sentence each; nothing where all is well.

        Every span must lie in its article and every quotation be its article's words.
        """
        return check(self._database)

    def _write_together(self, group: _Waiting) -> _Outcomes:
        try:
            outcomes = self._write([rows for _, rows in group])
        except RecordError:
            # One of them, or the disk: those before it can still go in.
            return ((article, self._write([rows])[0]) for article, rows in group)
        return zip((article for article, _ in group), outcomes, strict=True)

    def _write(self, group: Sequence[ArticleRows]) -> list[Added]:
        with self._writing() as connection:
            outcomes = add_rows(connection, self._dictionaries, self._memory, group)
            changed = [
                rows
                for rows, outcome in zip(group, outcomes, strict=True)
                if outcome is Added.CHANGED
            ]
            left = carry_over(connection, self._dictionaries, self._memory, changed)
        self._left_behind += left
        return outcomes


def _groups(articles: Iterable[Article]) -> Iterator[_Waiting]:
    """Articles with their rows, as many together as one transaction takes."""
    waiting: list[tuple[Article, ArticleRows]] = []
    since = time.monotonic()
    for article in articles:
        if not waiting:
            since = time.monotonic()
        waiting.append((article, rows_of(article)))
        if len(waiting) == _GROUP or time.monotonic() - since > _LINGER:
            yield _with_wordings(waiting)
            waiting = []
    if waiting:
        yield _with_wordings(waiting)


def _with_wordings(waiting: _Waiting) -> _Waiting:
    rows = with_wordings([rows for _, rows in waiting])
    return [(article, rows) for (article, _), rows in zip(waiting, rows, strict=True)]
