"""What is compared when persons of different articles are linked, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wortlaut.model import PersonKind


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person as one article has them."""

    name: str
    """The fullest form in the article, as `Person.name` gives it."""
    kind: PersonKind = PersonKind.HUMAN
    roles: tuple[str, ...] = ()
    """Offices and descriptions in the article's words: *Kreml-Sprecher*."""
    companions: tuple[str, ...] = ()
    """Names of the other humans in the article."""
    variants: tuple[str, ...] = ()
    """Other forms of the name in the article: *SPD* beside *Sozialdemokratische Partei*.

    A body is compared by all of them, a human by `name`, which is the fullest.
    """
    published: date | None = None
    outlet: str | None = None
    language: str | None = None
    country: str | None = None
    """ISO 3166 code of the country that the person acts for, where something else tells it."""
    anchor: str | None = None
    """What this appearance is called in rulings; it must outlive every run, so it is made of
    the article's identity and the name, never of a number of the record."""


@dataclass(frozen=True, slots=True)
class RoleSeen:
    """A role as the articles word it, with the days on which it was first and last seen."""

    words: str
    count: int = 1
    first: date | None = None
    last: date | None = None
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """A person of the record: the sum of the appearances that are linked to it."""

    number: int
    """The record's number for it; the lower number stays when two are merged."""
    kind: PersonKind
    names: tuple[tuple[str, int], ...]
    """Each form of the name with the number of articles that have it, the commonest first."""
    roles: tuple[RoleSeen, ...] = ()
    companions: tuple[tuple[str, int], ...] = ()
    """`companion_key` of other humans in its articles, with the number of articles."""
    countries: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None
    appearances: int = 1
    anchors: frozenset[str] = frozenset()
    """Those of its appearances that a ruling speaks of, and no others."""


@dataclass(frozen=True, slots=True)
class Link:
    """How sure it is that somebody is this identity, and why."""

    identity: int
    confidence: float
    """Between 0 and 1: the share of such pairs that are the same person."""
    why: tuple[str, ...] = ()
    """The evidence in words, what weighs most first."""


class Outcome(StrEnum):
    """What is done with an appearance."""

    LINKED = "linked"
    PROPOSED = "proposed"
    """An identity of its own, with a question to a person: is it one of these?"""
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Decision:
    """What is done with an appearance, and which identities it may be."""

    outcome: Outcome
    links: tuple[Link, ...] = ()
    """The likeliest first. LINKED: the first is the one. PROPOSED: those worth asking about."""
    by_person: bool = False
    """A ruling decided, not the evidence."""

    @property
    def identity(self) -> int | None:
        """The identity that it is linked to, if it is."""
        return self.links[0].identity if self.outcome is Outcome.LINKED else None
