"""Articles into the record: each wholly or not at all, the same one only once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Table, bindparam, insert, select, update

from wortlaut.record._dictionaries import Dictionaries
from wortlaut.record._numbering import take_numbers
from wortlaut.record._rows import ArticleRows, StatementRow
from wortlaut.record._schema import article, article_version, place_of, statement
from wortlaut.record._word_index import (
    copy_rows,
    insert_article_entries,
    insert_statement_entries,
)


class Added(StrEnum):
    """What adding an article did to the record."""

    NEW = "new"
    """The article was not in the record."""
    UNCHANGED = "unchanged"
    """It was, with this text: nothing was done."""
    CHANGED = "changed"
    """It was, with another text: that version stays, and this one is current now."""
    SAME_TEXT = "same_text"
    """It was not, but its text was, under another address; it was added."""


@dataclass(slots=True)
class _Group:
    """The rows of several articles, numbered, ready to go in together."""

    articles: list[dict[str, Any]] = field(default_factory=list)
    versions: list[dict[str, Any]] = field(default_factory=list)
    rows: list[tuple[int, int | None, ArticleRows]] = field(default_factory=list)
    """Version number, outlet and rows of each article that goes in."""
    superseded: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Known:
    """What the record already holds of a group's articles."""

    versions: dict[str, tuple[int, int, int, str]]
    """By identity: article, current version, its number and its text's hash."""
    texts: dict[str, int]
    """By hash: the first version that has the text."""


def add_rows(
    connection: Connection, dictionaries: Dictionaries, group: Sequence[ArticleRows]
) -> list[Added]:
    """Write a group of articles within the connection's transaction, in their order."""
    known = _look_up(connection, group)
    outcomes, numbered = _decide(connection, dictionaries, known, group)
    _supersede(connection, numbered.superseded)
    insert_rows(connection, article, numbered.articles)
    insert_rows(connection, article_version, numbered.versions)
    insert_article_entries(
        connection,
        [(place_of(rows.day, version), rows.entry) for version, _, rows in numbered.rows],
    )
    add_statement_rows(
        connection,
        dictionaries,
        [
            (version, outlet, row)
            for version, outlet, rows in numbered.rows
            for row in rows.statements
        ],
        superseded=frozenset(numbered.superseded),
    )
    return outcomes


def add_statement_rows(
    connection: Connection,
    dictionaries: Dictionaries,
    rows: Sequence[tuple[int, int | None, StatementRow]],
    *,
    superseded: frozenset[int] = frozenset(),
) -> None:
    """Write statements with their version's number and outlet."""
    if not rows:
        return
    persons = dictionaries.persons(
        connection, (key for _, _, row in rows for key in (row.person, row.addressee) if key)
    )
    roles = dictionaries.roles(connection, (row.role for _, _, row in rows if row.role))
    first = take_numbers(connection, "statement", len(rows))
    columns = []
    entries = []
    for number, (version, outlet, row) in enumerate(rows, first):
        place = place_of(row.day, number)
        columns.append(
            {
                "id": number,
                "version_id": version,
                "place": place,
                "current": version not in superseded,
                "person_id": row.person and persons[row.person],
                "role_id": row.role and roles[row.role],
                "addressee_id": row.addressee and persons[row.addressee],
                "outlet_id": outlet,
                **row.columns,
            }
        )
        entries.append((place, row.entry))
    insert_rows(connection, statement, columns)
    insert_statement_entries(connection, entries)


def insert_rows(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows that all have the same columns."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(insert(table), rows)
    else:
        names = list(rows[0])
        copy_rows(connection, table.name, names, ([row[name] for name in names] for row in rows))


def _look_up(connection: Connection, group: Iterable[ArticleRows]) -> _Known:
    rows = list(group)
    versions = article_version
    current = connection.execute(
        select(
            article.c.identity, article.c.id, versions.c.id, versions.c.number, versions.c.text_hash
        )
        .join(versions, versions.c.article_id == article.c.id)
        .where(article.c.identity.in_({row.identity for row in rows}), versions.c.current)
    )
    texts = connection.execute(
        select(versions.c.text_hash, versions.c.id)
        .where(versions.c.text_hash.in_({row.text_hash for row in rows}))
        .order_by(versions.c.id.desc())
    )
    return _Known(
        {
            identity: (id_, version, number, hash_)
            for identity, id_, version, number, hash_ in current
        },
        {row.text_hash: row.id for row in texts},
    )


def _decide(
    connection: Connection,
    dictionaries: Dictionaries,
    known: _Known,
    group: Sequence[ArticleRows],
) -> tuple[list[Added], _Group]:
    """Says of each article what it is to the record, and numbers those that go in."""
    outlets = dictionaries.outlets(connection, (rows.outlet for rows in group if rows.outlet))
    outcomes: list[Added] = []
    numbered = _Group()
    now = datetime.now(UTC)
    going_in = [rows for rows in group if not _is_unchanged(known, rows)]
    next_article = take_numbers(connection, "article", len(going_in))
    next_version = take_numbers(connection, "article_version", len(going_in))
    for rows in group:
        before = known.versions.get(rows.identity)
        if before is not None and before[3] == rows.text_hash:
            outcomes.append(Added.UNCHANGED)
            continue
        same_text = known.texts.get(rows.text_hash)
        if before is None:
            outcomes.append(Added.NEW if same_text is None else Added.SAME_TEXT)
            article_id, number = next_article, 1
            next_article += 1
            numbered.articles.append({"id": article_id, "identity": rows.identity})
        else:
            outcomes.append(Added.CHANGED)
            article_id, number = before[0], before[2] + 1
            numbered.superseded.append(before[1])
            for version in numbered.versions:
                if version["id"] == before[1]:
                    version["current"] = False
        outlet = outlets[rows.outlet] if rows.outlet else None
        numbered.versions.append(
            {
                "id": next_version,
                "article_id": article_id,
                "number": number,
                "current": True,
                "same_text_as": same_text,
                "place": place_of(rows.day, next_version),
                "text_hash": rows.text_hash,
                "added_at": now,
                "outlet_id": outlet,
                **rows.columns,
            }
        )
        numbered.rows.append((next_version, outlet, rows))
        known.versions[rows.identity] = (article_id, next_version, number, rows.text_hash)
        known.texts.setdefault(rows.text_hash, next_version)
        next_version += 1
    return outcomes, numbered


def _is_unchanged(known: _Known, rows: ArticleRows) -> bool:
    before = known.versions.get(rows.identity)
    return before is not None and before[3] == rows.text_hash


def _supersede(connection: Connection, versions: Sequence[int]) -> None:
    """Old versions stay with their statements, but are no longer what an article says."""
    for table, column in ((article_version, "id"), (statement, "version_id")):
        if versions:
            connection.execute(
                update(table)
                .where(table.c[column] == bindparam("superseded"))
                .values(current=False),
                [{"superseded": version} for version in versions],
            )
