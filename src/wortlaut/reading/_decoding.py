"""From tag scores to quotations: the best allowed path, and the pieces it marks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wortlaut.reading._labels import TAGS

_O, _B, _I, _C = range(len(TAGS))

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
    weight = np.exp(np.maximum(chain.transitions.astype(np.float64), -60.0))
    weight[chain.transitions < -1e3] = 0.0
    scaled = np.exp(emissions.astype(np.float64) - emissions.max(1, keepdims=True))
    start = np.where(chain.start < -1e3, 0.0, np.exp(np.maximum(chain.start, -60.0)))
    forward = np.empty_like(scaled)
    backward = np.empty_like(scaled)
    forward[0] = start * scaled[0]
    forward[0] /= forward[0].sum()
    for i in range(1, count):
        forward[i] = (forward[i - 1] @ weight) * scaled[i]
        forward[i] /= forward[i].sum()
    backward[-1] = 1.0
    for i in range(count - 2, -1, -1):
        backward[i] = weight @ (scaled[i + 1] * backward[i + 1])
        backward[i] /= backward[i].sum()
    both = forward * backward
    return (both / both.sum(1, keepdims=True)).astype(np.float32)


def pieces_of_path(path: NDArray[np.int64]) -> list[Pieces]:
    """The quotations that a sequence of tags marks, in order of their first word."""
    quotations: list[Pieces] = []
    begin = -1
    goes_on = False
    for place, tag in enumerate([*path.tolist(), _O]):
        if tag == _I and begin >= 0:
            continue
        if begin >= 0:
            if goes_on and quotations:
                quotations[-1].append((begin, place))
            else:
                quotations.append([(begin, place)])
            begin = -1
        if tag in (_B, _C):
            begin, goes_on = place, tag == _C
    return quotations
