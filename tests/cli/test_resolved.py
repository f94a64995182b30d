"""The line that tells person, role, date and occasion."""

from datetime import date

import pytest

from wortlaut import (
    Act,
    Article,
    Located,
    Medium,
    Mention,
    Occasion,
    OccasionKind,
    Person,
    PersonKind,
    Precision,
    QuotationType,
    Span,
    Statement,
    When,
    WhenBasis,
)
from wortlaut.cli._resolved import act_line, resolved_line

TEXT = "Am Freitag sagte sie in einem Brief, sie komme nicht, wenn es\nregne."
ARTICLE = Article(text=TEXT)
ADA = Person("Ada Petersen", PersonKind.HUMAN)
FRIDAY = date(2026, 11, 20)


def at(words: str) -> Span:
    """Where `words` stand in the text."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def statement(**fields: object) -> Statement:
    """A statement with these fields."""
    return Statement(
        id=1,
        type=QuotationType.INDIRECT,
        medium=Medium.SPEECH,
        quote=(at("sie komme nicht"),),
        confidence=0.9,
        **fields,  # type: ignore[arg-type]
    )


def test_person_role_date_and_occasion_stand_in_one_line() -> None:
    """In this order, as far as they are known."""
    person = Person("Ada Petersen", PersonKind.HUMAN, Located("Deichgräfin", at("sie")))
    said = statement(
        person=person,
        addressee_person=Person("Rat", PersonKind.BODY),
        about=(
            Mention("Mia Voss", PersonKind.HUMAN, at("sie")),
            Mention("Deichamt", PersonKind.BODY, at("nicht")),
        ),
        via=Located("dpa", at("sie")),
        said_on=When(WhenBasis.FRAME, FRIDAY, FRIDAY, Precision.DAY),
        occasion=Occasion(OccasionKind.LETTER, (at("in einem Brief"),)),
    )
    assert resolved_line(ARTICLE, said) == (
        "Ada Petersen, Deichgräfin · to Rat · about Mia Voss, Deichamt · via dpa · 2026-11-20 · "
        "in einem Brief"
    )


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (When(WhenBasis.PUBLISHED, end=FRIDAY), "by 2026-11-20"),
        (When(WhenBasis.CARRIED, FRIDAY, FRIDAY, Precision.DAY), "2026-11-20"),
        (
            When(WhenBasis.FRAME, date(2026, 11, 1), FRIDAY, Precision.MONTH),
            "2026-11-01 to 2026-11-20",
        ),
        (
            When(WhenBasis.FRAME, words=at("Am Freitag"), unresolved="no date of publication"),
            "Am Freitag (date unknown)",
        ),
        (When(WhenBasis.PUBLISHED, unresolved="no date of publication"), ""),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(when: When, shown: str) -> None:
    """A day, an interval, a bound, or the article's own words."""
    assert resolved_line(ARTICLE, statement(said_on=when)) == shown


def test_a_doubtful_person_is_shown_with_the_next_best() -> None:
    """And how sure the resolution is."""
    person = Person("Ada Petersen", PersonKind.HUMAN, confidence=0.61, runner_up="Mia Voss")
    assert resolved_line(ARTICLE, statement(person=person)) == "Ada Petersen (61%, or Mia Voss)"


def test_an_unknown_person_is_told_with_the_reason() -> None:
    """Rather unknown than wrong."""
    assert (
        resolved_line(ARTICLE, statement(person_unknown="nobody is named"))
        == "unknown: nobody is named"
    )


def test_act_negation_and_condition_stand_in_a_line_of_their_own() -> None:
    """To assert is not worth a word; line breaks within the words are blanks."""
    assert act_line(ARTICLE, statement(act=Act.ASSERTS)) == ""
    said = statement(
        act=Act.REFUSES,
        negated=True,
        condition=(at("wenn es\nregne"),),
        damage=(at("sie komme"),),
    )
    assert (
        act_line(ARTICLE, said)
        == "refuses · negated · condition: wenn es regne · not grammatical: sie komme"
    )


def test_what_is_not_known_takes_no_line() -> None:
    """As for articles that were read before these fields were."""
    assert resolved_line(ARTICLE, statement()) == act_line(ARTICLE, statement()) == ""


def test_commands_to_the_terminal_do_no_harm() -> None:
    """Names come from the article."""
    person = Person("Ada\x1b[31m", PersonKind.HUMAN)
    assert "\x1b" not in resolved_line(ARTICLE, statement(person=person))
