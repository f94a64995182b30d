"""Every form of an English verb, from its infinitive or its principal parts.

Both spellings come out where British and American English differ (*labeled, labelled*).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_DOUBLING = re.compile(r"(?:[^aeiou]|qu|^)[aeiou][bdfgklmnprtvz]$")


def english_forms(verb: str, irregular: Mapping[str, str]) -> frozenset[str]:
    """The forms of a verb of one word: *deny, denies, denied, denying*."""
    if verb == "be":
        return frozenset("be am is are was were been being".split())
    forms = {verb, _third(verb), *(stem + "ing" for stem in _stems(verb, before_i=True))}
    if verb in irregular:
        forms.update(irregular[verb].split())
    elif verb.endswith("e"):
        forms.add(verb + "d")
    elif _ends_in_consonant_y(verb):
        forms.add(verb[:-1] + "ied")
    else:
        forms.update(stem + "ed" for stem in _stems(verb, before_i=False))
    if verb == "have":
        forms.add("has")
    return frozenset(forms)


def _third(verb: str) -> str:
    if _ends_in_consonant_y(verb):
        return verb[:-1] + "ies"
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    return verb + "s"


def _stems(verb: str, before_i: bool) -> tuple[str, ...]:
    if before_i and verb.endswith("ie"):
        return (verb[:-2] + "y",)
    if before_i and verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return (verb[:-1],)
    if _DOUBLING.search(verb):
        return (verb, verb + verb[-1])
    return (verb,)


def _ends_in_consonant_y(verb: str) -> bool:
    return len(verb) > 1 and verb.endswith("y") and verb[-2] not in "aeiou"
