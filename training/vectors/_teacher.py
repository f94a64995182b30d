"""What the static vectors are to imitate: the pretrained encoder's own sentence vectors.

The encoder is multilingual-e5-small with all its 12 layers; a text's vector is the mean of
the last layer over its pieces, of length one, with the prefix `query: ` that the encoder was
trained with for texts that are compared with each other (Wang and others, "Multilingual E5
Text Embeddings", arXiv 2402.05672).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from training.network import Encoder, Shape
from training.pretrained import load
from wortlaut.wording import Pieces

PREFIX = "query: "
_LONGEST = 126
"""Pieces of a text that count; sentences of news rarely have more."""
_BATCH = 4_000
"""Pieces a batch."""


class Teacher:
    """The whole encoder over the vocabulary that the package ships."""

    def __init__(self, pieces: Pieces) -> None:
        pretrained = load()
        row_of = {piece: row for row, piece in enumerate(pretrained.pieces)}
        rows = torch.tensor([row_of[piece] for piece in pieces.vocabulary])
        shape = replace(
            Shape(), pieces=len(rows), layers=pretrained.layers, read_layers=(pretrained.layers,)
        )
        self._encoder = Encoder(shape).eval()
        self._encoder.load_pretrained(pretrained, rows)
        self._pieces = pieces
        self._begin, self._end = pieces.begin_id, pieces.end_id
        self._prefix = pieces.of(PREFIX)

    def of(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors (texts, 384) of length one."""
        return self.of_pieces(self._pieces.of_all(texts))

    def of_pieces(self, texts: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        """The same for texts that are cut into pieces already."""
        whole = [[self._begin, *self._prefix, *pieces[:_LONGEST], self._end] for pieces in texts]
        order = sorted(range(len(whole)), key=lambda i: len(whole[i]))
        vectors = np.zeros((len(whole), self._encoder.shape.hidden), np.float32)
        begin = 0
        while begin < len(order):
            end = begin
            while end < len(order) and len(whole[order[end]]) * (end - begin + 1) <= _BATCH:
                end += 1
            chosen = order[begin : max(end, begin + 1)]
            vectors[chosen] = self._batch([whole[i] for i in chosen])
            begin += len(chosen)
        return vectors

    def _batch(self, texts: list[list[int]]) -> NDArray[np.float32]:
        lengths = torch.tensor([len(ids) for ids in texts])
        ids = torch.ones(len(texts), int(lengths.max()), dtype=torch.long)
        for row, text in enumerate(texts):
            ids[row, : len(text)] = torch.tensor(text)
        with torch.inference_mode():
            (last,) = self._encoder(ids, lengths)
            inside = (torch.arange(ids.shape[1]) < lengths[:, None])[..., None]
            mean = (last * inside).sum(1) / lengths[:, None]
            result: NDArray[np.float32] = functional.normalize(mean, dim=1).numpy()
        return result
