"""The words of a text as they are searched for: folded for exact wording, stemmed for meaning.

Both databases get their index's words from here rather than from dictionaries of their own:
SQLite has none for German, and PostgreSQL's would cut other words than ours, so that the same
question would find different statements. The stems are those of Snowball (Porter 2 for
English, for German with *ae* read as *ä*), which PostgreSQL's dictionaries use too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

LANGUAGES = ("de", "en")
"""The languages whose stems are known; words of others are only folded."""

_WORD = re.compile(r"[^\W_]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe"})
_LONGEST = 60
"""Characters of a word that count; longer ones are addresses, hashes and the like."""


class SearchWord(NamedTuple):
    """A word of a text: where it stands, folded, and its stem."""

    begin: int
    end: int
    folded: str
    stem: str


def search_words(text: str, language: str | None) -> Iterator[SearchWord]:
    """Every word of `text` in order, with offsets in its code points."""
    for match in _WORD.finditer(text):
        word = match[0]
        yield SearchWord(match.start(), match.end(), fold(word), stem(word, language))


def word_forms(text: str) -> Iterator[str]:
    """Every word of `text` as it is written, in order."""
    return (match[0] for match in _WORD.finditer(text))


def folded_line(text: str) -> str:
    """The words of `text`, folded, with a blank between them."""
    return " ".join(filter(None, map(fold, word_forms(text))))


@lru_cache(maxsize=1 << 18)
def fold(word: str) -> str:
    """`word` in small letters without accents; *ä* becomes *ae* and *ß* becomes *ss*."""
    # Composed first: an *a* with a combining diaeresis is an *ä* too.
    small = unicodedata.normalize("NFKC", word).casefold().translate(_UMLAUTS)
    return _bare(small)[:_LONGEST]


@lru_cache(maxsize=1 << 18)
def stem(word: str, language: str | None) -> str:
    """The stem of `word`, without accents: *Verhandlungen* and *Verhandlung* have the same.

    In languages without a known stemmer it is the word without its accents (*ä* becomes *a*).
    """
    small = unicodedata.normalize("NFKC", word).casefold()[:_LONGEST]
    stemmer = _stemmer(language)
    return _bare(stemmer.stemWord(small) if stemmer else small) or _bare(small)


@lru_cache(maxsize=1 << 12)
def stems(word: str, language: str | None) -> tuple[str, ...]:
    """The stems under which `word` may be indexed, in any language where none is given."""
    wanted = LANGUAGES if language is None else (language,)
    return tuple(dict.fromkeys((*(stem(word, known) for known in wanted), stem(word, None))))


@lru_cache(maxsize=4)
def _stemmer(language: str | None) -> snowballstemmer.stemmer:
    name = {"de": "german", "en": "english"}.get(language or "")
    return snowballstemmer.stemmer(name) if name else None


def _bare(word: str) -> str:
    if word.isascii() and word.isalnum():
        return word
    parts = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in parts if letter.isalnum())
