"""Keys by which a record finds the identities that a name may belong to, without a scan.

An identity is stored under the `keys` of each of its names; a name is looked up by its
`lookup_keys`. A whole name asks only for surnames with a fitting first name (`MLR+p`) and for
identities that are known by a surname alone (`MLR-`); a bare surname asks for all of that
surname (`MLR`). So the two sides differ, and must not be exchanged.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from wortlaut.linking._body_names import body_name
from wortlaut.linking._human_names import HumanName, human_name
from wortlaut.linking._letters import spellings
from wortlaut.linking._sounds import skeletons, sounds
from wortlaut.linking._words import given_groups
from wortlaut.model import PersonKind

LINKABLE = frozenset((PersonKind.HUMAN, PersonKind.BODY))
"""Groups, unnamed people and documents of two articles are never taken for one."""


@lru_cache(maxsize=1 << 14)
def keys(name: str, kind: PersonKind = PersonKind.HUMAN) -> frozenset[str]:
    """The keys under which an identity of that name is stored; none where it is not linked."""
    if kind is PersonKind.BODY:
        return _body_keys(name)
    if kind is not PersonKind.HUMAN:
        return frozenset()
    parts = human_name(name)
    found: set[str] = set()
    for surname, firsts in _surnames(parts):
        found.add(surname)
        found.update(f"{surname}+{first}" for first in firsts)
        if not firsts:
            found.add(f"{surname}-")
    return frozenset(found)


@lru_cache(maxsize=1 << 14)
def lookup_keys(name: str, kind: PersonKind = PersonKind.HUMAN) -> frozenset[str]:
    """The keys by which an appearance of that name looks for its identity."""
    if kind is PersonKind.BODY:
        return _body_keys(name)
    if kind is not PersonKind.HUMAN:
        return frozenset()
    found: set[str] = set()
    for surname, firsts in _surnames(human_name(name)):
        found.add(f"{surname}-")
        found.update(f"{surname}+{first}" for first in firsts)
        if not firsts:
            found.add(surname)
    return frozenset(found)


def _surnames(name: HumanName) -> Iterable[tuple[str, frozenset[str]]]:
    """Skeletons of each word that may be the surname, with what the first names may begin with."""
    words = name.words
    for place, word in enumerate(words):
        if place == 0 and len(words) > 1 and not _may_come_first(name):
            continue
        others = words[:place] + words[place + 1 :]
        firsts = frozenset(begin for other in others for begin in _begins(other))
        parts = (word, word.replace("-", ""), *word.split("-"))
        for skeleton in {
            skeleton for part in parts if part for skeleton in _surname_keys(part, name)
        }:
            yield skeleton, firsts


def _may_come_first(name: HumanName) -> bool:
    # Two words may stand in either order in a text that is not told to be Hungarian or Chinese.
    return name.family_first or len(name.words) == 2


def _surname_keys(word: str, name: HumanName) -> frozenset[str]:
    if not name.regnal:
        return skeletons(word)
    # Popes and kings are called otherwise in each language: *Benedikt*, *Benedict*.
    return skeletons(word) | {f"={group}" for group in given_groups(word)}


@lru_cache(maxsize=1 << 14)
def _begins(given: str) -> frozenset[str]:
    """First sounds of a given name; of all names that it is a form of, by their group."""
    if len(given) == 1:
        return frozenset(sound[:1].lower() for sound in sounds(given)) | {given}
    found = {sound[:1].lower() for sound in sounds(given)}
    found.update(spelling[0] for spelling in spellings(given))
    found.update(f"={group}" for group in given_groups(given))
    return frozenset(found)


def _body_keys(name: str) -> frozenset[str]:
    parts = body_name(name)
    found = {f"b:{word[:5]}" for word in parts.words}
    found.update(f"b:{letters}" for letters in parts.initials)
    if parts.concept:
        found = {f"b:{parts.concept}"}
    if parts.generic:
        return frozenset()
    return frozenset(found)
