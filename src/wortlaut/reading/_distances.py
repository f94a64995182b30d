"""How far a word stands from a quotation, in classes that widen with the distance."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_EDGES = np.array([1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 28, 40, 60, 90, 140, 250])
_SIDE = len(_EDGES)
INSIDE = 2 * _SIDE
GAP = INSIDE + 1
"""The class of words between two pieces of one quotation."""
CLASSES = GAP + 1


def distance_classes(count: int, pieces: list[tuple[int, int]]) -> NDArray[np.int64]:
    """The class of each of `count` words for a quotation of these `[begin, end)` pieces.

    Classes `0 .. 17` stand before the quotation, nearest first, `18 .. 35` after it, then
    inside it, then between its pieces.
    """
    places = np.arange(count)
    begin, end = pieces[0][0], pieces[-1][1]
    classes = np.full(count, GAP, dtype=np.int64)
    before = begin - places
    after = places - end + 1
    is_before, is_after = before > 0, after > 0
    classes[is_before] = np.searchsorted(_EDGES, before[is_before], side="right") - 1
    classes[is_after] = _SIDE + np.searchsorted(_EDGES, after[is_after], side="right") - 1
    for a, b in pieces:
        classes[a:b] = INSIDE
    return classes
