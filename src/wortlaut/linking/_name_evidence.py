"""What two humans' names say about whether they are one human."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from wortlaut.linking._alikeness import Alike, alike, alike_given
from wortlaut.linking._human_names import HumanName, human_name

Given = tuple[str, ...]


class NameEvidence(NamedTuple):
    """What of two names agrees; each grade is the name of a weight."""

    family: str
    """same, sound, bare, near, typo, part, other"""
    given: str
    """same, form, near, initial, part, missing (in one), none (in both), other"""
    middle: str = "unknown"
    """same, other, unknown"""
    number: str = "unknown"
    """same, other, unsure (one has it), unknown: regnal numbers, *Jr.* and *Sr.*"""

    @property
    def rank(self) -> int:
        """The more of the names agrees, the higher."""
        return _FAMILY_RANK[self.family] + _GIVEN_RANK[self.given] - 3 * (self.middle == "other")


_FAMILY_RANK = {"same": 20, "sound": 19, "bare": 18, "near": 14, "typo": 13, "part": 12, "other": 0}
_GIVEN_RANK = {
    "same": 9, "form": 8, "near": 7, "initial": 6, "part": 6, "missing": 3, "none": 3, "other": 0,
}  # fmt: skip
_FAMILY = {
    Alike.SAME: "same", Alike.SOUND: "sound", Alike.BARE: "bare", Alike.NEAR: "near",
    Alike.TYPO: "typo", Alike.FORM: "other", Alike.INITIAL: "other", Alike.NOT: "other",
}  # fmt: skip
_GIVEN = {
    Alike.SAME: "same", Alike.SOUND: "same", Alike.BARE: "same", Alike.FORM: "form",
    Alike.NEAR: "near", Alike.TYPO: "near", Alike.INITIAL: "initial", Alike.NOT: "other",
}  # fmt: skip
_OTHER = NameEvidence("other", "other")


@lru_cache(maxsize=1 << 16)
def name_evidence(one: str, other: str) -> NameEvidence:
    """Compares two names as they are written."""
    a, b = human_name(one), human_name(other)
    if not a.words or not b.words:
        return _OTHER
    if a.regnal and b.regnal and len(a.words) == len(b.words):
        best = _regnal(a, b)
    else:
        best = max(
            (_arranged(first, second) for first in _splits(a) for second in _splits(b)),
            key=lambda evidence: evidence.rank,
        )
        for part in (_swapped(a, b), _ending(a, b)):
            if part is not None and part.rank > best.rank:
                best = part
    return best._replace(number=_numbers(a, b))


class _Split(NamedTuple):
    """One way to part a name."""

    given: Given
    family: str
    cut: bool = False
    """A second surname behind it was left out."""


def _splits(name: HumanName) -> Iterator[_Split]:
    """The ways to part a name, the likeliest first."""
    words = name.words
    yield _Split(words[:-1], words[-1])
    if name.family_first:
        yield _Split(words[1:], words[0])
    if len(words) > 2 and not name.family_first:
        # *Felipe Calderón Hinojosa* is called *Calderón*.
        yield _Split(words[:-2], words[-2], cut=True)


def _arranged(one: _Split, other: _Split) -> NameEvidence:
    if one.cut and other.cut:
        return _OTHER
    family = _families(one.family, other.family)
    if family == "other":
        return _OTHER
    if one.cut or other.cut:
        if family not in ("same", "sound", "bare"):
            return _OTHER
        family = "part"
    return NameEvidence(family, *_givens(one.given, other.given))


def _families(one: str, other: str) -> str:
    grade = _FAMILY[alike(one, other)]
    if grade != "other" or ("-" not in one and "-" not in other):
        return grade
    joined = _FAMILY[alike(one.replace("-", ""), other.replace("-", ""))]
    if joined != "other":
        return joined
    parts_a, parts_b = one.split("-"), other.split("-")
    if len(parts_a) > 1 and len(parts_b) > 1:
        return "other"
    shared = any(alike(a, b) >= Alike.BARE for a in parts_a for b in parts_b)
    return "part" if shared else "other"


def _givens(one: Given, other: Given) -> tuple[str, str]:
    """How given names agree, and how middle ones do."""
    if not one or not other:
        return ("missing" if one or other else "none"), "unknown"
    a, b = _flat(one), _flat(other)
    grade = _GIVEN[alike_given(a[0], b[0])]
    if grade == "other":
        return _in_other_places(one, other), "unknown"
    if len(a) > 1 and len(b) > 1:
        return grade, _middles(a[1:], b[1:])
    compound = max(one[0], other[0], key=len)
    half = len(a) != len(b) and "-" in compound and len(compound) > 3
    return ("part" if half else grade), "unknown"


def _in_other_places(one: Given, other: Given) -> str:
    """First names that differ may be one name in two words, or one of several."""
    together = alike_given("".join(_flat(one)), "".join(_flat(other)))
    if together >= Alike.NEAR and together is not Alike.INITIAL:
        return _GIVEN[together]
    return "part" if _is_part(one, other) or _is_part(other, one) else "other"


def _middles(one: Given, other: Given) -> str:
    found = [alike_given(a, b) for a, b in zip(one, other, strict=False)]
    if Alike.NOT not in found:
        return "same"
    # One of two middle names may be left out, but initials stand for all of them.
    left_out = _is_part(one, other) or _is_part(other, one)
    return "unknown" if found[0] is Alike.NOT and left_out else "other"


def _flat(given: Given) -> Given:
    return tuple(part for word in given for part in word.split("-") if part)


def _is_part(short: Given, long: Given) -> bool:
    """All of the names are among the others, whole: *Tayyip* of *Recep Tayyip*."""
    if len(short) >= len(long) or any("-" in word or len(word) == 1 for word in (*short, *long)):
        return False
    return all(any(alike_given(a, b) >= Alike.FORM for b in long) for a in short)


def _swapped(a: HumanName, b: HumanName) -> NameEvidence | None:
    """*Viktor Orbán*, *Orbán Viktor*: all words agree in the other order."""
    if len(a.words) != len(b.words) or len(a.words) < 2:
        return None
    family = _FAMILY[alike(a.words[-1], b.words[0])]
    if family not in ("same", "sound", "bare"):
        return None
    given, middle = _givens(a.words[:-1], b.words[1:])
    return NameEvidence(family, given, middle) if given in ("same", "form") else None


def _ending(a: HumanName, b: HumanName) -> NameEvidence | None:
    """*López Obrador* of *Andrés Manuel López Obrador*; *Lula* of *Luiz Inácio Lula da Silva*."""
    short, long = sorted((a.words, b.words), key=len)
    if len(short) == len(long) or len(long) < 3:
        return None
    if len(short) > 1 and all(
        alike(c, d) >= Alike.BARE for c, d in zip(short, long[-len(short) :], strict=True)
    ):
        return NameEvidence("same", "missing")
    if len(short) == 1 and any(alike(short[0], word) >= Alike.BARE for word in long[1:-1]):
        return NameEvidence("part", "missing")
    return None


def _regnal(a: HumanName, b: HumanName) -> NameEvidence:
    grades = [alike_given(c, d) for c, d in zip(a.words, b.words, strict=True)]
    if min(grades) < Alike.FORM:
        return _OTHER
    return NameEvidence("same" if min(grades) >= Alike.BARE else "sound", "same")


def _numbers(a: HumanName, b: HumanName) -> str:
    if a.number is not None and b.number is not None:
        return "same" if a.number == b.number else "other"
    if a.junior != b.junior:
        return "other" if None not in (a.junior, b.junior) else "unsure"
    return "unknown" if a.junior is None else "same"
