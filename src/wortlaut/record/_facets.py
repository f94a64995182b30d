"""Among the statements that a search finds: which outlets, types, acts, languages and people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from wortlaut.record._filters import Filters
from wortlaut.record._finding import Window, current_places
from wortlaut.record._many import is_among
from wortlaut.record._people import identities
from wortlaut.record._query_language import parse_query
from wortlaut.record._schema import outlet, statement

LOOKED_AT = 1_000
"""The newest statements found among which is counted."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of the statements have something in common."""

    what: str
    """An outlet, a type, an act, a language, a person's name: what a filter takes."""
    count: int
    id: int | None = None
    """A person's number in the record."""


@dataclass(frozen=True, slots=True)
class Facets:
    """What the statements found have in common, the most frequent first."""

    statements: int
    """How many were looked at: all that are found, or the newest thousand."""
    more: bool
    """Whether there are more, which were not looked at."""
    outlets: tuple[Counted, ...]
    types: tuple[Counted, ...]
    acts: tuple[Counted, ...]
    languages: tuple[Counted, ...]
    people: tuple[Counted, ...]


def facets(connection: Connection, words: str, filters: Filters, limit: int) -> Facets:
    """At most `limit` of each sort, among the newest statements that are found.

    Raises `QueryError` where the words cannot be understood.
    """
    window = Window(filters, *filters.places())
    places, more = current_places(connection, parse_query(words), window, LOOKED_AT)
    columns = statement.c
    rows = connection.execute(
        select(
            columns.outlet_id, columns.type, columns.act, columns.language, columns.identity_id
        ).where(is_among(connection, columns.place, places))
    ).all()
    outlets, types, acts, languages, people = (
        _most(column, limit) for column in (zip(*rows, strict=True) if rows else ((),) * 5)
    )
    return Facets(
        len(rows),
        more,
        outlets=_outlets(connection, outlets),
        types=_plain(types),
        acts=_plain(acts),
        languages=_plain(languages),
        people=_people(connection, people),
    )


def _most(values: Iterable[Any], limit: int) -> list[tuple[Any, int]]:
    counts = Counter(value for value in values if value is not None)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit]


def _plain(counts: list[tuple[str, int]]) -> tuple[Counted, ...]:
    return tuple(Counted(value, count) for value, count in counts)


def _outlets(connection: Connection, counts: list[tuple[int, int]]) -> tuple[Counted, ...]:
    rows = connection.execute(
        select(outlet.c.id, outlet.c.name).where(
            is_among(connection, outlet.c.id, [number for number, _ in counts])
        )
    )
    names = {row.id: row.name for row in rows}
    return tuple(Counted(names[number], count) for number, count in counts)


def _people(connection: Connection, counts: list[tuple[int, int]]) -> tuple[Counted, ...]:
    known = {each.number: each for each in identities(connection, [n for n, _ in counts])}
    return tuple(
        Counted(known[number].names[0][0], count, number)
        for number, count in counts
        if known[number].names
    )
