"""News with names marked by a first tagger, a list of known names and the article itself.

WikiNEuRal's German part has no sentence with *USA*, *NATO* or *SPD*, and hardly a surname that
stands alone. News is full of them. A tagger that has learnt WikiNEuRal still finds people by
their full names; the article then tells that *Berninger* is *Matthias Berninger*. What remains
doubtful is left open: there every label counts as right.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wortlaut.model import Span
from wortlaut.reading._words import Words, split_words
from wortlaut.reading.names._agreement import plain
from wortlaut.reading.names._labels import KINDS, LABELS, first_of
from wortlaut.reading.names._name import Name
from wortlaut.reading.places import Places

_KNOWN = Path(__file__).with_name("known.toml")
_OPEN = -1
_SURE = 0.6
"""Confidence with which the first tagger's names are taken over."""
_SURER = 0.9
"""Confidence with which a name is carried to the same words elsewhere in the article."""
_SURELY_NONE = 0.9
_DOUBTED = 0.3
_PERSON, _PLACE, _ORGANISATION, _OTHER = range(len(KINDS))
_SHORT = 5
"""Letters of the longest abbreviation that is taken for an organisation on sight."""

_NO_NAME = re.compile(
    r"(?:\w*(?:[Mm]inister|[Kk]anzler|[Pp]räsident|[Ss]precher|[Cc]hef|[Kk]andidat|[Ss]ekretär|[Dd]irektor|"
    r"[Rr]ichter|[Aa]nwalt|[Pp]remier|[Kk]ommissar|[Mm]itglied|[Bb]otschafter|[Mm]eister|[Tt]rainer|[Ll]eiter|[Ff]ührer)"
    r"(?:in|innen|en|s|es|e|n|ern)?|\w*[Vv]orsitzende[rnm]?|\w*[Bb]eauftragte[rnm]?|\w*[Aa]bgeordnete[rnm]?|"
    r"(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag\w*|Mittwoch\w*|Januar|Februar|März|April|Mai|Juni|Juli|"
    r"August|September|Oktober|November|Dezember|President|Senator|Sen|Gov|Rep|Secretary|Governor|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|May|June|July|"
    r"October|December|Mr|Mrs|Ms|Dr|US-amerikanische?[nrsm]?)"
)
"""Offices, and days and months: capitals make the first tagger doubt them."""

_ENGLISH = re.compile(r".*(?:ans?|is?|ese|men|man)")
_PLACES = Places.load()

Form = tuple[str, ...]


class KnownNames:
    """Names by their words, the longest first."""

    def __init__(self) -> None:
        content = tomllib.loads(_KNOWN.read_text("utf-8"))
        self.no_names = frozenset(content["no_name"])
        self._by_first: dict[str, list[tuple[Form, int]]] = {}
        places = Places.load()
        for name in places.names():
            self.add(_words(name), _PLACE)
        for kind, key in ((_PLACE, "place"), (_ORGANISATION, "organisation")):
            for name in content[key]:
                self.add(_words(name), kind)

    def add(self, form: Form, kind: int) -> None:
        """Know one more name; a later one takes the place of the same words before."""
        forms = self._by_first.setdefault(form[0], [])
        forms[:] = [entry for entry in forms if entry[0] != form]
        forms.append((form, kind))
        forms.sort(key=lambda entry: -len(entry[0]))

    def at(self, row: Sequence[str], place: int) -> tuple[int, int] | None:
        """The end and the kind of the longest name that begins at a word.

        Places are known in capitals too, as datelines have them: *LOS ANGELES*.
        """
        found = self._at(row, place)
        if found is None and row[place].isupper() and len(row[place]) > 3:
            found = self._at([word.capitalize() for word in row], place)
            return found if found and found[1] == _PLACE else None
        return found

    def _at(self, row: Sequence[str], place: int) -> tuple[int, int] | None:
        for first in _nominatives(row[place]):
            for form, kind in self._by_first.get(first, ()):
                end = place + len(form)
                if len(form) == 1:
                    return end, kind
                if first == row[place] and end <= len(row):
                    *middle, last = row[place:end]
                    if tuple(middle) == form[:-1] and form[-1] in _nominatives(last):
                        return end, kind
        return None


Taken = tuple[int, int, int, float]
"""A name as a range of words, its kind and its confidence."""


class _Marking:
    """Kinds of the words of one article, as far as they are known yet."""

    def __init__(self, row: Sequence[str]) -> None:
        self.row = row
        self.kinds = [_OPEN] * len(row)
        self._firsts = [False] * len(row)

    def put(self, begin: int, end: int, kind: int) -> None:
        """Mark a name; a name that reached into it is doubtful again."""
        while begin < end < len(self.row) and self._goes_on(end):
            self.kinds[end], end = _OPEN, end + 1
        for place in range(begin, end):
            self.kinds[place], self._firsts[place] = kind, place == begin

    def open(self, begin: int, end: int) -> bool:
        """Whether nothing is known of any of these words."""
        return all(kind == _OPEN for kind in self.kinds[begin:end])

    def allowed(self, shares: NDArray[np.float32]) -> NDArray[np.bool_]:
        """The labels that each word may have."""
        allowed = np.zeros((len(self.row), LABELS), dtype=bool)
        for place, (word, kind) in enumerate(zip(self.row, self.kinds, strict=True)):
            if kind != _OPEN:
                allowed[place, first_of(kind) + (not self._firsts[place])] = True
            elif not word[0].isupper() or shares[place, 0] >= _SURELY_NONE or _no_name(word):
                allowed[place, 0] = True
            else:
                allowed[place] = True
        return allowed

    def mend(self, paragraphs: Sequence[int]) -> None:
        """Begin names anew at a paragraph's start, and where their beginning was taken away."""
        for place, kind in enumerate(self.kinds):
            if kind != _OPEN and not self._firsts[place]:
                led = place > 0 and self.kinds[place - 1] == kind
                self._firsts[place] = not led or paragraphs[place - 1] != paragraphs[place]

    def _goes_on(self, place: int) -> bool:
        return self.kinds[place] != _OPEN and not self._firsts[place]


def silver_labels(
    text: str, words: Words, shares: NDArray[np.float32], names: Sequence[Name], known: KnownNames
) -> NDArray[np.bool_]:
    """The labels that each word may have (words, labels); all of them where it is doubtful.

    `shares` and `names` are the first tagger's.
    """
    row = [text[a:b] for a, b in zip(words.begins, words.ends, strict=True)]
    marking = _Marking(row)
    taken = [
        _without_people_word(row, entry) for entry in _in_words(words, names) if entry[3] >= _SURE
    ]
    for begin, end, kind, _ in taken:
        marking.put(begin, end, kind)

    def led_on(end: int) -> bool:
        """Whether a place may be the beginning of a longer name: *Cameroon Airlines*."""
        return (
            end < len(row)
            and row[end][0].isupper()
            and words.spaced[end]
            and marking.open(end, end + 1)
            and shares[end, 0] < _DOUBTED
        )

    longer = {place: (b, e) for b, e, *_ in taken for place in range(b, e)}
    place = 0
    while place < len(row):
        match = known.at(row, place)
        if match is None:
            place += 1
            continue
        end, kind = match
        begun, ended = longer.get(place, (place, place))
        if kind == _PLACE and led_on(end):
            pass
        elif not (begun <= place and end <= ended and ended - begun > end - place):
            if begun < place:
                marking.put(begun, place, marking.kinds[begun])
            marking.put(place, end, kind)
        place = end
    _carry_people(marking, taken)
    _carry_others(marking, taken)
    for place in range(len(row)):
        if marking.open(place, place + 1) and _abbreviation(row, place, known):
            marking.put(place, place + 1, _ORGANISATION)
    marking.mend(words.paragraphs)
    return marking.allowed(shares)


def _no_name(word: str) -> bool:
    """Whether a word with a capital is none of a name all the same."""
    if _NO_NAME.fullmatch(word):
        return True
    # Peoples are names in English (WikiNEuRal's MISC) and none in German.
    return _PLACES.inhabitant(word) is not None and not _ENGLISH.fullmatch(word)


def _words(name: str) -> Form:
    words = split_words(name, [Span(0, len(name))])
    return tuple(name[a:b] for a, b in zip(words.begins, words.ends, strict=True))


def _nominatives(word: str) -> Iterator[str]:
    """The word, and without what may be a genitive's ending."""
    yield word
    if word.endswith(("'s", "’s")):
        yield word[:-2]
    elif word.endswith("s") and len(word) > 3:
        yield word[:-1]


def _in_words(words: Words, names: Sequence[Name]) -> Iterator[Taken]:
    place = 0
    for name in names:
        while words.ends[place] <= name.span.begin:
            place += 1
        end = place
        while end < len(words) and words.begins[end] < name.span.end:
            end += 1
        yield place, end, KINDS.index(name.kind), name.confidence


def _without_people_word(row: Sequence[str], taken: Taken) -> Taken:
    """*Tschechin Vera Pospíšilová* without the first word, which is no part of the name."""
    begin, end, kind, confidence = taken
    while end - begin > 1 and (
        (kind == _PERSON and _PLACES.inhabitant(row[begin])) or "-amerikanisch" in row[begin]
    ):
        begin += 1
    return begin, end, kind, confidence


def _carry_people(marking: _Marking, taken: Sequence[Taken]) -> None:
    """A surname is a person everywhere, with the given names before it."""
    row = marking.row
    people: dict[str, set[str]] = {}
    for begin, end, kind, confidence in taken:
        *given, last = row[begin:end]
        if kind == _PERSON and (given or confidence >= _SURER):
            people.setdefault(plain((last,))[0], set()).update(given)
    for place, word in enumerate(row):
        surname = plain((word,))[0]
        if len(surname) < 3 or not surname[0].isupper() or not marking.open(place, place + 1):
            continue
        if surname not in people:
            continue
        begin = place
        while begin and row[begin - 1] in people[surname] and row[begin - 1][0].isupper():
            begin -= 1
        marking.put(begin, place + 1, _PERSON)


def _carry_others(marking: _Marking, taken: Sequence[Taken]) -> None:
    """A sure name is a name of the same kind wherever its words stand."""
    row = marking.row
    forms: dict[str, dict[Form, int]] = {}
    for begin, end, kind, confidence in taken:
        if confidence >= _SURER and kind != _PERSON and row[begin][0].isupper():
            forms.setdefault(row[begin], {})[tuple(row[begin:end])] = kind
    for place, word in enumerate(row):
        for form, kind in sorted(forms.get(word, {}).items(), key=lambda item: -len(item[0])):
            end = place + len(form)
            if tuple(row[place:end]) == form and marking.open(place, end):
                marking.put(place, end, kind)
                break


def _abbreviation(row: Sequence[str], place: int, known: KnownNames) -> bool:
    """Whether a word in capitals is likely to be an organisation's."""
    word = row[place]
    if not (2 <= len(word) <= _SHORT and word.isalpha() and word.isupper()):
        return False
    near = [*row[max(place - 1, 0) : place], *row[place + 1 : place + 2]]
    return word not in known.no_names and not any(
        len(other) > 1 and other.isalpha() and other.isupper() for other in near
    )
