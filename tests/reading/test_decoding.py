"""Tags are decoded into quotations; the algorithms agree with trying everything."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from wortlaut.reading._decoding import Chain, Pieces, best_path, marginals, pieces_of_path
from wortlaut.reading._labels import TAGS

O, B, I, C = range(len(TAGS))  # noqa: E741 - the tags' own names
FORBIDDEN = {(O, I), (B, C), (I, C), (C, C)}
SCORES = st.floats(-6, 6, width=32)


@st.composite
def chains(draw: st.DrawFn) -> Chain:
    """Any learnt transitions, with the impossible ones of the network."""
    transitions = draw(arrays(np.float32, (4, 4), elements=SCORES))
    for pair in FORBIDDEN:
        transitions[pair] = -1e4
    return Chain(np.array([0, 0, -1e4, -1e4], dtype=np.float32), transitions)


EMISSIONS = st.integers(1, 6).flatmap(lambda n: arrays(np.float32, (n, 4), elements=SCORES))


def all_paths(count: int) -> NDArray[np.int64]:
    """Every sequence of tags of so many words (sequences, words)."""
    return np.array(list(product(range(4), repeat=count)))


def score(
    paths: NDArray[np.int64], emissions: NDArray[np.float32], chain: Chain
) -> NDArray[np.float64]:
    """The score of each path, by its definition."""
    total = chain.start.astype(np.float64)[paths[:, 0]]
    for place in range(paths.shape[1]):
        total += emissions[place, paths[:, place]]
        if place:
            total += chain.transitions[paths[:, place - 1], paths[:, place]]
    return total


def tags_of(quotations: list[Pieces], count: int) -> NDArray[np.int64]:
    """The tags that mark the quotations."""
    tags = np.full(count, O)
    for pieces in quotations:
        for number, (begin, end) in enumerate(pieces):
            tags[begin:end] = I
            tags[begin] = C if number else B
    return tags


@given(EMISSIONS, chains())
def test_the_best_path_is_the_best_of_all(emissions: NDArray[np.float32], chain: Chain) -> None:
    """No path scores higher than the one that Viterbi's algorithm finds."""
    highest = score(all_paths(len(emissions)), emissions, chain).max()
    found = best_path(emissions, chain)
    assert score(found[None], emissions, chain)[0] == pytest.approx(highest, abs=1e-4)


@given(EMISSIONS, chains())
def test_the_best_path_is_allowed(emissions: NDArray[np.float32], chain: Chain) -> None:
    """It begins with O or B, and takes no impossible step."""
    path = best_path(emissions, chain).tolist()
    assert path[0] in {O, B}
    assert not FORBIDDEN & set(pairwise(path))


@given(EMISSIONS, chains())
def test_marginals_are_sums_over_all_paths(emissions: NDArray[np.float32], chain: Chain) -> None:
    """The probability of a tag at a word is the share of the paths through it."""
    paths = all_paths(len(emissions))
    weights = np.exp(score(paths, emissions, chain))
    weights /= weights.sum()
    expected = np.array([[weights[column == tag].sum() for tag in range(4)] for column in paths.T])
    assert marginals(emissions, chain) == pytest.approx(expected, abs=1e-5)


def test_marginals_of_a_long_article_stay_numbers() -> None:
    """Sums over thousands of words neither vanish nor overflow."""
    random = np.random.default_rng(1)
    emissions = (random.normal(size=(5000, 4)) * 40).astype(np.float32)
    transitions = np.zeros((4, 4), dtype=np.float32)
    for pair in FORBIDDEN:
        transitions[pair] = -1e4
    chain = Chain(np.array([0, 0, -1e4, -1e4], dtype=np.float32), transitions)
    found = marginals(emissions, chain)
    assert np.isfinite(found).all()
    assert found.sum(1) == pytest.approx(np.ones(5000), abs=1e-4)


def test_no_words_have_no_tags() -> None:
    """An empty article is no special case for the caller."""
    chain = Chain(np.zeros(4, dtype=np.float32), np.zeros((4, 4), dtype=np.float32))
    nothing = np.zeros((0, 4), dtype=np.float32)
    assert best_path(nothing, chain).shape == (0,)
    assert marginals(nothing, chain).shape == (0, 4)


@pytest.mark.parametrize(
    ("tags", "quotations"),
    [
        ("OOO", []),
        ("OBIIO", [[(1, 4)]]),
        ("BII", [[(0, 3)]]),
        ("B", [[(0, 1)]]),
        ("BIBI", [[(0, 2)], [(2, 4)]]),
        ("BBB", [[(0, 1)], [(1, 2)], [(2, 3)]]),
        ("BIOOCIO", [[(0, 2), (4, 6)]]),
        ("BIOCOCI", [[(0, 2), (3, 4), (5, 7)]]),
        ("BOBIOCI", [[(0, 1)], [(2, 4), (5, 7)]]),
        ("OCIO", [[(1, 3)]]),
    ],
)
def test_tags_mark_quotations_and_their_pieces(tags: str, quotations: list[Pieces]) -> None:
    """B begins a quotation, C goes on with the one before it, or begins the first."""
    path = np.array(["OBIC".index(tag) for tag in tags])
    assert pieces_of_path(path) == quotations


@pytest.mark.parametrize(("gap", "quotations"), [(119, 1), (120, 2)])
def test_what_goes_on_much_later_is_another_quotation(gap: int, quotations: int) -> None:
    """A frame between two pieces is not a hundred and twenty words long."""
    assert len(pieces_of_path(np.array([B, *[O] * gap, C, I]))) == quotations


@given(st.lists(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=3)))
def test_tagging_and_decoding_lead_back(shape: list[list[tuple[int, int]]]) -> None:
    """Quotations that lie one after the other survive being turned into tags."""
    quotations: list[Pieces] = []
    place = 0
    for lengths in shape:
        pieces: Pieces = []
        for gap, length in lengths:
            pieces.append((place + gap, place + gap + length))
            place += gap + length
        quotations.append(pieces)
    assert pieces_of_path(tags_of(quotations, place + 1)) == quotations
