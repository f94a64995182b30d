from __future__ import annotations

import pytest

from wortlaut.reading.acts._german_verbs import conjugate
from wortlaut.reading.acts._lexicon import shipped_irregular_verbs


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("sagen", "sage sagst sagt sagen sagte sagten gesagt sagend"),
        ("antworten", "antwortet antwortete geantwortet"),
        ("zeichnen", "zeichnet zeichnete gezeichnet"),
        ("fordern", "fordere fordert forderte gefordert"),
        ("bedauern", "bedaure bedauert bedauerte"),
        ("widersprechen", "widerspricht widersprach widersprächen widersprochen"),
        ("versprechen", "verspricht versprach versprachen versprochen"),
        ("dementieren", "dementiert dementierte dementieren"),
        ("beschließen", "beschließt beschloss beschloß beschlossen"),
        ("bitten", "bittet bat baten gebeten bäten"),
        ("gestehen", "gesteht gestand gestanden"),
        ("sein", "bin ist sei seien war wären"),
        ("werden", "wird werde wurde würden"),
        ("wissen", "weiß wisse wusste wüsste gewusst"),
    ],
)
def test_a_verb_without_prefix_has_all_its_forms(verb: str, forms: str) -> None:
    """Weak, strong, with an inseparable prefix, and irregular ones."""
    made = conjugate(verb, shipped_irregular_verbs()).joined
    assert {form.casefold() for form in forms.split()} <= made


@pytest.mark.parametrize(
    ("verb", "joined", "finite"),
    [
        ("an|kündigen", "angekündigt anzukündigen ankündigte ankündigend", "kündigte kündigt"),
        ("zurück|weisen", "zurückgewiesen zurückzuweisen zurückwies", "wies weist wiesen"),
        ("vor|schlagen", "vorgeschlagen vorzuschlagen vorschlug", "schlägt schlug"),
        ("ein|gestehen", "eingestanden einzugestehen eingesteht", "gestand gesteht"),
        ("an|vertrauen", "anvertraut anzuvertrauen", "vertraute"),
    ],
)
def test_a_separable_verb_has_joined_forms_and_those_without_prefix(
    verb: str, joined: str, finite: str
) -> None:
    """The prefix stands before ge- and zu-, or far off."""
    made = conjugate(verb, shipped_irregular_verbs())
    assert set(joined.split()) <= made.joined
    assert set(finite.split()) <= made.finite
    assert made.particle == verb.split("|", maxsplit=1)[0]


def test_no_ge_stands_in_a_participle_after_an_inseparable_prefix() -> None:
    """*bestätigt* and *verboten* have no ge-."""
    irregular = shipped_irregular_verbs()
    assert conjugate("bestätigen", irregular).participle == "bestätigt"
    assert conjugate("verbieten", irregular).participle == "verboten"
    assert "gebestätigt" not in conjugate("bestätigen", irregular).joined
