"""Articles as they come from their sources, read where that is needed, and put on record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING, Protocol

from wortlaut._exceptions import SourceError
from wortlaut.adding._names import kept_name
from wortlaut.model import Article
from wortlaut.record import Added, Record

if TYPE_CHECKING:
    from wortlaut.reading import Reader
    from wortlaut.sources import FeedRead


class Listener(Protocol):
    """Is told what comes of each article and each source, as it happens."""

    def settled(self, taken: Taken) -> None:
        """An article is on record."""

    def failed(self, error: SourceError, name: str) -> None:
        """A source could not be read, and is kept aside under `name`."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An article that is on record now, and what adding it did."""

    article: Article
    outcome: Added
    statements: int
    """Those that it brought to the record."""
    read: bool = True
    """Whether it was read; what is on record already need not be."""


class Adding:
    """Reads articles and puts them on a record; the reader is had when it is first needed.

    What a source's article is like may be set right by `prepared` before it is read. Whoever
    goes on with what was broken off tells `since` when it began: what has been added since
    then counts as added now, and not as unchanged.
    """

    def __init__(
        self,
        record: Record,
        reader: Callable[[], Reader],
        *,
        prepared: Callable[[Article], Article] | None = None,
        since: datetime | None = None,
    ) -> None:
        self._record = record
        self._get_reader = reader
        self._reader: Reader | None = None
        self._prepared = prepared
        self._since = since
        self._known_failures = {each.source for each in record.failed()}

    def add(self, entries: Iterable[Article | SourceError], listener: Listener) -> None:
        """Put these articles on record, and their sources' errors aside.

        Raises `RecordError` and `ModelError`; what has been added by then is kept.
        """
        articles = self._to_read(entries, listener)
        first = next(articles, None)
        if first is not None:
            self._keep(chain([first], articles), listener)

    def hear(self, read: FeedRead) -> None:
        """Put down that a feed has been read: what an `Intake` tells of it."""
        self._record.keep_feed(replace(read, address=kept_name(read.address)))

    def _to_read(
        self, entries: Iterable[Article | SourceError], listener: Listener
    ) -> Iterator[Article]:
        """The articles that are not on record as they are."""
        for found in entries:
            if isinstance(found, SourceError):
                name = kept_name(found.source)
                self._known_failures.add(name)
                self._record.keep_failed(type(found)(name, found.problem, found.advice))
                listener.failed(found, name)
            elif self._record.holds(found):
                self._forget(found)
                listener.settled(self._held(found))
            else:
                yield found

    def _keep(self, articles: Iterator[Article], listener: Listener) -> None:
        if self._reader is None:
            self._reader = self._get_reader()
        to_read = articles if self._prepared is None else map(self._prepared, articles)
        for article, outcome in self._record.add_many(self._reader.read_many(to_read)):
            new = 0 if outcome is Added.UNCHANGED else len(article.statements)
            self._forget(article)
            listener.settled(Taken(article, outcome, new))

    def _held(self, article: Article) -> Taken:
        """What has been done with an article that is on record already."""
        if self._since is not None:
            for kept in self._record.with_text(article.text):
                if kept.article.url == article.url and kept.added_at >= self._since:
                    outcome = Added.CHANGED if kept.version > 1 else Added.NEW
                    if outcome is Added.NEW and kept.same_text_as is not None:
                        outcome = Added.SAME_TEXT
                    return Taken(article, outcome, len(kept.article.statements), read=False)
        return Taken(article, Added.UNCHANGED, 0, read=False)

    def _forget(self, article: Article) -> None:
        """What is on record has not failed any longer."""
        name = kept_name(article.source)
        if name in self._known_failures:
            self._known_failures.discard(name)
            self._record.forget_failed([name])
