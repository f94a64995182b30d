"""The record: statements of many articles, kept and found again."""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any

from sqlalchemy import Connection

from wortlaut._exceptions import RecordError, SourceError
from wortlaut.exchange import exported, frame
from wortlaut.model import Article, PersonKind
from wortlaut.record._adding import Added, add_rows
from wortlaut.record._address import record_url
from wortlaut.record._article_search import ArticlePage, search_articles
from wortlaut.record._attributing import Attributing
from wortlaut.record._backup import back_up, restore
from wortlaut.record._by_number import (
    ArticleVersion,
    article_by_number,
    article_versions,
    statement_by_number,
)
from wortlaut.record._carrying import carry_over
from wortlaut.record._changes import set_change_mark
from wortlaut.record._checking import check
from wortlaut.record._connections import Database, must_exist
from wortlaut.record._corrections import Correction, correct
from wortlaut.record._decisions import keep_apart, merge, split
from wortlaut.record._dictionaries import Dictionaries
from wortlaut.record._dossier import Dossier, dossier
from wortlaut.record._doubtful import DOUBTFUL, doubtful
from wortlaut.record._failed import FailedSource, failed, forget_failed, keep_failed
from wortlaut.record._feeds import FeedRead, keep_feed
from wortlaut.record._filters import Filters
from wortlaut.record._identity import identity
from wortlaut.record._jobs import Jobs
from wortlaut.record._known_identities import Memory
from wortlaut.record._like import like
from wortlaut.record._meanings import Meanings
from wortlaut.record._migrating import open_at_newest
from wortlaut.record._page_questions import PageQuestions
from wortlaut.record._people import (
    KnownPerson,
    Proposal,
    find_people,
    known_people,
    people,
    proposals,
)
from wortlaut.record._positions import ComparedPositions, Positions, compared, positions
from wortlaut.record._reading_back import (
    KeptArticle,
    current_articles,
    holds,
    kept_article,
    kept_versions,
    versions_with_text,
)
from wortlaut.record._rows import ArticleRows, rows_of
from wortlaut.record._searching import (
    Found,
    Order,
    Page,
    count,
    each_statement,
    found_articles,
    search,
)
from wortlaut.record._spellings import Spelling, spellings
from wortlaut.record._utterance_counts import utterances_of
from wortlaut.record._utterances import Utterance, utterance
from wortlaut.record._wordings import with_wordings

_GROUP = 256
"""Articles that go in together."""
_LINGER = 0.5
"""Seconds after which an article waits for no others."""

_Waiting = Sequence[tuple[Article, ArticleRows]]
_Outcomes = Iterable[tuple[Article, Added]]


class Record(PageQuestions):
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
        self._memory = Memory()
        self._meanings = Meanings()
        self._lock = Lock()
        self._left_behind = 0
        self._jobs = Jobs(self._database.reading, self._noting)
        open_at_newest(self._database, create=create)

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

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

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

    def article(self, url: str, version: int | None = None) -> KeptArticle | None:
        """The article with this address (or `text:HASH`) as it was put on record.

        `version` counts its texts from 1; the current one is given without it. None where
        the record has no such article.
        """
        with self._database.reading() as connection:
            return kept_article(connection, url, version)

    def article_by_number(self, number: int, version: int | None = None) -> KeptArticle | None:
        """The article with this number in the record; its current version, or that one.

        None where the record has no such article or version.
        """
        with self._database.reading() as connection:
            return article_by_number(connection, number, version)

    def article_versions(self, number: int) -> tuple[ArticleVersion, ...]:
        """Which versions the article with this number has, oldest first, without their texts."""
        with self._database.reading() as connection:
            return article_versions(connection, number)

    def statement(self, number: int) -> Found | None:
        """The statement with this number in the record, also one of an older version.

        None where there is none, or where a person has taken it out.
        """
        with self._database.reading() as connection:
            return statement_by_number(connection, number)

    def utterance(self, number: int) -> Utterance | None:
        """What was said in the statement with this number, in all wordings on record.

        An utterance is called by the number of its first statement, and any other statement
        of it leads to it. None where there is no statement of this number.
        """
        with self._database.reading() as connection:
            return utterance(connection, number)

    def utterances_of(self, statements: Collection[int]) -> dict[int, tuple[int, int]]:
        """The utterance of each of these statements (by number), and in how many articles it is."""
        with self._database.reading() as connection:
            return utterances_of(connection, statements)

    def newest(self, limit: int = 20) -> tuple[Found, ...]:
        """The statements of the latest days, the newest first."""
        return self.search(limit=limit).found

    def versions(self, url: str) -> tuple[KeptArticle, ...]:
        """Every version of the article with this address, in order of time."""
        with self._database.reading() as connection:
            return kept_versions(connection, url)

    def search(
        self,
        words: str = "",
        filters: Filters | None = None,
        *,
        order: Order = Order.DATE,
        limit: int = 20,
        after: str | None = None,
    ) -> Page:
        """Statements of current articles with these words in the quotation, a page of them.

        Words are found in any inflected form and either spelling of umlauts; "phrases" in
        exactly their words; *beginn\\** by its letters; AND, OR, NOT and parentheses join them.
        `after` is that of the page before.

        Raises `QueryError` where the words cannot be understood.
        """
        with self._database.reading() as connection:
            return search(
                connection, words, filters or Filters(), order=order, limit=limit, after=after
            )

    def like(self, text: str, filters: Filters | None = None, *, limit: int = 20) -> Page:
        """Statements of current articles that mean much the same as `text`, in any language.

        Nearest first; each has the cosine of both vectors as its `score`. There is no next
        page: ask for more at once.

        Raises `QueryError` where the text has no word.
        """
        with self._database.reading() as connection:
            known = self._meanings.now(connection)
            return like(connection, known, text, filters or Filters(), limit)

    def search_articles(
        self,
        words: str = "",
        filters: Filters | None = None,
        *,
        order: Order = Order.DATE,
        limit: int = 20,
        after: str | None = None,
    ) -> ArticlePage:
        """Current articles with these words in title and text, a page of them.

        Words are those of `search`. Of the filters, `outlet`, `language`, `begin` and `end`
        (days of publication) apply; relevance picks the best of the newest hundred.

        Raises `QueryError` where the words cannot be understood, `ValueError` for filters
        that ask something of statements.
        """
        with self._database.reading() as connection:
            return search_articles(
                connection, words, filters or Filters(), order=order, limit=limit, after=after
            )

    def count(
        self, words: str = "", filters: Filters | None = None, *, at_most: int = 10_000
    ) -> int:
        """How many statements `search` would find, counted up to `at_most`."""
        with self._database.reading() as connection:
            return count(connection, words, filters or Filters(), at_most)

    def statements(self, filters: Filters | None = None, words: str = "") -> Iterator[Found]:
        """Every statement that `search` would find, newest first, as the record is now."""
        with self._database.reading() as connection:
            yield from each_statement(connection, words, filters or Filters())

    def person(self, name: str, topic: str | None = None) -> Dossier:
        """What the record knows of whoever bears this name; `topic` narrows what is shown.

        Without anybody of that name `persons` is empty, and so is all else.

        Raises `QueryError` where `name` or `topic` has no word.
        """
        with self._database.reading() as connection:
            return dossier(connection, name, topic)

    def positions(self, person: str | int, topic: str) -> Positions:
        """What a person, by name or number, said on a topic, in order of time.

        Where two statements on the same matter seem to contradict each other, both are pointed
        at: as a question to the reader, never as a verdict.

        Raises `PersonUnclear` where the name is nobody's or of several, `QueryError` where the
        topic has no word.
        """
        with self._database.reading() as connection:
            known = self._meanings.now(connection)
            return positions(connection, known, str(person), topic)

    def compare(self, one: str | int, other: str | int, topic: str) -> ComparedPositions:
        """What two persons said on a topic, in order of time, and where they seem to differ.

        Raises as `positions` does, and `PersonUnclear` where both are the same person.
        """
        with self._database.reading() as connection:
            known = self._meanings.now(connection)
            return compared(connection, known, str(one), str(other), topic)

    def people(self, name: str = "", *, limit: int = 100, skip: int = 0) -> tuple[KnownPerson, ...]:
        """Who is on record, most often quoted first; with a name, whoever is called so.

        Names are found in any spelling (*Selenskyj* is *Zelensky*), `#17` by the number.

        Raises `QueryError` where `name` has no word.
        """
        with self._database.reading() as connection:
            if not name:
                return people(connection, limit, skip)
            found = [each.number for each in find_people(connection, name)]
            return known_people(connection, found)[skip : skip + limit]

    def spellings(self, number: int) -> tuple[Spelling, ...]:
        """The names of the person with this number, and how sure it is that each means them."""
        with self._database.reading() as connection:
            return spellings(connection, number)

    def proposals(self, *, limit: int = 100) -> tuple[Proposal, ...]:
        """Two and two who may be one person, for a person to decide; the likeliest first."""
        with self._database.reading() as connection:
            return proposals(connection, limit)

    def merge(self, one: str | int, other: str | int, *, anew: bool = False) -> int:
        """Say that two on record, by name or number, are one; returns the number that stays.

        No later run undoes it. With `anew`, what people said otherwise before is taken back.

        Raises `PersonUnclear` where a name is nobody's or of several, `ContradictoryRuling`
        where people said otherwise before.
        """
        with self._writing() as connection:
            return merge(connection, self._memory, str(one), str(other), anew=anew)

    def keep_apart(self, one: str | int, other: str | int, *, anew: bool = False) -> None:
        """Say that two on record are two people: they are not merged nor asked about again.

        Raises as `merge` does.
        """
        with self._writing() as connection:
            keep_apart(connection, self._memory, str(one), str(other), anew=anew)

    def split(self, person: str | int, articles: Iterable[str], *, anew: bool = False) -> int:
        """Say that who speaks in these articles (addresses) is somebody else than `person`.

        Returns the number of the new identity. No later run undoes it.

        Raises `PersonUnclear` where the person does not speak in one of the articles or in no
        others, and as `merge` does.
        """
        with self._writing() as connection:
            return split(connection, self._memory, str(person), articles, anew=anew)

    def articles(self, filters: Filters | None = None, words: str = "") -> Iterator[Article]:
        """The current articles, each with those of its statements that are found.

        Without filters and words all come, those without statements too, in the order in
        which they were added; else only those of which something is found, newest first.
        """
        with self._database.reading() as connection:
            if (filters is None or filters == Filters()) and not words.strip():
                yield from current_articles(connection)
            else:
                yield from found_articles(connection, words, filters or Filters())

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

    def holds(self, article: Article) -> bool:
        """Whether this article is on record with this text, so that it need not be read."""
        with self._database.reading() as connection:
            return holds(connection, article)

    def with_text(self, text: str) -> tuple[KeptArticle, ...]:
        """Every version of any article that has exactly this text."""
        with self._database.reading() as connection:
            return versions_with_text(connection, text)

    def correct(self, kept: KeptArticle, corrections: Iterable[Correction]) -> None:
        """Store corrections of a version's statements, marked as a person's: all or none.

        A changed statement keeps its number in the record; a removed one stays aside.

        Raises `ValueError` where one is changed or removed that the version has not.
        """
        with self._writing() as connection:
            correct(connection, self._dictionaries, self._memory, kept, corrections)

    def doubtful(
        self, *, below: float = DOUBTFUL, limit: int = 20, after: str | None = None
    ) -> Page:
        """Statements whose person is less sure than `below`, for a person to decide; newest first.

        What a person has corrected is left out. `after` is that of the page before; a page may
        be short though there are more.
        """
        with self._database.reading() as connection:
            return doubtful(connection, below, limit, after)

    def confirm(self, statement: int) -> None:
        """Say that the statement of this number is right as it stands.

        Raises `NoSuchStatement` where it is not on record or no longer current.
        """
        with self._writing() as connection:
            Attributing(connection, self._dictionaries, self._memory).confirm(statement)

    def attribute(self, statement: int, name: str, kind: PersonKind | None = None) -> None:
        """Say who has said the statement of this number.

        `kind` is that of somebody of this name in the article where it is None, else a human's.

        Raises `NoSuchStatement` as `confirm`, `ValueError` where the name is empty.
        """
        with self._writing() as connection:
            attributing = Attributing(connection, self._dictionaries, self._memory)
            attributing.attribute(statement, name, kind)

    def take_out(self, statement: int) -> None:
        """Say that what has this number is no statement; no later run brings it back.

        Raises `NoSuchStatement` as `confirm`.
        """
        with self._writing() as connection:
            Attributing(connection, self._dictionaries, self._memory).take_out(statement)

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

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._noting() as connection:
            yield connection
            set_change_mark(connection)

    @contextmanager
    def _noting(self) -> Iterator[Connection]:
        """For what is no change of the record to those who look things up."""
        # One thread at a time, for the dictionaries' sake; processes are the database's concern.
        with self._lock:
            try:
                with self._database.writing() as connection:
                    yield connection
            except BaseException:
                self._dictionaries.forget()
                self._memory.forget()
                raise


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
