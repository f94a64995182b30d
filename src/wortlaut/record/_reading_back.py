"""Articles as they were put on record."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from wortlaut.model import Article
from wortlaut.record._identity import canonical_url, identity, text_hash
from wortlaut.record._many import is_among
from wortlaut.record._schema import article, article_version, statement
from wortlaut.record._stored_form import article_from_stored

_AT_ONCE = 200
"""Articles that are fetched together."""


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """A version of an article on record."""

    id: int
    """The version's number in the record."""
    article_id: int
    version: int
    """Counts from 1 within the article."""
    current: bool
    same_text_as: int | None
    """The `id` of the first version in the record that has the same text."""
    added_at: datetime
    """In UTC."""
    article: Article
    """With its statements, corrections included."""
    statement_ids: tuple[int, ...]
    """The record's numbers of the article's statements, in their order."""
    identity_ids: tuple[int | None, ...]
    """The numbers by which the record knows their speakers, likewise; None for nobody's."""
    human: frozenset[int]
    """Those of these numbers whose statements a person has corrected."""


def kept_article(connection: Connection, url: str, version: int | None) -> KeptArticle | None:
    """The current or the numbered version of an article, by its address."""
    versions = article_version
    wanted = versions.c.current if version is None else versions.c.number == version
    rows = _versions(connection, url, wanted)
    return kept(connection, rows[0]) if rows else None


def kept_versions(connection: Connection, url: str) -> tuple[KeptArticle, ...]:
    """All versions of an article, oldest first."""
    rows = _versions(connection, url)
    return tuple(kept(connection, row) for row in rows)


def versions_with_text(connection: Connection, text: str) -> tuple[KeptArticle, ...]:
    """All versions of any article with these words, in the order in which they came."""
    rows = connection.execute(
        select(article_version)
        .where(article_version.c.text_hash == text_hash(text))
        .order_by(article_version.c.id)
    ).all()
    found = (kept(connection, row) for row in rows)
    return tuple(each for each in found if each.article.text == text)


def holds(connection: Connection, wanted: Article) -> bool:
    """Whether some version of this article has these words."""
    found = connection.execute(
        select(article_version.c.id)
        .join(article, article.c.id == article_version.c.article_id)
        .where(
            article.c.identity == identity(wanted),
            article_version.c.text_hash == text_hash(wanted.text),
        )
    )
    return found.first() is not None


def current_articles(connection: Connection) -> Iterator[Article]:
    """The current version of every article, in the order in which they came."""
    last = 0
    while True:
        rows = connection.execute(
            select(article_version)
            .where(article_version.c.id > last, article_version.c.current)
            .order_by(article_version.c.id)
            .limit(_AT_ONCE)
        ).all()
        yield from articles_of(connection, rows, None)
        if len(rows) < _AT_ONCE:
            return
        last = rows[-1].id


def articles_of(
    connection: Connection, rows: Sequence[Any], wanted: Collection[int] | None
) -> Iterator[Article]:
    """The articles of these versions, with the wanted statements or with all of them."""
    forms: dict[int, list[str]] = {row.id: [] for row in rows}
    columns = statement.c
    found = connection.execute(
        select(columns.id, columns.version_id, columns.form)
        .where(is_among(connection, columns.version_id, forms), ~columns.removed)
        .order_by(columns.version_id, columns.number)
    )
    for each in found:
        if wanted is None or each.id in wanted:
            forms[each.version_id].append(each.form)
    for row in rows:
        yield article_from_stored(row.text, row.form, forms[row.id])


def versions_with_statements(
    connection: Connection,
) -> Iterator[tuple[Any, list[Any]]]:
    """Every version of every article, with the rows of its statements, removed ones included."""
    last = 0
    while True:
        versions = connection.execute(
            select(article_version)
            .where(article_version.c.id > last)
            .order_by(article_version.c.id)
            .limit(_AT_ONCE)
        ).all()
        by_version: dict[int, list[Any]] = {version.id: [] for version in versions}
        for row in connection.execute(
            select(statement)
            .where(is_among(connection, statement.c.version_id, by_version))
            .order_by(statement.c.id)
        ):
            by_version[row.version_id].append(row)
        for version in versions:
            yield version, by_version[version.id]
        if len(versions) < _AT_ONCE:
            return
        last = versions[-1].id


def _versions(connection: Connection, url: str, *wanted: Any) -> Sequence[Row[Any]]:
    return connection.execute(
        select(article_version)
        .join(article, article.c.id == article_version.c.article_id)
        .where(article.c.identity == (canonical_url(url) or url), *wanted)
        .order_by(article_version.c.number)
    ).all()


def kept(connection: Connection, row: Row[Any]) -> KeptArticle:
    """The version of an article that a row of `article_version` tells of."""
    statements = connection.execute(
        select(statement.c.id, statement.c.identity_id, statement.c.human, statement.c.form)
        .where(statement.c.version_id == row.id, ~statement.c.removed)
        .order_by(statement.c.number)
    ).all()
    return KeptArticle(
        id=row.id,
        article_id=row.article_id,
        version=row.number,
        current=row.current,
        same_text_as=row.same_text_as,
        added_at=in_utc(row.added_at),
        article=article_from_stored(row.text, row.form, [each.form for each in statements]),
        statement_ids=tuple(each.id for each in statements),
        identity_ids=tuple(each.identity_id for each in statements),
        human=frozenset(each.id for each in statements if each.human),
    )


def in_utc(moment: datetime) -> datetime:
    """A moment as the database gives it, which on SQLite comes without a time zone."""
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
