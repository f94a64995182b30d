"""What people said on a topic in order of time, and where two statements may contradict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from wortlaut._exceptions import PersonUnclear, QueryError
from wortlaut.record._filters import Filters
from wortlaut.record._finding import Window, current_places
from wortlaut.record._matching import matches
from wortlaut.record._meanings import Known
from wortlaut.record._people import KnownPerson, known_people, one_person
from wortlaut.record._query_language import All, Word
from wortlaut.record._rows import is_verbatim
from wortlaut.record._schema import statement
from wortlaut.record._search_words import word_forms
from wortlaut.record._searching import Found, fetch
from wortlaut.wording import Opposed, Said, SentenceVectors, changes_of_mind, opposed_between

LEAST_NEARNESS = 0.5
"""The cosine from which a statement counts as being on a topic (`benchmarks/like.py`)."""
MOST = 200
"""Statements of a person that are shown: the newest on the topic."""
_ITSELF = 0.97
"""The cosine above which two wordings are taken for the same words."""
_LOOKED_AT = 5_000
"""A person's newest statements among which those close in meaning are looked for."""


class Came(StrEnum):
    """How a statement came to be counted as being on a topic."""

    WORDS = "words"
    """It has the topic's words, or the question that it answers or the headline has them."""
    MEANING = "meaning"
    """It is close in meaning to the topic, or to a statement of theirs that has its words."""


@dataclass(frozen=True, slots=True)
class Position:
    """A statement on a topic; of several wordings of one utterance, the first."""

    found: Found
    person: int
    """The record's number of who said it."""
    came: Came
    nearness: float
    """How close it is in meaning, as a cosine: to the topic, or to a statement with its words."""
    wordings: int = 1
    """In how many articles the utterance stands."""
    utterance: int | None = None
    """The record's number of the utterance, where it stands in several articles."""


@dataclass(frozen=True, slots=True)
class Positions:
    """A person's statements on a topic, in order of time."""

    person: KnownPerson
    topic: str
    positions: tuple[Position, ...]
    questions: tuple[Opposed, ...]
    """Which two the reader should see beside each other (`Found.id` of each); no verdict."""
    more: bool = False
    """Whether there are older statements that are left out."""


@dataclass(frozen=True, slots=True)
class ComparedPositions:
    """Two persons' statements on a topic, in order of time."""

    one: KnownPerson
    other: KnownPerson
    topic: str
    positions: tuple[Position, ...]
    """Of both; `Position.person` says whose."""
    questions: tuple[Opposed, ...]
    """Which statement of one seems to speak against which of the other; no verdict."""
    more: bool = False
    """Whether there are older statements of either that are left out."""

    def of(self, person: KnownPerson) -> tuple[Position, ...]:
        """The statements of one of the two."""
        return tuple(each for each in self.positions if each.person == person.id)


def positions(connection: Connection, known: Known, name: str, topic: str) -> Positions:
    """What whoever is called so said on a topic.

    Raises `PersonUnclear` where that is nobody or several, `QueryError` where the topic has
    no word.
    """
    _must_have_words(topic)
    person = _known(connection, name)
    found, more = _on_topic(connection, known, person, topic)
    questions = changes_of_mind(_said(found))
    return Positions(person, topic, tuple(found), tuple(questions), more)


def compared(
    connection: Connection, known: Known, one: str, other: str, topic: str
) -> ComparedPositions:
    """What two persons said on a topic.

    Raises as `positions` does, and `PersonUnclear` where both are the same.
    """
    _must_have_words(topic)
    first, second = _known(connection, one), _known(connection, other)
    if first.id == second.id:
        raise PersonUnclear(other, f"is the same person as {one}", "name two people")
    ours, more_of_ours = _on_topic(connection, known, first, topic)
    theirs, more_of_theirs = _on_topic(connection, known, second, topic)
    questions = opposed_between(_said(ours), _said(theirs))
    return ComparedPositions(
        first,
        second,
        topic,
        tuple(sorted((*ours, *theirs), key=_order)),
        tuple(questions),
        more_of_ours or more_of_theirs,
    )


def _must_have_words(topic: str) -> None:
    if not word_forms(topic):
        raise QueryError(topic, 0, "no letter or figure to search for")


def _known(connection: Connection, name: str) -> KnownPerson:
    number = one_person(connection, name).number
    (person,) = known_people(connection, [number])
    return person


def _on_topic(
    connection: Connection, known: Known, person: KnownPerson, topic: str
) -> tuple[list[Position], bool]:
    """The person's statements on it, in order of time, and whether there are more."""
    filters = Filters(speaker=f"#{person.id}", about=topic)
    window = Window(filters, *filters.places())
    by_words, more = current_places(connection, None, window, MOST)
    found = dict(zip(by_words, fetch(connection, by_words, None, None), strict=True))
    seeds = [each for each in found.values() if _says(each, topic)]
    cosines = _cosines(connection, known, person, topic, seeds)
    # Where the newest with its words fill the room, older ones are left out whatever they have.
    oldest = by_words[-1] if more else 0
    by_meaning = [
        place
        for place, cosine in cosines.items()
        if cosine >= LEAST_NEARNESS and place >= oldest and place not in found
    ]
    kept = sorted([*by_words, *by_meaning], reverse=True)
    more, kept = more or len(kept) > MOST, kept[:MOST]
    others = [place for place in kept if place not in found]
    came = dict.fromkeys(found, Came.WORDS) | dict.fromkeys(others, Came.MEANING)
    found |= zip(others, fetch(connection, others, None, None), strict=True)
    result = [_position(found[p], person, came[p], cosines.get(p, 0.0)) for p in kept]
    return _each_utterance_once(sorted(result, key=_order)), more


def _position(found: Found, person: KnownPerson, came: Came, nearness: float) -> Position:
    utterance = found.utterance if found.wordings > 1 else None
    return Position(found, person.id, came, nearness, found.wordings, utterance)


def _each_utterance_once(positions_: Sequence[Position]) -> list[Position]:
    """The first wording of each, in order; one with the topic's words makes the others have."""
    first: dict[int, Position] = {}
    for each in positions_:
        key = each.utterance or each.found.id
        if key not in first:
            first[key] = each
        elif each.came is Came.WORDS and first[key].came is Came.MEANING:
            first[key] = replace(first[key], came=Came.WORDS)
    return list(first.values())


def _says(found: Found, topic: str) -> bool:
    """Whether the quotation itself has the topic's words, not only the headline."""
    query = All(tuple(map(Word, word_forms(topic))))
    return matches(query, word_forms(found.quote), found.article.language, asked_in=None)


def _cosines(
    connection: Connection, known: Known, person: KnownPerson, topic: str, seeds: Sequence[Found]
) -> dict[int, float]:
    """How close each is to the topic or, but for itself, to the nearest of the seeds;
    by its place, of the newest few thousand.
    """
    columns = statement.c
    places = connection.execute(
        select(columns.place)
        .where(columns.identity_id == person.id, columns.current)
        .order_by(columns.place.desc())
        .limit(_LOOKED_AT)
    ).scalars()
    vectors = known.vectors_at(list(places))
    if not vectors:
        return {}
    theirs = _of_length_one(np.stack(list(vectors.values())))
    asked = SentenceVectors.load().exact([topic, *(each.quote for each in seeds)])
    cosines = theirs @ asked.T
    if seeds:
        # A seed is no nearer for being itself, nor for being printed twice.
        cosines[:, 1:][cosines[:, 1:] > _ITSELF] = 0.0
    return dict(zip(vectors, cosines.max(axis=1).tolist(), strict=True))


def _of_length_one(vectors: NDArray[np.int8]) -> NDArray[np.float32]:
    exact = vectors.astype(np.float32)
    norms = np.linalg.norm(exact, axis=1, keepdims=True)
    scaled: NDArray[np.float32] = exact / np.maximum(norms, 1e-9)
    return scaled


def _order(position: Position) -> tuple[int, int]:
    day = position.found.day
    return (day.toordinal() if day else 0), position.found.id


def _said(positions_: Sequence[Position]) -> list[Said]:
    """The statements as they are held against each other."""
    vectors = SentenceVectors.load().of([each.found.quote for each in positions_])
    return [_as_said(each, vector) for each, vector in zip(positions_, vectors, strict=True)]


def _as_said(position: Position, vector: NDArray[np.int8]) -> Said:
    found = position.found
    statement_, article = found.statement, found.article
    when = statement_.said_on
    return Said(
        id=found.id,
        person=f"#{position.person}",
        words=found.quote,
        language=article.language,
        vector=vector,
        verbatim=is_verbatim(statement_),
        act=statement_.act,
        negated=statement_.negated,
        begin=when.begin if when else None,
        end=when.end if when else found.day,
        published=found.day,
    )
