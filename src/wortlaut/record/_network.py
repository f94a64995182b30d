"""Who speaks to whom and about whom, in a period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, func, select

from wortlaut.model import PersonKind
from wortlaut.record._filters import Filters
from wortlaut.record._many import is_among
from wortlaut.record._people import identities
from wortlaut.record._schema import mention, statement
from wortlaut.record._whose_names import identities_of

_MORE = 8
"""Pairs of a speaker and a name that are looked at for each tie that is wanted: several names
may be one person's."""


class TieKind(StrEnum):
    """How somebody has to do with whom they speak of."""

    TO = "to"
    """Speaks to them."""
    ABOUT = "about"
    """Names them in a quotation."""


@dataclass(frozen=True, slots=True)
class Tie:
    """How often one speaks to, or about, another."""

    source: int
    """The record's number of who speaks."""
    target: int
    kind: TieKind
    statements: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody in a network."""

    id: int
    """The record's number for them."""
    name: str
    kind: PersonKind
    statements: int
    """All that they said in the period, whether to or about somebody or not."""


@dataclass(frozen=True, slots=True)
class Network:
    """Who speaks to whom and about whom."""

    people: tuple[Speaker, ...]
    """Whoever has a tie, those with the most statements first."""
    ties: tuple[Tie, ...]
    """The strongest first."""
    more: bool
    """Whether there are weaker ties beside these."""


def network(connection: Connection, begin: date | None, end: date | None, limit: int) -> Network:
    """The strongest ties of current statements from one day to another, both included."""
    low, high = Filters(begin=begin, end=end).places()
    wanted = limit * _MORE
    rows = {
        TieKind.TO: _addressed(connection, low, high, wanted),
        TieKind.ABOUT: _mentioned(connection, low, high, wanted),
    }
    names = {row[1] for found in rows.values() for row in found}
    whose = identities_of(connection, names)
    counted = Counter(
        {
            (kind, source, target): number
            for kind, found in rows.items()
            for (source, target), number in _of_identities(found, whose).items()
        }
    )
    # Of ties that are as strong, the order is that of the numbers, whichever way they came.
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    ties = tuple(
        Tie(source, target, kind, number) for (kind, source, target), number in ranked[:limit]
    )
    cut = any(len(found) == wanted for found in rows.values())
    people = _people(connection, ties, low, high)
    return Network(people, ties, cut or len(ranked) > limit)


def _addressed(connection: Connection, low: int, high: int, limit: int) -> list[Any]:
    """Speaker's identity, addressee's person, and how often; the most frequent."""
    columns = statement.c
    number = func.count().label("number")
    return list(
        connection.execute(
            select(columns.identity_id, columns.addressee_id, number)
            .where(
                columns.place.between(low, high),
                columns.current,
                columns.identity_id.is_not(None),
                columns.addressee_id.is_not(None),
            )
            .group_by(columns.identity_id, columns.addressee_id)
            .order_by(number.desc(), columns.identity_id, columns.addressee_id)
            .limit(limit)
        )
    )


def _mentioned(connection: Connection, low: int, high: int, limit: int) -> list[Any]:
    """Speaker's identity, who is named, and how often; the most frequent."""
    columns = statement.c
    number = func.count().label("number")
    return list(
        connection.execute(
            select(columns.identity_id, mention.c.person_id, number)
            .join(statement, columns.place == mention.c.place)
            .where(mention.c.place.between(low, high), columns.identity_id.is_not(None))
            .group_by(columns.identity_id, mention.c.person_id)
            .order_by(number.desc(), columns.identity_id, mention.c.person_id)
            .limit(limit)
        )
    )


def _of_identities(rows: Iterable[Any], whose: Mapping[int, int]) -> Counter[tuple[int, int]]:
    """Counts by identities; without names that are nobody's, and without oneself."""
    counted: Counter[tuple[int, int]] = Counter()
    for source, person_id, number in rows:
        target = whose.get(person_id)
        if target is not None and target != source:
            counted[source, target] += number
    return counted


def _people(
    connection: Connection, ties: Collection[Tie], low: int, high: int
) -> tuple[Speaker, ...]:
    numbers = {number for tie in ties for number in (tie.source, tie.target)}
    columns = statement.c
    rows = connection.execute(
        select(columns.identity_id, func.count().label("number"))
        .where(
            is_among(connection, columns.identity_id, numbers),
            columns.place.between(low, high),
            columns.current,
        )
        .group_by(columns.identity_id)
    )
    said = {row.identity_id: row.number for row in rows}
    found = (
        Speaker(each.number, each.names[0][0], each.kind, said.get(each.number, 0))
        for each in identities(connection, numbers)
    )
    return tuple(sorted(found, key=lambda each: (-each.statements, each.id)))
