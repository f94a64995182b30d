"""Texts as the tagger sees them, with the encoder's vectors, computed once and kept on disk.

The vectors come from the shipped graph, 8-bit arithmetic and all, so that the tagger learns on
the very numbers that it will be given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.names._corpus import TaggedText, words_of
from wortlaut.reading._model_files import ModelFiles
from wortlaut.reading._network import Network
from wortlaut.reading._subwords import Subwords
from wortlaut.reading._windows import windows
from wortlaut.reading._words import Words
from wortlaut.reading.names._features import WordFeatures
from wortlaut.reading.names._labels import LABELS


@dataclass(frozen=True, slots=True)
class Example:
    """One text to learn from or to be scored on; rows are words."""

    text: TaggedText
    words: Words
    vectors: NDArray[np.float16]
    features: NDArray[np.int64]
    allowed: NDArray[np.bool_]
    """(words, labels): which labels are right, one a word where it is annotated."""


class Encoder:
    """Runs the shipped encoder over texts."""

    def __init__(self, files: ModelFiles) -> None:
        self._network = Network(files)
        self._subwords = Subwords.load(files.tokenizer)

    def vectors(self, text: str, words: Words, language: str) -> NDArray[np.float16]:
        """(words, word) vectors, rounded to half precision for the disk's sake."""
        pieces = self._subwords.of_words(text, words)
        cut = windows(words, pieces, begin_id=self._subwords.begin_id, end_id=self._subwords.end_id)
        return self._network.encode(cut, language).words.astype(np.float16)


def examples(
    texts: Sequence[TaggedText], language: str, encoder: Encoder, cache: Path
) -> list[Example]:
    """Texts with their vectors, which are read from `cache` where it holds them."""
    split = [words_of(text) for text in texts]
    count = sum(len(words) for words, _ in split)
    if cache.exists():
        vectors = np.load(cache)
        if len(vectors) != count:
            raise ValueError(f"{cache}: of other texts; delete it")
    else:
        parts = [
            encoder.vectors(text.text, words, language)
            for text, (words, _) in zip(texts, split, strict=True)
        ]
        vectors = np.concatenate(parts)
        cache.parent.mkdir(parents=True, exist_ok=True)
        np.save(cache, vectors)
    features = WordFeatures()
    made: list[Example] = []
    begin = 0
    for text, (words, labels) in zip(texts, split, strict=True):
        end = begin + len(words)
        looks = features.of_words(text.text, words)
        allowed = np.eye(LABELS, dtype=bool)[labels]
        made.append(Example(text, words, vectors[begin:end], looks, allowed))
        begin = end
    return made
