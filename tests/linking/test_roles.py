"""Roles in the words of two languages."""

import pytest

from wortlaut.linking._roles import one_holder, role_of, same_office


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bundeskanzlerin", "German Chancellor"),
        ("Kreml-Sprecher", "Kremlin spokesman"),
        ("russischer Außenminister", "Russian Foreign Minister"),
        ("Ministerpräsident des Saarlandes", "saarländischer Ministerpräsident"),
        ("Machthaber", "president of Belarus"),
        ("Polizeisprecher", "police officer"),
    ],
)
def test_one_office_is_known_in_both_languages(one: str, other: str) -> None:
    """Words for the same office agree, the feminine with the masculine."""
    assert same_office(role_of(one), role_of(other))


def test_offices_of_other_rank_or_field_differ() -> None:
    """A vice president is no president, a faction's leader no party's."""
    assert not same_office(role_of("US-Vizepräsident"), role_of("US-Präsident"))
    assert not same_office(role_of("Finanzminister"), role_of("Außenminister"))
    assert not same_office(role_of("Bundeskanzler"), role_of("Ministerpräsident"))


def test_a_role_tells_country_gender_and_whether_it_is_over() -> None:
    """What stands beside the office is read too."""
    assert role_of("frühere ukrainische Ministerpräsidentin").countries == {"UA"}
    assert role_of("frühere ukrainische Ministerpräsidentin").female is True
    assert role_of("frühere ukrainische Ministerpräsidentin").former
    assert role_of("Bundesinnenminister").countries == {"DE"}
    assert role_of("Bundesinnenminister").female is False
    assert role_of("German Chancellor").female is None
    assert role_of("Oberbürgermeister von Potsdam").others == {"potsdam"}
    assert role_of("Tante").offices == frozenset()


def test_some_offices_have_one_holder_at_a_time() -> None:
    """Two presidents of a country are one; two members of parliament need not be."""
    assert one_holder(role_of("US-Präsident"), role_of("President of the United States"))
    assert not one_holder(role_of("Abgeordneter"), role_of("member of parliament"))
