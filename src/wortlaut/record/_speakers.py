"""Whose statements a search is for: those of everybody who is called so, by whatever name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from wortlaut.record._index_entries import facet_words
from wortlaut.record._many import is_among
from wortlaut.record._people import by_number, called
from wortlaut.record._schema import person, statement
from wortlaut.record._search_words import folded_line

_MOST_PEOPLE = 100
"""People of one name; of more, only the name itself is looked for."""
_MOST_NAMES = 60


@dataclass(frozen=True, slots=True)
class Speakers:
    """Whom a name may mean."""

    names: tuple[tuple[str, ...], ...]
    """The facets of each of their names, one of which a statement must have whole."""
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


def speakers(connection: Connection, name: str) -> Speakers:
    """Whom a name means, in any spelling; `#17` means the identity of that number alone."""
    numbered = by_number(connection, name)
    if numbered is not None:
        names = [known for each in numbered for known, _ in each.names]
        return Speakers(_facets(names), frozenset(each.number for each in numbered), None)
    asked = facet_words("s", name)
    found = called(connection, name)
    if len(found) > _MOST_PEOPLE:
        found = []
    names = [known for each in found for known, _ in each.names]
    return Speakers(
        _facets([name, *names]) if asked else (),
        frozenset(each.number for each in found),
        frozenset(folded_line(name).split()),
    )


def _facets(names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The facets of names, without names that hold another one whole."""
    sets = sorted({frozenset(facet_words("s", name)) for name in names} - {frozenset()}, key=_order)
    kept: list[frozenset[str]] = []
    for facets in sets:
        if not any(other <= facets for other in kept):
            kept.append(facets)
    return tuple(tuple(sorted(facets)) for facets in kept[:_MOST_NAMES])


def _order(facets: frozenset[str]) -> tuple[int, list[str]]:
    return len(facets), sorted(facets)
