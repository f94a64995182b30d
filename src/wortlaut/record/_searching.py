"""Looking up statements: words and filters, by date or relevance, page by page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select

from wortlaut.model import Article, Span, Statement
from wortlaut.record._filters import Filters
from wortlaut.record._finding import Window, current_places
from wortlaut.record._many import is_among
from wortlaut.record._matching import highlights
from wortlaut.record._page_ends import last_ranked, ranked_end, window_after
from wortlaut.record._query_language import Query, parse_query
from wortlaut.record._reading_back import articles_of, in_utc
from wortlaut.record._relevance import relevance
from wortlaut.record._schema import article_version, day_of, statement
from wortlaut.record._stored_form import article_from_stored, statement_from_stored
from wortlaut.record._utterance_counts import utterances_of

RANKED = 300
"""The newest statements found of which relevance picks the best."""

_AT_ONCE = 500
"""Statements or articles that are fetched together when all are wanted."""


class Order(StrEnum):
    """How statements that were found are sorted."""

    DATE = "date"
    """Newest first."""
    OLDEST = "oldest"
    RELEVANCE = "relevance"
    """The best first, among the newest three hundred that are found."""


@dataclass(frozen=True, slots=True)
class Found:
    """A statement on record, with the article it stands in."""

    id: int
    """The statement's number in the record; it never means another one."""
    statement: Statement
    article: Article
    """The article without its statements; spans of the statement index its text."""
    article_id: int
    """The article's number in the record."""
    version_id: int
    """The number of the article's version in the record."""
    version: int
    same_text_as: int | None
    """The number of the first version in the record with the same text."""
    identity_id: int | None
    """The number by which the record knows the speaker; None where it knows nobody."""
    human: bool
    """Whether a person has corrected it."""
    day: date | None
    """The day it is sorted by: the last on which it may have been said."""
    utterance: int | None = None
    """The number of its utterance: that of the first statement on record that says the same."""
    wordings: int = 1
    """In how many articles that utterance stands; 1 where it is in this one alone."""
    highlights: tuple[Span, ...] = ()
    """What was searched for, in the quotation, in code points of the article's text."""
    score: float | None = None
    """How well it answers, where relevance was asked for."""
    added_at: datetime | None = None
    """When this text of the article came to the record, in UTC."""

    @property
    def quote(self) -> str:
        """The quoted words, pieces joined by ` … `."""
        return self.article.words(self.statement.quote)


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the statements that were found."""

    found: tuple[Found, ...]
    after: str | None
    """What to give as `after` to get the next page; None on the last one."""


def search(
    connection: Connection,
    words: str,
    filters: Filters,
    *,
    order: Order = Order.DATE,
    limit: int,
    after: str | None,
) -> Page:
    """One page of the statements that have these words and pass these filters.

    Raises `QueryError` where words or `after` cannot be understood.
    """
    query = parse_query(words)
    if order is Order.RELEVANCE and query is not None:
        return _by_relevance(connection, query, filters, limit, after)
    window = window_after(filters, after, newest_first=order is not Order.OLDEST)
    places, more = current_places(connection, query, window, limit)
    found = fetch(connection, places, query, filters.language)
    return Page(tuple(found), str(places[-1]) if more else None)


def count(connection: Connection, words: str, filters: Filters, at_most: int) -> int:
    """How many statements are found, counted up to `at_most`."""
    window = Window(filters, *filters.places())
    places, _ = current_places(connection, parse_query(words), window, at_most)
    return len(places)


def each_statement(connection: Connection, words: str, filters: Filters) -> Iterator[Found]:
    """Every statement found, newest first, without a limit."""
    after: str | None = None
    while True:
        page = search(connection, words, filters, limit=_AT_ONCE, after=after)
        yield from page.found
        after = page.after
        if after is None:
            return


def found_articles(connection: Connection, words: str, filters: Filters) -> Iterator[Article]:
    """The articles of which something is found, each once, with what is found in them."""
    query = parse_query(words)
    window = Window(filters, *filters.places())
    by_version: dict[int, list[int]] = {}
    more = True
    while more:
        places, more = current_places(connection, query, window, _AT_ONCE)
        columns = statement.c
        rows = connection.execute(
            select(columns.version_id, columns.id)
            .where(is_among(connection, columns.place, places))
            .order_by(columns.place.desc())
        )
        for row in rows:
            by_version.setdefault(row.version_id, []).append(row.id)
        if more:
            window = window.behind(places[-1])
    versions = list(by_version)
    for begin in range(0, len(versions), _AT_ONCE):
        batch = versions[begin : begin + _AT_ONCE]
        found = connection.execute(
            select(article_version).where(is_among(connection, article_version.c.id, batch))
        )
        by_id = {row.id: row for row in found}
        wanted = {id_ for version in batch for id_ in by_version[version]}
        yield from articles_of(connection, [by_id[version] for version in batch], wanted)


def fetch(
    connection: Connection, places: Sequence[int], query: Query | None, language: str | None
) -> list[Found]:
    """The statements at these places, in this order, with their articles."""
    rows = {row.place: row for row in _rows_at(connection, places)}
    versions = _versions(connection, {row.version_id for row in rows.values()})
    articles = {id_: article_from_stored(row.text, row.form, []) for id_, row in versions.items()}
    utterances = utterances_of(connection, [row.id for row in rows.values()])
    result = []
    for place in places:
        row = rows[place]
        article = articles[row.version_id]
        parsed = statement_from_stored(article.text, row.form)
        result.append(
            Found(
                id=row.id,
                statement=parsed,
                article=article,
                article_id=versions[row.version_id].article_id,
                version_id=row.version_id,
                version=versions[row.version_id].number,
                same_text_as=versions[row.version_id].same_text_as,
                identity_id=row.identity_id,
                human=row.human,
                day=day_of(place),
                utterance=utterances[row.id][0],
                wordings=utterances[row.id][1],
                highlights=_highlights(query, article, parsed, language),
                added_at=in_utc(versions[row.version_id].added_at),
            )
        )
    return result


def _by_relevance(
    connection: Connection, query: Query, filters: Filters, limit: int, after: str | None
) -> Page:
    window = Window(filters, *filters.places())
    places, _ = current_places(connection, query, window, RANKED)
    ranked = _ranked(connection, query, places, filters.language)
    if after is not None:
        last = last_ranked(after)
        ranked = [each for each in ranked if each > last]
    chosen = ranked[:limit]
    found = fetch(connection, [-place for _, place in chosen], query, filters.language)
    scored = tuple(
        replace(each, score=-score) for each, (score, _) in zip(found, chosen, strict=True)
    )
    more = len(ranked) > limit
    return Page(scored, ranked_end(chosen[-1]) if more else None)


def _ranked(
    connection: Connection, query: Query, places: Sequence[int], language: str | None
) -> list[tuple[float, int]]:
    """Score and place, both negative, so that the best and newest sorts first."""
    rows = connection.execute(
        select(statement.c.place, statement.c.quote, statement.c.language)
        .where(is_among(connection, statement.c.place, places))
        .order_by(statement.c.place)
    ).all()
    scores = relevance(query, [(row.quote, row.language) for row in rows], language)
    return sorted((-score, -row.place) for score, row in zip(scores, rows, strict=True))


def _rows_at(connection: Connection, places: Sequence[int]) -> Sequence[Any]:
    columns = statement.c
    return connection.execute(
        select(
            columns.place,
            columns.id,
            columns.version_id,
            columns.identity_id,
            columns.human,
            columns.form,
        ).where(is_among(connection, columns.place, places))
    ).all()


def _versions(connection: Connection, ids: set[int]) -> dict[int, Any]:
    columns = article_version.c
    rows = connection.execute(
        select(
            columns.id,
            columns.article_id,
            columns.number,
            columns.same_text_as,
            columns.added_at,
            columns.text,
            columns.form,
        ).where(is_among(connection, columns.id, ids))
    )
    return {row.id: row for row in rows}


def _highlights(
    query: Query | None, article: Article, parsed: Statement, language: str | None
) -> tuple[Span, ...]:
    if query is None:
        return ()
    return tuple(
        Span(piece.begin + place.begin, piece.begin + place.end)
        for piece in parsed.quote
        for place in highlights(query, piece.of(article.text), article.language, asked_in=language)
    )
