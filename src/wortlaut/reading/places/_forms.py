"""The forms that names take in a sentence, brought back to one.

Names are looked up by a key that is the same for all forms of them: German adjectives within a
name lose their ending (*des Weißen Hauses*, *Weißes Haus*), and what may be the ending of a
genitive or a dative is taken off when the words do not fit as they stand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_ARTICLE = re.compile(r"(?:der|die|das|dem|den|des|the|im|am|vom|beim|zum|zur|ins|ans)\s+", re.I)
_MARKS = "„“”»«\"'‚‘’ \t\n\u00a0"
_ENDING = re.compile(r"(?<=\w{3})(?:e[nmrs]?)$")
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")


def bare(words: str) -> str:
    """The words without quotation marks and leading articles, spaces and apostrophes as one."""
    # A possessive's apostrophe is no mark around the words: Texas'.
    words = unicodedata.normalize("NFC", words).strip(_MARKS.replace("'", "").replace("’", ""))
    words = " ".join(words.strip("'‘‚").replace("'", "’").split())
    match = _ARTICLE.match(words)
    return words[match.end() :] if match else words


def key(name: str) -> str:
    """What all forms of a name have in common, but for the ending of its last word."""
    *before, last = name.split(" ")
    return " ".join([*(_ENDING.sub("", word) for word in before), last.replace("ß", "ss")])


def keys(words: str) -> Iterator[str]:
    """Keys under which a name may be found, the likeliest first; `words` are `bare`."""
    whole = key(words)
    yield whole
    possessive = _POSSESSIVE.search(whole)
    if possessive:
        yield whole[: possessive.start()]
        return
    for ending in ("s", "es", "n"):
        if whole.endswith(ending) and len(whole) > len(ending) + 2:
            yield whole.removesuffix(ending)


def adjective_stem(word: str) -> str:
    """A German adjective in lower case without its ending: *Russischen*, *russisch*."""
    return _ENDING.sub("", word.lower())


def inhabitants(german: str) -> Iterator[str]:
    """All forms of what a German-speaking article calls an inhabitant.

    `german` is the masculine (*Russe*, *Spanier*); the feminine is derived unless it stands
    behind a stroke (*Franzose/Französin*).
    """
    man, _, woman = german.partition("/")
    woman = woman or f"{man.removesuffix('e')}in"
    yield from (man, f"{man}n" if man.endswith("e") else f"{man}s", woman, f"{woman}nen")
    if man.endswith(("er", "el")):
        yield f"{man}n"
    elif not man.endswith("e"):
        yield f"{man}en"
