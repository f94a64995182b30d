"""What a person said on a topic, and where two statements may contradict each other."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.record.written_record import article, said
from wortlaut._exceptions import PersonUnclear, QueryError
from wortlaut.model import Act, Article
from wortlaut.record import Came, Ground, Record, _positions

HARMS, WENDEL = "Wiebke Harms", "Jost Wendel"


def speech(
    number: int, name: str, words: str, day: date, act: Act | None = None, **fields: Any
) -> Article:
    """An article of one statement."""
    about = {"language": fields.pop("language", "de"), "title": fields.pop("title", None)}
    return article(
        f"{name}: „{words}“",
        said(words, person=name, on=day, act=act, **fields),
        url=f"https://x.example/{number}",
        published=day,
        **about,
    )


SPEECHES = [
    speech(1, HARMS, "Den Verkauf des Hafens lehnen wir ab", date(2026, 1, 10), Act.REFUSES),
    speech(2, HARMS, "Die Schule bekommt ein neues Dach", date(2026, 2, 1), Act.ANNOUNCES),
    speech(3, HARMS, "Der Hafen wird nicht verkauft", date(2026, 3, 12), Act.ASSERTS, negated=True),
    speech(4, HARMS, "Dem Verkauf des Hafens stimmen wir zu", date(2026, 6, 2), Act.AGREES),
    speech(
        *(5, HARMS, "We will not sell the port", date(2026, 4, 1), Act.ASSERTS),
        language="en",
        negated=True,
    ),
    speech(6, WENDEL, "Der Hafen muss verkauft werden", date(2026, 2, 14), Act.DEMANDS),
    speech(7, WENDEL, "Im Hafen liegen acht Schiffe", date(2026, 7, 1), Act.ASSERTS),
]


@pytest.fixture
def filled(record: Record) -> Record:
    """A record of seven speeches, which came in no order."""
    list(record.add_many([*SPEECHES[3:], *SPEECHES[:3]]))
    return record


def test_positions_come_in_order_of_time(filled: Record) -> None:
    """Those with the topic's words, in any form, and those close in meaning in any language."""
    found = filled.positions("Harms", "Hafen")
    assert found.person.name == HARMS
    assert [each.found.quote for each in found.positions] == [
        "Den Verkauf des Hafens lehnen wir ab",
        "Der Hafen wird nicht verkauft",
        "We will not sell the port",
        "Dem Verkauf des Hafens stimmen wir zu",
    ]
    came = [each.came for each in found.positions]
    assert came == [Came.WORDS, Came.WORDS, Came.MEANING, Came.WORDS]
    assert found.positions[2].nearness >= _positions.LEAST_NEARNESS
    assert not found.more


def test_a_turning_point_is_asked_about_once(filled: Record) -> None:
    """The last refusal and the first consent, and nothing that says the same in other words."""
    found = filled.positions("Wiebke Harms", "Hafen")
    by_id = {each.found.id: each.found.quote for each in found.positions}
    (question,) = found.questions
    assert by_id[question.earlier] == "Der Hafen wird nicht verkauft"
    assert by_id[question.later] == "Dem Verkauf des Hafens stimmen wir zu"
    assert Ground.NEGATION in question.grounds
    assert question.reason.endswith("?")


def test_two_persons_are_compared(filled: Record) -> None:
    """Both in one order of time; who is against it stands against who demands it."""
    found = filled.compare("Harms", f"#{filled.people('Wendel')[0].id}", "Hafen")
    assert (found.one.name, found.other.name) == (HARMS, WENDEL)
    assert [each.found.day for each in found.positions] == sorted(
        each.found.day or date.min for each in found.positions
    )
    assert len(found.of(found.one)) == 4
    assert len(found.of(found.other)) == 2
    by_id = {each.found.id: each.found.quote for each in found.positions}
    pairs = {(by_id[each.earlier], by_id[each.later]) for each in found.questions}
    assert ("Der Hafen muss verkauft werden", "Der Hafen wird nicht verkauft") in pairs
    persons = {each.found.id: each.person for each in found.positions}
    assert all(persons[each.earlier] != persons[each.later] for each in found.questions)


def test_who_is_meant_must_be_clear(filled: Record) -> None:
    """One person, and for a comparison another one; and a topic that has a word."""
    with pytest.raises(PersonUnclear, match="nobody"):
        filled.positions("Unbekannt", "Hafen")
    filled.add(speech(8, "Anna Harms", "Der Hafen ist schön", date(2026, 8, 1)))
    with pytest.raises(PersonUnclear, match="several"):
        filled.positions("Harms", "Hafen")
    with pytest.raises(PersonUnclear, match="same person"):
        filled.compare("Wiebke Harms", "W. Harms", "Hafen")
    with pytest.raises(QueryError):
        filled.positions("Wiebke Harms", "–")
    with pytest.raises(QueryError):
        filled.compare("Wiebke Harms", "Jost Wendel", "")


def test_nothing_on_the_topic_is_no_error(filled: Record) -> None:
    """The person is told, and that there is nothing."""
    found = filled.positions("Wiebke Harms", "Eishockey")
    assert found.positions == ()
    assert found.questions == ()
    assert filled.compare("Wiebke Harms", "Wendel", "Eishockey").positions == ()


def test_copies_of_one_utterance_show_once(filled: Record) -> None:
    """The first wording, with the number of articles that have it."""
    for number in (20, 21):
        words, day = "Der Hafen wird nicht verkauft", date(2026, 3, 12)
        filled.add(speech(number, HARMS, words, day, Act.ASSERTS, negated=True))
    found = filled.positions("Wiebke Harms", "Hafen")
    (copied,) = [each for each in found.positions if each.wordings > 1]
    assert copied.wordings == 3
    assert copied.utterance is not None
    assert len(found.positions) == 4


def test_the_newest_are_shown_where_there_are_many(
    filled: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And that there are more."""
    monkeypatch.setattr(_positions, "MOST", 2)
    found = filled.positions("Wiebke Harms", "Hafen")
    assert [each.found.quote for each in found.positions] == [
        "We will not sell the port",
        "Dem Verkauf des Hafens stimmen wir zu",
    ]
    assert found.more


def test_a_headline_counts_but_draws_nothing_else_in(filled: Record) -> None:
    """What stands below a headline on the topic is on it; what is like that is not."""
    roof = "Die Schule bekommt ein neues Dach aus Schiefer"
    filled.add(speech(9, HARMS, roof, date(2026, 9, 1), title="Streit um den Hafen"))
    quotes = [each.found.quote for each in filled.positions("Wiebke Harms", "Hafen").positions]
    assert roof in quotes
    assert "Die Schule bekommt ein neues Dach" not in quotes
