from __future__ import annotations

import pytest

from wortlaut.reading.acts._english_verbs import english_forms


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("praise", {"praise", "praises", "praised", "praising"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("press", {"press", "presses", "pressed", "pressing"}),
        ("plan", {"plan", "plans", "planned", "planning"}),
        ("lie", {"lie", "lies", "lied", "lying"}),
        ("be", {"is", "was", "been", "being"}),
    ],
)
def test_a_regular_verb_has_all_its_forms(verb: str, forms: set[str]) -> None:
    """Endings change y, e and a last consonant."""
    assert forms <= english_forms(verb, {})


def test_both_spellings_come_out() -> None:
    """British English doubles where American English does not."""
    assert {"labeled", "labelled", "labeling", "labelling"} <= english_forms("label", {})


def test_an_irregular_verb_takes_its_parts_from_the_file() -> None:
    """The past and the participle are given."""
    made = english_forms("write", {"write": "wrote written"})
    assert {"write", "writes", "wrote", "written", "writing"} == made
