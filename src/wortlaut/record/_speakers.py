"""Whom a search is for: everybody who is called so, by whatever name, speaking or spoken about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection, and_, select

from wortlaut.linking import Identity
from wortlaut.record._index_entries import facet_words
from wortlaut.record._many import is_among
from wortlaut.record._people import by_number, called
from wortlaut.record._schema import appearance, mention, person, statement
from wortlaut.record._search_words import folded_line

_MOST_PEOPLE = 100
"""People of one name; of more, only the name itself is looked for."""
_MOST_NAMES = 60


class Named(Protocol):
    """Whom a name may mean, and what they are to a statement."""

    @property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """The facets of each of their names, one of which a statement must have whole."""

    def let_through(self, connection: Connection, places: Sequence[int]) -> list[int]:
        """Those of the places in whose statements it is they."""


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who may speak."""

    names: tuple[tuple[str, ...], ...]
    numbers: frozenset[int]
    """Their identities; without any, everybody of the name is meant."""
    words: frozenset[str] | None
    """The words asked for, folded: who has them all in the name is meant too."""

    def let_through(self, connection: Connection, places: Sequence[int]) -> list[int]:
        """Those of the places whose statements are theirs."""
        if not self.numbers and self.words is not None:
            return list(places)
        columns = statement.c
        rows = connection.execute(
            select(columns.place, columns.identity_id, person.c.folded)
            .outerjoin(person, person.c.id == columns.person_id)
            .where(is_among(connection, columns.place, places))
        )
        theirs = {row.place for row in rows if self._is_one(row.identity_id, row.folded)}
        return [place for place in places if place in theirs]

    def _is_one(self, number: int | None, folded: str | None) -> bool:
        if number in self.numbers:
            return True
        if self.words is None:
            return False
        # Whom nobody resolved is found by the words for the speaker, as the index has them.
        return folded is None or self.words <= set(folded.split())


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Who may be named within a quotation."""

    names: tuple[tuple[str, ...], ...]
    known: frozenset[tuple[str, str]]
    """Names and kinds of those who are known."""
    numbers: frozenset[int]
    words: frozenset[str] | None
    """The words asked for, folded: who has them all in the name is meant too."""

    def let_through(self, connection: Connection, places: Sequence[int]) -> list[int]:
        """Those of the places whose statements name them."""
        found = appearance
        rows = connection.execute(
            select(mention.c.place, person.c.name, person.c.kind, person.c.folded)
            .add_columns(found.c.identity_id)
            .join(person, person.c.id == mention.c.person_id)
            .join(statement, statement.c.place == mention.c.place)
            .outerjoin(
                found,
                and_(
                    found.c.version_id == statement.c.version_id,
                    found.c.person_id == mention.c.person_id,
                ),
            )
            .where(is_among(connection, mention.c.place, places))
        )
        named = {
            row.place
            for row in rows
            if (self.words is not None and self.words <= set(row.folded.split()))
            # Who speaks in the article too is known; of another it is the name that tells.
            or row.identity_id in self.numbers
            or (row.identity_id is None and (row.name, row.kind) in self.known)
        }
        return [place for place in places if place in named]


def speakers(connection: Connection, name: str) -> Speakers:
    """Who speaks by a name, in any spelling; `#17` means the identity of that number alone."""
    found, names, words = _asked(connection, name)
    return Speakers(_facets("s", names), frozenset(each.number for each in found), words)


def mentioned(connection: Connection, name: str) -> Mentioned:
    """Who is mentioned by a name, likewise.

    Whoever never speaks in any article has no number, and is found by the words of the name.
    """
    found, names, words = _asked(connection, name)
    return Mentioned(
        _facets("m", names),
        frozenset((known, each.kind.value) for each in found for known, _ in each.names),
        frozenset(each.number for each in found),
        words,
    )


def _asked(
    connection: Connection, name: str
) -> tuple[list[Identity], list[str], frozenset[str] | None]:
    """Those whom a name means, all their names, and the words of a name that is no number."""
    found = by_number(connection, name)
    if found is not None:
        return found, [known for each in found for known, _ in each.names], None
    found = called(connection, name)
    if len(found) > _MOST_PEOPLE:
        found = []
    names = [known for each in found for known, _ in each.names]
    return found, [name, *names], frozenset(folded_line(name).split())


def _facets(letter: str, names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The facets of names, without names that hold another one whole."""
    sets = sorted(
        {frozenset(facet_words(letter, name)) for name in names} - {frozenset()}, key=_order
    )
    kept: list[frozenset[str]] = []
    for facets in sets:
        if not any(other <= facets for other in kept):
            kept.append(facets)
    return tuple(tuple(sorted(facets)) for facets in kept[:_MOST_NAMES])


def _order(facets: frozenset[str]) -> tuple[int, list[str]]:
    return len(facets), sorted(facets)
