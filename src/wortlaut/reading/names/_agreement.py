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
_SURNAME = 0.6
"""Added for a person where the words end somebody's full name in the article."""
_SURE = 0.8
"""Least confidence of a name that is looked for elsewhere in the article."""
_SURE_SURNAME = 0.5
"""The same for a full name, whose surname is looked for."""
_CONCEIVABLE = 0.02
"""Least probability of being any name for words that are a name elsewhere."""
_CONCEIVABLE_SURNAME = 0.003
"""The same for the surname of somebody whose full name the article has."""
_GENITIVES = ("s", "'s", "’s", "'", "’")


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
    surnames = surnames_of(row, found)
    kinds = _kinds(row, found, shares, surnames)
    named = [
        Found(name.begin, name.end, kind, _confidence(name, kind, shares))
        for name, kind in zip(found, kinds, strict=True)
    ]
    named = _whole(row, named)
    return sorted(named + _overlooked(row, named, shares, surnames))


def plain(words: Sequence[str]) -> tuple[str, ...]:
    """Words of a name without what may be the ending of a genitive."""
    *before, last = words
    if last.endswith(("'s", "’s")):
        last = last[:-2]
    elif last.endswith(("s", "'", "’")) and len(last) > 3:
        last = last[:-1]
    return (*before, last)


def _loud(word: str) -> str:
    """A word that is all in capitals as it is written elsewhere: *ROTH*, *Roth*."""
    return word.capitalize() if len(word) > 2 and word.isupper() else word


def surnames_of(row: Sequence[str], found: Sequence[Found]) -> frozenset[str]:
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
        surname = len(words) == 1 and (words[0] in surnames or _loud(words[0]) in surnames)
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


def _whole(row: Sequence[str], found: Sequence[Found]) -> list[Found]:
    """The names, one that was cut short made as long as it is elsewhere: *FC St* and *Pauli*."""
    forms: dict[str, list[Found]] = defaultdict(list)
    for name in found:
        if name.end - name.begin > 2 and name.confidence >= _SURE:
            forms[row[name.begin]].append(name)
    whole: list[Found] = []
    for name in found:
        if whole and name.begin < whole[-1].end:
            continue
        for longer in forms.get(row[name.begin], ()):
            end = name.begin + longer.end - longer.begin
            same = row[name.begin : end] == row[longer.begin : longer.end]
            # One word alone may well be somebody or something else.
            if same and name.end - name.begin in range(2, end - name.begin):
                name = Found(name.begin, end, longer.kind, name.confidence)  # noqa: PLW2901
        whole.append(name)
    return whole


def _overlooked(
    row: Sequence[str],
    found: Sequence[Found],
    shares: NDArray[np.float32],
    surnames: frozenset[str],
) -> list[Found]:
    """Words that are a name elsewhere in the article, where the network did not take them."""
    forms = _forms(row, found, surnames)
    taken = set[int]()
    for name in found:
        taken.update(range(name.begin, name.end))
    more: list[Found] = []
    for place, word in enumerate(row):
        if word not in forms or place in taken:
            continue
        for form, (kind, surname) in forms[word].items():
            end = place + len(form)
            stretch = row[place:end]
            if len(stretch) < len(form) or (plain(stretch) != form and tuple(stretch) != form):
                continue
            likely = 1.0 - float(shares[place:end, 0].max())
            least = _CONCEIVABLE_SURNAME if surname else _CONCEIVABLE
            if likely >= least and taken.isdisjoint(range(place, end)):
                more.append(Found(place, end, kind, (likely + 1.0) / 2))
                taken.update(range(place, end))
    return more


def _forms(
    row: Sequence[str], found: Sequence[Found], surnames: frozenset[str]
) -> dict[str, dict[tuple[str, ...], tuple[int, bool]]]:
    """By each word that may begin one: the names to look for, and whether they are surnames."""
    forms: dict[tuple[str, ...], tuple[int, bool]] = {}
    for surname in surnames:
        forms[(surname,)] = _PERSON, True
        # Transcripts name who speaks in capitals.
        forms[(surname.upper(),)] = _PERSON, True
    for name in found:
        words = plain(row[name.begin : name.end])
        if name.confidence >= _SURE and words[0][:1].isupper():
            forms.setdefault(words, (name.kind, False))
    by_first: dict[str, dict[tuple[str, ...], tuple[int, bool]]] = defaultdict(dict)
    for words, entry in forms.items():
        first = words[0]
        by_first[first][words] = entry
        if len(words) == 1:
            for ending in _GENITIVES:
                by_first[first + ending][words] = entry
    return by_first
