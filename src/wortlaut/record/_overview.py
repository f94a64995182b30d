"""What is in the record as a whole: how much, since when, how it grew, who is quoted most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Connection, func, select, text

from wortlaut.model import PersonKind
from wortlaut.record._people import identities
from wortlaut.record._reading_back import in_utc
from wortlaut.record._schema import (
    NUMBER_BITS,
    article_version,
    calendar,
    growth,
    identity,
    living,
    outlet,
)

_FEW_DAYS = 120
"""Days whose statements are counted one by one; of more, everybody's are."""
_MOST_QUOTED = (
    "SELECT {0}identity_id AS identity_id, count(*) AS number FROM statement"
    " WHERE {1}place BETWEEN :low AND :high AND current AND {0}identity_id IS NOT NULL"
    " GROUP BY {0}identity_id ORDER BY number DESC, 1 LIMIT :limit"
)


@dataclass(frozen=True, slots=True)
class InLanguage:
    """How much of the record is in one language."""

    language: str | None
    """None where articles have none."""
    articles: int
    statements: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What is in the record now; statements are those of articles' current versions."""

    articles: int
    statements: int
    people: int
    """Humans who are known by name and speak in some article."""
    bodies: int
    """Likewise: governments, ministries, parties, companies."""
    outlets: int
    """That any version of any article came from."""
    languages: tuple[InLanguage, ...]
    """The one with the most statements first."""
    first: date | None
    last: date | None
    """The days of the first and the last statement; None where none has a day."""
    added_at: datetime | None
    """When the last version of an article came, in UTC."""


@dataclass(frozen=True, slots=True)
class Grown:
    """What came to the record on a day, less what went."""

    day: date
    """In UTC."""
    articles: int
    statements: int
    """Below zero where more were taken out, or left behind in older versions, than came."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Somebody who was quoted in some days."""

    id: int
    """The record's number for them."""
    name: str
    kind: PersonKind
    statements: int
    """In these days."""


def overview(connection: Connection) -> Overview:
    """How much of everything is in the record."""
    languages = _languages(connection)
    kinds = {
        row.kind: row.number
        for row in connection.execute(
            select(identity.c.kind, func.count().label("number"))
            .where(living)
            .group_by(identity.c.kind)
        )
    }
    first, last = _days(connection)
    # Numbers only grow, and so does time.
    last_added = connection.execute(
        select(article_version.c.added_at).order_by(article_version.c.id.desc()).limit(1)
    ).scalar()
    return Overview(
        articles=sum(each.articles for each in languages),
        statements=sum(each.statements for each in languages),
        people=kinds.get(PersonKind.HUMAN.value, 0),
        bodies=kinds.get(PersonKind.BODY.value, 0),
        outlets=connection.execute(select(func.count()).select_from(outlet)).scalar_one(),
        languages=languages,
        first=first,
        last=last,
        added_at=last_added and in_utc(last_added),
    )


def _days(connection: Connection) -> tuple[date | None, date | None]:
    columns = calendar.c
    first, last = connection.execute(
        select(func.min(columns.day), func.max(columns.day)).where(
            columns.day > 0, columns.statements > 0
        )
    ).one()
    return first and date.fromordinal(first), last and date.fromordinal(last)


def _languages(connection: Connection) -> tuple[InLanguage, ...]:
    columns = growth.c
    rows = connection.execute(
        select(columns.language, func.sum(columns.articles), func.sum(columns.statements)).group_by(
            columns.language
        )
    )
    found = (InLanguage(row[0] or None, int(row[1]), int(row[2])) for row in rows)
    there = (each for each in found if each.articles or each.statements)
    return tuple(sorted(there, key=lambda each: (-each.statements, each.language or "")))


def grown(connection: Connection, days: int, today: date | None = None) -> tuple[Grown, ...]:
    """What came on each of the last so many days, today the last, those without anything too."""
    last = (today or datetime.now(UTC).date()).toordinal()
    columns = growth.c
    rows = connection.execute(
        select(columns.day, func.sum(columns.articles), func.sum(columns.statements))
        .where(columns.day > last - days, columns.day <= last)
        .group_by(columns.day)
    )
    came = {row[0]: (int(row[1]), int(row[2])) for row in rows}
    return tuple(
        Grown(date.fromordinal(day), *came.get(day, (0, 0)))
        for day in range(last - days + 1, last + 1)
    )


def most_quoted(
    connection: Connection, since: date, until: date | None, limit: int
) -> tuple[Quoted, ...]:
    """Who has the most statements of these days, the first and the last one included."""
    if until is None:
        until = _days(connection)[1] or since
    # A sign keeps SQLite from using an index of this column.
    signs = ("+", "") if (until - since).days <= _FEW_DAYS else ("", "+")
    rows = connection.execute(
        text(_MOST_QUOTED.format(*signs)),
        {
            "low": since.toordinal() << NUMBER_BITS,
            "high": ((until.toordinal() + 1) << NUMBER_BITS) - 1,
            "limit": limit,
        },
    ).all()
    known = {each.number: each for each in identities(connection, [row[0] for row in rows])}
    return tuple(
        Quoted(whole.number, whole.names[0][0], whole.kind, row.number)
        for row in rows
        if (whole := known[row.identity_id]).names
    )
