"""Persons, times and occasions refuse what cannot be."""

from datetime import date

import pytest

from wortlaut import (
    Act,
    Occasion,
    OccasionKind,
    Person,
    PersonKind,
    Precision,
    Resolution,
    When,
    WhenBasis,
)


def test_a_person_needs_a_name() -> None:
    """Whoever cannot be named is no person; the statement says why instead."""
    with pytest.raises(ValueError, match="needs a name"):
        Person("", PersonKind.HUMAN)


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_the_confidence_of_a_resolution_is_a_share(confidence: float) -> None:
    """It lies between 0 and 1."""
    with pytest.raises(ValueError, match="between 0 and 1"):
        Person("Ada Petersen", PersonKind.HUMAN, confidence=confidence)


def test_an_interval_does_not_end_before_it_begins() -> None:
    """Both days belong to it; one day alone is an interval too."""
    day = date(2026, 11, 20)
    assert When(WhenBasis.FRAME, day, day).begin == day
    with pytest.raises(ValueError, match="before it begins"):
        When(WhenBasis.FRAME, day, date(2026, 11, 19))


def test_an_occasion_needs_words() -> None:
    """Without them there is nothing that it was read from."""
    with pytest.raises(ValueError, match="needs words"):
        Occasion(OccasionKind.INTERVIEW, ())


@pytest.mark.parametrize("kind", [Act, OccasionKind, PersonKind, Precision, Resolution, WhenBasis])
def test_enumerations_go_into_json_as_they_are(kind: type[Act]) -> None:
    """Their members are lower-case strings."""
    assert all(isinstance(member, str) and member == member.lower() for member in kind)
