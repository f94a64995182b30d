"""Annotated articles become segments that the network is trained on."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import Unigram

from training.corpora import GoldArticle, GoldQuotation
from training.prepare import Quotation, cut, levelled, ranges, segments, tags_of, words_of
from wortlaut.model import Medium, QuotationType, Span
from wortlaut.reading._decoding import Pieces, pieces_of_path
from wortlaut.reading._labels import LEVELS, MEDIA, TYPES
from wortlaut.reading._paragraphs import paragraphs_of
from wortlaut.reading._subwords import Subwords
from wortlaut.reading._words import split_words

TEXT = "Roth sagte, es sei „kein Spaß“ gewesen.\n\nDer Rat schwieg dazu."


def place(words: str, text: str = TEXT) -> tuple[Span, ...]:
    """Where the words stand."""
    begin = text.index(words)
    return (Span(begin, begin + len(words)),)


def gold(*quotations: GoldQuotation, text: str = TEXT) -> GoldArticle:
    """An annotated article."""
    return GoldArticle("written", "german_news", text, paragraphs_of(text), quotations)


def marked(pieces: Pieces, level: int = 0) -> Quotation:
    """A quotation of which only the place matters."""
    return Quotation(pieces, level, -1, -1, {})


def tagged(quotations: list[Quotation], count: int) -> list[str]:
    """The tags as text, a level each."""
    return ["".join("OBIC"[tag] for tag in row) for row in tags_of(quotations, count)]


@pytest.fixture(scope="module")
def subwords() -> Subwords:
    """Every letter is a piece, so that lengths can be counted by hand."""
    letters = sorted({*"▁abcdefghijklmnopqrstuvwxyzäöüßDERSO„“.,"})
    pieces = [(piece, -1.0) for piece in ("<s>", "<pad>", "</s>", "<unk>", *letters)]
    return Subwords(Tokenizer(Unigram(pieces, 3, False)))


def test_words_that_share_a_character_with_a_span_are_its_words() -> None:
    """Annotators sometimes leave a letter out, or take a space along."""
    words = split_words(TEXT, paragraphs_of(TEXT))
    assert words_of(words, place("sagte, es")) == [1, 2, 3]
    assert words_of(words, place("agt")) == [1]
    assert words_of(words, place(" es ")) == [3]
    assert words_of(words, (*place("Roth"), *place("Rat"))) == [0, 12]
    assert words_of(words, ()) == []


@pytest.mark.parametrize(
    ("indices", "found"),
    [([], []), ([3], [(3, 4)]), ([1, 2, 3], [(1, 4)]), ([0, 2, 3, 7], [(0, 1), (2, 4), (7, 8)])],
)
def test_indices_become_ranges(indices: list[int], found: Pieces) -> None:
    """Neighbours together."""
    assert ranges(indices) == found


@pytest.mark.parametrize(
    ("quotations", "tags"),
    [
        ([marked([(1, 4)])], "OBIIOOOO"),
        ([marked([(0, 2), (4, 5)])], "BIOOCOOO"),
        ([marked([(1, 3)]), marked([(3, 5)])], "OBIBIOOO"),
        ([marked([(0, 1), (2, 3), (5, 8)])], "BOCOOCII"),
    ],
)
def test_quotations_become_tags(quotations: list[Quotation], tags: str) -> None:
    """A piece after a frame goes on with the quotation."""
    assert tagged(quotations, 8) == [tags, "OOOOOOOO"]
    assert pieces_of_path(np.array(["OBIC".index(tag) for tag in tags])) == [
        quotation.pieces for quotation in quotations
    ]


@pytest.mark.parametrize("order", [1, -1])
def test_a_piece_right_behind_another_quotation_begins_anew(order: int) -> None:
    """Nothing lies between them to go on after, whichever quotation comes first."""
    interleaved = [marked([(0, 2), (4, 6)]), marked([(2, 4)])]
    assert tagged(interleaved[::order], 6)[0] == "BIBIBI"


def test_the_levels_are_tagged_apart() -> None:
    """A quotation inside another one is on the second."""
    assert tagged([marked([(0, 5)]), marked([(2, 4)], 1)], 6) == ["BIIIIO", "OOBIOO"]


@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), min_size=1, max_size=3),
        max_size=4,
    )
)
def test_no_tag_sequence_is_taught_that_the_chain_forbids(
    shape: list[list[tuple[int, int]]],
) -> None:
    """Nothing goes on without a word outside before it."""
    quotations: list[Quotation] = []
    count = 0
    for lengths in shape:
        pieces: Pieces = []
        for number, (gap, length) in enumerate(lengths):
            begin = count + (max(gap, 1) if number else gap)
            pieces.append((begin, begin + length))
            count = begin + length
        quotations.append(marked(pieces))
    row = tagged(quotations, count)[0]
    assert not {"OI", "BC", "IC", "CC"} & {row[i : i + 2] for i in range(len(row))}
    assert row[:1] not in {"I", "C"}


def test_the_larger_quotation_is_the_outer_one() -> None:
    """Whatever order the annotations come in."""
    inner = GoldQuotation(place("„kein Spaß“"), QuotationType.DIRECT, Medium.SPEECH)
    outer = GoldQuotation(place("es sei „kein Spaß“ gewesen"), QuotationType.INDIRECT, None)
    words = split_words(TEXT, paragraphs_of(TEXT))
    first, second = levelled(words, [inner, outer])
    assert (first.level, TYPES[first.type], first.medium) == (0, QuotationType.INDIRECT, -1)
    assert (second.level, TYPES[second.type], MEDIA[second.medium]) == (
        *(1, QuotationType.DIRECT),
        Medium.SPEECH,
    )


def test_a_quotation_nested_twice_is_left_out() -> None:
    """There are two levels."""
    words = split_words(TEXT, paragraphs_of(TEXT))
    nested = [GoldQuotation(place(w)) for w in ("sei „kein Spaß“", "„kein Spaß“", "Spaß")]
    assert [quotation.level for quotation in levelled(words, nested)] == [0, 1]


def test_a_role_that_is_not_annotated_is_unknown() -> None:
    """Absent is another thing: an empty role was looked for and not found."""
    words = split_words(TEXT, paragraphs_of(TEXT))
    annotated = GoldQuotation(place("es sei"), speaker=place("Roth"), addressee=())
    (quotation,) = levelled(words, [annotated])
    assert quotation.roles == {"speaker": [0], "cue": None, "frame": None, "addressee": []}


def test_a_role_outside_the_segment_is_unknown_there() -> None:
    """The network must not learn that there is no speaker where it cannot see one."""
    words = split_words(TEXT, paragraphs_of(TEXT))
    annotated = GoldQuotation(place("schwieg"), speaker=place("Roth"), cue=place("dazu"))
    (quotation,) = levelled(words.slice(11, 16), [annotated])
    assert quotation.roles["speaker"] is None
    assert quotation.roles["cue"] == [3]


def test_a_short_article_is_one_segment(subwords: Subwords) -> None:
    """With its gold over words, and the pieces of a window."""
    article = gold(
        GoldQuotation(
            place("es sei „kein Spaß“ gewesen"), QuotationType.INDIRECT, cue=place("sagte")
        )
    )
    (segment,) = segments(cut(article, subwords), subwords, Random(1))
    assert segment.corpus == "german_news"
    assert segment.tags.shape == (LEVELS, 16)
    (quotation,) = segment.quotations
    assert quotation.pieces == [(3, 10)]
    assert quotation.roles["cue"] == [1]
    assert segment.ids[0] == subwords.begin_id
    assert segment.ids.count(subwords.end_id) == 2


@pytest.mark.parametrize("seed", range(8))
def test_a_long_article_is_cut_without_losing_a_word(subwords: Subwords, seed: int) -> None:
    """Every segment fits a window, and together they hold every word and quotation."""
    sentence = "Der Ort sei „gut“, sagte er."
    text = "\n\n".join([" ".join([sentence] * 4)] * 12)
    quotations = [
        GoldQuotation((Span(begin, begin + len("„gut“")),))
        for begin in range(len(text))
        if text.startswith("„gut“", begin)
    ]
    article = cut(gold(*quotations, text=text), subwords)
    found = list(segments(article, subwords, Random(seed)))
    assert len(found) > 1
    assert all(len(segment.ids) <= 512 for segment in found)
    assert sum(len(segment.first) for segment in found) == len(article.words)
    assert sum(len(segment.quotations) for segment in found) >= len(quotations)
    pieces = [
        piece
        for segment in found
        for first, last in zip(segment.first, segment.last, strict=True)
        for piece in segment.ids[first : last + 1]
    ]
    assert pieces == [piece for word in article.pieces for piece in word]


def test_an_article_without_words_has_no_segments(subwords: Subwords) -> None:
    """There is nothing to learn from it."""
    assert list(segments(cut(gold(text=" "), subwords), subwords, Random(1))) == []
