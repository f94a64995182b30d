"""Who is on record: a list, searched by name, most often quoted first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wortlaut.model import PersonKind
from wortlaut.record import KnownPerson, Record

PEOPLE_PAGE = 40
"""People on a page."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody in the list."""

    number: int
    name: str
    also: tuple[str, ...]
    """Other names, the commonest first."""
    kind: PersonKind
    role: str | None
    """The role that was seen last."""
    statements: int
    articles: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class PeopleView:
    """A page of the list."""

    name: str
    """The name that is looked for; empty for everybody."""
    page: int
    """Counts from 1."""
    people: tuple[Listed, ...]
    more: bool
    """Whether there is a page behind this one."""


def people_view(record: Record, name: str = "", page: int = 1) -> PeopleView:
    """A page of who is on record, or of who is called so.

    Raises `QueryError` where the name has no letter or figure.
    """
    found = record.people(name, limit=PEOPLE_PAGE + 1, skip=(page - 1) * PEOPLE_PAGE)
    return PeopleView(
        name, page, tuple(map(_listed, found[:PEOPLE_PAGE])), len(found) > PEOPLE_PAGE
    )


def _listed(person: KnownPerson) -> Listed:
    return Listed(
        person.id,
        person.name,
        tuple(name for name, _ in person.names[1:5]),
        person.kind,
        latest_role(person),
        person.statements,
        person.articles,
        person.first,
        person.last,
    )


def latest_role(person: KnownPerson) -> str | None:
    """The role that somebody was last seen in; of several that day, the commonest."""
    latest = max(person.roles, key=lambda role: (role.last or date.min, role.count), default=None)
    return latest.words if latest else None
