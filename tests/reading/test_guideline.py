"""Which annotation practice a text is read by."""

from __future__ import annotations

import pytest

from wortlaut.reading._guideline import guideline_of
from wortlaut.reading._paragraphs import paragraphs_of
from wortlaut.reading._words import split_words


def guideline(language: str | None, text: str) -> str:
    """The guideline for a text."""
    return guideline_of(language, text, split_words(text, paragraphs_of(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Rat hat die Brücke gesperrt, und das ist gut.", "de"),
        ("The council closed the bridge, and that is good for the town.", "en"),
        ("Brücke gesperrt", "de"),
        ("", "de"),
        ("THE BRIDGE IS CLOSED AND THE TOWN IS QUIET", "en"),
    ],
)
def test_a_text_without_a_language_is_judged_by_its_words(text: str, expected: str) -> None:
    """German where the words do not tell."""
    assert guideline(None, text) == expected


@pytest.mark.parametrize(("language", "expected"), [("en", "en"), ("de", "de"), ("fr", "de")])
def test_the_language_that_is_told_counts(language: str, expected: str) -> None:
    """Even against the words; other languages are read as German is."""
    assert guideline(language, "The council said that it was for the town.") == expected


def test_only_the_beginning_is_looked_at() -> None:
    """A long German text with an English end is German."""
    assert guideline(None, "Der Rat und die Stadt. " * 100 + "The end of it. " * 5000) == "de"
