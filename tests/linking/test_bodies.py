"""Names of one body in two languages."""

import pytest

from wortlaut.linking._body_names import body_evidence


@pytest.mark.parametrize(
    ("one", "other", "grade"),
    [
        ("SPD", "Sozialdemokratische Partei Deutschlands", "concept"),
        ("USA", "Vereinigte Staaten", "concept"),
        ("der Kreml", "russische Regierung", "concept"),
        ("Auswärtiges Amt", "German Foreign Office", "concept"),
        ("Bundesinnenministerium", "Bundesministerium des Innern", "concept"),
        ("Pentagon", "US-Verteidigungsministerium", "concept"),
        ("Polizei Hamburg", "Hamburger Polizei", "same"),
        ("Siemens", "Siemens AG", "same"),
        ("Der Spiegel", "Spiegel", "same"),
        ("DFG", "Deutsche Forschungsgemeinschaft GmbH Bonn", "other"),
        ("DPG", "Deutsche Physikalische Gesellschaft", "initials"),
        ("Greenpeace", "Greenpeace Deutschland", "part"),
    ],
)
def test_names_of_one_body(one: str, other: str, grade: str) -> None:
    """Lists, places, rules for ministries, towns and initials each find their own."""
    assert body_evidence(one, other) == grade
    assert body_evidence(other, one) == grade


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SPD", "SPÖ"),
        ("CDU", "CSU"),
        ("Auswärtiges Amt", "russisches Außenministerium"),
        ("Bundesfinanzministerium", "Bundesinnenministerium"),
        ("Pentagon", "Weißes Haus"),
        ("Polizei Hamburg", "Kölner Polizei"),
        ("Deutsche Bahn", "Deutsche Bank"),
    ],
)
def test_names_of_two_bodies(one: str, other: str) -> None:
    """Bodies of one kind are told apart."""
    assert body_evidence(one, other) == "other"


def test_a_common_noun_names_no_body() -> None:
    """The police of two articles need not be the same police."""
    assert body_evidence("Polizei", "die Polizei") == "generic"
