"""The nearest of many stored vectors, by a scan in two steps.

First the signs of the numbers alone are compared (a bit each, so that a million vectors of
128 numbers are 16 MB and are passed through in milliseconds), then the best few hundred are
compared exactly.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from wortlaut.wording._vectors import cosines

_WORD = 64
_PIECE = 1 << 16


class Near(NamedTuple):
    """A vector that was found."""

    row: int
    """Its index among the vectors in the order they were given."""
    cosine: float


class NearestVectors:
    """Holds stored vectors (n, size) and finds those nearest to another."""

    def __init__(self, vectors: NDArray[np.int8]) -> None:
        """Keeps `vectors` as they are, and 1/8 of their size beside them."""
        self._vectors = vectors
        self._signs = _signs(vectors)

    def __len__(self) -> int:
        return len(self._vectors)

    def near(
        self,
        vector: NDArray[np.int8],
        count: int,
        looked_at: int = 2_000,
        among: NDArray[np.intp] | None = None,
    ) -> list[Near]:
        """The `count` nearest, nearest first; `looked_at` are compared exactly.

        Where `among` is given, only those rows are looked at.
        """
        if not len(self) or (among is not None and not len(among)):
            return []
        rows = self._likely(vector, max(looked_at, count), among)
        scores = cosines(vector, self._vectors[rows])
        # By row where two are equally near, so that the answer is always the same.
        best = np.lexsort((rows, -scores))[:count]
        return [Near(int(rows[i]), float(scores[i])) for i in best]

    def _likely(
        self, vector: NDArray[np.int8], wanted: int, among: NDArray[np.intp] | None
    ) -> NDArray[np.intp]:
        """At least `wanted` rows, if there are so many: those whose signs differ least."""
        if among is not None and len(among) <= wanted:
            return among
        (signs,) = _signs(vector[None])
        unlike = self._unlike(signs, among)
        reached = np.cumsum(np.bincount(unlike))
        most = int(np.searchsorted(reached, min(wanted, len(unlike))))
        likely = np.flatnonzero(unlike <= most)
        return likely if among is None else among[likely]

    def _unlike(
        self, signs: NDArray[np.uint64], among: NDArray[np.intp] | None
    ) -> NDArray[np.unsignedinteger[Any]]:
        """In how many numbers the sign is another one."""
        columns = (
            self._signs[:, column] if among is None else self._signs[among, column]
            for column in range(self._signs.shape[1])
        )
        counts = (np.bitwise_count(each ^ sign) for each, sign in zip(columns, signs, strict=True))
        unlike: NDArray[np.unsignedinteger[Any]] = next(counts)
        if self._vectors.shape[1] > 255:
            unlike = unlike.astype(np.uint16)
        for each in counts:
            unlike += each
        return unlike


def _signs(vectors: NDArray[np.int8]) -> NDArray[np.uint64]:
    """One bit a number (n, words), columns contiguous."""
    # Piece by piece, as a byte for each bit would take as much memory as the vectors.
    pieces = (
        np.packbits(vectors[begin : begin + _PIECE] > 0, axis=1)
        for begin in range(0, max(len(vectors), 1), _PIECE)
    )
    bits = np.concatenate(list(pieces))
    missing = -bits.shape[1] % (_WORD // 8)
    bits = np.pad(bits, ((0, 0), (0, missing)))
    return np.asfortranarray(bits.view(np.uint64))
