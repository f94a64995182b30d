"""The words of a text as they are searched for: folded for exact wording, stemmed for meaning.

Both databases get their index's words from here rather than from dictionaries of their own:
SQLite has none for German, and PostgreSQL's would cut other words than ours, so that the same
question would find different statements. The stems are those of Snowball (Porter 2 for
English, for German with *ae* read as *ä*), which PostgreSQL's dictionaries use too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from threading import local

from Stemmer import Stemmer

LANGUAGES = ("de", "en")
"""The languages whose stems are known; words of others are only folded."""

_WORD = re.compile(r"[^\W_]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe"})
_LONGEST = 60
"""Characters of a word that count; longer ones are addresses, hashes and the like."""


def placed_words(text: str) -> list[tuple[int, int, str]]:
    """Every word of `text` as it is written, in order, after its offsets in code points."""
    return [(match.start(), match.end(), match[0]) for match in _WORD.finditer(text)]


def word_forms(text: str) -> list[str]:
    """Every word of `text` as it is written, in order."""
    return _WORD.findall(text)


def words_and_stems(
    text: str, language: str | None, most: int | None = None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of `text`, folded, in order, and those of their stems that differ from them.

    Each stem comes once. `most` words are looked at, or all of them. This is where most of the
    time of adding goes, so that nothing in it is done word by word.
    """
    known = _known(language)
    found = _WORD.findall(text)[:most]
    words = tuple(filter(None, map(known.folded.__getitem__, found)))
    stems_ = dict.fromkeys(map(known.other_stems.__getitem__, found))
    stems_.pop("", None)
    return words, tuple(stems_)


def all_stems(text: str, language: str | None) -> tuple[str, ...]:
    """The stems of the words of `text`, each once."""
    known = _known(language)
    return tuple(dict.fromkeys(filter(None, (known[word][1] for word in _WORD.findall(text)))))


class Forms:
    """A word that is searched for, in every form in which a text may have it."""

    def __init__(self, word: str, language: str | None) -> None:
        self.folded = fold(word)
        self.stems = frozenset(stems(word, language))
        forms = [form for form in (self.folded, *self.stems) if form]
        self._initials = {form[0] for form in forms}
        self._beginnings = tuple({_beginning(form) for form in forms})

    def weight(self, word: str, language: str | None) -> int:
        """0 where `word`, of a text in `language`, is another one; 2 for the very form, else 1.

        Stems begin as their words do, so that most words need not be stemmed to be told apart.
        """
        if initial(word) not in self._initials:
            return 0
        if not _beginning(fold(word)).startswith(self._beginnings):
            return 0
        folded, root = _KNOWN[language][word]
        if folded == self.folded:
            return 2
        return int(root in self.stems or folded in self.stems)


def may_begin(text: str, letters: str) -> bool:
    """Whether some word of `text`, folded, may begin with these letters; quickly.

    All of the text is folded at once, which gives the same as word by word where it has
    neither accents nor characters that are composed in some other way; else it may.
    """
    if not unicodedata.is_normalized("NFKC", text):
        return True
    small = text.casefold()
    if not small.isascii():
        for letter, instead in _UMLAUTS_WRITTEN_OUT:
            small = small.replace(letter, instead)
        if _OTHER_LETTER.search(small):
            return True
    place = small.find(letters)
    while place > 0 and small[place - 1].isalnum():
        place = small.find(letters, place + 1)
    return place >= 0


_UMLAUTS_WRITTEN_OUT = tuple((chr(letter), instead) for letter, instead in _UMLAUTS.items())
_OTHER_LETTER = re.compile(r"[^\x00-\x7f„“”‚‘’»«›‹–—]")


@lru_cache(maxsize=1 << 14)
def _beginning(folded: str) -> str:
    """Two letters that no stemmer touches, umlauts and *y* put so that none seems to."""
    for double, single in (("ae", "a"), ("oe", "o"), ("ue", "u"), ("y", "i")):
        folded = folded.replace(double, single)
    return folded[:2]


def initial(word: str) -> str:
    """The letter that `word`, folded or stemmed, begins with."""
    letter = word[0]
    known = _INITIALS.get(letter)
    if known is None:
        known = _INITIALS[letter] = fold(letter)[:1]
    return known


_INITIALS: dict[str, str] = {}


class _Known(dict[str, tuple[str, str]]):
    """Words of a language that have been folded and stemmed before."""

    def __init__(self, language: str | None) -> None:
        self._language = language
        self.folded = _Folded()
        self.other_stems = _OtherStems(self)

    def __missing__(self, word: str) -> tuple[str, str]:
        found = self[word] = self.folded[word], stem(word, self._language)
        return found

    def forget(self) -> None:
        """Begin anew, so that memory does not grow with what is read."""
        for kept in (self, self.folded, self.other_stems):
            kept.clear()


class _Folded(dict[str, str]):
    """Words that have been folded before."""

    def __missing__(self, word: str) -> str:
        found = self[word] = fold(word)
        return found


class _OtherStems(dict[str, str]):
    """The stems of words; nothing where they are the folded words themselves."""

    def __init__(self, known: _Known) -> None:
        self._known = known

    def __missing__(self, word: str) -> str:
        folded, root = self._known[word]
        found = self[word] = "" if root == folded else root
        return found


class _Languages(dict[str | None, _Known]):
    """What is known of each language."""

    def __missing__(self, language: str | None) -> _Known:
        return self.setdefault(language, _Known(language))


_KNOWN = _Languages()
_MOST_KNOWN = 1 << 18


def _known(language: str | None) -> _Known:
    known = _KNOWN[language]
    if len(known) > _MOST_KNOWN:
        known.forget()
    return known


def folded_line(text: str) -> str:
    """The words of `text`, folded, with a blank between them."""
    return " ".join(filter(None, map(fold, word_forms(text))))


@lru_cache(maxsize=1 << 14)
def fold(word: str) -> str:
    """`word` in small letters without accents; *ä* becomes *ae* and *ß* becomes *ss*."""
    # Composed first: an *a* with a combining diaeresis is an *ä* too.
    small = unicodedata.normalize("NFKC", word).casefold().translate(_UMLAUTS)
    return _bare(small)[:_LONGEST]


@lru_cache(maxsize=1 << 14)
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


def _stemmer(language: str | None) -> Stemmer | None:
    name = {"de": "german", "en": "english"}.get(language or "")
    if name is None:
        return None
    # One for each thread: they must not be shared.
    stemmer = getattr(_STEMMERS, name, None)
    if stemmer is None:
        stemmer = Stemmer(name)
        setattr(_STEMMERS, name, stemmer)
    return stemmer


_STEMMERS = local()


def _bare(word: str) -> str:
    if word.isascii() and word.isalnum():
        return word
    parts = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in parts if letter.isalnum())
