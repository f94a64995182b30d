"""Under which names somebody appears, and how sure it is that each name means them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, case, func, select

from wortlaut.record._schema import appearance, person


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name that articles give somebody."""

    name: str
    articles: int
    """Current ones that have it."""
    confidence: float
    """How sure it is that these articles mean this person, on average, between 0 and 1."""
    doubtful: float
    """The same for the least sure of them."""
    by_person: int
    """In how many of them a person has said so."""


def spellings(connection: Connection, number: int) -> tuple[Spelling, ...]:
    """The names of the identity with this number, the commonest first."""
    columns = appearance.c
    count = func.count().label("articles")
    rows = connection.execute(
        select(
            person.c.name,
            count,
            func.avg(columns.confidence).label("confidence"),
            func.min(columns.confidence).label("doubtful"),
            func.sum(case((columns.by_person, 1), else_=0)).label("by_person"),
        )
        .join(person, person.c.id == columns.person_id)
        .where(columns.identity_id == number, columns.current)
        .group_by(person.c.name)
        .order_by(count.desc(), person.c.name)
    )
    return tuple(
        Spelling(row.name, row.articles, float(row.confidence), row.doubtful, int(row.by_person))
        for row in rows
    )
