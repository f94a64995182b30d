"""Sentence vectors: a text's meaning as a few numbers, without running a network.

Each vocabulary piece has a vector of its own, and a text's vector is the sum over its pieces
(piece vectors carry their weight in their length), scaled to length one. The table is made by
`python -m training.vectors`, which lets it imitate the sentence vectors of the encoder; the
idea is model2vec's (Tulkens and van Dongen, "Model2Vec", 2024), the weighting that of Arora
and others ("A Simple but Tough-to-Beat Baseline for Sentence Embeddings", ICLR 2017).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wortlaut._exceptions import ModelError
from wortlaut.wording._pieces import Pieces

SHIPPED_VECTORS = Path(__file__).with_name("sentence_vectors.npz")
FORMAT = 1
STEPS = 300
"""A stored vector's numbers are those of the vector of length one times this, rounded."""
_AT_ONCE = 64
"""Texts whose pieces' vectors are gathered together: few enough for the processor's cache."""


class SentenceVectors:
    """Turns texts into vectors; close meanings point the same way, German or English."""

    def __init__(self, table: NDArray[np.float32], pieces: Pieces, name: str = "") -> None:
        """`table` holds one row for each piece of `pieces`."""
        self._table = table
        self._pieces = pieces
        self.name = name
        """Which table it is; vectors of different tables must not be compared."""

    @classmethod
    def load(cls, path: Path = SHIPPED_VECTORS) -> SentenceVectors:
        """Read a table, the shipped one unless told otherwise (read once and kept).

        Raises `ModelError` where it is missing, damaged or does not fit the tokenizer.
        """
        return _loaded(path)

    @property
    def size(self) -> int:
        """How many numbers a vector has."""
        return int(self._table.shape[1])

    def of(self, texts: Sequence[str]) -> NDArray[np.int8]:
        """Stored vectors (texts, size) of 8-bit numbers, all zero for a text without words."""
        return packed(self.exact(texts))

    def exact(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors (texts, size) of length one before they are rounded to 8 bits."""
        result = np.zeros((len(texts), self.size), np.float32)
        for begin in range(0, len(texts), _AT_ONCE):
            cut = self._pieces.of_all(texts[begin : begin + _AT_ONCE])
            result[begin : begin + len(cut)] = pooled(self._table, cut)
        return result


def pooled(table: NDArray[np.float32], cut: Sequence[Sequence[int]]) -> NDArray[np.float32]:
    """Vectors of length one (texts, size) of texts cut into pieces."""
    result = np.zeros((len(cut), table.shape[1]), np.float32)
    filled = [row for row, pieces in enumerate(cut) if pieces]
    if not filled:
        return result
    lengths = [len(cut[row]) for row in filled]
    begins = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    flat = np.fromiter((piece for row in filled for piece in cut[row]), np.int64, sum(lengths))
    sums = np.add.reduceat(table[flat], begins, axis=0)
    norms = np.linalg.norm(sums, axis=1, keepdims=True)
    result[filled] = sums / np.maximum(norms, 1e-9)
    return result


def packed(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    """Vectors of length one as they are stored: whole numbers from -127 to 127."""
    return np.clip(np.rint(vectors * STEPS), -127, 127).astype(np.int8)


def cosines(one: NDArray[np.int8], many: NDArray[np.int8]) -> NDArray[np.float32]:
    """How near (-1 to 1) stored vectors (n, size) are to one; 0 where either has no words."""
    first = one.astype(np.float32)
    rest = many.astype(np.float32)
    norms = np.linalg.norm(rest, axis=1) * np.linalg.norm(first)
    result: NDArray[np.float32] = (rest @ first) / np.maximum(norms, 1e-9)
    return result


def name_of_vectors(path: Path = SHIPPED_VECTORS) -> str:
    """Which table a file holds, without reading all of it; raises `ModelError`."""
    try:
        with np.load(path, allow_pickle=False) as content:
            return str(content["name"])
    except Exception as error:  # numpy raises a different kind for each kind of damage
        raise ModelError(f"{path}: missing or damaged ({error}); reinstall wortlaut") from error


@lru_cache(maxsize=2)
def _loaded(path: Path) -> SentenceVectors:
    try:
        with np.load(path, allow_pickle=False) as content:
            version = int(content["format"])
            stored, scales = content["vectors"], content["scales"]
            name = str(content["name"])
    except FileNotFoundError:
        raise ModelError(f"{path}: no sentence vectors there; reinstall wortlaut") from None
    except Exception as error:  # numpy raises a different kind for each kind of damage
        raise ModelError(f"{path}: damaged ({error}); reinstall wortlaut") from error
    if version != FORMAT:
        raise ModelError(f"{path}: format {version}, this version reads {FORMAT}; train it anew")
    pieces = Pieces()
    if stored.shape[0] != len(pieces.vocabulary) or scales.shape != (stored.shape[0],):
        raise ModelError(f"{path}: made for another tokenizer; reinstall wortlaut or train it anew")
    table = stored.astype(np.float32) * scales.astype(np.float32)[:, None]
    return SentenceVectors(table, pieces, name)
