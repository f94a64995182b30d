"""Places of statements that a question finds, newest first, without fetching the statements.

SQLite's index gives them in order of its row numbers, which are places, and stops when enough
are found. PostgreSQL's (GIN) has no order: it gives all or none. Frequent things are therefore
looked for by walking back from the newest statement, and only what is not met within a few
thousand of them is asked of the index, which has few to give then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select, text

from wortlaut.record._schema import statement

_WALK = 2_000
"""Statements that are looked at one by one before the index is asked: about 5 ms."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of an index of words, ready for one database."""

    table: str
    """`statement_words` or `article_words`."""
    words: str | None
    """An FTS5 expression or a `tsquery`; None for everything."""
    low: int
    high: int
    newest_first: bool = True
    walk: int = _WALK
    """Rows that are looked at one by one before PostgreSQL's index is asked."""


def find_places(connection: Connection, question: Question, limit: int) -> Sequence[int]:
    """At most `limit` places that answer, in the order wanted.

    Some may belong to no row any more, or to one of an older version.
    """
    if connection.dialect.name == "sqlite":
        return _from_fts5(connection, question, limit)
    return _by_walking(connection, question, limit) or _from_gin(connection, question, limit)


def all_places(
    connection: Connection, low: int, high: int, limit: int, *, newest_first: bool = True
) -> Sequence[int]:
    """Places of statements of current versions, whatever they are."""
    place = statement.c.place
    return (
        connection.execute(
            select(place)
            .where(statement.c.current, place.between(low, high))
            .order_by(place.desc() if newest_first else place)
            .limit(limit)
        )
        .scalars()
        .all()
    )


def _from_fts5(connection: Connection, question: Question, limit: int) -> Sequence[int]:
    sql = (
        f"SELECT rowid FROM {question.table} WHERE {question.table} MATCH :words"
        " AND rowid BETWEEN :low AND :high"
        f" ORDER BY rowid {_direction(question)} LIMIT :limit"
    )
    return connection.execute(text(sql), _values(question, limit)).scalars().all()


def _by_walking(connection: Connection, question: Question, limit: int) -> Sequence[int] | None:
    """The places, where the first few thousand statements hold as many as wanted."""
    sql = (
        "WITH next AS MATERIALIZED ("
        f"SELECT place, words FROM {question.table} WHERE place BETWEEN :low AND :high"
        f" ORDER BY place {_direction(question)} LIMIT {question.walk})"
        " SELECT place FROM next WHERE words @@ CAST(:words AS tsquery) LIMIT :limit"
    )
    found = connection.execute(text(sql), _values(question, limit)).scalars().all()
    return found if len(found) == limit else None


def _from_gin(connection: Connection, question: Question, limit: int) -> Sequence[int]:
    sql = (
        "WITH found AS MATERIALIZED ("
        f"SELECT place FROM {question.table}"
        " WHERE words @@ CAST(:words AS tsquery) AND place BETWEEN :low AND :high)"
        f" SELECT place FROM found ORDER BY place {_direction(question)} LIMIT :limit"
    )
    return connection.execute(text(sql), _values(question, limit)).scalars().all()


def _direction(question: Question) -> str:
    return "DESC" if question.newest_first else "ASC"


def _values(question: Question, limit: int) -> dict[str, object]:
    return {
        "words": question.words,
        "low": question.low,
        "high": question.high,
        "limit": limit,
    }
