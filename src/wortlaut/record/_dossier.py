"""What the record knows of a person: roles, months, outlets, addressees, what they said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import BigInteger, Column, Connection, func, literal_column, select

from wortlaut._exceptions import QueryError
from wortlaut.model import Act, PersonKind
from wortlaut.record._filters import Filters
from wortlaut.record._finding import Window, current_places
from wortlaut.record._many import is_among
from wortlaut.record._schema import NUMBER_BITS, day_of, outlet, person, role, statement
from wortlaut.record._search_words import folded_line
from wortlaut.record._searching import Found, fetch

_MOST_NAMES = 50
_SHOWN = 5
"""Statements of each sort that a dossier shows."""
_LOOKED_AT = 500
"""Statements on a topic among which those of the very person are picked."""


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person as articles name them; linking the names of one person is not done here."""

    id: int
    name: str
    kind: PersonKind
    statements: int
    """Of current articles."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a person's statements have something in common."""

    what: str
    """A role, an outlet, an addressee's name, an act."""
    count: int
    first: date | None
    last: date | None
    """The first and the last day on which it was so; None where no day is known."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """A person's statements in current articles, counted and the telling ones shown."""

    asked: str
    persons: tuple[NamedPerson, ...]
    """Whose statements these are: all that bear the name, most often quoted first."""
    statements: int
    months: tuple[tuple[date, int], ...]
    """The first day of each month with statements, and how many, in order of time."""
    roles: tuple[Share, ...]
    outlets: tuple[Share, ...]
    addressees: tuple[Share, ...]
    acts: tuple[Share, ...]
    topic: str | None
    latest: tuple[Found, ...]
    """On the topic, if there is one; newest first, as are conditions and denials."""
    earliest: tuple[Found, ...]
    """Oldest first."""
    conditions: tuple[Found, ...]
    denials: tuple[Found, ...]


def dossier(connection: Connection, name: str, topic: str | None) -> Dossier:
    """The dossier of whoever bears this name, or a name that holds its words.

    Raises `QueryError` where `name` or `topic` has no word.
    """
    persons = named_persons(connection, name)
    ids = [each.id for each in persons]
    of = _Statements(connection, ids, name, topic)
    shown = {
        "latest": of.places(),
        "earliest": of.places(newest_first=False),
        "conditions": of.places(conditional=True),
        "denials": of.places(act=Act.DENIES),
    }
    every = list({place: None for places in shown.values() for place in places})
    by_place = dict(zip(every, fetch(connection, every, None, None), strict=True))
    return Dossier(
        asked=name,
        persons=persons,
        statements=sum(each.statements for each in persons),
        months=_months(connection, ids),
        roles=_shares(connection, ids, statement.c.role_id, role.c.words),
        outlets=_shares(connection, ids, statement.c.outlet_id, outlet.c.name),
        addressees=_shares(connection, ids, statement.c.addressee_id, person.c.name),
        acts=_shares(connection, ids, statement.c.act, None),
        topic=topic,
        **{sort: tuple(by_place[place] for place in places) for sort, places in shown.items()},
    )


def named_persons(connection: Connection, name: str) -> tuple[NamedPerson, ...]:
    """Persons with this name, letter case and umlauts aside; else those who have its words.

    At most fifty, those with the most statements first.
    """
    folded = folded_line(name)
    if not folded:
        raise QueryError(name, 0, "no letter or figure to search for")
    rows = connection.execute(select(person).where(person.c.folded == folded)).all()
    if not rows:
        wanted = set(folded.split())
        alike = select(person)
        for word in wanted:
            alike = alike.where(person.c.folded.contains(word))
        rows = [row for row in connection.execute(alike) if wanted <= set(row.folded.split())]
    counts = _counts(connection, [row.id for row in rows])
    persons = (
        NamedPerson(row.id, row.name, PersonKind(row.kind), counts.get(row.id, 0)) for row in rows
    )
    return tuple(sorted(persons, key=lambda each: (-each.statements, each.name)))[:_MOST_NAMES]


def _counts(connection: Connection, ids: Sequence[int]) -> dict[int, int]:
    rows = connection.execute(
        select(statement.c.person_id, func.count())
        .where(is_among(connection, statement.c.person_id, ids), statement.c.current)
        .group_by(statement.c.person_id)
    )
    return {row[0]: row[1] for row in rows}


def _months(connection: Connection, ids: Sequence[int]) -> tuple[tuple[date, int], ...]:
    # Written out: with parameters, PostgreSQL could not tell that it is grouped by what it gives.
    day = literal_column(f"statement.place / {1 << NUMBER_BITS}", BigInteger)
    rows = connection.execute(
        select(day, func.count())
        .where(is_among(connection, statement.c.person_id, ids), statement.c.current)
        .group_by(day)
    )
    months: Counter[date] = Counter()
    for ordinal, count in rows:
        if ordinal:
            months[date.fromordinal(ordinal).replace(day=1)] += count
    return tuple(sorted(months.items()))


def _shares(
    connection: Connection,
    ids: Sequence[int],
    column: Column[Any],
    names: Column[Any] | None,
) -> tuple[Share, ...]:
    count = func.count().label("count")
    rows = connection.execute(
        select(column, count, func.min(statement.c.place), func.max(statement.c.place))
        .where(
            is_among(connection, statement.c.person_id, ids),
            statement.c.current,
            column.is_not(None),
        )
        .group_by(column)
        .order_by(count.desc(), column)
    ).all()
    words: dict[Any, str] = {}
    if names is not None:
        table = names.table
        found = connection.execute(
            select(table.c.id, names).where(is_among(connection, table.c.id, [r[0] for r in rows]))
        )
        words = {row[0]: row[1] for row in found}
    return tuple(
        Share(words.get(value, value), number, day_of(first), day_of(last))
        for value, number, first, last in rows
    )


@dataclass(frozen=True, slots=True)
class _Statements:
    """The statements of some persons, on a topic or on anything."""

    connection: Connection
    ids: Sequence[int]
    name: str
    topic: str | None

    def places(
        self, *, newest_first: bool = True, conditional: bool = False, act: Act | None = None
    ) -> Sequence[int]:
        """The places of the first few of them."""
        if self.topic is None:
            return self._on_anything(newest_first, conditional, act)
        return self._on_topic(newest_first, conditional, act)

    def _on_anything(self, newest_first: bool, conditional: bool, act: Act | None) -> Sequence[int]:
        columns = statement.c
        order = columns.place.desc() if newest_first else columns.place
        wanted = select(columns.place).where(
            is_among(self.connection, columns.person_id, self.ids), columns.current
        )
        if conditional:
            wanted = wanted.where(columns.conditional)
        if act is not None:
            wanted = wanted.where(columns.act == act.value)
        return self.connection.execute(wanted.order_by(order).limit(_SHOWN)).scalars().all()

    def _on_topic(self, newest_first: bool, conditional: bool, act: Act | None) -> Sequence[int]:
        filters = Filters(
            speaker=self.name,
            about=self.topic,
            conditional=conditional,
            acts=frozenset({act} if act else ()),
        )
        window = Window(filters, *filters.places(), newest_first)
        places, _ = current_places(self.connection, None, window, _LOOKED_AT)
        theirs = set(
            self.connection.execute(
                select(statement.c.place).where(
                    is_among(self.connection, statement.c.place, places),
                    is_among(self.connection, statement.c.person_id, self.ids),
                )
            ).scalars()
        )
        return [place for place in places if place in theirs][:_SHOWN]
