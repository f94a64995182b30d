"""From tag scores to quotations: the best allowed path, and the pieces it marks."""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt

import numpy as np
from numpy.typing import NDArray

from wortlaut.reading._labels import TAGS

_O, _B, _I, _C = range(len(TAGS))
_IMPOSSIBLE = -1e3
_LEAST = -60.0
"""Scores lower than this are as good as this in a sum of their exponentials."""
_WIDEST_GAP = 120
"""Words between two pieces of one quotation; what goes on later is another one."""

Pieces = list[tuple[int, int]]
"""Pieces of one quotation as `[begin, end)` ranges of words, in order."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The learnt scores of one level's tag sequence, the impossible ones very low."""

    start: NDArray[np.float32]
    """(tags,)"""
    transitions: NDArray[np.float32]
    """(from, to)"""


def best_path(emissions: NDArray[np.float32], chain: Chain) -> NDArray[np.int64]:
    """The likeliest tag of each word by Viterbi's algorithm; `emissions` is (words, tags)."""
    count = emissions.shape[0]
    if count == 0:
        return np.zeros(0, dtype=np.int64)
    transitions = [tuple(map(float, row)) for row in chain.transitions.T]
    rows = emissions.tolist()
    scores = [float(s) + e for s, e in zip(chain.start, rows[0], strict=True)]
    back: list[tuple[int, ...]] = []
    tags = range(len(scores))
    # Four states: plain Python is quicker here than an array operation a word.
    for row in rows[1:]:
        step: list[int] = []
        following: list[float] = []
        for to in tags:
            into = transitions[to]
            best, score = 0, scores[0] + into[0]
            for origin in (1, 2, 3):
                value = scores[origin] + into[origin]
                if value > score:
                    best, score = origin, value
            step.append(best)
            following.append(score + row[to])
        back.append(tuple(step))
        scores = following
    state = max(tags, key=scores.__getitem__)
    path = [state]
    for pointers in reversed(back):
        state = pointers[state]
        path.append(state)
    return np.array(path[::-1], dtype=np.int64)


def marginals(emissions: NDArray[np.float32], chain: Chain) -> NDArray[np.float32]:
    """The probability of each tag at each word (words, tags), by forward and backward sums."""
    count = emissions.shape[0]
    if count == 0:
        return np.zeros((0, len(TAGS)), dtype=np.float32)
    relative = emissions.astype(np.float64) - emissions.max(1, keepdims=True)
    here = np.exp(np.maximum(relative, _LEAST))
    # One matrix a word takes the tags before it to its own; the first has no tags before it.
    steps = _weights(chain.transitions) * here[:, None, :]
    steps[0] = _weights(chain.start) * here[0]
    forward = _products(steps)[:, 0, :]
    # The same from the other end: what follows a word, summed over the tags after it.
    behind = np.empty_like(steps)
    behind[0] = 1.0
    behind[1:] = steps[:0:-1].transpose(0, 2, 1)
    backward = _products(behind)[::-1, 0, :]
    both = forward * backward
    shares: NDArray[np.float32] = (both / both.sum(1, keepdims=True)).astype(np.float32)
    return shares


def _weights(scores: NDArray[np.float32]) -> NDArray[np.float64]:
    """Scores out of the logarithm; the impossible ones become zero."""
    weights: NDArray[np.float64] = np.exp(np.maximum(scores.astype(np.float64), _LEAST))
    weights[scores < _IMPOSSIBLE] = 0.0
    return weights


def _products(matrices: NDArray[np.float64]) -> NDArray[np.float64]:
    """The product of the first one, two, three ... matrices, each up to a factor.

    The row of matrices is laid out as a square: first along all its lines at once, then line
    by line, so that a few operations on many words replace one on each word.
    """
    count, size, _ = matrices.shape
    side = isqrt(count - 1) + 1
    runs = np.tile(np.eye(size), (side * side, 1, 1))
    runs[:count] = matrices
    runs = runs.reshape(side, side, size, size)
    for place in range(1, side):
        joined = runs[:, place - 1] @ runs[:, place]
        runs[:, place] = joined / joined.max((1, 2), keepdims=True)
    for line in range(1, side):
        joined = runs[line - 1, -1] @ runs[line]
        runs[line] = joined / joined.max((1, 2), keepdims=True)
    return runs.reshape(-1, size, size)[:count]


def pieces_of_path(path: NDArray[np.int64]) -> list[Pieces]:
    """The quotations that a sequence of tags marks, in order of their first word.

    A piece that goes on joins the quotation before it, or begins one where there is none
    within reach.
    """
    quotations: list[Pieces] = []
    begin = -1
    goes_on = False
    for place, tag in enumerate([*path.tolist(), _O]):
        if tag == _I and begin >= 0:
            continue
        if begin >= 0:
            if goes_on and quotations and begin - quotations[-1][-1][1] < _WIDEST_GAP:
                quotations[-1].append((begin, place))
            else:
                quotations.append([(begin, place)])
            begin = -1
        if tag in (_B, _C):
            begin, goes_on = place, tag == _C
    return quotations
