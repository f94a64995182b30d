"""What one person or two said on a topic, in order of time, with what to look at twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from wortlaut._exceptions import PersonUnclear
from wortlaut.model import PersonKind
from wortlaut.record import (
    ComparedPositions,
    Ground,
    KnownPerson,
    Opposed,
    Position,
    Positions,
    Record,
)
from wortlaut.web.views._people import latest_role
from wortlaut.web.views._statement_card import StatementCard, statement_card


@dataclass(frozen=True, slots=True)
class Stand:
    """A statement on a topic."""

    card: StatementCard
    day: date | None
    """The day that it is sorted by: the last on which it may have been said."""
    person: int
    """The record's number of who said it."""
    wordings: int
    """How many wordings of it there are."""
    utterance: int | None
    questions: tuple[int, ...]
    """The places, counted from 1, of the questions that it is part of."""


@dataclass(frozen=True, slots=True)
class Question:
    """Two statements that a reader should see beside each other: no verdict."""

    place: int
    """Counts from 1."""
    earlier: StatementCard
    later: StatementCard
    grounds: tuple[Ground, ...]
    """What was noticed about them."""


@dataclass(frozen=True, slots=True)
class PositionsView:
    """Statements on a topic in order of time."""

    topic: str
    stands: tuple[Stand, ...]
    questions: tuple[Question, ...]
    more: bool
    """Whether older statements were left out."""


@dataclass(frozen=True, slots=True)
class Day:
    """What both of two persons said on one day."""

    day: date | None
    """None where no day is known."""
    one: tuple[Stand, ...]
    other: tuple[Stand, ...]


class Side(StrEnum):
    """One of the two who are compared."""

    ONE = "one"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Unclear:
    """A name that does not mean exactly one person."""

    side: Side
    asked: str
    candidates: tuple[KnownPerson, ...]
    """Who is called so; empty for nobody."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One of two persons who stand side by side."""

    number: int
    name: str
    kind: PersonKind
    role: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class CompareView:
    """Two persons on one topic, or what is missing to show them."""

    asked_one: str
    asked_other: str
    topic: str
    unclear: tuple[Unclear, ...]
    same: bool
    """Whether both names mean one person."""
    one: Compared | None
    other: Compared | None
    positions: PositionsView | None
    """None where anything is missing."""
    days: tuple[Day, ...] = ()
    """The same statements day by day, in order of time."""


_MOST_CANDIDATES = 12


def positions_view(said: Positions | ComparedPositions) -> PositionsView:
    """The statements with the questions that they raise."""
    cards = {each.found.id: statement_card(each.found) for each in said.positions}
    questions = tuple(_questions(said.questions, cards))
    return PositionsView(
        said.topic,
        tuple(_stand(each, cards, questions) for each in said.positions),
        questions,
        said.more,
    )


def compare_view(record: Record, one: str, other: str, topic: str) -> CompareView:
    """Two persons, by names or numbers, side by side on a topic.

    Raises `QueryError` where the topic or a name has no letter or figure.
    """
    persons: dict[Side, KnownPerson] = {}
    unclear: list[Unclear] = []
    for side, asked in ((Side.ONE, one), (Side.OTHER, other)):
        if not asked:
            continue
        found = record.people(asked, limit=_MOST_CANDIDATES)
        if len(found) == 1:
            persons[side] = found[0]
        else:
            unclear.append(Unclear(side, asked, found))
    first, second = persons.get(Side.ONE), persons.get(Side.OTHER)
    same = first is not None and second is not None and first.id == second.id
    said = None
    if first is not None and second is not None and topic and not same:
        try:
            said = record.compare(f"#{first.id}", f"#{second.id}", topic)
        except PersonUnclear:
            # Somebody has just merged them.
            same = True
    shown = None if said is None else positions_view(said)
    return CompareView(
        one,
        other,
        topic,
        tuple(unclear),
        same,
        _compared(first),
        _compared(second),
        shown,
        tuple(_days(shown, first.id)) if shown and first else (),
    )


def _days(positions: PositionsView, one: int) -> Iterator[Day]:
    for day, group in groupby(positions.stands, key=lambda stand: stand.day):
        stands = tuple(group)
        yield Day(
            day,
            tuple(each for each in stands if each.person == one),
            tuple(each for each in stands if each.person != one),
        )


def _compared(person: KnownPerson | None) -> Compared | None:
    if person is None:
        return None
    return Compared(person.id, person.name, person.kind, latest_role(person), person.statements)


def _questions(opposed: Iterable[Opposed], cards: dict[int, StatementCard]) -> Iterable[Question]:
    for place, each in enumerate(opposed, 1):
        yield Question(place, cards[each.earlier], cards[each.later], each.grounds)


def _stand(
    position: Position, cards: dict[int, StatementCard], questions: Iterable[Question]
) -> Stand:
    number = position.found.id
    return Stand(
        card=cards[number],
        day=position.found.day,
        person=position.person,
        wordings=position.wordings,
        utterance=position.utterance,
        questions=tuple(
            each.place for each in questions if number in {each.earlier.number, each.later.number}
        ),
    )
