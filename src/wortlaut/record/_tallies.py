"""Counts that are kept beside the rows, as counting a million of them takes too long.

    growth    by day (UTC) and language: articles and statements that came, less those that went
    calendar  by the day on which it was said and language: statements of current articles, and
              entries of the index of words, which keeps those of older versions

They change in the transaction that changes the rows, and `wrong_tallies` counts anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, Connection, func, literal_column, select, text

from wortlaut.record._schema import NUMBER_BITS, article_version, calendar, growth, statement

Where = tuple[int, str | None]
"""A statement's place and language."""
_GROWTH = text(
    "INSERT INTO growth (day, language, articles, statements)"
    " VALUES (:day, :language, :articles, :statements)"
    " ON CONFLICT (day, language) DO UPDATE SET"
    " articles = growth.articles + excluded.articles,"
    " statements = growth.statements + excluded.statements"
)
_CALENDAR = text(
    "INSERT INTO calendar (day, language, statements, entries)"
    " VALUES (:day, :language, :statements, :entries)"
    " ON CONFLICT (day, language) DO UPDATE SET"
    " statements = calendar.statements + excluded.statements,"
    " entries = calendar.entries + excluded.entries"
)


def tally_articles(
    connection: Connection, *, came: Iterable[str | None] = (), went: Iterable[str | None] = ()
) -> None:
    """Count current versions in these languages in, and out."""
    articles = Counter(language or "" for language in came)
    articles.subtract(language or "" for language in went)
    _grow(connection, {language: (by, 0) for language, by in articles.items()})


def tally_statements(
    connection: Connection,
    *,
    came: Iterable[Where] = (),
    went: Iterable[Where] = (),
    entered: Iterable[Where] = (),
) -> None:
    """Count current statements in, and out, and entries of the index of words in."""
    entries = Counter((place >> NUMBER_BITS, language or "") for place, language in entered)
    statements = Counter((place >> NUMBER_BITS, language or "") for place, language in came)
    statements.subtract((place >> NUMBER_BITS, language or "") for place, language in went)
    rows = [
        {"day": day, "language": language, "statements": by, "entries": entries[day, language]}
        for day, language in sorted({*entries, *statements})
        if (by := statements[day, language]) or entries[day, language]
    ]
    if rows:
        connection.execute(_CALENDAR, rows)
    by_language: Counter[str] = Counter()
    for (_, language), by in statements.items():
        by_language[language] += by
    _grow(connection, {language: (0, by) for language, by in by_language.items()})


def tally_anew(connection: Connection) -> None:
    """Fill `calendar` from the statements, of which each has one entry in the index of words."""
    connection.execute(calendar.delete())
    connection.execute(
        text(
            "INSERT INTO calendar (day, language, statements, entries)"
            f" SELECT place / {1 << NUMBER_BITS}, coalesce(language, ''),"
            " sum(CASE WHEN current THEN 1 ELSE 0 END), count(*) FROM statement GROUP BY 1, 2"
        )
    )


def _grow(connection: Connection, by_language: dict[str, tuple[int, int]]) -> None:
    today = datetime.now(UTC).date().toordinal()
    rows = [
        {"day": today, "language": language, "articles": articles, "statements": statements}
        for language, (articles, statements) in sorted(by_language.items())
        if articles or statements
    ]
    if rows:
        connection.execute(_GROWTH, rows)


def wrong_tallies(connection: Connection) -> Iterator[str]:
    """Counts that are not those of the rows, one sentence each."""
    # Written out: with parameters, PostgreSQL could not tell that it is grouped by what it gives.
    day = literal_column(f"statement.place / {1 << NUMBER_BITS}", BigInteger)
    for what, table, kept, counted in (
        (
            "articles",
            growth,
            select(growth.c.language, func.sum(growth.c.articles)).group_by(growth.c.language),
            _counted(article_version, article_version.c.language),
        ),
        (
            "statements",
            growth,
            select(growth.c.language, func.sum(growth.c.statements)).group_by(growth.c.language),
            _counted(statement, statement.c.language),
        ),
        (
            "statements",
            calendar,
            select(calendar.c.day, func.sum(calendar.c.statements)).group_by(calendar.c.day),
            _counted(statement, day),
        ),
    ):
        told = _counts(connection, kept)
        there = _counts(connection, counted)
        for key in sorted(told.keys() | there.keys()):
            if told[key] != there[key]:
                yield (
                    f"table {table.name}, {key or 'none'}: has {told[key]} {what},"
                    f" of which there are {there[key]}"
                )


def _counted(table: Any, key: Any) -> Any:
    return select(key, func.count()).where(table.c.current).group_by(key)


def _counts(connection: Connection, wanted: Any) -> Counter[Any]:
    rows = connection.execute(wanted)
    # SQLAlchemy's Integer of PostgreSQL sums to Decimal.
    return Counter({str(row[0] or ""): int(row[1]) for row in rows if row[1]})
