"""With whom a person has to do, and on what they speak."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.record.written_record import article, said
from wortlaut.model import Act, Article, Mention, PersonKind, Span
from wortlaut.record import Counterpart, Record, Surroundings
from wortlaut.record._topics import _log_likelihood

HARMS, PETERSEN, WOLTER = "Wiebke Harms", "Jan Petersen", "Karl Wolter"
HUMAN = PersonKind.HUMAN
NAMED = {HARMS: HUMAN, PETERSEN: HUMAN, "Deichamt": PersonKind.BODY}


def saying(number: int, who: str, words: str, **fields: object) -> Article:
    """An article in which somebody says these words to Karl Wolter."""
    to = fields.pop("to", WOLTER)
    text = f"{who} sagte {to}: „{words}.“"
    named = [(name, kind) for name, kind in NAMED.items() if name in words]
    about = tuple(Mention(name, kind, _span(text, name)) for name, kind in named)
    return article(
        text,
        said(words, person=who, addressee=str(to), about=about, **fields),  # type: ignore[arg-type]
        url=f"https://x.example/{number}",
        published=date(2026, 1, 1) + timedelta(days=number),
    )


def _span(text: str, name: str) -> Span:
    """The last place of a name, which is within the quotation."""
    begin = text.rindex(name)
    return Span(begin, begin + len(name))


@pytest.fixture
def filled(record: Record) -> Record:
    """A record in which Harms speaks and is spoken about."""
    list(
        record.add_many(
            [
                saying(1, HARMS, "Jan Petersen irrt", act=Act.DENIES),
                saying(2, HARMS, "Jan Petersen und das Deichamt irren"),
                saying(3, HARMS, "Wir reden, wenn es regnet", condition="wenn es regnet"),
                saying(4, PETERSEN, "Wiebke Harms lügt", to=HARMS),
                saying(5, PETERSEN, "Wir warten"),
            ]
        )
    )
    return record


def number_of(record: Record, name: str) -> int:
    """The record's number for somebody."""
    (found,) = record.people(name)
    return found.id


def test_to_whom_and_about_whom_somebody_speaks(filled: Record) -> None:
    """Most often first, with the numbers of those who speak on record themselves."""
    harms, petersen = number_of(filled, HARMS), number_of(filled, PETERSEN)
    found = filled.surroundings(harms)
    assert found.addressees == (Counterpart(WOLTER, HUMAN, 3, None),)
    assert found.about == (
        Counterpart(PETERSEN, HUMAN, 2, petersen),
        Counterpart("Deichamt", PersonKind.BODY, 1, None),
    )
    assert found.named_by == (Counterpart(PETERSEN, HUMAN, 1, petersen),)
    assert (found.conditions, found.denials) == (1, 1)
    other = filled.surroundings(petersen)
    assert other.addressees == (
        Counterpart(WOLTER, HUMAN, 1, None),
        Counterpart(HARMS, HUMAN, 1, harms),
    )
    assert other.named_by == (Counterpart(HARMS, HUMAN, 2, harms),)
    assert len(filled.surroundings(harms, limit=1).about) == 1


def test_what_an_older_version_said_does_not_count(filled: Record) -> None:
    """Neither to whom nor about whom."""
    filled.add(article("Leer.", url="https://x.example/2"))
    found = filled.surroundings(number_of(filled, HARMS))
    assert [each.statements for each in found.addressees] == [2]
    assert [(each.name, each.statements) for each in found.about] == [(PETERSEN, 1)]


def test_nobody_has_no_surroundings(filled: Record) -> None:
    """Of a number that is nobody's."""
    assert filled.surroundings(99) == Surroundings((), (), (), (), 0, 0)


def test_topics_are_words_that_somebody_says_more_than_others(record: Record) -> None:
    """In any form, shown in the commonest; not the words that all use."""
    harms = [f"Die Schleusen sind alt und die Schleuse leckt zum {n}. Mal" for n in range(8)]
    others = [f"Die Wahl ist nah und der Rat tagt zum {n}. Mal" for n in range(40)]
    list(
        record.add_many(
            [
                *(saying(n, HARMS, words) for n, words in enumerate(harms)),
                *(saying(100 + n, PETERSEN, words) for n, words in enumerate(others)),
            ]
        )
    )
    found = record.surroundings(number_of(record, HARMS)).topics
    # What German writes small is no topic: *sind*, *alt*, *leckt*.
    assert {each.word for each in found} == {"Schleuse"}
    first = next(each for each in found if each.word == "Schleuse")
    assert first.statements == 8
    newest = [record.statement(number) for number in first.newest]
    assert [each.quote for each in newest if each] == harms[:-4:-1]
    assert [each.weight for each in found] == sorted((e.weight for e in found), reverse=True)
    # There is too little to hold Petersen's words against.
    assert record.surroundings(number_of(record, PETERSEN)).topics == ()


def test_the_log_likelihood_is_that_of_the_literature() -> None:
    """Worked by hand: 30 of 100 against 10 of 100 is 2 (30 ln 1.5 + 10 ln 0.5)."""
    assert _log_likelihood(30, 100, 10, 100) == pytest.approx(10.4650, abs=1e-3)
    assert _log_likelihood(10, 100, 30, 100) == 0.0
    assert _log_likelihood(10, 100, 10, 100) == 0.0


def test_topics_follow_the_record(record: Record) -> None:
    """What is remembered of the others' words is forgotten when the record changes."""
    list(record.add_many([saying(n, HARMS, f"Die Schleuse leckt {n} Mal") for n in range(6)]))
    harms = number_of(record, HARMS)
    assert record.surroundings(harms).topics == ()
    list(record.add_many([saying(50 + n, PETERSEN, f"Der Rat tagt {n} Mal") for n in range(30)]))
    assert "Schleuse" in {each.word for each in record.surroundings(harms).topics}
