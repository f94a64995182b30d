"""The one-to-one assignment against trying out every one."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from training.scoring._assignment import best_assignment

matrices = st.tuples(st.integers(1, 5), st.integers(1, 6)).flatmap(
    lambda shape: arrays(np.float64, shape, elements=st.integers(0, 8).map(lambda n: n / 8))
)


def highest_sum(weights: NDArray[np.float64]) -> float:
    """The best sum there is, found the slow way."""
    rows, columns = weights.shape
    if rows > columns:
        return highest_sum(weights.T)
    return max(
        sum(float(weights[row, column]) for row, column in enumerate(chosen))
        for chosen in permutations(range(columns), rows)
    )


@given(matrices)
def test_sum_is_the_highest_there_is(weights: NDArray[np.float64]) -> None:
    """Eighths add up exactly, so the sums must be equal and not only close."""
    pairs = best_assignment(weights)
    assert sum(float(weights[pair]) for pair in pairs) == highest_sum(weights)


@given(matrices)
def test_each_row_and_column_is_used_once(weights: NDArray[np.float64]) -> None:
    """As many pairs as the shorter side has, none sharing a row or a column."""
    pairs = best_assignment(weights)
    assert len(pairs) == min(weights.shape)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)


@pytest.mark.parametrize("seed", range(20))
def test_sum_is_the_highest_where_many_rows_want_one_column(seed: int) -> None:
    """Favoured columns make rows give way to each other over long paths."""
    random = np.random.default_rng(seed)
    weights = random.integers(0, 60, (6, 6)) + 8.0 * np.arange(6) + 5.0 * np.arange(6)[:, None]
    assert sum(float(weights[pair]) for pair in best_assignment(weights)) == highest_sum(weights)


def test_best_sum_wins_over_best_single_pair() -> None:
    """Taking the 0.9 first would leave nothing for the other row."""
    assert best_assignment(np.array([[0.9, 0.8], [0.8, 0.0]])) == [(0, 1), (1, 0)]


def test_nothing_to_assign_gives_no_pairs() -> None:
    """An article may lack quotations on either side."""
    assert best_assignment(np.zeros((0, 3))) == []
    assert best_assignment(np.zeros((2, 0))) == []


def test_leftovers_pair_as_scipy_pairs_them() -> None:
    """Worked out with `scipy.optimize.linear_sum_assignment(..., maximize=True)` 1.17."""
    weights = np.zeros((3, 5))
    weights[1, 2] = 1.0
    assert best_assignment(weights) == [(0, 0), (1, 2), (2, 1)]
