"""Names in an article: the tagger's, mended and completed by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from wortlaut.reading.names import Name, NameKind
from wortlaut.reading.people._body_names import (
    body_begin,
    firms_named,
    names_a_body,
    state_office_end,
)
from wortlaut.reading.people._genders import is_first_name
from wortlaut.reading.people._nouns import NounKind, nouns_of, titles
from wortlaut.reading.people._text import Text
from wortlaut.reading.places import Places

GERMAN_TITLES = frozenset(
    "Herr Herrn Frau Dr Dr. Prof Prof. Professor Professorin Doktor Sir Lord Lady Hr Fr Fräulein "
    "Dipl Ing rer nat Mr Mrs Ms "
    "med iur jur phil h c Kardinal Papst König Königin Prinz Prinzessin Pater Bruder Schwester "
    "Imam Scheich Kaiser".split()
)
PARTICLES = frozenset(
    "von van de der den zu zur vom di da del della dos das du la le el al bin ibn ben abu ter ten "
    "af ad i y "
    "Van De Von La Le Du Di Da Del El Al Ben Bin Mc Mac St San d' D' Der Den".split()
)  # fmt: skip
_PARTICLES_SURE = PARTICLES - {
    "der",
    "den",
    "das",
    "zur",
    "vom",
    "i",
    "y",
    "zu",
    "ad",
    "Der",
    "Den",
    "Da",
}
_DOUBTFUL = 0.6
"""A name of a first name and a surname that the tagger takes for no human less surely is one."""
AGENCIES = frozenset(
    "dpa DPA AFP afp AP ap Reuters APA apa ddp epd KNA kna SID sid dapd Interfax TASS Xinhua ANSA "
    "EFE".split()
)
"""News agencies by the names that a tagger misses, being lower case or abbreviations."""
_NOT_NAMES = frozenset(
    "Der Die Das Den Dem Des Ein Eine Einer Eines Einem Einen Er Sie Es Ich Wir Ihr Ihm Ihn In Im "
    "Am An Auf Aus Bei Beim Mit Nach "
    "Von Vom Zu Zum Zur Für Gegen Seit Bis Durch Über Unter Vor Wie So Auch Aber Doch Und Oder "
    "Als Da Dann Dabei Damit Dass Denn "
    "Diese Dieser Dieses Diesen Diesem Nun Noch Nur Schon Wenn Weil Während Laut Heute Gestern "
    "Gegenüber Zudem Außerdem Allerdings "
    "Jedoch Dagegen Demnach Danach Dies Man Ob Nicht Kein Keine Sein Seine Seiner Seinen Ihre "
    "Ihren Ihrer Alle Am "
    "Prozent Euro Uhr Jahre Jahren Millionen Milliarden Januar Februar März April Mai Juni Juli "
    "August September Oktober November "
    "Dezember Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag Ende Mitte "
    "Anfang "
    "The A An He She It They We I You His Her Their Its This That These Those But And Or If When "
    "While As At In On For With From By "
    "To Of Not No Yes So Then There Here What Who Why How After Before During Since January "
    "February March May June July October "
    "December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mr Mrs Ms".split()
)
_ARABIC = re.compile(r"(?:el|al|az|as|ad|an|ar|at|ash|asch)-[A-ZÄÖÜ]")
_COMMON_ENDING = re.compile(
    r"(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|ismus|tät|täten|nis|nisse|tum|ment|mente|ierung)s?$"
)


@dataclass(frozen=True, slots=True)
class NameAt:
    """A name at words `[first, last)`, titles and offices cut off, genitive included."""

    first: int
    last: int
    kind: NameKind
    confidence: float


_HIGH = frozenset("kanzler minister ministerpräsident bürgermeister senator".split())
"""Offices that nobody names but with the name of who holds them, or alone."""


def names_in(
    text: Text,
    names: Iterable[Name],
    spoken: Collection[int] = (),
    places: Places | None = None,
) -> list[NameAt]:
    """All names of an article in order, none overlapping.

    The tagger's names lose titles and offices before them. People that it does not see are
    added where a first name or an office stands before capitalised words. `spoken` are the
    words that name speakers, among which a lone word behind an office is a surname. What
    `places` has as a country or a town is no human.
    """
    found = [name for name in (_at(text, name) for name in names) if name is not None]
    found = list(_joined(text, found))
    if places is not None:
        found = [_placed(text, name, places) for name in found]
    taken = bytearray(len(text))
    for name in found:
        for place in range(name.first, name.last):
            taken[place] = 1
    found.extend(_from_context(text, taken, spoken))
    found.extend(
        NameAt(place, place + 1, NameKind.ORGANISATION, 0.7)
        for place in firms_named(text)
        if not taken[place] and not any(n.first <= place < n.last for n in found)
    )
    found.extend(
        NameAt(place, place + 1, NameKind.ORGANISATION, 0.9)
        for place, word in enumerate(text.words)
        if word in AGENCIES and not taken[place]
    )
    found = [_as_body(text, name) for name in found]
    found.sort(key=lambda name: (name.first, -name.last))
    result: list[NameAt] = []
    for name in found:
        if not result or name.first >= result[-1].last:
            result.append(name)
    return result


def _at(text: Text, name: Name) -> NameAt | None:
    """The tagger's name in words, without titles, grown over a surname's last part."""
    places = text.places([name.span])
    if not places:
        return None
    first, last = places[0], places[-1] + 1
    kind = name.kind
    doubtful = kind is not NameKind.PERSON and name.confidence < _DOUBTFUL and last - first == 2
    if doubtful and is_first_name(text.words[first]) and _may_be_surname(text, first + 1):
        kind = NameKind.PERSON
    if kind is NameKind.PERSON or (is_title(text, first) and not _office(text, last - 1)):
        begin = _person_begin(text, first, last)
        if begin > first and kind is not NameKind.PERSON and text.language == "en":
            kind = NameKind.PERSON if last - begin <= 2 else kind
        if kind is NameKind.PERSON:
            first = begin
            last = _person_end(text, first, last)
            if last - first == 1 and _office_before_name(text, first):
                return None
    while last - first > 1 and not text.words[last - 1][0].isalnum():
        last -= 1
    return NameAt(first, last, kind, name.confidence)


def _office(text: Text, place: int) -> bool:
    """*Justice Department*: no *Justice* of the name of Department."""
    readings = nouns_of(text.words[place], "en") if text.language == "en" else ()
    return bool(readings) and readings[0].kind is NounKind.BODY


def _as_body(text: Text, name: NameAt) -> NameAt:
    """*Maschinenbauer Halden* is no human; *Halden* belongs to *Halden AG*."""
    if name.kind is NameKind.PERSON and names_a_body(text, name.first, name.last):
        return NameAt(name.first, name.last, NameKind.ORGANISATION, name.confidence)
    if name.kind is not NameKind.OTHER:
        begin = body_begin(text, name.first, name.last)
        kind = NameKind.ORGANISATION if begin < name.first else name.kind
        return NameAt(begin, name.last, kind, name.confidence)
    return name


def _placed(text: Text, name: NameAt, places: Places) -> NameAt:
    """*Hong Kong*, taken for a human, is a place."""
    if name.kind is not NameKind.PERSON:
        return name
    lone = name.last - name.first == 1
    titled = name.first > 0 and is_title(text, name.first - 1)
    if lone and (titled or is_first_name(text.words[name.first])):
        return name
    if places.of(text.between(name.first, name.last)) is None:
        return name
    # A surname that the article has with a first name still is one.
    sure = min(name.confidence, _DOUBTFUL) if lone else name.confidence
    return NameAt(name.first, name.last, NameKind.PLACE, sure)


def _joined(text: Text, names: Sequence[NameAt]) -> Iterator[NameAt]:
    """The names, with a first name led on to its surname: *Ursula | von der | Leyen*."""
    covered = 0
    for name in names:
        if name.first < covered:
            continue
        first, last = name.first, name.last
        lone = name.kind is NameKind.PERSON and last - first == 1
        if lone and first > covered and _first_name_before(text, first):
            # *Gesine | Lötzsch*
            yield NameAt(first - 1, last, name.kind, name.confidence)
            covered = last
            continue
        end = state_office_end(text, first, last)
        if name.kind is NameKind.ORGANISATION and end > last:
            yield NameAt(first, end, name.kind, name.confidence)
            covered = end
            continue
        if lone and is_first_name(text.words[name.first]):
            end = last
            while end < len(text) and text.words[end] in PARTICLES and end < last + 3:
                end += 1
            same = end < len(text) and text.sentences[end] == text.sentences[name.first]
            if (end == last and same and _may_be_surname(text, end)) or (
                end > last and same and text.words[end][0].isupper() and text.words[last] != "den"
            ):
                last = end + 1
        covered = last
        yield NameAt(name.first, last, name.kind, name.confidence)


def _first_name_before(text: Text, place: int) -> bool:
    """Whether an untagged first name stands right before a surname."""
    if place <= text.sentence_begin(place) or text.language == "en":
        return False
    before = text.words[place - 1]
    surname = text.words[place]
    return (
        is_first_name(before)
        and not is_first_name(surname)
        and not is_title(text, place - 1)
        and not nouns_of(before, "de")
    )


def _person_begin(text: Text, first: int, last: int) -> int:
    """Where a human's name begins: after titles, offices, and a place before a first name."""
    begin = first
    for place in range(first, last - 1):
        word = text.words[place]
        title = is_title(text, place) and (place == begin or text.language == "en" or "-" in word)
        if title or (text.words[place + 1] == "." and len(word) > 1 and word.lower() in titles()):
            begin = place + (2 if text.words[place + 1] == "." else 1)
        elif (
            place > begin
            and is_first_name(word)
            and not is_first_name(text.words[begin])
            and _in_complement(text, begin)
        ):
            begin = place
    while last - begin > 1 and not text.words[begin][0].isalnum():
        begin += 1
    return min(begin, last - 1)


def _office_before_name(text: Text, place: int) -> bool:
    """*Verlagsleiter* in *Verlagsleiter Lutz Schumacher*, taken for a name by itself."""
    if text.language == "en" or not is_title(text, place) or place + 1 >= len(text):
        return False
    return text.words[place + 1][0].isupper() and text.sentences[place] == text.sentences[place + 1]


def _in_complement(text: Text, place: int) -> bool:
    """Whether a word stands where a place or a body may end: *der Region | Elsass*."""
    if not place or not text.words[place][0].isupper():
        return False
    before = text.words[place - 1]
    readings = nouns_of(before, text.language)
    if readings and readings[0].kind is NounKind.HUMAN:
        return False
    return before in {"des", "der", "von", "in", "aus"} or before[0].isupper()


def _person_end(text: Text, first: int, last: int) -> int:
    """Where a human's name ends: before *von* and a body's name of several words."""
    for place in range(first + 1, last - 2):
        if text.words[place] in {"von", "vom", "of", "from"}:
            behind = text.words[place + 1 : last]
            if len(behind) > 1 and all(word[0].isupper() for word in behind):
                return place
    owner, owned = text.words[last - 2], text.words[last - 1]
    possessive = last - first == 2 and text.language == "de" and owner.endswith("s")
    if possessive and nouns_of(owned, "de") and not is_first_name(owner):
        # *Demjanjuks Sohn*
        return last - 1
    return last


def is_title(text: Text, place: int) -> bool:
    """Whether a title or an office stands here, as before a name."""
    word = text.words[place]
    if text.language == "en":
        return word.lower() in titles()
    if word in GERMAN_TITLES:
        return True
    readings = nouns_of(word, "de")
    return bool(readings) and readings[0].kind is NounKind.HUMAN and not is_first_name(word)


def _from_context(text: Text, taken: bytearray, spoken: Collection[int]) -> Iterator[NameAt]:
    words = text.words
    place = 0
    while place < len(words) - 1:
        word = words[place]
        if not taken[place] and word[0].isupper() and word not in _NOT_NAMES:
            headline = text.language == "en" and _headline(text, place)
            if not headline and is_first_name(word) and (last := _name_end(text, place + 1, taken)):
                yield NameAt(place, last, NameKind.PERSON, 0.8)
                place = last
                continue
            after = None if headline else _after_office(text, place)
            if (
                after
                and words[after] not in {"von", "zu"}
                and (last := _name_end(text, after, taken))
            ):
                sure = (
                    last - after > 1
                    or _recurs(text, after)
                    or (place in spoken and after in spoken)
                    or _of_high_office(text, place, after)
                )
                if sure or words[place] in GERMAN_TITLES:
                    yield NameAt(after, last, NameKind.PERSON, 0.6)
                    place = last
                    continue
        place += 1


def _of_high_office(text: Text, place: int, after: int) -> bool:
    """*Bundeskanzler Merten äußerte*: named once, with nothing but the office before it."""
    word = text.words[after]
    following = text.words[after + 1] if after + 1 < len(text) else ""
    return (
        text.language == "de"
        and any(noun.base in _HIGH for noun in nouns_of(text.words[place], "de"))
        and following.islower()
        and len(word) > 3
        and not word.endswith(("s", "-"))
        and not _COMMON_ENDING.search(word)
    )


def _headline(text: Text, place: int) -> bool:
    """Whether most words of a sentence are capitalised, as English headlines have it."""
    begin, end = text.sentence_begin(place), text.sentence_end(place)
    words = [word for word in text.words[begin:end] if word[0].isalpha()]
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _after_office(text: Text, place: int) -> int | None:
    """The place after a title or a singular office that a name may follow."""
    word = text.words[place]
    if text.language == "en":
        if word.lower() not in titles():
            return None
    elif word not in GERMAN_TITLES:
        readings = nouns_of(word, "de")
        if not readings or readings[0].kind is not NounKind.HUMAN or not readings[0].singular:
            return None
        if any(reading.kind is NounKind.BODY for reading in readings):
            return None
    after = place + 1
    if text.words[after] == "." and after + 1 < len(text):
        after += 1
    return after


def _recurs(text: Text, place: int) -> bool:
    """Whether a lone word looks like a surname: it stands elsewhere, and is no common noun."""
    word = text.words[place]
    return not _COMMON_ENDING.search(word) and text.counts[word] + text.counts[word + "s"] > 1


def _name_end(text: Text, place: int, taken: bytearray) -> int | None:
    """The place after the surname that begins here, particles and initials before it."""
    words = text.words
    begin = place
    while place < len(words) and text.sentences[place] == text.sentences[begin]:
        word = words[place]
        if word in _PARTICLES_SURE and place + 1 < len(words) and words[place + 1][0].isupper():
            place += 1
        elif word in {"von", "zu"} and _noble(text, place):
            while words[place] in PARTICLES:
                place += 1
        elif len(word) == 1 and word.isupper() and words[place + 1 : place + 2] == ["."]:
            place += 2
        elif _may_be_surname(text, place) and not taken[place]:
            place += 1
            if text.words[place - 1].endswith(("’s", "'s")):
                break
        else:
            break
        if place - begin >= 7:
            break
    while place > begin and not (words[place - 1][0].isupper() or _ARABIC.match(words[place - 1])):
        place -= 1
    return place if place > begin else None


def _noble(text: Text, place: int) -> bool:
    """*Ursula von der Leyen*: particles that are also articles, between capitalised words."""
    words = text.words
    end = place
    while end < len(words) and words[end] in PARTICLES:
        end += 1
    return (
        words[place] in {"von", "zu"}
        and end < len(words)
        and _may_be_surname(text, end)
        and is_first_name(words[place - 1])
    )


def _may_be_surname(text: Text, place: int) -> bool:
    word = text.words[place]
    if _ARABIC.match(word):
        return True
    if not word[0].isupper() or not word[-1].isalpha() or word in _NOT_NAMES or len(word) < 2:
        return False
    if word in GERMAN_TITLES or (text.language == "en" and word.lower() in titles()):
        return False
    if word.isupper() and len(word) > 2:
        return False
    readings = nouns_of(word, text.language)
    if not readings:
        return not (text.language == "de" and _COMMON_ENDING.search(word))
    # *Fischer*, *Richter*, *Müller*: after a first name, a surname.
    return is_first_name(text.words[place - 1]) and readings[0].kind is NounKind.HUMAN


def stem_of(word: str, text: Text | None = None) -> str:
    """A name's last word without a genitive ending, where the article shows it is one."""
    for ending in ("’s", "'s", "’", "'", "´s", "`s"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)]
    if (
        text is not None
        and text.language == "de"
        and word.endswith("s")
        and len(word) > 3
        and word[:-1] in text.vocabulary
    ):
        return word[:-1]
    return word


def words_of(text: Text, first: int, last: int) -> tuple[str, ...]:
    """The words of a name in its basic form."""
    words: Sequence[str] = text.words[first:last]
    return (*words[:-1], stem_of(words[-1], text))
