"""Subwords: the pieces of words that the encoder knows.

Every word is cut by itself, so that its pieces are the same wherever it stands and can be
remembered: news repeats its words, and a remembered word costs a look-up.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

from tokenizers import Tokenizer

from wortlaut._exceptions import ModelError
from wortlaut.reading._words import Words

MAX_PIECES_PER_WORD = 24
"""A longer word (an address, a hash) is cut off: its end tells the reader nothing."""
_LONGEST_WORD = 400
"""So many characters hold more pieces than are kept; the rest need not be cut at all."""
_REMEMBERED = 100_000
_SPACE = "▁"


class Subwords:
    """Cuts words into the encoder's pieces."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._cache: dict[tuple[bool, str], list[int]] = {}
        self.begin_id = self._special("<s>")
        self.end_id = self._special("</s>")
        self.pad_id = self._special("<pad>")
        self.unknown_id = self._special("<unk>")

    @classmethod
    def load(cls, path: Path) -> Subwords:
        """Read a `tokenizer.json`; raises `ModelError` where it is none."""
        try:
            tokenizer = Tokenizer.from_file(str(path))
        except Exception as error:  # tokenizers raises nothing narrower
            raise ModelError(f"{path}: cannot be loaded ({error}); reinstall wortlaut") from error
        return cls(tokenizer)

    def of_words(self, text: str, words: Words) -> list[list[int]]:
        """The piece ids of each word, at least one a word."""
        cache = self._cache
        found: list[list[int]] = []
        for begin, end, spaced in zip(words.begins, words.ends, words.spaced, strict=True):
            key = (spaced, text[begin : min(end, begin + _LONGEST_WORD)])
            pieces = cache.get(key)
            if pieces is None:
                if len(cache) >= _REMEMBERED:
                    cache.clear()
                pieces = cache[key] = self._cut(*key)
            found.append(pieces)
        return found

    def _special(self, piece: str) -> int:
        number = self._tokenizer.token_to_id(piece)
        if number is None:
            raise ModelError(f"the model's tokenizer lacks the piece {piece}; reinstall wortlaut")
        return number

    def _cut(self, spaced: bool, word: str) -> list[int]:
        # Half a surrogate pair is no character, and the tokenizer takes none.
        whole = word.encode("utf-8", "replace").decode("utf-8")
        normal = unicodedata.normalize("NFKC", whole)
        ids: list[int] = self._tokenizer.encode(
            (_SPACE if spaced else "") + normal, add_special_tokens=False
        ).ids
        if len(ids) > 1 and any(a == b == self.unknown_id for a, b in pairwise(ids)):
            ids = [a for i, a in enumerate(ids) if i == 0 or not a == ids[i - 1] == self.unknown_id]
        return ids[:MAX_PIECES_PER_WORD] or [self.unknown_id]
