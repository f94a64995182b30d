"""Names of one article agree: the same words are the same kind of name everywhere.

The network looks at each place by itself. An article that has *Matthias Berninger* tells who
*Berninger* is three paragraphs on, and a word that is an organisation four times is one the
fifth time too. What the places say is put together here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wortlaut.reading.names._labels import KINDS, first_of

_PERSON = 0
_OWN = 0.5
"""Share of a place's own say in its kind; the rest is what all places of these words say."""
_SURNAME = 0.3
"""Added for a person where the words end somebody's full name in the article."""
_SURE = 0.8
"""Least confidence of a name that is looked for elsewhere in the article."""
_SURE_SURNAME = 0.5
"""The same for a full name, whose surname is looked for."""
_CONCEIVABLE = 0.02
"""Least probability of being any name for words that are a name elsewhere."""
_NOT_ALONE = frozenset(
    "der die das den dem des von van und the of and in im am al el de la le del di da".split()
)


class Found(NamedTuple):
    """A name as a range of words."""

    begin: int
    end: int
    kind: int
    """Its place in `KINDS`."""
    confidence: float


def agreed(row: Sequence[str], found: Sequence[Found], shares: NDArray[np.float32]) -> list[Found]:
    """The names with their kinds made to agree, and with those that were overlooked.

    `row` are the words; `shares` (words, labels) the probability of each label.
    """
    surnames = _surnames(row, found)
    kinds = _kinds(row, found, shares, surnames)
    named = [Found(name.begin, name.end, kind, _confidence(name, kind, shares))
             for name, kind in zip(found, kinds, strict=True)]  # fmt: skip
    named += _overlooked(row, named, shares, surnames)
    return sorted(named)


def plain(words: Sequence[str]) -> tuple[str, ...]:
    """Words of a name without what may be the ending of a genitive."""
    *before, last = words
    if last.endswith(("'s", "’s")):
        last = last[:-2]
    elif last.endswith(("s", "'", "’")) and len(last) > 3:
        last = last[:-1]
    return (*before, last)


def _surnames(row: Sequence[str], found: Sequence[Found]) -> frozenset[str]:
    """Last words of people's full names, without the ending of a genitive."""
    return frozenset(
        plain(row[name.end - 1 : name.end])[0]
        for name in found
        if name.kind == _PERSON
        and name.end - name.begin > 1
        and name.confidence >= _SURE_SURNAME
        and row[name.end - 1][0].isupper()
        and len(row[name.end - 1]) > 2
    )


def _kinds(
    row: Sequence[str],
    found: Sequence[Found],
    shares: NDArray[np.float32],
    surnames: frozenset[str],
) -> list[int]:
    """The kind of each name, by what it looks like at all its places."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    says = np.empty((len(found), len(KINDS)))
    for number, name in enumerate(found):
        places[plain(row[name.begin : name.end])].append(number)
        inside = shares[name.begin : name.end, 1:].mean(0)
        says[number] = inside[0::2] + inside[1::2]
    kinds = [name.kind for name in found]
    for words, numbers in places.items():
        surname = len(words) == 1 and words[0] in surnames
        if len(numbers) == 1 and not surname:
            continue
        together = _OWN * says[numbers] + (1 - _OWN) * says[numbers].mean(0)
        together[:, _PERSON] += _SURNAME * surname
        for number, kind in zip(numbers, together.argmax(1).tolist(), strict=True):
            kinds[number] = kind
    return kinds


def _confidence(name: Found, kind: int, shares: NDArray[np.float32]) -> float:
    """The network's own where it agrees; else the middle between its say and certainty."""
    if kind == name.kind:
        return name.confidence
    first = first_of(kind)
    own = float(shares[name.begin : name.end, first : first + 2].sum(1).min())
    return (own + 1.0) / 2


def _overlooked(
    row: Sequence[str],
    found: Sequence[Found],
    shares: NDArray[np.float32],
    surnames: frozenset[str],
) -> list[Found]:
    """Words that are a name elsewhere in the article, where the network did not take them."""
    forms: dict[str, dict[tuple[str, ...], int]] = defaultdict(dict)
    for surname in surnames:
        forms[surname][(surname,)] = _PERSON
    taken = set[int]()
    for name in found:
        taken.update(range(name.begin, name.end))
        words = plain(row[name.begin : name.end])
        if (
            name.confidence >= _SURE
            and words[0][:1].isupper()
            and words[0].lower() not in _NOT_ALONE
        ):
            forms[words[0]].setdefault(words, name.kind)
    more: list[Found] = []
    for place, word in enumerate(row):
        if place in taken or not word[0].isupper():
            continue
        for first in {word, plain((word,))[0]}:
            for form, kind in forms.get(first, {}).items():
                end = place + len(form)
                stretch = row[place:end]
                if len(stretch) < len(form) or (plain(stretch) != form and tuple(stretch) != form):
                    continue
                likely = 1.0 - float(shares[place:end, 0].max())
                if likely >= _CONCEIVABLE and not taken.intersection(range(place, end)):
                    more.append(Found(place, end, kind, (likely + 1.0) / 2))
                    taken.update(range(place, end))
    return more
