"""What the record knows by its own numbers, as addresses of pages name it."""

from __future__ import annotations

from sqlalchemy import Connection, select

from wortlaut.record._reading_back import KeptArticle, kept
from wortlaut.record._schema import article_version, statement
from wortlaut.record._searching import Found, fetch


def article_by_number(
    connection: Connection, number: int, version: int | None
) -> KeptArticle | None:
    """The current or the numbered version of the article with this number, if there is one."""
    columns = article_version.c
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
