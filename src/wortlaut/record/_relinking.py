"""Linking what is already on record: a whole older record, or one version put right."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from sqlalchemy import Connection, select

from wortlaut.record._appearances import appearances_of
from wortlaut.record._dictionaries import Dictionaries
from wortlaut.record._grouping import align
from wortlaut.record._known_identities import Memory
from wortlaut.record._linking import Linker, PersonRow, name_in_statements
from wortlaut.record._reading_back import versions_with_statements
from wortlaut.record._rows import outlet_of
from wortlaut.record._schema import article_version, statement
from wortlaut.record._stored_form import article_from_stored

_GROUP = 200
"""Versions that are linked together, after which what was loaded may be forgotten."""


def link_all(connection: Connection) -> None:
    """Link every article on record, in the order in which they came, within one transaction.

    The identities are those that adding the articles would have made.
    """
    dictionaries, memory = Dictionaries(), Memory()
    versions = versions_with_statements(connection)
    while group := list(islice(versions, _GROUP)):
        linker = Linker(connection, memory)
        found = [
            (version, _persons(connection, dictionaries, version, _standing(statements)))
            for version, statements in group
        ]
        # All at once: to ask for each of them would take longer than to link them.
        linker.identities.need(each for _, persons in found for _, each in persons)
        for version, persons in found:
            linker.take_in(version.id, persons, replaced=_version_before(connection, version))
        linker.write()
    name_in_statements(connection)


def link_again(
    connection: Connection, memory: Memory, dictionaries: Dictionaries, version_id: int
) -> None:
    """Link one version whose statements a person has changed."""
    version = connection.execute(
        select(article_version).where(article_version.c.id == version_id)
    ).one()
    if version.current:
        forms = connection.execute(
            select(statement.c.form)
            .where(statement.c.version_id == version_id, ~statement.c.removed)
            .order_by(statement.c.number)
        ).scalars()
        linker = Linker(connection, memory)
        persons = _persons(connection, dictionaries, version, list(forms))
        linker.take_in(version_id, persons, replaced=version_id)
        linker.write()
    name_in_statements(connection, version_id)
    align(connection, [version_id])


def _standing(statements: Iterable[Any]) -> list[str]:
    """The forms of a version's statements, those left out that a person has taken out."""
    return [row.form for row in statements if not row.removed]


def _persons(
    connection: Connection, dictionaries: Dictionaries, version: Any, forms: list[str]
) -> list[PersonRow]:
    if not any('"person"' in form for form in forms):
        return []
    whole = article_from_stored(version.text, version.form, forms)
    found = appearances_of(whole, outlet_of(whole))
    numbers = dictionaries.persons(connection, ((each.name, each.kind.value) for each in found))
    return [(numbers[each.name, each.kind.value], each) for each in found]


def _version_before(connection: Connection, version: Any) -> int | None:
    if version.number == 1:
        return None
    return connection.execute(
        select(article_version.c.id).where(
            article_version.c.article_id == version.article_id,
            article_version.c.number == version.number - 1,
        )
    ).scalar()
