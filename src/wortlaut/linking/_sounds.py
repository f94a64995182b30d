"""What a word of a name sounds like, whatever language spelt it.

*Gorbatschow*, *Gorbachev* and *Горбачёв* are spelt for Germans, for English readers and for
Russians; all have the sound `goRBaCoF` in an alphabet of our own. A spelling may have several
sounds, since it does not tell whom it was made for (*ch* is that of *Chamenei*, of
*Chernenko* or of *Christian*); two words sound alike where they share one.

Only what transcriptions do is levelled here. What tells German surnames apart stays apart:
*Meier* and *Maier*, *Hofmann* and *Hoffmann*. The `skeleton` is coarser: consonants alone,
voiced and voiceless ones together, doubled ones as one; blocking uses it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from wortlaut.linking._letters import CONSONANTS_ONLY, sounded, spellings

_MOST = 12
"""Sounds of one spelling that are followed; names need four at most."""

# Letters, where they hold, and their sounds. Capitals are consonants: C is that of *chess*,
# X of *ship* and *Zhukov*, H of *Khan*, J of *John*.
_RULES: tuple[tuple[str, str], ...] = (
    ("schtsch|shch|szcz|stsch", "XC"),
    ("tzsch|tsch|tch|tsh|cz", "C"),
    ("dsch|dzh", "J"),
    ("dj", "J Di"),
    ("sch|sh|zh", "X"),
    ("sz", "S X"),
    ("tz|ts", "S"),
    ("(?<=[aeiouy])ss(?=[aeiouy])", "S"),
    ("kh", "H"),
    ("ch", "H C K"),
    ("ck", "K"),
    ("c(?=[eiy])", "S C"),
    ("(?<=i)c$", "C K"),
    ("c", "K"),
    ("qu", "K"),
    ("q", "K G"),
    ("gh", "G"),
    ("ph", "F"),
    ("(?<=[oe])ff$", "F"),
    ("[fvw]", "F"),
    ("th", "T"),
    ("dh", "D"),
    ("x", "KS"),
    ("[sz]", "S"),
    ("(?<=[aeiouy])h(?![aeiouy])", ""),
    ("h", "H"),
    ("ou|oo", "u"),
    ("ue", "u"),
    ("oe", "o"),
    ("ae", "a"),
    ("aa", "a"),
    ("ee", "e"),
    ("(?:iy|yy|yj|ij|ii|yi|iyi)(?![aeou])", "i"),
    ("(?<=[aeiou])[jy](?=e)", ""),
    ("(?:j|y)e", "e Je"),
    ("j(?=[aou])", "i J"),
    ("j", "i J"),
    ("y", "i"),
    ("k", "K"), ("g", "G"), ("b", "B"), ("p", "P"), ("d", "D"), ("t", "T"),
    ("l", "L"), ("m", "M"), ("n", "N"), ("r", "R"),
    ("[aeiou]", "\0"),
)  # fmt: skip
_SCANNER = re.compile("|".join(f"(?P<r{i}>{pattern})" for i, (pattern, _) in enumerate(_RULES)))
_OUTPUTS = {f"r{i}": tuple(outputs.split(" ")) for i, (_, outputs) in enumerate(_RULES)}
# *Горбачев* is pronounced, and in German spelt, with an o; so are *Chruschtschow* and others.
_HUSHED = re.compile(r"(?<=[CXJ])(?:i?o|e)(?=F|FA?$|NoK|NKo$)")
_TWICE = re.compile(r"([a-z])\1+")
_VOICELESS = str.maketrans({"B": "P", "D": "T", "G": "K", "J": "C"})
_NOT_CONSONANTS = re.compile("[a-z]")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def sounds(word: str) -> frozenset[str]:
    """The sounds that `word`, in small letters, may have; empty where no letter is known."""
    found: dict[str, None] = {}
    for spelling in dict.fromkeys((*spellings(word), sounded(word))):
        for sound in _sounds_of(spelling):
            found[sound] = None
    return frozenset(list(found)[: 2 * _MOST])


@lru_cache(maxsize=1 << 16)
def skeletons(word: str) -> frozenset[str]:
    """The consonants of each sound, voiced ones as voiceless, doubled ones once.

    A first vowel stands as `a`; a word of fewer than two consonants keeps all of its sounds,
    as half of the short names would look the same otherwise.
    """
    found = set()
    for sound in sounds(word):
        level = _DOUBLED.sub(r"\1", sound.translate(_VOICELESS))
        consonants = _DOUBLED.sub(r"\1", _NOT_CONSONANTS.sub("", level))
        found.add(consonants if len(consonants) > 1 else level)
    return frozenset(found)


def without_vowels(word: str) -> bool:
    """`word` comes from a script that does not write its vowels."""
    return any(letter in CONSONANTS_ONLY for letter in word)


@lru_cache(maxsize=1 << 16)
def _sounds_of(spelling: str) -> tuple[str, ...]:
    choices: list[tuple[str, ...]] = []
    count = 1
    for match in _SCANNER.finditer(spelling):
        name = match.lastgroup
        assert name is not None
        outputs = _OUTPUTS[name]
        if outputs[0] == "\0":
            outputs = (match[0],)
        elif count * len(outputs) > _MOST:
            outputs = outputs[:1]
        count *= len(outputs)
        choices.append(outputs)
    results = dict.fromkeys(_levelled("".join(parts)) for parts in product(*choices))
    return tuple(results)


def _levelled(sound: str) -> str:
    return _TWICE.sub(r"\1", _HUSHED.sub("o", sound))
