"""What the record knows of a person: roles, months, outlets, addressees, what they said."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress, islice
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, func, or_, select

from wortlaut.linking import LINKABLE, RoleSeen, offices
from wortlaut.model import Act, PersonKind
from wortlaut.record._filters import Filters
from wortlaut.record._finding import Window, current_places
from wortlaut.record._many import is_among
from wortlaut.record._people import by_number, find_people, known_people
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
    """Somebody whose statements a dossier tells of."""

    id: int | None
    """The record's number; None for groups, unnamed people and documents, who have none."""
    name: str
    """The commonest of their names."""
    kind: PersonKind
    statements: int
    """Of current articles."""
    names: tuple[str, ...] = ()
    """All their names, the commonest first."""


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
    offices: tuple[Share, ...]
    """The roles in order of their first day; those whose words mean one office are told as one,
    whatever words and language name it."""
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
    whose = _whose(connection, name)
    counted = _Counted.of(connection, whose)
    roles = counted.shares("role", _words(connection, role.c.words, counted.numbers("role")))
    shown = counted.shown() if topic is None else _on_topic(connection, whose, name, topic)
    every = list({place: None for places in shown.values() for place in places})
    by_place = dict(zip(every, fetch(connection, every, None, None), strict=True))
    return Dossier(
        asked=name,
        persons=whose.persons,
        statements=sum(each.statements for each in whose.persons),
        months=counted.months(),
        roles=roles,
        offices=_offices(roles),
        outlets=counted.shares(
            "outlet", _words(connection, outlet.c.name, counted.numbers("outlet"))
        ),
        addressees=counted.shares(
            "addressee", _words(connection, person.c.name, counted.numbers("addressee"))
        ),
        acts=counted.shares("act", None),
        topic=topic,
        **{sort: tuple(by_place[place] for place in places) for sort, places in shown.items()},
    )


@dataclass(frozen=True, slots=True)
class _Whose:
    """Whose statements are told of: identities, and persons who have none."""

    persons: tuple[NamedPerson, ...]
    identities: Sequence[int]
    unlinked: Sequence[int]

    def are(self, connection: Connection) -> ColumnElement[bool]:
        """Whether a statement of a current article is theirs."""
        columns = statement.c
        of_identities = is_among(connection, columns.identity_id, self.identities)
        of_others = and_(
            is_among(connection, columns.person_id, self.unlinked), columns.identity_id.is_(None)
        )
        # Each has an index of its own, which an OR would not use as well.
        if not self.unlinked:
            whose = of_identities
        else:
            whose = or_(of_identities, of_others) if self.identities else of_others
        return and_(whose, columns.current)


def _whose(connection: Connection, name: str) -> _Whose:
    """Everybody who is called so, by any spelling; the fifty with the most statements."""
    found = known_people(connection, [each.number for each in find_people(connection, name)])
    persons = [
        NamedPerson(each.id, each.name, each.kind, each.statements, tuple(n for n, _ in each.names))
        for each in found
    ]
    # A number means nobody but the one who has it.
    by_name = by_number(connection, name) is None
    unlinked = _unlinked(connection, name, whole=bool(found)) if by_name else {}
    persons += unlinked.values()
    persons.sort(key=lambda each: (-each.statements, each.name))
    kept = persons[:_MOST_NAMES]
    return _Whose(
        tuple(kept),
        [each.id for each in kept if each.id is not None],
        [id_ for id_, each in unlinked.items() if each in kept],
    )


def _unlinked(connection: Connection, name: str, *, whole: bool) -> dict[int, NamedPerson]:
    """Persons without an identity who are called so, by their numbers.

    Where there are none those whose names have its words, unless it must be the `whole` name.
    """
    folded = folded_line(name)
    columns = person.c
    rows = connection.execute(select(person).where(columns.folded == folded)).all()
    if not rows and not whole:
        wanted = set(folded.split())
        alike = select(person).where(columns.kind.not_in([kind.value for kind in LINKABLE]))
        for word in wanted:
            alike = alike.where(columns.folded.contains(word))
        rows = [row for row in connection.execute(alike) if wanted <= set(row.folded.split())]
    counts = _counts(connection, [row.id for row in rows])
    return {
        row.id: NamedPerson(None, row.name, PersonKind(row.kind), counts[row.id], (row.name,))
        for row in rows
        if row.id in counts
    }


def _counts(connection: Connection, ids: Sequence[int]) -> dict[int, int]:
    if not ids:
        return {}
    columns = statement.c
    rows = connection.execute(
        select(columns.person_id, func.count())
        .where(
            is_among(connection, columns.person_id, ids),
            columns.identity_id.is_(None),
            columns.current,
        )
        .group_by(columns.person_id)
    )
    return {row[0]: row[1] for row in rows}


def _offices(roles: Sequence[Share]) -> tuple[Share, ...]:
    seen = [RoleSeen(each.what, each.count, each.first, each.last) for each in roles]
    return tuple(Share(each.words, each.count, each.first, each.last) for each in offices(seen))


def _words(
    connection: Connection, names: Column[str], numbers: Collection[int]
) -> Mapping[int, str]:
    if not numbers:
        return {}
    table = names.table
    rows = connection.execute(
        select(table.c.id, names).where(is_among(connection, table.c.id, numbers))
    )
    return {row[0]: row[1] for row in rows}


def _in_one_row(connection: Connection, wanted: Select[Any]) -> Sequence[Sequence[Any]]:
    """The rows, in order of their first column, as one of SQLite's JSON arrays.

    Thousands of rows would come back to Python one by one, each to wait for another thread's turn
    to end.
    """
    rows = wanted.subquery()
    (array,) = connection.execute(select(func.json_group_array(func.json_array(*rows.c)))).one()
    # SQLite promises no order within a group; they come sorted, which costs nothing to sort.
    return sorted(json.loads(array), key=itemgetter(0))


@dataclass(frozen=True, slots=True)
class _Counted:
    """What an index tells of each of their statements, in order of place.

    Read once and counted here: that is quicker than to have the database count it five times,
    and finds those to be shown on the way.
    """

    places: Sequence[int]
    columns: Mapping[str, Sequence[Any]]

    @classmethod
    def of(cls, connection: Connection, whose: _Whose) -> _Counted:
        """What is to be counted of the statements of these persons."""
        columns = statement.c
        asked = {
            "outlet": columns.outlet_id,
            "addressee": columns.addressee_id,
            "role": columns.role_id,
            "act": columns.act,
            "conditional": columns.conditional,
        }
        wanted = (
            select(columns.place, *asked.values())
            .where(whose.are(connection))
            .order_by(columns.place)
        )
        sqlite = connection.dialect.name == "sqlite"
        rows = _in_one_row(connection, wanted) if sqlite else connection.execute(wanted).all()
        places, *values = zip(*rows, strict=True) if rows else ((),) * (len(asked) + 1)
        return cls(places, dict(zip(asked, values, strict=True)))

    def numbers(self, name: str) -> Collection[int]:
        """The numbers in a column."""
        return set(self.columns[name]) - {None}

    def shares(self, name: str, words: Mapping[int, str] | None) -> tuple[Share, ...]:
        """How many have each value, the most first, in these words or as it is."""
        values = self.columns[name]
        last = dict(zip(values, self.places, strict=True))
        first = dict(zip(reversed(values), reversed(self.places), strict=True))
        counts = Counter(values)
        del counts[None]
        return tuple(
            Share(
                value if words is None else words[value],
                count,
                day_of(first[value]),
                day_of(last[value]),
            )
            for value, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        )

    def months(self) -> tuple[tuple[date, int], ...]:
        """How many of each month, in order of time."""
        months: Counter[date] = Counter()
        for ordinal, count in Counter(place >> NUMBER_BITS for place in self.places).items():
            if ordinal:
                months[date.fromordinal(ordinal).replace(day=1)] += count
        return tuple(sorted(months.items()))

    def shown(self) -> dict[str, Sequence[int]]:
        """The places of the first few of each sort."""
        newest = self.places[::-1]
        conditional = self.columns["conditional"][::-1]
        acts = self.columns["act"][::-1]
        denials = (place for place, act in zip(newest, acts, strict=True) if act == Act.DENIES)
        return {
            "latest": newest[:_SHOWN],
            "earliest": self.places[:_SHOWN],
            "conditions": tuple(islice(compress(newest, conditional), _SHOWN)),
            "denials": tuple(islice(denials, _SHOWN)),
        }


def _on_topic(
    connection: Connection, whose: _Whose, name: str, topic: str
) -> dict[str, Sequence[int]]:
    def places(
        *, newest_first: bool = True, conditional: bool = False, act: Act | None = None
    ) -> Sequence[int]:
        filters = Filters(
            speaker=name,
            about=topic,
            conditional=conditional,
            acts=frozenset({act} if act else ()),
        )
        window = Window(filters, *filters.places(), newest_first)
        found, _ = current_places(connection, None, window, _LOOKED_AT)
        theirs = set(
            connection.execute(
                select(statement.c.place).where(
                    is_among(connection, statement.c.place, found), whose.are(connection)
                )
            ).scalars()
        )
        return [place for place in found if place in theirs][:_SHOWN]

    return {
        "latest": places(),
        "earliest": places(newest_first=False),
        "conditions": places(conditional=True),
        "denials": places(act=Act.DENIES),
    }
