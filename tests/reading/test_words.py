"""Text is parted into words that lead back to its characters."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.model import Span
from wortlaut.reading._paragraphs import paragraphs_of
from wortlaut.reading._words import split_words

# Letters, digits and signs of news, with what makes offsets go wrong elsewhere.
ODD = "aZäß9.,:'’-„“\"» \n\t\u00a0\u0301\u200b\ufeff\u200d\ufe0f🌊👩🏽שלוםع\u202e日"


def words_of(text: str) -> list[str]:
    """The words of the whole text."""
    words = split_words(text, [Span(0, len(text))] if text else [])
    return [text[begin:end] for begin, end in zip(words.begins, words.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("„Nein“, sagte sie.", ["„", "Nein", "“", ",", "sagte", "sie", "."]),
        ("Nord-Süd-Link", ["Nord-Süd-Link"]),
        ("E‑Mail und U‐Bahn", ["E‑Mail", "und", "U‐Bahn"]),
        ("It's O’Neill's", ["It's", "O’Neill's"]),
        ("Bund-, Land", ["Bund", "-", ",", "Land"]),
        ("1.234,50 Euro um 19:30", ["1.234,50", "Euro", "um", "19:30"]),
        ("am 3. Mai", ["am", "3", ".", "Mai"]),
        ("100m, 5G", ["100m", ",", "5G"]),
        ("...", [".", ".", "."]),
        ("a_b", ["a", "_", "b"]),
        ("Wasser\u200bfall", ["Wasser", "fall"]),
        ("\ufeffAnfang", ["Anfang"]),
        ("שלום, عالم", ["שלום", ",", "عالم"]),
    ],
)
def test_a_word_is_a_run_of_letters_or_one_sign(text: str, words: list[str]) -> None:
    """Hyphens and apostrophes hold a word together, points and commas a number."""
    assert words_of(text) == words


def test_a_combining_mark_belongs_to_its_letter() -> None:
    """A decomposed umlaut is one letter of two code points."""
    assert words_of("Ko\u0308ln ist") == ["Ko\u0308ln", "ist"]


def test_words_remember_what_stood_before_them() -> None:
    """The first of a paragraph counts as spaced, a closing mark does not."""
    text = "Ja: „Gut.“\n\nNein"
    words = split_words(text, paragraphs_of(text))
    assert [text[b:e] for b, e in zip(words.begins, words.ends, strict=True)] == [
        *("Ja", ":", "„", "Gut", ".", "“"),
        "Nein",
    ]
    assert words.spaced == [True, False, True, False, False, False, True]
    assert words.paragraphs == [0, 0, 0, 0, 0, 0, 1]


def test_words_outside_the_paragraphs_are_not_there() -> None:
    """What the article's sources left out is not read."""
    text = "Anzeige\nEs regnet.\nTeilen"
    words = split_words(text, [Span(8, 18)])
    assert words.begins == [8, 11, 17]
    assert words.ends == [10, 17, 18]


def test_a_word_ends_where_its_paragraph_ends() -> None:
    """A paragraph's border parts a word even without a space."""
    words = split_words("Hochhaus", [Span(0, 4), Span(4, 8)])
    assert (words.begins, words.ends, words.paragraphs) == ([0, 4], [4, 8], [0, 1])


def test_a_slice_is_a_run_of_the_same_words() -> None:
    """All four lists are cut alike."""
    words = split_words("Es regnet hier.", [Span(0, 15)])
    part = words.slice(1, 3)
    assert len(part) == 2
    assert (part.begins, part.ends) == ([3, 10], [9, 14])
    assert (part.spaced, part.paragraphs) == ([True, True], [0, 0])


@given(st.text(ODD))
def test_every_visible_character_is_in_one_word(text: str) -> None:
    """Words are in order, lie apart, and leave out nothing that can be seen."""
    words = split_words(text, paragraphs_of(text))
    covered = [
        place
        for begin, end in zip(words.begins, words.ends, strict=True)
        for place in range(begin, end)
    ]
    assert covered == sorted(set(covered))
    visible = {i for i, c in enumerate(text) if not c.isspace() and c not in "\u200b\ufeff"}
    assert visible <= set(covered)
    assert all(begin < end for begin, end in zip(words.begins, words.ends, strict=True))


@given(st.text(ODD))
def test_paragraphs_are_parted_by_blank_lines(text: str) -> None:
    """Paragraphs have text at both ends and nothing but white space between them."""
    paragraphs = paragraphs_of(text)
    edges = [0, *(edge for span in paragraphs for edge in (span.begin, span.end)), len(text)]
    assert edges == sorted(edges)
    for begin, end in zip(edges[::2], edges[1::2], strict=True):
        assert not text[begin:end].strip()
    for span in paragraphs:
        assert span.of(text) == span.of(text).strip()
    for before, after in itertools.pairwise(paragraphs):
        assert text.count("\n", before.end, after.begin) >= 2
