"""Which body a name means, as far as rules and a list can tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from wortlaut.linking._letters import small, spellings
from wortlaut.linking._roles import places
from wortlaut.linking._words import read_toml

_WORD = re.compile(r"[^\W_]+(?:[-./&][^\W_]+)*")
_ARTICLE = re.compile(r"\A(?:der|die|das|dem|den|des|the|a|an|le|la|les|el|il)\s+", re.I)
_MINISTRY = re.compile(
    r"minister(?:ium|ien|iums)\b|\bministry\b|\bdepartment\b|\btreasury\b|\boffice\b|\bamt(?:es)?\b"
)
_GERMAN_STATE = re.compile(
    r"\bbundes(?:minister|innen|außen|finanz|justiz|verteidig|wirtschaft"
    r"|gesundheit|umwelt|arbeit|familien|bildung|landwirt|verkehr|entwick)"
)
# *Hamburger* and *Hamburg*, *Münchner* and *München*.
_TOWNS_END = re.compile(r"(?<=\w{4})(?:ner|er|en|e)\Z")
_LINKING = frozenset(
    "der die das des dem den für von vom in im und of the for and zu zur am an e".split()
)
_SHORTEST_TYPO = 8


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's name, taken apart."""

    concept: str | None
    """What the body is, if it is known: *gov:RU*, *ministry:foreign:DE*, *body:spd*."""
    words: frozenset[str]
    """The words that tell it from others, folded, without legal form and article."""
    generic: bool
    """It names no particular body: *Polizei*."""
    initials: frozenset[str]
    """What it may be abbreviated as; or itself, where it is an abbreviation."""
    short: bool
    """It is an abbreviation itself."""


@lru_cache(maxsize=1 << 15)
def body_name(name: str) -> BodyName:
    """`name` taken apart."""
    written = _ARTICLE.sub("", name.strip(), count=1).strip("\"„“”»«'")
    folded = " ".join(small(written).split())
    raw = _WORD.findall(folded)
    kept = [word for word in raw if word not in _legal_forms()]
    words = frozenset(_plain(word) for word in kept if word not in _LINKING)
    generic = len(kept) == 1 and _plain(kept[0]) in _generic()
    concept = _known(folded) or _known(" ".join(kept)) or _ministry(written, folded)
    if concept is None and not generic:
        concept = _government(name)
    short = len(kept) == 1 and written[:2].isupper() and len(written) <= 6
    initials = frozenset((kept[0],)) if short else _initials(written)
    return BodyName(concept, words, generic and concept is None, initials, short)


@lru_cache(maxsize=1 << 16)
def body_evidence(one: str, other: str) -> str:
    """How two bodies' names agree; the name of a weight.

    concept (both are known to mean the same), same, initials, part, typo, generic, other
    """
    a, b = body_name(one), body_name(other)
    if a.concept and b.concept:
        return "concept" if a.concept == b.concept else "other"
    if a.generic or b.generic:
        return "generic" if a.generic and b.generic and a.words == b.words else "other"
    if a.short != b.short and a.initials & b.initials:
        return "initials"
    return _of_words(a.words, b.words)


def _of_words(one: frozenset[str], other: frozenset[str]) -> str:
    if one and one == other:
        return "same"
    towns = frozenset(_TOWNS_END.sub("", word) for word in one)
    other_towns = frozenset(_TOWNS_END.sub("", word) for word in other)
    if towns and towns == other_towns:
        return "same"
    if len(towns) == len(other_towns) and _matched(towns, other_towns):
        return "typo"
    smaller, larger = sorted((one, other), key=len)
    return "part" if smaller and smaller < larger and not smaller <= _generic() else "other"


def concept_of_ministry(name: str) -> str | None:
    """`ministry:DEPARTMENT:COUNTRY` where `name` is a country's ministry."""
    return _ministry(name, small(name))


def _matched(one: frozenset[str], other: frozenset[str]) -> bool:
    """All words agree but for a letter in long ones."""
    left = set(other - one)
    for word in one - other:
        found = next((known for known in left if _typo(word, known)), None)
        if found is None:
            return False
        left.discard(found)
    return True


def _typo(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _SHORTEST_TYPO and OSA.distance(one, other) <= 1


def _plain(word: str) -> str:
    return (spellings(word) or (word,))[0]


def _known(folded: str) -> str | None:
    known = _listed().get(folded)
    return f"body:{known}" if known else None


def _ministry(written: str, folded: str) -> str | None:
    if not _MINISTRY.search(folded):
        return None
    department = next(
        (name for name, stems in _departments() if any(stem in folded for stem in stems)),
        None,
    )
    if department is None:
        return None
    country = "DE" if _GERMAN_STATE.search(folded) or "auswärtiges amt" in folded else None
    known = places()
    for word in written.split():
        country = country or known.adjective(word)
        spot = known.of(word)
        country = country or (spot.country if spot is not None else None)
    return f"ministry:{department}:{country}" if country else None


def _government(name: str) -> str | None:
    known = places()
    spot = known.of(name)
    if spot is None:
        code = known.government(name)
        return f"gov:{code}" if code else None
    if not spot.office:
        return f"gov:{spot.country}"
    for office in spot.office:
        concept = concept_of_ministry(office)
        if concept:
            return concept
    return f"office:{spot.country}:{small(spot.office[0])}"


def _initials(written: str) -> frozenset[str]:
    """What words and parts of compounds with a hyphen begin with: *Deutsche Presse-Agentur*."""
    words = [word for word in re.split(r"[\s-]+", written) if word]
    if len(words) < 2:
        return frozenset()
    every = "".join(word[0] for word in words)
    capitals = "".join(word[0] for word in words if word[0].isupper())
    content = "".join(word[0] for word in words if small(word) not in _LINKING)
    return frozenset(small(form) for form in (every, capitals, content) if len(form) > 2)


@lru_cache(maxsize=1)
def _listed() -> dict[str, str]:
    names: dict[str, str] = {}
    for line in read_toml("bodies.toml")["same"].strip().splitlines():
        variants = [small(name.strip()) for name in line.split(",")]
        for name in variants:
            names.setdefault(name, variants[0])
            bare = _ARTICLE.sub("", name, count=1)
            names.setdefault(bare, variants[0])
    return names


@lru_cache(maxsize=1)
def _legal_forms() -> frozenset[str]:
    return frozenset(read_toml("bodies.toml")["legal_forms"].split())


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    return frozenset(_plain(small(word)) for word in read_toml("bodies.toml")["generic"].split())


@lru_cache(maxsize=1)
def _departments() -> tuple[tuple[str, tuple[str, ...]], ...]:
    departments = read_toml("bodies.toml")["departments"]
    return tuple(
        (name, tuple(stem.replace("_", " ") for stem in stems.split()))
        for name, stems in departments.items()
    )
