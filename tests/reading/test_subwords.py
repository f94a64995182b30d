"""Words are cut into the pieces that the encoder knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from tokenizers import Tokenizer
from tokenizers.models import Unigram

from wortlaut import ModelError
from wortlaut.model import Span
from wortlaut.reading._subwords import MAX_PIECES_PER_WORD, Subwords
from wortlaut.reading._words import Words, split_words

PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁Rat", "haus", "Rat", "e", "é", "a"]


def tokenizer(pieces: list[str]) -> Tokenizer:
    """A tokenizer of these pieces, each as likely as the others."""
    return Tokenizer(Unigram([(piece, -1.0) for piece in pieces], 3, False))


@pytest.fixture
def subwords() -> Subwords:
    """Cuts words into a handful of pieces."""
    return Subwords(tokenizer(PIECES))


def words_of(text: str) -> Words:
    """The words of a whole text."""
    return split_words(text, [Span(0, len(text))])


def cut(subwords: Subwords, text: str) -> list[list[str]]:
    """The pieces of each word, as text."""
    return [[PIECES[i] for i in ids] for ids in subwords.of_words(text, words_of(text))]


def test_a_spaced_word_begins_with_the_piece_of_a_space(subwords: Subwords) -> None:
    """So that a word is the same pieces as in the running text of the pretraining."""
    assert cut(subwords, "Rathaus (Rathaus") == [
        ["▁Rat", "haus"],
        ["▁", "<unk>"],
        ["Rat", "haus"],
    ]


def test_several_unknown_characters_are_one_piece(subwords: Subwords) -> None:
    """A word of another script does not fill the window."""
    assert cut(subwords, "日本語") == [["▁", "<unk>"]]


def test_composed_and_decomposed_letters_are_the_same(subwords: Subwords) -> None:
    """The characters of the text stay, only their pieces are those of the usual form."""
    assert cut(subwords, "e\u0301") == cut(subwords, "é") == [["▁", "é"]]


def test_a_word_seen_before_is_cut_the_same(subwords: Subwords) -> None:
    """Remembering changes nothing."""
    assert cut(subwords, "Rathaus Rathaus")[0] == cut(subwords, "Rathaus")[0]


@pytest.mark.parametrize("length", [30, 400, 1_000_000])
def test_a_very_long_word_is_cut_off(subwords: Subwords, length: int) -> None:
    """Its end is not looked at: a million characters take no longer than a few hundred."""
    (pieces,) = cut(subwords, "a" * length)
    assert len(pieces) == MAX_PIECES_PER_WORD


def test_half_a_character_is_unknown(subwords: Subwords) -> None:
    """A lone surrogate comes out of broken JSON; the tokenizer would refuse the whole word."""
    assert cut(subwords, "\ud83d") == [["▁", "<unk>"]]


def test_every_word_has_a_piece(subwords: Subwords) -> None:
    """Also one whose usual form has no characters left."""
    text = "a \u00ad \u2060 \u034f"
    assert all(cut(subwords, text))


def test_a_tokenizer_without_the_special_pieces_is_refused() -> None:
    """It belongs to another model."""
    with pytest.raises(ModelError, match="lacks the piece </s>"):
        Subwords(tokenizer(["<s>", "<pad>", "a", "<unk>"]))


def test_a_damaged_tokenizer_is_refused(tmp_path: Path) -> None:
    """The file is named."""
    path = tmp_path / "tokenizer.json"
    path.write_text("{", "utf-8")
    with pytest.raises(ModelError, match=r"tokenizer\.json: cannot be loaded"):
        Subwords.load(path)
