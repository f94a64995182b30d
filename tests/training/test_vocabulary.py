"""The encoder's vocabulary is cut down to what the texts need."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from training.pretrained import PretrainedEncoder
from training.vocabulary import save, tokenizer_of, trim
from wortlaut.model import Span
from wortlaut.reading._subwords import Subwords
from wortlaut.reading._words import split_words

# The vocabulary of a hundred languages, on a small scale; the special pieces stand anywhere.
PIECES = (
    *("<s>", "▁Rat", "<pad>", "</s>", "<unk>", "日本", "▁", "haus", "при", "R", "a", "t", "h"),
    *("u", "s", ".", "▁Brücke", "▁the", "ش", "3", "▁▁", "“"),
)
SCORES = tuple(-1.0 - 0.01 * number for number in range(len(PIECES)))


@pytest.fixture
def encoder() -> PretrainedEncoder:
    """An encoder of which only the vocabulary matters."""
    empty = (np.zeros((0, 0), dtype=np.int8), np.zeros((0, 0), dtype=np.float32))
    return PretrainedEncoder(
        hidden=0, layers=0, heads=0, feed_forward=0, positions=0, epsilon=0.0, pieces=PIECES,
        scores=np.array(SCORES, dtype=np.float32), begin_id=0, end_id=3, pad_id=2, unknown_id=4,
        tensors={}, embeddings=empty,
    )  # fmt: skip


def kept(encoder: PretrainedEncoder, texts: list[str], size: int) -> list[str | None]:
    """The pieces that are kept, in their new order."""
    rows, tokenizer = trim(encoder, texts, size)
    assert len(rows) == tokenizer.get_vocab_size()
    pieces = [tokenizer.id_to_token(number) for number in range(len(rows))]
    assert pieces == [PIECES[row] for row in rows]
    return pieces


def test_the_special_pieces_come_first(encoder: PretrainedEncoder) -> None:
    """In the order that the reader expects, whatever else is kept."""
    assert kept(encoder, ["Rathaus"], 8)[:4] == ["<s>", "<pad>", "</s>", "<unk>"]


def test_single_characters_and_used_pieces_are_kept(encoder: PretrainedEncoder) -> None:
    """Before pieces that no text uses, however likely those are."""
    latin = {"R", "a", "t", "h", "u", "s", ".", "3", "“", "▁", "▁▁"}
    found = set(kept(encoder, ["Rathaus the Rathaus"], 4 + len(latin) + 3))
    assert latin | {"▁Rat", "haus", "▁the"} <= found
    assert "▁Brücke" not in found


def test_other_scripts_are_left_out(encoder: PretrainedEncoder) -> None:
    """Even where there is room and a text uses them."""
    found = kept(encoder, ["日本 при ش"], 1000)
    assert not {"日本", "при", "ش"} & set(found)
    assert "▁Brücke" in found


def test_words_are_cut_as_before(encoder: PretrainedEncoder) -> None:
    """A word all of whose pieces are kept keeps its rows of the embeddings."""
    text = "Rathaus the Brücke 3."
    words = split_words(text, [Span(0, len(text))])
    rows, tokenizer = trim(encoder, [text], 1000)
    whole = Subwords(tokenizer_of(PIECES, SCORES, encoder.unknown_id))
    before = whole.of_words(text, words)
    after = Subwords(tokenizer).of_words(text, words)
    assert [[int(rows[piece]) for piece in pieces] for pieces in after] == before


def test_a_saved_tokenizer_cuts_the_same(encoder: PretrainedEncoder, tmp_path: Path) -> None:
    """Rounded scores and all, and without a space more than needed."""
    text = "Rathaus the Brücke 3.“"
    words = split_words(text, [Span(0, len(text))])
    _, tokenizer = trim(encoder, [text], 1000)
    path = tmp_path / "tokenizer.json"
    save(tokenizer, path)
    again = Subwords.load(path).of_words(text, words)
    assert again == Subwords(tokenizer).of_words(text, words)
    assert json.loads(path.read_text("utf-8"))["model"]["type"] == "Unigram"
    assert path.stat().st_size < len(Tokenizer.from_file(str(path)).to_str(pretty=True))
