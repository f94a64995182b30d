"""What stands for a body: places that speak for governments, abbreviations, sorts of bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from wortlaut.reading.people._text import Text
from wortlaut.reading.places import PlaceKind, Places

_POWER = re.compile(
    r"(?:[\w-]+ )?(?:[\w-]*[Rr]egierung|Führung|Staatsführung|Regime|government|administration)"
    r"(?: (?:in|von|of) [A-ZÄÖÜ][\w-]+)?"
)
_KINDS = {
    "partei": re.compile(
        r"(?:[A-ZÄÖÜ]{2,5}|.*(?:partei|Partei|Union|Linke|Grünen|Party|Koalition|Bündnis).*)"
    ),
    "party": re.compile(r".*(?:Party|Democrats|Republicans).*"),
    "ministerium": re.compile(r".*(?:ministerium|Auswärtige).*"),
    "gericht": re.compile(r".*gericht.*"),
}
_ARTICLE = re.compile(r"^(?:der|die|das|dem|den|des|the) ", re.I)
_SHORT = re.compile(r"(?=.*[A-ZÄÖÜ].*[A-ZÄÖÜ])[\w-]{2,8}")
_ANYBODY = frozenset(
    "politiker journalist autor wissenschaftler forscher experte mann frau schriftsteller "
    "künstler schauspieler sänger musiker "
    "unternehmer manager pilot trainer spieler anwalt rechtsanwalt arzt professor historiker "
    "sprecher minister präsident kandidat "
    "sportler fahrer herausforderer amtsinhaber geistlich jurist diplomat funktionär "
    "sozialdemokrat "
    "christdemokrat aktivist "
    "man woman politician author writer journalist actor singer lawyer candidate senator "
    "professor scientist nominee front-runner frontrunner mogul "
    "billionaire businessman congressman congresswoman lawmaker democrat republican spokesman "
    "spokeswoman".split()
)


class Metonyms:
    """Looks up, within one article, whom a place or a short form stands for."""

    def __init__(self, text: Text, places: Places) -> None:
        self._text = text
        self._places = places

    def speaks_for(self, words: str) -> str | None:
        """The body that a capital or a seat speaks for as a speaker; None for other words.

        That is the government's name as the article has it, else the words themselves.
        """
        words = words.removesuffix("’s").removesuffix("'s")
        place = self._places.of(words, self._text.language)
        if place is None or place.kind is PlaceKind.COUNTRY:
            return None
        return self._named_governments.get(place.country) or _ARTICLE.sub("", words)

    @cached_property
    def _named_governments(self) -> dict[str, str]:
        """Each country's government, as the article names it outright."""
        found: dict[str, str] = {}
        for match in _POWER.finditer(self._text.text):
            words = match[0]
            code = self._places.government(words)
            if code is None and " " in words:
                words = words.split(" ", 1)[1]
                code = self._places.government(words)
            if code:
                found.setdefault(code, _nominative(words))
        return found

    def long_form(self, short: str) -> str | None:
        """What an abbreviation in parentheses stands behind: *... Entwicklung (CUD)*."""
        return self._long_forms.get(short)

    @cached_property
    def _long_forms(self) -> dict[str, str]:
        found: dict[str, str] = {}
        words = self._text.words
        for place in range(2, len(words) - 2):
            short = words[place + 1]
            if words[place] != "(" or words[place + 2] != ")" or not _SHORT.fullmatch(short):
                continue
            first = _long_begin(words, place, short)
            if first is not None:
                shown = self._text.between(first, place).strip("„“”\"'»« ")
                # *SPD-Chef Franz Meier und die Union (SPD)* stands for something else.
                if short not in shown:
                    found.setdefault(short, shown)
        return found

    def is_a(self, words: Sequence[str], base: str) -> bool:
        """Whether a named body may be meant by *die Partei*, *das Ministerium*."""
        pattern = _KINDS.get(base)
        return bool(pattern and pattern.fullmatch(" ".join(words)))

    def describes_anybody(self, base: str) -> bool:
        """Whether a description may be meant of somebody whose office is not told."""
        return base in _ANYBODY


def _long_begin(words: Sequence[str], end: int, short: str) -> int | None:
    """Where the long form before an abbreviation begins: its first letter is the first's."""
    letters = [letter for letter in short.casefold() if letter.isalpha()]
    if len(letters) < 2:
        return None
    for place in range(end - 1, max(-1, end - 10), -1):
        word = words[place]
        if word in {",", ".", ":", ";", "("}:
            return None
        if word[0].isupper() and word[0].casefold() == letters[0]:
            capitals = "".join(re.findall(r"[A-ZÄÖÜ]", "".join(words[place:end]))).casefold()
            inside = iter("".join(words[place:end]).casefold())
            fits = len(capitals) >= min(2, len(letters) - 1) and all(c in inside for c in letters)
            if fits and (end - place >= 2 or len(word) > len(short) + 3):
                return place
        compound = iter(word.casefold())
        if place == end - 1 and word[0].isupper() and all(c in compound for c in letters):
            return place if len(word) > len(short) + 3 else None
    return None


def _nominative(words: str) -> str:
    """*der russischen Regierung* is *russische Regierung*."""
    first, space, rest = words.partition(" ")
    if space and first[0].islower() and first.endswith(("en", "er")):
        return f"{first[:-1]} {rest}" if first.endswith("en") else f"{first[:-2]}e {rest}"
    return words
