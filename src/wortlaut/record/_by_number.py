"""What the record knows by its own numbers, as addresses of pages name it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from wortlaut.record._reading_back import KeptArticle, in_utc, kept
from wortlaut.record._schema import article_version, statement
from wortlaut.record._searching import Found, fetch

_MOST_VERSIONS = 2**31 - 1
"""PostgreSQL would rather fail than compare its column with a larger number."""


@dataclass(frozen=True, slots=True)
class ArticleVersion:
    """That an article had a text, without the text."""

    version: int
    """Counts from 1 within the article."""
    current: bool
    added_at: datetime
    """In UTC."""
    title: str | None


def article_versions(connection: Connection, number: int) -> tuple[ArticleVersion, ...]:
    """The versions of the article with this number, oldest first."""
    columns = article_version.c
    rows = connection.execute(
        select(columns.number, columns.current, columns.added_at, columns.title)
        .where(columns.article_id == number)
        .order_by(columns.number)
    )
    return tuple(
        ArticleVersion(row.number, row.current, in_utc(row.added_at), row.title) for row in rows
    )


def article_by_number(
    connection: Connection, number: int, version: int | None
) -> KeptArticle | None:
    """The current or the numbered version of the article with this number, if there is one."""
    columns = article_version.c
    if version is not None and version > _MOST_VERSIONS:
        return None
    wanted = columns.current if version is None else columns.number == version
    row = connection.execute(
        select(article_version).where(columns.article_id == number, wanted)
    ).first()
    return None if row is None else kept(connection, row)


def statement_by_number(connection: Connection, number: int) -> Found | None:
    """The statement with this number, of whatever version; None where there is none.

    One that a person has taken out is none.
    """
    place = connection.execute(
        select(statement.c.place).where(statement.c.id == number, ~statement.c.removed)
    ).scalar()
    return None if place is None else fetch(connection, [place], None, None)[0]
