"""Texts cut into the vocabulary pieces of the shipped tokenizer.

The reader cuts word by word too, but needs offsets; here only the ids count.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from tokenizers import Tokenizer

from wortlaut._exceptions import ModelError

SHIPPED_TOKENIZER = Path(__file__).parents[1] / "reading" / "shipped_model" / "tokenizer.json"
_LONGEST = 4_000
"""Characters of a text that count: what follows would not change its vector much."""
_MOST_REMEMBERED = 200_000
"""Words whose pieces are kept in memory."""


class Pieces:
    """Cuts texts into piece ids; thread-safe."""

    def __init__(self, path: Path = SHIPPED_TOKENIZER) -> None:
        """Raises `ModelError` where `path` is no tokenizer."""
        self._path = path
        try:
            self._tokenizer = Tokenizer.from_file(str(path))
        except Exception as error:  # tokenizers raises nothing narrower
            raise ModelError(f"{path}: cannot be loaded ({error}); reinstall wortlaut") from error
        self._known: dict[str, list[int]] = {}
        self.begin_id = self._special("<s>")
        self.end_id = self._special("</s>")

    def _special(self, piece: str) -> int:
        number = self._tokenizer.token_to_id(piece)
        if number is None:
            raise ModelError(f"{self._path}: lacks the piece {piece}; reinstall wortlaut")
        return int(number)

    @cached_property
    def _unigrams(self) -> list[tuple[str, float]]:
        content = json.loads(self._path.read_text("utf-8"))
        return [(piece, score) for piece, score in content["model"]["vocab"]]

    @property
    def vocabulary(self) -> list[str]:
        """Every piece by its id, `▁` for a leading space."""
        return [piece for piece, _ in self._unigrams]

    @property
    def log_probabilities(self) -> list[float]:
        """By id: how likely a piece is in running text of all the encoder's languages."""
        return [score for _, score in self._unigrams]

    def of(self, text: str) -> list[int]:
        """The piece ids of one text."""
        return self.of_all([text])[0]

    def of_all(self, texts: Sequence[str]) -> list[list[int]]:
        """The piece ids of each text, without begin and end."""
        cut = [_words(text) for text in texts]
        # No piece goes beyond a word, and most words come again and again.
        known = self._known
        new = list({word for words in cut for word in words if word not in known})
        found = self._tokenizer.encode_batch_fast(
            ["▁" + word for word in new], add_special_tokens=False
        )
        ids = {word: encoding.ids for word, encoding in zip(new, found, strict=True)}
        if len(known) + len(ids) > _MOST_REMEMBERED:
            ids |= {word: known[word] for words in cut for word in words if word in known}
            self._known = known = {}
        known.update(ids)
        return [[piece for word in words for piece in known[word]] for words in cut]


def _words(text: str) -> list[str]:
    # Half a surrogate pair is no character, and the tokenizer takes none.
    whole = text[:_LONGEST].encode("utf-8", "replace").decode("utf-8")
    return unicodedata.normalize("NFKC", whole).split()
