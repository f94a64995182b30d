"""The parts of a human's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from wortlaut.linking._letters import small
from wortlaut.linking._words import is_listed

_WORD = re.compile(r"[^\s,]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){2,}|(?:[^\W\d_]\.)")
_ROMAN = re.compile(r"[IVX]{1,5}\.?\Z")
_LETTER = re.compile(r"[^\W\d_]")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class HumanName:
    """A name in its parts, in small letters, without titles and particles."""

    words: tuple[str, ...]
    """Given names and surnames in the order written; a hyphen keeps two names one word."""
    comma: bool = False
    """*Merkel, Angela*: the words have been put into the usual order already."""
    number: int | None = None
    """The regnal number: 16 in *Benedikt XVI.*"""
    junior: bool | None = None
    """True for *Jr.*, False for *Sr.*"""
    regnal: bool = False
    """A pope's, a king's or a prince's: the one word is the whole name."""
    titles: tuple[str, ...] = ()

    @property
    def family_first(self) -> bool:
        """The first word may be the surname: *Xi Jinping*, *Orbán Viktor*."""
        return len(self.words) > 1 and not self.comma and is_listed(self.words[0], "family_first")


@lru_cache(maxsize=1 << 16)
def human_name(name: str) -> HumanName:
    """`name` taken apart; the words are empty where nothing of it is a name."""
    before, comma, after = name.partition(",")
    inverted = bool(comma) and bool(_LETTER.search(after)) and not _is_suffix(after)
    whole = f"{after} {before}" if inverted else name
    words: list[str] = []
    titles: list[str] = []
    number: int | None = None
    junior: bool | None = None
    raw = _WORD.findall(whole)
    for place, written in enumerate(raw):
        word = small(written).strip(".-–\"„“”()'")
        if not word:
            continue
        if _is_suffix(word) and place:
            junior = is_listed(word, "juniors")
        elif words and place and _ROMAN.match(written) and place == len(raw) - 1:
            number = _roman(word)
        elif _INITIALS.fullmatch(written) or (len(word) == 1 and word.isalpha()):
            words.extend(letter for letter in word if letter.isalpha())
        elif len(raw) > 1 and _is_title(word, before=not words, last=place == len(raw) - 1):
            titles.append(word)
        elif place < len(raw) - 1 and _is_particle(word, place, written):
            continue
        else:
            words.append(_without_article(word))
    regnal = len(words) <= 2 and any(is_listed(title, "regnal") for title in titles)
    regnal = regnal or number is not None
    return HumanName(tuple(words), inverted, number, junior, regnal, tuple(titles))


def _is_title(word: str, *, before: bool, last: bool) -> bool:
    if before:
        return is_listed(word, "regnal") or is_listed(word, "titles")
    return not last and is_listed(word, "titles")


def _is_particle(word: str, place: int, written: str) -> bool:
    # *Al Gore* and *Ben Bernanke* begin with a given name, *al Assad* does not.
    given = place == 0 and written in ("Al", "Ben", "Do", "Le", "An", "Of")
    return not given and is_listed(word, "particles")


def _is_suffix(word: str) -> bool:
    bare = small(word).strip(" .")
    return is_listed(bare, "juniors") or is_listed(bare, "seniors")


def _without_article(word: str) -> str:
    head, hyphen, rest = word.partition("-")
    # *al-Assad*, *el-Baradei*; but *Al-Anon* has no name after it and *Kim Il-sung* does.
    if hyphen and len(rest) > 2 and head in ("al", "el", "as", "asch", "ash", "at", "ar", "ad"):
        return rest
    return word


def _roman(word: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in word]
    return sum(
        -value if value < max(values[place:], default=0) else value
        for place, value in enumerate(values)
    )
