"""Whom the record knows: identities by their names, with what speaks for them."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from wortlaut._exceptions import PersonUnclear, QueryError
from wortlaut.linking import Identity, RoleSeen, is_called, lookup_keys
from wortlaut.model import PersonKind
from wortlaut.record._known_identities import OPEN
from wortlaut.record._many import is_among
from wortlaut.record._profiles import identity_from_row
from wortlaut.record._schema import appearance, identity, identity_key, person, proposal, statement
from wortlaut.record._search_words import folded_line

_MOST_FOUND = 200
"""Identities of one name that are looked at."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody on record, by whatever names articles call them."""

    id: int
    """The record's number; when two are merged the lower one stays, and the other leads to it."""
    name: str
    """The commonest of `names`."""
    kind: PersonKind
    names: tuple[tuple[str, int], ...]
    """Each name with the number of articles that have it, the commonest first."""
    roles: tuple[RoleSeen, ...]
    """In the articles' words, the commonest first."""
    first: date | None
    last: date | None
    """The days of the first and the last article in which they speak."""
    articles: int
    """Current ones in which they speak."""
    statements: int
    """In current articles."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two on record who may be one: a question to a person."""

    one: KnownPerson
    other: KnownPerson
    confidence: float
    """How sure it is that they are one, between 0 and 1."""
    why: tuple[str, ...]
    """The evidence in words, what weighs most first; + speaks for it, - against it."""


def people(connection: Connection, limit: int, skip: int = 0) -> tuple[KnownPerson, ...]:
    """Those with the most statements in current articles, after the first few to `skip`."""
    count = func.count().label("count")
    rows = connection.execute(
        select(statement.c.identity_id, count)
        .where(statement.c.identity_id.is_not(None), statement.c.current)
        .group_by(statement.c.identity_id)
        .order_by(count.desc(), statement.c.identity_id)
        .limit(limit)
        .offset(skip)
    ).all()
    return known_people(connection, [row.identity_id for row in rows])


def proposals(connection: Connection, limit: int) -> tuple[Proposal, ...]:
    """What is to be decided by people, the likeliest first."""
    columns = proposal.c
    rows = connection.execute(
        select(proposal)
        .where(columns.state == OPEN)
        .order_by(columns.confidence.desc(), columns.identity_id, columns.other_id)
        .limit(limit)
    ).all()
    numbers = {number for row in rows for number in (row.identity_id, row.other_id)}
    known = {each.id: each for each in known_people(connection, numbers)}
    return tuple(
        Proposal(
            known[row.other_id],
            known[row.identity_id],
            row.confidence,
            tuple(json.loads(row.why)),
        )
        for row in rows
    )


def known_people(connection: Connection, numbers: Collection[int]) -> tuple[KnownPerson, ...]:
    """Identities by their numbers, those with the most statements first."""
    statements = _counts(connection, statement, numbers)
    articles = _counts(connection, appearance, numbers)
    found = (
        _known(whole, articles.get(whole.number, 0), statements.get(whole.number, 0))
        for whole in identities(connection, numbers)
        if whole.names
    )
    return tuple(sorted(found, key=lambda each: (-each.statements, -each.articles, each.id)))


def identities(connection: Connection, numbers: Collection[int]) -> list[Identity]:
    """Identities by their numbers, those merged into others left out."""
    rows = connection.execute(
        select(identity)
        .where(is_among(connection, identity.c.id, numbers), identity.c.merged_into.is_(None))
        .order_by(identity.c.id)
    )
    return [identity_from_row(row) for row in rows]


def find_people(connection: Connection, words: str) -> list[Identity]:
    """Whoever is called so, in any spelling; by `#17` or `17`, the one of that number.

    A surname finds all who bear it. Where nobody is called so, those whose names hold all of
    the words. At most two hundred.

    Raises `QueryError` where there is no word.
    """
    folded = folded_line(words)
    if not folded:
        raise QueryError(words, 0, "no letter or figure to search for")
    numbered = by_number(connection, words)
    if numbered is not None:
        return numbered
    exact = select(person.c.id).where(person.c.folded == folded)
    found = {each.number: each for each in _of_persons(connection, exact)}
    found.update((each.number, each) for each in called(connection, words))
    if not found:
        wanted = set(folded.split())
        alike = select(person.c.id, person.c.folded)
        for word in wanted:
            alike = alike.where(person.c.folded.contains(word))
        rows = connection.execute(alike.limit(10 * _MOST_FOUND))
        ids = [row.id for row in rows if wanted <= set(row.folded.split())]
        held = select(person.c.id).where(is_among(connection, person.c.id, ids))
        found = {each.number: each for each in _of_persons(connection, held)}
    return [found[number] for number in sorted(found)][:_MOST_FOUND]


def called(connection: Connection, words: str) -> list[Identity]:
    """Identities found by the sound of a name, without going through all names."""
    keys = {key for kind in (PersonKind.HUMAN, PersonKind.BODY) for key in lookup_keys(words, kind)}
    numbers = (
        connection.execute(
            select(identity_key.c.identity_id)
            .where(identity_key.c.key.in_(keys))
            .distinct()
            .order_by(identity_key.c.identity_id)
            .limit(3 * _MOST_FOUND)
        )
        .scalars()
        .all()
    )
    return [each for each in identities(connection, numbers) if is_called(words, each)]


def one_person(connection: Connection, words: str) -> Identity:
    """The only one on record who is called so, or has this number.

    Raises `PersonUnclear` where there is nobody or several.
    """
    found = find_people(connection, words)
    if not found:
        raise PersonUnclear(
            words, "nobody of this name is on record", "look with `wortlaut people`"
        )
    if len(found) > 1:
        shown = ", ".join(f"#{each.number} {each.names[0][0]}" for each in found[:8])
        more = ", …" if len(found) > 8 else ""
        raise PersonUnclear(words, f"several are called so: {shown}{more}", "name the number")
    return found[0]


def by_number(connection: Connection, words: str) -> list[Identity] | None:
    """The identity that `#17` or `17` means; None where `words` are no number."""
    digits = words.strip().removeprefix("#")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 18:
        return None
    row = connection.execute(
        select(identity.c.id, identity.c.merged_into).where(identity.c.id == int(digits))
    ).first()
    return identities(connection, [row.merged_into or row.id]) if row else []


def _of_persons(connection: Connection, persons: Any) -> list[Identity]:
    numbers = connection.execute(
        select(appearance.c.identity_id)
        .where(appearance.c.person_id.in_(persons), appearance.c.current)
        .distinct()
        .order_by(appearance.c.identity_id)
        .limit(10 * _MOST_FOUND)
    ).scalars()
    return [each for each in identities(connection, list(numbers)) if each.names]


def _counts(connection: Connection, table: Any, numbers: Collection[int]) -> dict[int, int]:
    rows: Sequence[Any] = connection.execute(
        select(table.c.identity_id, func.count())
        .where(is_among(connection, table.c.identity_id, numbers), table.c.current)
        .group_by(table.c.identity_id)
    ).all()
    return {row[0]: row[1] for row in rows}


def _known(whole: Identity, articles: int, statements: int) -> KnownPerson:
    return KnownPerson(
        whole.number,
        whole.names[0][0],
        whole.kind,
        whole.names,
        whole.roles,
        whole.first,
        whole.last,
        articles,
        statements,
    )
