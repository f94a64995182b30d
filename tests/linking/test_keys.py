"""Keys bring together what may be one, and little else."""

import pytest

from wortlaut.linking import keys, lookup_keys
from wortlaut.model import PersonKind


@pytest.mark.parametrize(
    ("appearance", "identity"),
    [
        ("Путин", "Wladimir Putin"),
        ("Wladimir Putin", "Putin"),
        ("Michail Gorbatschow", "Mikhail Gorbachev"),
        ("Orbán Viktor", "Viktor Orbán"),
        ("Xi", "Xi Jinping"),
        ("Jinping Xi", "Xi Jinping"),
        ("Bill Clinton", "William Jefferson Clinton"),
        ("Wieczorek-Zeul", "Heidi Wieczorek-Zeul"),
        ("Sabine Leutheusser", "Sabine Leutheusser-Schnarrenberger"),
        ("López Obrador", "Andrés Manuel López Obrador"),
        ("Papst Franziskus", "Pope Francis"),
        ("P. Müller", "Peter Mueller"),
        ("Hosni Mubarak", "Husni Mubarak"),
    ],
)
def test_one_person_is_found_under_either_name(appearance: str, identity: str) -> None:
    """In both directions."""
    assert lookup_keys(appearance) & keys(identity)
    assert lookup_keys(identity) & keys(appearance)


def test_a_whole_name_does_not_ask_for_all_of_the_surname() -> None:
    """*Peter Müller* is not compared with *Kerstin Müller*, but *Müller* is with both."""
    assert not lookup_keys("Peter Müller") & keys("Kerstin Müller")
    assert lookup_keys("Müller") & keys("Kerstin Müller")


def test_bodies_are_found_by_what_they_are() -> None:
    """Across languages, and never under a human's key."""
    body = PersonKind.BODY
    assert lookup_keys("Auswärtiges Amt", body) & keys("German Foreign Ministry", body)
    assert lookup_keys("Hamburger Polizei", body) & keys("Polizei Hamburg", body)
    assert lookup_keys("DPG", body) & keys("Deutsche Physikalische Gesellschaft", body)
    assert not lookup_keys("Bosch", body) & keys("Robert Bosch")
    assert not keys("Polizei", body)


def test_who_is_never_linked_has_no_keys() -> None:
    """Groups, documents and unnamed people."""
    for kind in (PersonKind.GROUP, PersonKind.UNNAMED, PersonKind.DOCUMENT):
        assert not keys("Experten", kind)
        assert not lookup_keys("Experten", kind)
