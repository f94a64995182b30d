"""How alike two words of two names are."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from wortlaut.linking._letters import is_latin, spellings
from wortlaut.linking._sounds import skeletons, sounds, without_vowels
from wortlaut.linking._words import given_groups


class Alike(IntEnum):
    """How alike two words are, the more the higher."""

    NOT = 0
    TYPO = 1
    """A letter or two are other ones: *Westerwelle*, *Westerwele*."""
    NEAR = 2
    """The same consonants: *Rohani*, *Rouhani*; but *Meier*, *Maier* too."""
    INITIAL = 3
    FORM = 4
    """Forms of one given name: *Bill*, *William*."""
    BARE = 5
    """An umlaut has lost its dots: *Schäuble*, *Schauble*; but *Kühn*, *Kuhn* too."""
    SOUND = 6
    """One sound spelt for different readers: *Lawrow*, *Lavrov*."""
    SAME = 7
    """The same letters, umlauts written out or not."""


_SHORTEST_TYPO = 6
"""Letters of the shorter word from which on a typing error is thought of."""


@lru_cache(maxsize=1 << 17)
def alike(one: str, other: str) -> Alike:
    """How alike two words in small letters are, whatever part of a name they are."""
    if one == other:
        return Alike.SAME
    if not set(spellings(one)).isdisjoint(spellings(other)):
        bare = len(spellings(one)) != len(spellings(other)) and not _written_out(one, other)
        return Alike.BARE if bare else Alike.SAME
    if not sounds(one).isdisjoint(sounds(other)):
        return Alike.SOUND
    if _near(one, other):
        # Another script has no spelling that could tell two surnames of one sound apart.
        return Alike.SOUND if is_latin(one) != is_latin(other) else Alike.NEAR
    shorter = min(len(one), len(other))
    if shorter >= _SHORTEST_TYPO:
        most = 1 if shorter < 9 else 2
        distance = min(
            OSA.distance(a, b, score_cutoff=most) for a in spellings(one) for b in spellings(other)
        )
        if distance <= most:
            return Alike.TYPO
    return Alike.NOT


@lru_cache(maxsize=1 << 16)
def alike_given(one: str, other: str) -> Alike:
    """How alike two given names are: initials and forms of one name count too."""
    if one == other:
        return Alike.SAME
    if len(one) == 1 or len(other) == 1:
        return _initial(one, other)
    alikeness = alike(one, other)
    if alikeness >= Alike.BARE:
        return alikeness
    if not given_groups(one).isdisjoint(given_groups(other)):
        return Alike.FORM
    # *Alexander* and *Alexandra* are near each other and two people.
    apart = _gender(one) != _gender(other) or (
        alikeness is Alike.NEAR and one[0] != other[0] and is_latin(one) and is_latin(other)
    )
    return Alike.NOT if apart else alikeness


def _written_out(one: str, other: str) -> bool:
    """The fuller spelling of the one with an umlaut is what the other has: *Müller*, *Mueller*."""
    return spellings(one)[-1] == spellings(other)[-1]


def _near(one: str, other: str) -> bool:
    shared = skeletons(one) & skeletons(other)
    if not shared:
        return False
    if without_vowels(one) or without_vowels(other):
        return True
    if max(map(len, shared)) < 3:
        return False
    # The same consonants with quite other vowels between them are another name.
    return any(
        OSA.normalized_similarity(a.lower(), b.lower()) >= 0.7
        for a in spellings(one)
        for b in spellings(other)
    ) or any(OSA.normalized_similarity(a, b) >= 0.75 for a in sounds(one) for b in sounds(other))


def _initial(one: str, other: str) -> Alike:
    short, long = (one, other) if len(one) == 1 else (other, one)
    if len(long) == 1:
        return Alike.INITIAL if short == long else Alike.NOT
    firsts = {spelling[0] for spelling in spellings(long)}
    if short in firsts or any(letter in firsts for letter in spellings(short)):
        return Alike.INITIAL
    # *W. Putin* is *Vladimir* to an English reader.
    starts = {sound[:1] for sound in sounds(long)}
    return Alike.INITIAL if starts & {sound[:1] for sound in sounds(short)} else Alike.NOT


def _gender(given: str) -> str:
    last = spellings(given)[0][-1:] if spellings(given) else ""
    return last if last in ("a", "e", "i") else ""
