"""Quotation marks and the quotations that end among them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.model import Span
from wortlaut.reading._marks import close_marks, marked_stretches
from wortlaut.reading._words import split_words


def stretches(text: str) -> list[str]:
    """The words between marks, joined by single spaces."""
    paragraphs, place = [], 0
    for part in text.split("\n\n"):
        paragraphs.append(Span(place, place + len(part)))
        place += len(part) + 2
    words = split_words(text, paragraphs)
    return [
        text[words.begins[begin] : words.ends[end - 1]]
        for begin, end in marked_stretches(text, words)
    ]


@pytest.mark.parametrize(
    "quoted", ["„Wir gehen“", "„Wir gehen”", '„Wir gehen"', "“We go”", "»Wir gehen«", '"We go"']
)
def test_each_pair_of_marks_is_known(quoted: str) -> None:
    """German, English and straight marks, and their mixtures."""
    assert stretches(f"Sie rief: {quoted}, und ging.") == [quoted]


def test_marks_inside_marks_belong_to_the_outer_pair() -> None:
    """Only the outermost stretch counts."""
    text = "Er sagte: „Sie rief ‚Halt‘ und lief.“"
    assert stretches(text) == ["„Sie rief ‚Halt‘ und lief.“"]


def test_a_mark_that_is_never_closed_marks_nothing() -> None:
    """An opening mark counts to the end of its paragraph and no further."""
    assert stretches("Er sagte: „Das war es.\n\nDann ging sie“ fort.") == []


def test_an_inch_sign_opens_nothing() -> None:
    """A straight mark behind a number has no word to begin with."""
    assert stretches('Ein 27" Bildschirm und ein 32" Gerät.') == []


def test_a_quotation_is_led_on_to_the_closing_mark() -> None:
    """The words up to the closing mark belong to it."""
    assert close_marks([[(2, 6)]], [(3, 9)]) == [[(2, 9)]]


def test_what_goes_on_between_the_marks_is_joined() -> None:
    """A quotation that begins where another broke off is the same."""
    assert close_marks([[(2, 6)], [(6, 9)]], [(3, 9)]) == [[(2, 9)]]


def test_a_quotation_that_ends_with_its_mark_stays() -> None:
    """Nothing changes where marks and quotation agree."""
    quotations = [[(3, 9)], [(12, 15), (18, 20)]]
    assert close_marks(quotations, [(3, 9), (12, 15)]) == quotations


def test_nothing_is_led_over_another_quotation() -> None:
    """Words that a later quotation holds stay with it."""
    assert close_marks([[(2, 5)], [(7, 9)]], [(3, 12)]) == [[(2, 5)], [(7, 9)]]


def test_the_quotations_that_were_given_are_left_alone() -> None:
    """The result is new; the input is as it was."""
    quotations = [[(2, 6)], [(6, 9)]]
    close_marks(quotations, [(3, 9)])
    assert quotations == [[(2, 6)], [(6, 9)]]


RUNS = st.lists(st.tuples(st.integers(0, 4), st.integers(1, 5)), max_size=8)


def laid_out(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges one behind the other, from the gap before each and its length."""
    ranges = []
    place = 0
    for gap, length in runs:
        ranges.append((place + gap, place + gap + length))
        place += gap + length
    return ranges


@given(RUNS, RUNS)
def test_quotations_stay_apart_and_lose_no_word(
    quoted: list[tuple[int, int]], marked: list[tuple[int, int]]
) -> None:
    """Leading one on never runs into the next, and only words between marks are gained."""
    before = [[piece] for piece in laid_out(quoted)]
    between = laid_out(marked)
    after = [piece for pieces in close_marks(before, between) for piece in pieces]
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(after))
    words = {word for begin, end in after for word in range(begin, end)}
    given_words = {word for (piece,) in before for word in range(*piece)}
    assert given_words <= words
    assert words - given_words <= {word for begin, end in between for word in range(begin, end)}
