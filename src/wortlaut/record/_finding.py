"""Which statements of current versions answer a query and filters, in order of days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from wortlaut._exceptions import QueryError
from wortlaut.record._filters import Filters
from wortlaut.record._many import is_among
from wortlaut.record._matching import has_beginning, matches, may_match, without_beginnings
from wortlaut.record._places import Question, all_places, find_places
from wortlaut.record._query_language import Query
from wortlaut.record._schema import statement
from wortlaut.record._search_words import word_forms
from wortlaut.record._speakers import Named, mentioned, speakers

_READ_THROUGH = 1_000
"""Quotations that are read for the beginning of a word before SQLite's index is asked."""

_OF_SPEAKERS = 200
"""Statements that are looked at together where namesakes take the room of those meant."""

Places = tuple[Sequence[int], bool]
"""Places in order, and whether there are more of them."""


@dataclass(frozen=True, slots=True)
class Window:
    """Filters, and the places among which to look."""

    filters: Filters
    low: int
    high: int
    newest_first: bool = True
    people: tuple[Named, ...] = ()
    """Whom `filters.speaker` and `filters.mentions` mean, once that is known."""

    def behind(self, place: int) -> Window:
        """What is left of the window behind a place."""
        if self.newest_first:
            return replace(self, high=place - 1)
        return replace(self, low=place + 1)


def current_places(
    connection: Connection, query: Query | None, window: Window, limit: int
) -> Places:
    """At most `limit` places of statements of current versions that answer.

    Raises `QueryError` where a name that is asked for has no word.
    """
    people = tuple(named_people(connection, window.filters))
    if not all(each.names for each in people):
        return [], False
    window = replace(window, people=people)
    # SQLite's index puts the lists of all words that begin so together before it gives the
    # first statement, however many there are.
    if connection.dialect.name == "sqlite" and query is not None and has_beginning(query):
        places = _by_reading(connection, query, window, limit)
        if places is not None:
            return places
    return _by_index(connection, query, window, limit)


def named_people(connection: Connection, filters: Filters) -> Iterator[Named]:
    """Whom the filters name, by whatever names.

    Raises `QueryError` where a name has no word.
    """
    for asked, find in ((filters.speaker, speakers), (filters.mentions, mentioned)):
        if asked is not None:
            if not word_forms(asked):
                raise QueryError(asked, 0, "no letter or figure to search for")
            yield find(connection, asked)


def _by_index(connection: Connection, query: Query | None, window: Window, limit: int) -> Places:
    sqlite = connection.dialect.name == "sqlite"
    filters, people = window.filters, window.people
    words = filters.fts5(query, people) if sqlite else filters.tsquery(query, people)
    wanted = limit + 1
    if words is None:
        places = all_places(
            connection, window.low, window.high, wanted, newest_first=window.newest_first
        )
        return places[:limit], len(places) > limit
    found: list[int] = []
    while True:
        places = find_places(
            connection,
            Question("statement_words", words, window.low, window.high, window.newest_first),
            wanted,
        )
        current = only_current(connection, places)
        for each in people:
            current = each.let_through(connection, current)
        found += current
        if len(found) > limit or len(places) < wanted:
            return found[:limit], len(found) > limit
        # Entries of old versions or of namesakes took the room of others: go on behind them.
        window = window.behind(places[-1])
        if people:
            wanted = max(wanted, _OF_SPEAKERS)


def _by_reading(connection: Connection, query: Query, window: Window, limit: int) -> Places | None:
    """The places, where the next thousand that answer the rest of the query hold enough."""
    candidates, more = _by_index(connection, without_beginnings(query), window, _READ_THROUGH)
    columns = statement.c
    rows = connection.execute(
        select(columns.place, columns.quote, columns.language).where(
            is_among(connection, columns.place, candidates)
        )
    )
    asked_in = window.filters.language
    found = sorted(
        (
            row.place
            for row in rows
            if may_match(query, row.quote)
            and matches(query, word_forms(row.quote), row.language, asked_in=asked_in)
        ),
        reverse=window.newest_first,
    )
    if len(found) > limit or not more:
        return found[:limit], len(found) > limit
    return None


def only_current(connection: Connection, places: Sequence[int]) -> list[int]:
    """Those of the places at which a statement of a current version stands."""
    current = set(
        connection.execute(
            select(statement.c.place).where(
                is_among(connection, statement.c.place, places), statement.c.current
            )
        ).scalars()
    )
    return [place for place in places if place in current]
