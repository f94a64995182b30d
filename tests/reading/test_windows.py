"""Articles are cut into windows that the encoder can take."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.reading._windows import Window, windows
from wortlaut.reading._words import Words

BEGIN, END = 1, 2


def words_in(paragraphs: list[int]) -> Words:
    """As many words as numbers, each in the paragraph of its number."""
    places = list(range(len(paragraphs)))
    return Words(
        [10 * i for i in places], [10 * i + 5 for i in places], [True] * len(places), paragraphs
    )


def cut(lengths: list[int], paragraphs: list[int], size: int, overlap: int) -> list[Window]:
    """Windows over words of so many pieces; the pieces of word 7 are 700, 701, ..."""
    pieces = [list(range(100 * i + 100, 100 * i + 100 + n)) for i, n in enumerate(lengths)]
    return windows(
        words_in(paragraphs), pieces, begin_id=BEGIN, end_id=END, size=size, overlap=overlap
    )


def taken(window: Window) -> list[list[int]]:
    """The pieces of each word that is taken from a window."""
    return [
        window.ids[first : last + 1] for first, last in zip(window.first, window.last, strict=True)
    ]


@st.composite
def articles(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    """Pieces of each word, and the paragraph of each."""
    lengths = draw(st.lists(st.integers(1, 8), min_size=1, max_size=120))
    borders = draw(st.lists(st.booleans(), min_size=len(lengths), max_size=len(lengths)))
    paragraphs = [sum(borders[1 : i + 1]) for i in range(len(lengths))]
    return lengths, paragraphs


def test_an_article_that_fits_is_one_window() -> None:
    """With a begin piece, an end piece, and one end piece between paragraphs."""
    (window,) = cut([1, 2, 1], [0, 0, 1], size=8, overlap=2)
    assert window.ids == [BEGIN, 100, 200, 201, END, 300, END]
    assert window.first == [1, 2, 5]
    assert window.last == [1, 3, 5]


def test_one_piece_more_makes_a_second_window() -> None:
    """The room is counted with all that stands between the words."""
    assert len(cut([1, 2, 1], [0, 0, 1], size=7, overlap=2)) == 1
    assert len(cut([1, 2, 1], [0, 0, 1], size=6, overlap=2)) == 2


def test_no_words_are_no_windows() -> None:
    """There is nothing to run the encoder on."""
    assert cut([], [], size=8, overlap=2) == []


def test_a_word_that_cannot_fit_is_refused() -> None:
    """Rather than cut for ever."""
    with pytest.raises(ValueError, match="7 pieces"):
        cut([1, 7], [0, 0], size=8, overlap=2)


@given(articles(), st.integers(12, 40), st.integers(0, 12))
def test_every_word_is_taken_once_and_in_order(
    article: tuple[list[int], list[int]], size: int, overlap: int
) -> None:
    """The words taken from the windows, put in a row, are the article."""
    lengths, paragraphs = article
    found = cut(lengths, paragraphs, size, overlap)
    expected = [list(range(100 * i + 100, 100 * i + 100 + n)) for i, n in enumerate(lengths)]
    assert [pieces for window in found for pieces in taken(window)] == expected


@given(articles(), st.integers(12, 40), st.integers(0, 12))
def test_no_window_is_larger_than_agreed(
    article: tuple[list[int], list[int]], size: int, overlap: int
) -> None:
    """Each begins and ends with its special piece, and parts paragraphs inside."""
    lengths, paragraphs = article
    for window in cut(lengths, paragraphs, size, overlap):
        assert len(window.ids) <= size
        assert window.ids[0] == BEGIN
        assert window.ids[-1] == END
        words = [i // 100 - 1 for i in window.ids if i >= 100]
        inside = len({paragraphs[word] for word in words}) - 1
        assert window.ids.count(END) == 1 + inside


@given(articles())
def test_a_word_near_a_cut_is_read_with_words_on_both_sides(
    article: tuple[list[int], list[int]],
) -> None:
    """Of the pieces that two windows share, each word is taken where more surround it."""
    lengths, paragraphs = article
    found = cut(lengths, paragraphs, size=40, overlap=20)
    for number, window in enumerate(found):
        if number and window.first:
            # A paragraph's and a word's length may be lost on each side of the middle.
            assert window.first[0] - 1 >= 20 // 2 - 2 * 9
        if number + 1 < len(found) and window.last:
            assert len(window.ids) - 2 - window.last[-1] >= 20 // 2 - 2 * 9
