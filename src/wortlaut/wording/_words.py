"""The words of a wording, each with its place and the forms by which it is compared."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from wortlaut.model import Span
from wortlaut.wording._forms import fold, form_key
from wortlaut.wording._numbers import NUMBER, number_of

_TOKEN = re.compile(
    r"(?P<ellipsis>\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\.\.)"
    rf"|(?P<number>(?:{NUMBER})(?:-?[^\W\d_]+)*)"
    r"|(?P<short>n['’]t\b|['’](?:m|re|ve|ll|d|s)\b)"
    r"|(?P<word>[^\W\d_]+?(?=n['’]t\b)|[^\W_]+(?:[-‐‑][^\W_]+)*)"
    r"|(?P<sign>[%€$])"
    r"|(?P<bracket>[\[\]])"
)
_HYPHENS = re.compile("[-‐‑\u00ad]")
_SPELLINGS = {
    None: {"n't": "not", "€": "euro", "eur": "euro", "$": "dollar"},
    "de": {"%": "prozent", "mio": "millionen", "mrd": "milliarden", "km": "kilometer"},
    "en": {
        "%": "percent",
        "km": "kilometres",
        "kilometers": "kilometres",
        "kilometer": "kilometre",
        "meters": "metres",
        "meter": "metre",
        "neighbors": "neighbours",
        "neighbor": "neighbour",
    },
}
"""House styles of outlets, which make no other word."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a wording."""

    span: Span
    """Its place in the wording, in code points."""
    folded: str
    """Small letters without hyphens; *ä* as *ae*, a number in digits: equal if only the
    spelling differs."""
    key: str
    """Equal too for the forms that a word takes in reported speech."""
    number: str | None = None
    """Its value, where it is a number."""
    ellipsis: bool = False
    """A mark of words left out: *[...]*, *…*."""
    bracketed: bool = False
    """Put in by the reporter: *[der Hafen]*."""


_LONGER = re.compile(r"[^\W_]{4,}|\d+")
_HEAD = 5


def heads_of(text: str) -> frozenset[str]:
    """The beginnings of a text's longer words, and its numbers: quicker to have than its words."""
    return frozenset(word[:_HEAD] for word in _LONGER.findall(fold(text.casefold())))


@lru_cache(maxsize=1 << 12)
def words_of(text: str, language: str | None) -> tuple[Word, ...]:
    """The words of `text` in order; marks other than ellipses are no words."""
    found: list[Word] = []
    bracketed = False
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        span = Span(match.start(), match.end())
        if kind == "bracket":
            bracketed = match[0] == "["
        elif kind == "ellipsis":
            found.append(Word(span, "…", "…", ellipsis=True))
        else:
            folded, key, number = _forms(match[0], language)
            found.append(Word(span, folded, key, number, bracketed=bracketed))
    return tuple(found)


@lru_cache(maxsize=1 << 17)
def _forms(word: str, language: str | None) -> tuple[str, str, str | None]:
    number = number_of(word)
    if number is not None:
        return number, number, number
    small = unicodedata.normalize("NFKC", word).casefold().replace("’", "'")
    small = _SPELLINGS[None].get(small, _SPELLINGS.get(language, {}).get(small, small))
    small = _HYPHENS.sub("", small)
    return fold(small), form_key(small, language), None
