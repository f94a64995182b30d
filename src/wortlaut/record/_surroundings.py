"""With whom a person has to do: to whom and about whom they speak, and who speaks about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, case, func, select

from wortlaut.model import Act, PersonKind
from wortlaut.record._many import is_among
from wortlaut.record._people import identities
from wortlaut.record._schema import mention, person, statement
from wortlaut.record._topics import Topic, topics
from wortlaut.record._whose_names import identities_of

_LOOKED_AT = 5_000
"""A person's newest statements in which it is looked whom they name."""
_MORE = 12
"""Names that are looked at beside as many as are wanted: several may be one person's."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Somebody whom a person speaks to or about, or who speaks about them."""

    name: str
    kind: PersonKind
    statements: int
    id: int | None
    """The record's number for them; None where the name is nobody's who speaks, or several's."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a person's statements in current articles, the most frequent first."""

    addressees: tuple[Counterpart, ...]
    """To whom they speak."""
    about: tuple[Counterpart, ...]
    """Whom they name in their newest five thousand statements."""
    named_by: tuple[Counterpart, ...]
    """Who names them."""
    topics: tuple[Topic, ...]
    conditions: int
    """How many of their statements have a condition."""
    denials: int
    """How many deny something."""


def surroundings(connection: Connection, identity: int, limit: int) -> Surroundings:
    """To whom and about whom a person speaks, by number, and on what; `limit` of each.

    Everything is empty where there is nobody of this number.
    """
    columns = statement.c
    conditions, denials = connection.execute(
        select(
            func.count(case((columns.conditional, 1))),
            func.count(case((columns.act == Act.DENIES.value, 1))),
        ).where(columns.identity_id == identity, columns.current)
    ).one()
    addressees, about, named_by = (
        _counterparts(connection, ask(connection, identity, limit + _MORE), identity)[:limit]
        for ask in (_addressed, _named, _naming)
    )
    return Surroundings(
        addressees=addressees,
        about=about,
        named_by=named_by,
        topics=topics(connection, identity, limit),
        conditions=conditions,
        denials=denials,
    )


def _addressed(connection: Connection, identity: int, limit: int) -> list[Any]:
    columns = statement.c
    number = func.count().label("number")
    return list(
        connection.execute(
            select(columns.addressee_id, number)
            .where(
                columns.identity_id == identity, columns.current, columns.addressee_id.is_not(None)
            )
            .group_by(columns.addressee_id)
            .order_by(number.desc(), columns.addressee_id)
            .limit(limit)
        )
    )


def _named(connection: Connection, identity: int, limit: int) -> list[Any]:
    columns = statement.c
    newest = (
        select(columns.place)
        .where(columns.identity_id == identity, columns.current)
        .order_by(columns.place.desc())
        .limit(_LOOKED_AT)
        .subquery()
    )
    number = func.count().label("number")
    return list(
        connection.execute(
            select(mention.c.person_id, number)
            .join(newest, newest.c.place == mention.c.place)
            .group_by(mention.c.person_id)
            .order_by(number.desc(), mention.c.person_id)
            .limit(limit)
        )
    )


def _naming(connection: Connection, identity: int, limit: int) -> list[Any]:
    """Whose statements name one of their names, where it is nobody else's."""
    names = [name for each in identities(connection, [identity]) for name, _ in each.names]
    found = connection.execute(select(person.c.id).where(person.c.name.in_(names))).scalars().all()
    whose = identities_of(connection, found)
    theirs = [number for number in found if whose.get(number) == identity]
    columns = mention.c
    number = func.count().label("number")
    return list(
        connection.execute(
            select(columns.speaker_id, number)
            .where(
                is_among(connection, columns.person_id, theirs),
                columns.speaker_id.is_not(None),
            )
            .group_by(columns.speaker_id)
            .order_by(number.desc(), columns.speaker_id)
            .limit(limit)
        )
    )


def _counterparts(
    connection: Connection, rows: Iterable[Any], oneself: int
) -> tuple[Counterpart, ...]:
    """People by the numbers of their names, those of one identity together."""
    counts = {row[0]: row[1] for row in rows}
    whose = identities_of(connection, counts)
    together: Counter[int] = Counter()
    for number, count in counts.items():
        if number in whose:
            together[whose[number]] += count
    del together[oneself]
    known = [
        Counterpart(each.names[0][0], each.kind, together[each.number], each.number)
        for each in identities(connection, together)
        if each.names
    ]
    nobodys = [number for number in counts if number not in whose]
    others = connection.execute(select(person).where(is_among(connection, person.c.id, nobodys)))
    known += [Counterpart(row.name, PersonKind(row.kind), counts[row.id], None) for row in others]
    return tuple(sorted(known, key=lambda each: (-each.statements, each.name, each.id or 0)))
