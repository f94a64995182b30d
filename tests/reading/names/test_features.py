"""What a word looks like is told apart."""

from __future__ import annotations

from wortlaut.model import Span
from wortlaut.reading._paragraphs import paragraphs_of
from wortlaut.reading._words import split_words
from wortlaut.reading.names._features import BUCKETS, PER_WORD, WordFeatures


def features_of(text: str) -> list[tuple[int, ...]]:
    """The features of each word."""
    words = split_words(text, paragraphs_of(text) if text else [])
    return [tuple(row) for row in WordFeatures().of_words(text, words).tolist()]


def test_every_word_has_its_rows_of_the_table() -> None:
    """Whatever its characters are."""
    rows = features_of("Am 3. Mai sah 李 den Ärmelkanal 🌊 \ud83d x\u0301!")
    assert all(len(row) == PER_WORD for row in rows)
    assert all(0 <= number < BUCKETS for row in rows for number in row)


def test_no_words_have_no_rows() -> None:
    """But the array keeps its width."""
    text = "x"
    words = split_words(text, [Span(0, 1)]).slice(0, 0)
    assert WordFeatures().of_words(text, words).shape == (0, PER_WORD)


def test_a_word_looks_the_same_wherever_it_stands_within_sentences() -> None:
    """Also when it comes from the memory."""
    rows = features_of("Da kam Roth und dort ging Roth.")
    assert rows[2] == rows[6]


def test_capitals_are_told_from_small_letters() -> None:
    """They share everything but the shape."""
    rows = features_of("Die Grünen sind grünen Tees hold")
    assert sum(a != b for a, b in zip(rows[1], rows[3], strict=True)) == 1


def test_the_first_word_of_a_sentence_looks_different() -> None:
    """After a full stop, in a new paragraph, and behind an opening mark."""
    rows = features_of("Roth kam. Roth ging. „Roth schwieg.\n\nRoth")
    middle = features_of("Und Roth")[1]
    starts = [row for row in rows if row[0] == rows[0][0]]
    assert len(starts) == 4
    assert set(starts) == {rows[0]}
    assert rows[0] != middle
