"""Nouns that speak: who or what a noun means, its gender and number.

German nouns are looked up in every inflected form; a compound counts as its last part, so
that *Außenministerin* is a minister and a woman. The lists are data files beside this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files


class NounKind(StrEnum):
    """What a noun stands for when it speaks."""

    HUMAN = "human"
    GROUP = "group"
    BODY = "body"
    DOCUMENT = "document"
    SOURCE = "source"
    """The speaking itself: *Angaben*, *Ansicht*, *opinion*."""


@dataclass(frozen=True, slots=True)
class Noun:
    """One reading of a word as a noun of the lists."""

    kind: NounKind
    lemma: str
    """Nominative singular of the whole word, in the word's own case: *Außenministerin*."""
    base: str
    """The listed noun in lower case, without the feminine ending: *minister*."""
    gender: str | None
    """m, f or n; None where the noun does not tell."""
    singular: bool
    """Whether the form can be singular."""
    plural: bool
    """Whether the form can be plural."""


@dataclass(frozen=True, slots=True)
class _Form:
    kind: NounKind
    base: str
    ending: str
    """What the nominative singular has after the part that all forms share."""
    cut: int
    """How many characters of this form the nominative singular lacks."""
    gender: str | None
    singular: bool
    plural: bool


_SHORTEST = 4
"""A shorter noun counts inside a compound only after a hyphen."""
_LONE = {
    "amt",
    "rat",
    "hof",
    "bund",
    "star",
    "chef",
    "arzt",
    "boss",
    "graf",
    "mann",
    "frau",
    "herr",
}
_WHOLE = frozenset(
    "land haus volk seite stelle bahn post spitze werk lager team kreis staat liste plan film "
    "text index band junge erbe bote abt star boss mission marine ausgabe regelung".split()
)
"""Nouns that mean something else at the end of a compound: *Russland*, *Baustelle*."""
_ADJECTIVE_ENDINGS = ("e", "er", "en", "em", "es")


def _sections(name: str) -> Iterator[tuple[str, str]]:
    """The heading and each word under it."""
    heading = ""
    lines = files("wortlaut.reading.people").joinpath(name).read_text("utf-8").splitlines()
    for line in lines:
        if line.startswith("["):
            heading = line.strip("[] ")
        elif line and not line.startswith("#"):
            for word in line.split():
                yield heading, word


@cache
def _german_forms() -> dict[str, tuple[_Form, ...]]:
    forms: dict[str, dict[tuple[str, str, str | None], _Form]] = {}

    def add(form: str, entry: _Form) -> None:
        """Keep one reading a noun and gender; a second one adds its number."""
        readings = forms.setdefault(form.lower(), {})
        key = (entry.kind.value, entry.base, entry.gender)
        old = readings.get(key)
        if old:
            entry = _Form(
                old.kind, old.base, old.ending, old.cut, old.gender,
                old.singular or entry.singular, old.plural or entry.plural,
            )  # fmt: skip
        readings[key] = entry

    for heading, word in _sections("german_nouns.txt"):
        kind_name, _, class_name = heading.partition(" ")
        for form, entry in _inflected(NounKind(kind_name), class_name, word):
            add(form, entry)
    return {form: tuple(readings.values()) for form, readings in forms.items()}


def _inflected(kind: NounKind, declension: str, word: str) -> Iterator[tuple[str, _Form]]:  # noqa: PLR0912
    """Every form of a listed noun."""
    word, _, plural_form = word.partition("/")
    base = word.lower()

    def entry(form: str, lemma: str, gender: str | None, number: str) -> tuple[str, _Form]:
        shared = 0
        while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
            shared += 1
        return form, _Form(
            kind, base, lemma[shared:], len(form) - shared, gender, "s" in number, "p" in number
        )

    if kind is NounKind.GROUP:
        yield entry(word, word, None, "p")
        if not word.endswith("n"):
            yield entry(word + "n", word, None, "p")
        return
    if declension in {"er", "en", "e"}:
        stem = word.removesuffix("e") if declension == "en" else word
        woman = stem + "in"
        for form in (woman,):
            yield entry(form, woman, "f", "s")
        for form in (woman + "nen",):
            yield entry(form, woman, "f", "p")
        singular = {"er": ["", "s"], "en": ["e", "", "en", "n"], "e": ["", "s", "es"]}[declension]
        plural = {"er": ["", "n"], "en": ["en", "n"], "e": ["e", "en", "s"]}[declension]
        if declension == "en" and not word.endswith("e"):
            singular = ["", "en"]
            plural = ["en"]
        elif declension == "en":
            singular, plural = ["e", "en"], ["en"]
        for ending in singular:
            yield entry(stem + ending, word, "m", "s")
        for ending in plural:
            yield entry(stem + ending, word, "m", "p")
        return
    if declension == "adj":
        stem = word.removesuffix("e")
        for ending in _ADJECTIVE_ENDINGS:
            number = "sp" if ending in {"e", "en", "er"} else "s"
            yield entry(stem + ending, stem + "e", None, number)
        return
    gender = declension if declension in {"m", "f", "n"} else None
    if declension == "pl":
        yield entry(word, word, None, "p")
        if not word.endswith(("n", "s")):
            yield entry(word + "n", word, None, "p")
        return
    yield entry(word, word, gender, "s")
    if plural_form:
        yield entry(plural_form, plural_form, gender, "p")
        if not plural_form.endswith(("n", "s")):
            yield entry(plural_form + "n", plural_form, gender, "p")
        if gender == "m":
            yield entry(word + "s", word, "m", "s")
            yield entry(word + "es", word, "m", "s")
        return
    if gender == "f":
        for ending in ("n", "en") if not word.endswith("e") else ("n",):
            yield entry(word + ending, word, "f", "p")
        return
    for ending in ("s", "es"):
        yield entry(word + ending, word, gender, "s")
    for ending in ("e", "en", "er", "ern", "n"):
        yield entry(word + ending, word, gender, "p")


@cache
def _english_forms() -> dict[str, tuple[_Form, ...]]:
    forms: dict[str, tuple[_Form, ...]] = {}
    genders = {"man": "m", "woman": "f"}
    for heading, word in _sections("english_nouns.txt"):
        if heading == "title":
            continue
        if heading == "group":
            forms[word] = (_Form(NounKind.GROUP, word, "", 0, None, False, True),)
            continue
        kind = NounKind.HUMAN if heading in {"human", "man", "woman"} else NounKind(heading)
        gender = genders.get(heading)
        plurals = word.endswith("s") and kind is not NounKind.HUMAN and not word.endswith("ss")
        form = _Form(kind, word, "", 0, gender, not plurals or kind is NounKind.DOCUMENT, plurals)
        forms.setdefault(word, (form,))
        plural, ending, cut = word + "s", "", 1
        if word.endswith("man"):
            plural, ending, cut = word[:-2] + "en", "an", 2
        elif word.endswith("y") and word[-2:-1] not in "aeiou":
            plural, ending, cut = word[:-1] + "ies", "y", 3
        elif word.endswith(("ss", "ch", "sh")):
            plural, ending, cut = word + "es", "", 2
        forms.setdefault(plural, (_Form(kind, word, ending, cut, gender, False, True),))
    return forms


@cache
def titles() -> frozenset[str]:
    """English words that stand before a name and are no part of it, in lower case."""
    return frozenset(w for h, w in _sections("english_nouns.txt") if h == "title")


@lru_cache(maxsize=65536)
def nouns_of(word: str, language: str) -> tuple[Noun, ...]:
    """All readings of a word, the likeliest first; empty where no list has it."""
    if language == "en":
        return _english_nouns(word)
    if not word[:1].isupper():
        return ()
    lower = word.lower()
    forms = _german_forms()
    hyphen = lower.rfind("-") + 1
    for begin in _beginnings(lower, hyphen):
        found = forms.get(lower[begin:])
        if found and begin > hyphen:
            found = tuple(form for form in found if form.base not in _WHOLE)
        if found:
            return tuple(_noun(word, form) for form in found)
    return ()


def _beginnings(word: str, hyphen: int) -> Iterator[int]:
    """Where a listed noun may begin, the longest first."""
    if hyphen:
        yield 0
        yield hyphen
    else:
        yield 0
    for begin in range(hyphen + 2, len(word) - _SHORTEST + 1):
        rest = word[begin:]
        if len(rest) > _SHORTEST or rest.rstrip("s") in _LONE:
            yield begin


def _noun(word: str, form: _Form) -> Noun:
    lemma = word[: len(word) - form.cut] + form.ending
    return Noun(form.kind, lemma, form.base, form.gender, form.singular, form.plural)


def _english_nouns(word: str) -> tuple[Noun, ...]:
    lower = re.sub(r"['’]s?$", "", word.lower())
    forms = _english_forms()
    found = forms.get(lower) or forms.get(lower[lower.rfind("-") + 1 :])
    if not found:
        return ()
    return tuple(_noun(word[: len(lower)], form) for form in found)
