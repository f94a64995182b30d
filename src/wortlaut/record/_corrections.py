"""What people put right: it is marked as theirs, and no reader overwrites it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from sqlalchemy import Connection, func, select, update

from wortlaut.model import Statement
from wortlaut.record._adding import StatementOf, add_statement_rows, numbered_statement
from wortlaut.record._dictionaries import Dictionaries
from wortlaut.record._grouping import reword
from wortlaut.record._known_identities import Memory
from wortlaut.record._mentions import delete_mentions, insert_mentions
from wortlaut.record._reading_back import KeptArticle
from wortlaut.record._relinking import link_again
from wortlaut.record._rows import outlet_of, statement_row
from wortlaut.record._schema import article_version, statement
from wortlaut.record._stored_form import stored_statement
from wortlaut.record._tallies import tally_statements
from wortlaut.record._vector_blocks import insert_vectors
from wortlaut.record._word_index import delete_statement_entries, insert_statement_entries
from wortlaut.record._wordings import vector_of


class Kind(Protocol):
    """What was done to a statement."""

    @property
    def value(self) -> str:
        """`changed`, `added` or `removed`."""


class Correction(Protocol):
    """One statement as a person wants it."""

    @property
    def kind(self) -> Kind:
        """What was done to it."""

    @property
    def statement(self) -> Statement:
        """As it is to be; as it was, where it is to be removed."""


def correct(
    connection: Connection,
    dictionaries: Dictionaries,
    memory: Memory,
    kept: KeptArticle,
    corrections: Iterable[Correction],
) -> None:
    """Store corrections of the statements of a version.

    Raises `ValueError` where a statement is changed or removed that the version has not.
    """
    version = connection.execute(
        select(article_version.c.outlet_id, article_version.c.current).where(
            article_version.c.id == kept.id
        )
    ).one()
    for each in corrections:
        row = statement_row(
            kept.article,
            each.statement,
            stored_statement(each.statement),
            outlet_of(kept.article),
            _next_number(connection, kept.id),
            human=True,
        )
        new = StatementOf(kept.id, version.outlet_id, row)
        if each.kind.value == "added":
            add_statement_rows(
                connection,
                dictionaries,
                [new],
                superseded=frozenset() if version.current else frozenset({kept.id}),
            )
            continue
        old = _row_of(connection, kept.id, each.statement.id)
        if each.kind.value == "removed":
            remove_row(connection, old)
        else:
            replace_row(connection, dictionaries, old, new)
    link_again(connection, memory, dictionaries, kept.id)


def remove_row(connection: Connection, old: Any) -> None:
    """The row stays, so that a reader who finds the statement again does not bring it back."""
    connection.execute(
        update(statement)
        .where(statement.c.id == old.id)
        .values(current=False, removed=True, human=True)
    )
    delete_mentions(connection, [old.place])
    if old.current:
        tally_statements(connection, went=[(old.place, old.language)])


def replace_row(
    connection: Connection, dictionaries: Dictionaries, old: Any, new: StatementOf
) -> None:
    """The statement keeps its number in the record, and gets a new place and new words."""
    columns, entry, about = numbered_statement(connection, dictionaries, new)
    columns |= {"id": old.id, "number": old.number, "current": old.current}
    delete_statement_entries(connection, [old.place])
    delete_mentions(connection, [old.place])
    connection.execute(update(statement).where(statement.c.id == old.id).values(columns))
    insert_statement_entries(connection, [(columns["place"], entry)])
    vector = vector_of(new.row)
    reword(connection, old.id, new.row.window, vector)
    insert_vectors(connection, [columns], [vector])
    if old.current:
        insert_mentions(connection, [(columns["place"], columns["person_id"], about)])
    before, after = (old.place, old.language), (columns["place"], columns["language"])
    tally_statements(
        connection,
        came=[after] if old.current else (),
        went=[before] if old.current else (),
        entered=[after],
    )


def _row_of(connection: Connection, version: int, number: int) -> Any:
    columns = statement.c
    rows: Sequence[Any] = connection.execute(
        select(
            columns.id,
            columns.number,
            columns.place,
            columns.language,
            columns.current,
            columns.form,
        ).where(columns.version_id == version, ~columns.removed)
    ).all()
    for row in rows:
        if json.loads(row.form)["id"] == number:
            return row
    raise ValueError(f"the article has no statement {number}")


def _next_number(connection: Connection, version: int) -> int:
    last = connection.execute(
        select(func.max(statement.c.number)).where(statement.c.version_id == version)
    ).scalar()
    return (last or 0) + 1
