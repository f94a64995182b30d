"""What people said on a topic in order of time, and where two statements may contradict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection

from wortlaut._exceptions import PersonUnclear, QueryError
from wortlaut.record._filters import Filters
from wortlaut.record._finding import Window, current_places
from wortlaut.record._people import KnownPerson, known_people, one_person
from wortlaut.record._search_words import word_forms
from wortlaut.record._searching import Found, fetch
from wortlaut.wording import Opposed, Said, SentenceVectors, changes_of_mind, opposed_between

MOST = 200
"""Statements of a person that are shown: the newest on the topic."""


class Came(StrEnum):
    """How a statement came to be counted as being on a topic."""

    WORDS = "words"
    """It has the topic's words, or the question that it answers or the headline has them."""
    MEANING = "meaning"
    """It is close to the topic in meaning."""


@dataclass(frozen=True, slots=True)
class Position:
    """A statement on a topic; of several wordings of one utterance, the first."""

    found: Found
    person: int
    """The record's number of who said it."""
    came: Came
    nearness: float
    """How close it is to the topic in meaning, as a cosine."""
    wordings: int = 1
    """How many wordings of it are among the statements on the topic."""
    utterance: int | None = None
    """The record's number of the utterance, where there are several wordings of it."""


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


def positions(connection: Connection, name: str, topic: str) -> Positions:
    """What whoever is called so said on a topic.

    Raises `PersonUnclear` where that is nobody or several, `QueryError` where the topic has
    no word.
    """
    _must_have_words(topic)
    person = _known(connection, name)
    found, more = _on_topic(connection, person, topic)
    questions = changes_of_mind([_said(each) for each in found])
    return Positions(person, topic, tuple(found), tuple(questions), more)


def compared(connection: Connection, one: str, other: str, topic: str) -> ComparedPositions:
    """What two persons said on a topic.

    Raises as `positions` does, and `PersonUnclear` where both are the same.
    """
    _must_have_words(topic)
    first, second = _known(connection, one), _known(connection, other)
    if first.id == second.id:
        raise PersonUnclear(other, f"is the same person as {one}", "name two people")
    ours, more_of_ours = _on_topic(connection, first, topic)
    theirs, more_of_theirs = _on_topic(connection, second, topic)
    questions = opposed_between([_said(each) for each in ours], [_said(each) for each in theirs])
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
    connection: Connection, person: KnownPerson, topic: str
) -> tuple[list[Position], bool]:
    """The person's statements on it, in order of time, and whether there are more."""
    filters = Filters(speaker=f"#{person.id}", about=topic)
    places, more = current_places(connection, None, Window(filters, *filters.places()), MOST)
    found = fetch(connection, places, None, None)
    vectors = SentenceVectors.load()
    (topics_own,) = vectors.exact([topic])
    nearness = vectors.exact([each.quote for each in found]) @ topics_own
    result = [
        Position(each, person.id, Came.WORDS, float(near))
        for each, near in zip(found, nearness, strict=True)
    ]
    return sorted(result, key=_order), more


def _order(position: Position) -> tuple[int, int]:
    day = position.found.day
    return (day.toordinal() if day else 0), position.found.id


def _said(position: Position) -> Said:
    found = position.found
    statement, article = found.statement, found.article
    when = statement.said_on
    (vector,) = SentenceVectors.load().of([found.quote])
    return Said(
        id=found.id,
        person=f"#{position.person}",
        words=found.quote,
        language=article.language,
        vector=vector,
        verbatim=statement.mixed or statement.type.value == "direct",
        act=statement.act,
        negated=statement.negated,
        begin=when.begin if when else None,
        end=when.end if when else found.day,
        published=found.day,
    )
