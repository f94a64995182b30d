"""Whose the names are that articles mention: persons led to identities, many at once.

Whoever is only spoken about is not linked when an article is added; it is told from those of the
name who speak, when it is asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from sqlalchemy import Connection, func, select

from wortlaut.linking import is_called, lookup_keys
from wortlaut.model import PersonKind
from wortlaut.record._many import is_among
from wortlaut.record._people import identities
from wortlaut.record._schema import appearance, identity_key, person

_AT_ONCE = 2_000
_MOST_CALLED = 50
"""Identities that may be called so; a name of more tells nobody apart."""


def identities_of(connection: Connection, persons: Collection[int]) -> dict[int, int]:
    """The identity of each of these persons by number; without those who have none, or several.

    A name that speaks somewhere is whose it is there, most often; one that never does is whose
    names it sounds like, where that is only one.
    """
    found = dict(_by_appearance(connection, persons))
    unknown = [number for number in persons if number not in found]
    found.update(_by_name(connection, unknown))
    return found


def _by_appearance(connection: Connection, persons: Collection[int]) -> Iterator[tuple[int, int]]:
    """The commonest identity of each person, of two as common the older."""
    columns = appearance.c
    count = func.count().label("count")
    rows = connection.execute(
        select(columns.person_id, columns.identity_id)
        .where(is_among(connection, columns.person_id, persons), columns.current)
        .group_by(columns.person_id, columns.identity_id)
        .order_by(columns.person_id, count, columns.identity_id.desc())
    )
    # The last of each person is the commonest.
    for row in rows:
        yield row.person_id, row.identity_id


def _by_name(connection: Connection, persons: Collection[int]) -> Iterator[tuple[int, int]]:
    rows = connection.execute(
        select(person.c.id, person.c.name, person.c.kind).where(
            is_among(connection, person.c.id, persons)
        )
    ).all()
    asked = {row.id: (row.name, lookup_keys(row.name, PersonKind(row.kind))) for row in rows}
    kinds = {row.id: PersonKind(row.kind) for row in rows}
    by_key = _identities_by_key(connection, {key for _, keys in asked.values() for key in keys})
    numbers = {number for each in by_key.values() for number in each}
    whole = {each.number: each for each in identities(connection, numbers)}
    for id_, (name, keys) in asked.items():
        candidates = {number for key in keys for number in by_key.get(key, ())}
        if len(candidates) > _MOST_CALLED:
            continue
        known = [whole[number] for number in candidates if number in whole]
        called = [each for each in known if each.kind == kinds[id_] and is_called(name, each)]
        if len(called) == 1:
            yield id_, called[0].number


def _identities_by_key(connection: Connection, keys: Collection[str]) -> Mapping[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    wanted = sorted(keys)
    for begin in range(0, len(wanted), _AT_ONCE):
        rows = connection.execute(
            select(identity_key.c.key, identity_key.c.identity_id).where(
                identity_key.c.key.in_(wanted[begin : begin + _AT_ONCE])
            )
        )
        for row in rows:
            found[row.key].add(row.identity_id)
    return found
