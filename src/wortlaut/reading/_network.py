"""The network, run by ONNX Runtime."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from wortlaut._exceptions import ModelError
from wortlaut.reading._decoding import Pieces
from wortlaut.reading._distances import distance_classes
from wortlaut.reading._labels import GUIDELINES, LEVELS, TAGS
from wortlaut.reading._model_files import ModelFiles
from wortlaut.reading._windows import Window

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder says of some words."""

    words: Array
    """(words, word) vectors for the heads."""
    tags: Array
    """(words, levels, tags) scores."""
    hints: Array
    """(words, roles) scores of belonging to anybody's role."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the heads say of some quotations over the words they were given."""

    types: Array
    """(quotations, types) scores."""
    media: Array
    """(quotations, media) scores."""
    worth: Array
    """(quotations,) logit of the overlap with a true quotation."""
    nobody: Array
    """(quotations, named roles) scores of there being none."""
    roles: Array
    """(quotations, words, roles then first and last of each named role) scores."""


class Network:
    """Two sessions of ONNX Runtime; safe to use from several threads at once."""

    def __init__(self, files: ModelFiles) -> None:
        self._encoder = open_session(files.encoder)
        self._heads = open_session(files.heads)

    def encode(self, windows: Sequence[Window], guideline: str) -> Encoded:
        """Run the encoder over windows, one at a time, and put their words in a row.

        One at a time: padding would enter into the scale to which 8-bit numbers are set.
        """
        outputs = ["words", f"tags_{guideline}", f"hints_{guideline}"]
        parts = [
            self._encoder.run(
                outputs,
                {
                    "ids": np.array([window.ids], dtype=np.int64),
                    "first": np.array(window.first, dtype=np.int64),
                    "last": np.array(window.last, dtype=np.int64),
                },
            )
            for window in windows
            if window.first
        ]
        words, tags, hints = (np.concatenate(column) for column in zip(*parts, strict=True))
        return Encoded(words, tags.reshape(-1, LEVELS, len(TAGS)), hints)

    def judge(
        self, encoded: Encoded, begin: int, end: int, quotations: Sequence[Pieces], guideline: str
    ) -> Judged:
        """Run the heads on quotations that lie within the words `begin .. end`.

        The words of the result count from `begin`.
        """
        count = end - begin
        inside = np.zeros((len(quotations), count), dtype=np.float32)
        edges = np.empty((len(quotations), 4), dtype=np.int64)
        distances = np.empty((len(quotations), count), dtype=np.int64)
        for row, pieces in enumerate(quotations):
            moved = [(a - begin, b - begin) for a, b in pieces]
            for a, b in moved:
                inside[row, a:b] = 1.0
            first, last = moved[0][0], moved[-1][1] - 1
            edges[row] = first, last, max(first - 1, 0), min(last + 1, count - 1)
            distances[row] = distance_classes(count, moved)
        inside /= inside.sum(1, keepdims=True)
        types, media, worth, nobody, roles = self._heads.run(
            ["types", "media", "worth", "nobody", "roles"],
            {
                "words": encoded.words[begin:end],
                "hints": encoded.hints[begin:end],
                "inside": inside,
                "edges": edges,
                "distances": distances,
            },
        )
        return Judged(types, media, worth[:, GUIDELINES.index(guideline)], nobody, roles)


def open_session(path: Path) -> onnxruntime.InferenceSession:
    """A session that runs a graph on one thread.

    Raises `ModelError` where the graph cannot be loaded.
    """
    options = onnxruntime.SessionOptions()
    # More threads in a session gain little; `Reader.read_many` reads several articles instead.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Fusing an addition into the normalisation after it is several times slower on CPUs.
    options.add_session_config_entry(
        "optimization.disable_specified_optimizers", "SkipLayerNormFusion"
    )
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # ONNX Runtime's own errors share no public base class
        raise ModelError(f"{path}: cannot be loaded ({error}); reinstall wortlaut") from error
