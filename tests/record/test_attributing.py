"""A person decides who said what: doubtful attributions are found and put right one by one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.record.written_record import article, said
from wortlaut import NoSuchStatement, QueryError
from wortlaut.model import Person, PersonKind, QuotationType
from wortlaut.record import Filters, Found, Record

FERRY = (
    "Kapitän Ole Brandt sagte: „Wir legen ab.“ Reeder Piet Voss widersprach. Das Schiff sei "
    "nicht bereit, sagte er. Die Fähre fährt um acht."
)
VOSS = Person("Piet Voss", PersonKind.HUMAN)
UNSURE = replace(VOSS, confidence=0.55, runner_up="Ole Brandt")


@pytest.fixture
def ferry(record: Record) -> Record:
    """A record with a sure statement, a doubtful one and what is none."""
    record.add(
        article(
            FERRY,
            said("„Wir legen ab.“", person="Ole Brandt"),
            said(
                "Das Schiff sei nicht bereit",
                type=QuotationType.INDIRECT,
                person=UNSURE,
            ),
            said("Die Fähre fährt um acht", person=replace(UNSURE, confidence=0.3)),
        )
    )
    return record


def doubts(record: Record) -> list[str]:
    """The quotations whose speaker is doubtful."""
    return [each.quote for each in record.doubtful().found]


def numbered(record: Record, words: str) -> Found:
    """The statement with these words."""
    return next(each for each in record.statements() if words in each.quote)


def test_doubtful_attributions_are_found(ferry: Record) -> None:
    """The newest first, and the sure ones not at all."""
    assert doubts(ferry) == ["Die Fähre fährt um acht", "Das Schiff sei nicht bereit"]


def test_doubt_has_the_measure_that_is_asked_for(ferry: Record) -> None:
    """With a lower one fewer are doubtful."""
    found = ferry.doubtful(below=0.5).found
    assert [each.quote for each in found] == ["Die Fähre fährt um acht"]


def test_doubtful_attributions_come_page_by_page(ferry: Record) -> None:
    """Each once; the last page says that it is the last."""
    first = ferry.doubtful(limit=1)
    second = ferry.doubtful(limit=1, after=first.after)
    assert [each.quote for each in (*first.found, *second.found)] == doubts(ferry)
    last = ferry.doubtful(limit=1, after=second.after)
    assert (last.found, last.after) == ((), None)


@pytest.mark.parametrize("after", ["elsewhere", "-1", str(2**63)])
def test_where_a_page_ends_must_be_a_place(ferry: Record, after: str) -> None:
    """Anything else is said to be none, and so is what no database has room for."""
    with pytest.raises(QueryError, match="is not where a page"):
        ferry.doubtful(after=after)


def test_what_is_confirmed_is_doubtful_no_longer(ferry: Record) -> None:
    """It is a person's from then on, and keeps its number and its speaker."""
    number = numbered(ferry, "Schiff").id
    ferry.confirm(number)
    found = ferry.statement(number)
    assert found is not None
    assert found.human
    assert found.statement.person == VOSS
    assert doubts(ferry) == ["Die Fähre fährt um acht"]


def test_another_speaker_is_found_with_the_statement(ferry: Record) -> None:
    """And the one whom the reader took for the speaker is not."""
    number = numbered(ferry, "Schiff").id
    ferry.attribute(number, " Ole  Brandt ")
    assert {each.id for each in ferry.search("Schiff", Filters(speaker="Brandt")).found} == {number}
    assert not ferry.search("Schiff", Filters(speaker="Voss")).found
    sure, put_right = numbered(ferry, "legen ab"), numbered(ferry, "Schiff")
    assert put_right.identity_id == sure.identity_id


def test_a_new_name_makes_a_person_of_the_kind_named(ferry: Record) -> None:
    """One who speaks nowhere else in the article."""
    number = numbered(ferry, "Schiff").id
    ferry.attribute(number, "Seeamt Emden", PersonKind.BODY)
    person = numbered(ferry, "Schiff").statement.person
    assert person is not None
    assert (person.name, person.kind, person.confidence) == ("Seeamt Emden", PersonKind.BODY, 1.0)


def test_a_statement_needs_a_name(ferry: Record) -> None:
    """White space is none, and nothing is changed."""
    number = numbered(ferry, "Schiff").id
    with pytest.raises(ValueError, match="name"):
        ferry.attribute(number, "  ")
    assert not numbered(ferry, "Schiff").human


def test_what_is_no_statement_is_taken_out(ferry: Record) -> None:
    """It is found no more, by its number neither."""
    number = numbered(ferry, "Fähre").id
    ferry.take_out(number)
    assert ferry.statement(number) is None
    assert "Die Fähre fährt um acht" not in [each.quote for each in ferry.statements()]
    assert list(ferry.check()) == []


def test_statements_that_are_not_on_record_are_refused(ferry: Record) -> None:
    """By their number, with what to do."""
    with pytest.raises(NoSuchStatement, match="statement 99: is not on record; look for it"):
        ferry.confirm(99)


def test_statements_of_older_versions_are_refused(ferry: Record) -> None:
    """The one of today's version is to be put right."""
    number = numbered(ferry, "Schiff").id
    ferry.add(article(FERRY + " Der Wind dreht.", said("„Wir legen ab.“", person="Ole Brandt")))
    with pytest.raises(NoSuchStatement, match=r"in version 1 .* the statement in version 2"):
        ferry.attribute(number, "Ole Brandt")
