"""Statements that mean much the same as a text, whatever their words and language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from wortlaut._exceptions import QueryError
from wortlaut.record._filters import Filters
from wortlaut.record._finding import named_people, only_current
from wortlaut.record._index_entries import facet_words
from wortlaut.record._meanings import Known, Passing
from wortlaut.record._places import Question, find_places
from wortlaut.record._schema import outlet
from wortlaut.record._search_words import word_forms
from wortlaut.record._searching import Page, fetch
from wortlaut.record._speakers import Named
from wortlaut.wording import SentenceVectors

_FIRST = 200
"""Nearest statements that are looked at before more are."""
_TOGETHER = 64
"""Statements whose rows are looked up together."""
_EVERY = (1 << 62) - 1


def like(connection: Connection, known: Known, text: str, filters: Filters, limit: int) -> Page:
    """The statements nearest to `text` in meaning that pass the filters, nearest first.

    Raises `QueryError` where the text, or a name that is asked for, has no word.
    """
    vector = vector_of_text(text)
    people = tuple(named_people(connection, filters))
    passing = _passing(connection, filters, people)
    chosen: list[tuple[int, float]] = []
    if passing is not None:
        chosen = list(islice(_that_pass(connection, known, vector, passing, people), limit))
        # Of a larger number more are compared exactly, which may show a nearer one late.
        chosen.sort(key=lambda each: (-each[1], -each[0]))
    found = fetch(connection, [place for place, _ in chosen], None, None)
    return Page(
        tuple(replace(each, score=cosine) for each, (_, cosine) in zip(found, chosen, strict=True)),
        None,
    )


def vector_of_text(text: str) -> NDArray[np.int8]:
    """The vector of what is asked for.

    Raises `QueryError` where it has no word.
    """
    if not word_forms(text):
        raise QueryError(text, 0, "no letter or figure to search for")
    vector: NDArray[np.int8] = SentenceVectors.load().of([text])[0]
    return vector


def _that_pass(
    connection: Connection,
    known: Known,
    vector: NDArray[np.int8],
    passing: Passing,
    people: Sequence[Named],
) -> Iterator[tuple[int, float]]:
    """The nearest, then the next ones, of which the record says that they pass."""
    count = _FIRST
    seen: set[int] = set()
    while True:
        near = known.near(vector, count, passing)
        new = [each for each in near if each[0] not in seen]
        seen.update(place for place, _ in new)
        for begin in range(0, len(new), _TOGETHER):
            batch = dict(new[begin : begin + _TOGETHER])
            places = only_current(connection, list(batch))
            for each in people:
                places = each.let_through(connection, places)
            yield from ((place, batch[place]) for place in places)
        if len(near) < count:
            return
        count *= 8


def _passing(connection: Connection, filters: Filters, people: Sequence[Named]) -> Passing | None:
    """What memory can tell of the filters, and what the index of words must; None for nothing."""
    if not all(each.names for each in people):
        return None
    outlets = None if filters.outlet is None else _outlets(connection, filters.outlet)
    # What memory does not hold: names and words, which are few statements' as a rule.
    rest = Filters(about=filters.about, addressee=filters.addressee, via=filters.via)
    sqlite = connection.dialect.name == "sqlite"
    words = rest.fts5(None, people) if sqlite else rest.tsquery(None, people)
    if words is None:
        return Passing(filters, outlets, None)
    low, high = filters.places()
    question = Question("statement_words", words, low, high, walk=0)
    places = find_places(connection, question, _EVERY)
    return Passing(filters, outlets, np.array(places, np.int64))


def _outlets(connection: Connection, name: str) -> list[int]:
    """The outlets whose names have all the words."""
    wanted = set(facet_words("o", name))
    if not wanted:
        raise QueryError(name, 0, "no letter or figure to search for")
    rows = connection.execute(select(outlet))
    return [row.id for row in rows if wanted <= set(facet_words("o", row.name))]
