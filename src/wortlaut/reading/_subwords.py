"""Subwords: the pieces of words that the encoder knows.

Every word is cut by itself, so that its pieces are the same wherever it stands and can be
remembered: news repeats its words, and a remembered word costs a look-up.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

from tokenizers import Tokenizer

from wortlaut.reading._words import Words

MAX_PIECES_PER_WORD = 24
"""A longer word (an address, a hash) is cut off: its end tells the reader nothing."""
_REMEMBERED = 100_000
_SPACE = "▁"


class Subwords:
    """Cuts words into the encoder's pieces."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._cache: dict[tuple[bool, str], list[int]] = {}
        self.begin_id: int = tokenizer.token_to_id("<s>")
        self.end_id: int = tokenizer.token_to_id("</s>")
        self.pad_id: int = tokenizer.token_to_id("<pad>")
        self.unknown_id: int = tokenizer.token_to_id("<unk>")

    @classmethod
    def load(cls, path: Path) -> Subwords:
        """Read a `tokenizer.json`."""
        return cls(Tokenizer.from_file(str(path)))

    def of_words(self, text: str, words: Words) -> list[list[int]]:
        """The piece ids of each word, at least one a word."""
        cache = self._cache
        found: list[list[int]] = []
        for begin, end, spaced in zip(words.begins, words.ends, words.spaced, strict=True):
            key = (spaced, text[begin:end])
            pieces = cache.get(key)
            if pieces is None:
                if len(cache) >= _REMEMBERED:
                    cache.clear()
                pieces = cache[key] = self._cut(*key)
            found.append(pieces)
        return found

    def _cut(self, spaced: bool, word: str) -> list[int]:
        normal = unicodedata.normalize("NFKC", word)
        ids: list[int] = self._tokenizer.encode(
            (_SPACE if spaced else "") + normal, add_special_tokens=False
        ).ids
        if len(ids) > 1 and any(a == b == self.unknown_id for a, b in pairwise(ids)):
            ids = [a for i, a in enumerate(ids) if i == 0 or not a == ids[i - 1] == self.unknown_id]
        return ids[:MAX_PIECES_PER_WORD] or [self.unknown_id]
