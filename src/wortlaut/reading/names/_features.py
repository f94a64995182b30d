"""What a word itself tells of being a name: its letters, its capitals, its place.

The encoder's vectors say what a word means where it stands. Names are often words that the
encoder has hardly seen, and then their looks count.
"""

from __future__ import annotations

import re
import zlib

import numpy as np
from numpy.typing import NDArray

from wortlaut.reading._words import Words

BUCKETS = 8192
"""Rows of the table that hashed features are looked up in."""
PER_WORD = 8
"""How many features a word has."""
_REMEMBERED = 100_000
_ENDS = frozenset(".!?…")
_OPENING = frozenset("„“”»«\"'‚‘(-–—")
_RUNS = re.compile(r"(.)\1+")


class WordFeatures:
    """Hashed features of words; remembers those of words that it has seen."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, bool], tuple[int, ...]] = {}

    def of_words(self, text: str, words: Words) -> NDArray[np.int64]:
        """(words, `PER_WORD`) rows of the table, each below `BUCKETS`."""
        known = self._known
        rows: list[tuple[int, ...]] = []
        starts = True
        paragraph = -1
        for begin, end, number in zip(words.begins, words.ends, words.paragraphs, strict=True):
            if number != paragraph:
                starts, paragraph = True, number
            word = text[begin:end]
            key = (word, starts)
            row = known.get(key)
            if row is None:
                if len(known) >= _REMEMBERED:
                    known.clear()
                row = known[key] = _features(word, starts)
            rows.append(row)
            if word in _ENDS:
                starts = True
            elif word not in _OPENING:
                starts = False
        return np.array(rows, dtype=np.int64).reshape(-1, PER_WORD)


def _features(word: str, starts: bool) -> tuple[int, ...]:
    small = word.lower()
    shape = _RUNS.sub(r"\1", "".join(map(_shape, word)))[:8]
    named = (
        f"w{small}", f"p{small[:2]}", f"q{small[:3]}", f"r{small[:4]}", f"s{small[-2:]}",
        f"t{small[-3:]}", f"u{small[-4:]}", f"x{shape}{starts:d}",
    )  # fmt: skip
    # Not Python's own hash, which differs from run to run.
    return tuple(zlib.crc32(name.encode("utf-8", "replace")) % BUCKETS for name in named)


def _shape(letter: str) -> str:
    if letter.isupper():
        return "X"
    if letter.isalpha():
        return "x"
    return "0" if letter.isdigit() else letter
