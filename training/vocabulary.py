"""The encoder's vocabulary, cut down to what German and English news need.

The pretrained vocabulary serves a hundred languages. Kept are the special pieces, every
piece that the training texts use, every single Latin character, and then the likeliest
pieces of Latin letters, digits and signs until the size is reached.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import Unigram

from training.pretrained import PretrainedEncoder
from wortlaut.model import Span
from wortlaut.reading._subwords import Subwords
from wortlaut.reading._words import split_words

_SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")


def tokenizer_of(pieces: Iterable[str], scores: Iterable[float], unknown_id: int) -> Tokenizer:
    """A unigram tokenizer over just these pieces."""
    return Tokenizer(Unigram(list(zip(pieces, scores, strict=True)), unknown_id, False))


def trim(
    encoder: PretrainedEncoder, texts: Iterable[str], size: int
) -> tuple[NDArray[np.int64], Tokenizer]:
    """Which rows of the embeddings to keep, and the tokenizer over them, renumbered."""
    whole = Subwords(
        tokenizer_of(encoder.pieces, encoder.scores.astype(float).tolist(), encoder.unknown_id)
    )
    used: Counter[int] = Counter()
    for text in texts:
        words = split_words(text, [Span(0, len(text))]) if text else None
        for pieces in whole.of_words(text, words) if words else ():
            used.update(pieces)
    keep = [encoder.pieces.index(piece) for piece in _SPECIAL]
    chosen = set(keep)
    latin = [i for i, piece in enumerate(encoder.pieces) if i not in chosen and _is_latin(piece)]
    first = [i for i in latin if len(encoder.pieces[i].removeprefix("▁")) <= 1]
    common = [i for i in latin if used[i] > 0]
    rest = sorted(latin, key=lambda i: -float(encoder.scores[i]))
    for candidate in (*first, *common, *rest):
        if len(keep) >= size:
            break
        if candidate not in chosen:
            chosen.add(candidate)
            keep.append(candidate)
    rows = np.array([*keep[:4], *sorted(keep[4:])], dtype=np.int64)
    tokenizer = tokenizer_of(
        (encoder.pieces[i] for i in rows),
        (float(encoder.scores[i]) for i in rows),
        int(np.flatnonzero(rows == encoder.unknown_id)[0]),
    )
    return rows, tokenizer


def save(tokenizer: Tokenizer, path: Path) -> None:
    """Write the tokenizer compactly, scores to four places."""
    content = json.loads(tokenizer.to_str())
    content["model"]["vocab"] = [
        [piece, round(score, 4)] for piece, score in content["model"]["vocab"]
    ]
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _is_latin(piece: str) -> bool:
    return all(
        not character.isalpha() or "LATIN" in unicodedata.name(character, "") for character in piece
    )
