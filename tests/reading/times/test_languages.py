"""The tables and the rules of a language fit each other."""

from __future__ import annotations

import pytest

from wortlaut.reading.times._english_rules import ENGLISH
from wortlaut.reading.times._german_rules import GERMAN
from wortlaut.reading.times._grammar import Grammar, Rule
from wortlaut.reading.times._meanings import Reference
from wortlaut.reading.times._numbers import NUMBER_CLASSES

OF_COMPOUNDS = {"length_word", "clock_half"}
"""Classes that a language's own reading of numbers gives: *14-day*, *3pm*."""


@pytest.mark.parametrize("grammar", [GERMAN, ENGLISH], ids=["German", "English"])
def test_every_class_of_a_rule_has_words(grammar: Grammar) -> None:
    """A misspelt class would never match, and nobody would notice."""
    assert grammar.classes - grammar.classes_of_words <= NUMBER_CLASSES | OF_COMPOUNDS


def test_a_misspelt_rule_is_refused() -> None:
    """What is no element of a rule is named."""
    rule = Rule("[ month=month? @ ]", lambda m: Reference("PAST_REF"))
    with pytest.raises(ValueError, match="not an element of a rule: '@'"):
        Grammar({}, lambda word: None, frozenset(), {}, [rule])
