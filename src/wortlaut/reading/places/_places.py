"""Countries, capitals and seats of power, and the words for their governments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from wortlaut.reading.places._files import LANGUAGES, Country, Seat, read_files
from wortlaut.reading.places._forms import adjective_stem, bare, inhabitants, key, keys
from wortlaut.reading.places._place import Place, PlaceKind

_Index = dict[str, Place]

_ABBREVIATED = {
    "US": "US", "EU": "EU", "UN": "UN", "UNO": "UN", "UK": "GB", "VAE": "AE", "DR": "CD",
}  # fmt: skip
"""First parts of compounds that do the work of an adjective: *US-Präsident*."""
_HOME = {"Bundesregierung": "DE"}
"""A government that is named without its country; others' are named with it."""
_POWER = (
    r"(?:Bundes|Zentral|Übergangs|Militär|Interims|Staats|Landes)?[Rr]egierung|Führung|"
    r"Staatsführung|Staatsspitze|Administration|Regime|Machthaber|Militärjunta|Junta"
)
_RULE = r"government|administration|leadership|regime|authorities"
_ADJECTIVE_FIRST = re.compile(rf"(?P<of>\S+) (?:{_POWER}|{_RULE})(?:en)?")
_COMPOUND = re.compile(rf"(?P<of>\w+)-(?:{_POWER}|{_RULE})(?:en)?")
_POSTPOSED = re.compile(
    rf"(?:{_POWER}|{_RULE}) (?:in |von |of |aus |der |des |Republik )*(?P<of>\S.*)"
)
_COMMISSION = re.compile(r"(?:EU-Kommission|Europäischen? Kommission|European Commission)")


class Places:
    """Looks up what words say of a country; made once, then safe to share.

    Every look-up takes inflected words with or without article: *des Weißen Hauses*.
    """

    def __init__(self, countries: Mapping[str, Country], seats: list[Seat]) -> None:
        self._countries = countries
        self._names: dict[str, _Index] = {language: {} for language in LANGUAGES}
        self._capitals_in: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._english: dict[str, str] = {}
        self._people: dict[str, str] = {}
        for code, country in countries.items():
            self._add_country(code, country)
        for seat in seats:
            self._add_seat(seat)

    @classmethod
    def load(cls, extra: Path | None = None) -> Places:
        """The package's places, with those of a user's file where one is given.

        Raises `LexiconError`, which names the file and the entry, where it is wrong.
        """
        return cls(*read_files(extra))

    def of(self, words: str, language: str | None = None) -> Place | None:
        """The country, capital or seat that `words` are, all of them.

        `language` keeps to names of one language, which tells the German *Island* from an
        island; without it a German name goes before an English one.
        """
        searched = (language,) if language in LANGUAGES else LANGUAGES
        tried = list(keys(bare(words)))
        for tongue in searched:
            for attempt in tried:
                place = self._names[tongue].get(attempt)
                if place is not None:
                    return place
        return None

    def adjective(self, word: str) -> str | None:
        """The country of an adjective, or of a compound that begins with one's short form.

        *russischen*, *Russian*, *US-Präsident*, *Kreml-Sprecher*; None for *Berliner*, which
        may be the town's, and for *deutsch-französisch*, which has two.
        """
        code = self._stems.get(adjective_stem(word)) or self._stems.get(word.lower())
        code = code or self._english.get(word.removesuffix("'s").removesuffix("’s"))
        if code is not None:
            return code
        head, hyphen, rest = word.partition("-")
        if not hyphen or not rest:
            return None
        if head in _ABBREVIATED:
            return _ABBREVIATED[head]
        place = self.of(head)
        return place.country if place is not None and place.kind is PlaceKind.SEAT else None

    def inhabitant(self, word: str) -> str | None:
        """The country of whose people one or several are named: *Russin*, *Franzosen*."""
        return self._people.get(word)

    def capital_adjective(self, word: str) -> str | None:
        """The country of an adjective on -er of its capital: *die Moskauer Führung*."""
        return self._capitals_in.get(word)

    def government(self, words: str) -> str | None:
        """The country whose government is named outright, else None.

        *die russische Regierung*, *US-Regierung*, *Regierung in Kiew*, *Russian government*,
        *Pekinger Führung*, *EU-Kommission*, *Bundesregierung*.
        """
        words = bare(words)
        if words in _HOME:
            return _HOME[words]
        if _COMMISSION.fullmatch(words):
            return "EU"
        match = _ADJECTIVE_FIRST.fullmatch(words) or _COMPOUND.fullmatch(words)
        if match:
            word = match["of"]
            return (
                self.adjective(word)
                or _ABBREVIATED.get(word)
                or self.capital_adjective(word)
                or self._country_of(word)
            )
        match = _POSTPOSED.fullmatch(words)
        return self._country_of(match["of"]) if match else None

    def names(self) -> Iterator[str]:
        """All names of countries and capitals, in both languages, without articles."""
        for country in self._countries.values():
            for language in LANGUAGES:
                yield from country.all_names(language)
                yield from country.capitals.get(language, ())

    def governments(self, place: Place) -> tuple[str, ...]:
        """What an article may call the one that speaks when `place` does, outright names first.

        In the nominative without article: *russische Regierung*, ..., *Russland*.
        """
        if place.office:
            return place.office
        country = self._countries[place.country]
        return tuple(dict.fromkeys(_governments(place.country, country)))

    def _country_of(self, words: str) -> str | None:
        place = self.of(words)
        return place.country if place is not None and not place.office else None

    def _add_country(self, code: str, country: Country) -> None:
        for language in LANGUAGES:
            names = country.all_names(language)
            self._add(language, names, Place(code, PlaceKind.COUNTRY, *_shown(country.all_names)))
            capitals = country.capitals.get(language, ())
            if capitals:
                shown = _shown(lambda tongue: country.capitals.get(tongue, ()))
                self._add(language, capitals, Place(code, PlaceKind.CAPITAL, *shown))
            for english in country.adjectives.get("en", ()):
                self._english[english] = code
        for stem in country.adjectives.get("de", ()):
            self._stems[stem.lower()] = code
        for capital in country.capitals.get("de", ()):
            self._capitals_in.setdefault(_on_er(capital), code)
        for german in country.people.get("de", ()):
            self._people.update(dict.fromkeys(inhabitants(german), code))
        for english in country.people.get("en", ()):
            self._people.update(dict.fromkeys(_plural(english), code))

    def _add_seat(self, seat: Seat) -> None:
        office = tuple(name for names in seat.office.values() for name in names)
        shown = _shown(lambda language: [bare(name) for name in seat.names.get(language, ())])
        place = Place(seat.country, PlaceKind.SEAT, *shown, office)
        for language in LANGUAGES:
            names = [bare(name) for name in seat.names.get(language, ())]
            # A seat takes the place of a country or a capital: a user may say so.
            for name in names:
                self._names[language][key(name)] = place

    def _add(self, language: str, names: tuple[str, ...], place: Place) -> None:
        index = self._names[language]
        for name in names:
            # A country goes before another's capital, and itself before its own.
            index.setdefault(key(bare(name)), place)


def _shown(names: object) -> tuple[str, str]:
    """The first German and the first English name, each standing in for the other."""
    assert callable(names)
    german, english = names("de"), names("en")
    either = (*german, *english)
    return (german or either)[0], (english or either)[0]


def _on_er(capital: str) -> str:
    """The adjective of a town: *Moskauer*, *Wiener*, *Bukarester*."""
    return f"{capital.removesuffix('en') if capital.endswith('en') else capital.rstrip('e')}er"


def _plural(english: str) -> Iterator[str]:
    yield english
    if english.endswith("man"):
        yield f"{english[:-3]}men"
    elif not english.endswith(("ese", "s")):
        yield f"{english}s"


def _governments(code: str, country: Country) -> Iterator[str]:
    for short, of in _ABBREVIATED.items():
        if of == code:
            yield f"{short}-Regierung"
            yield f"{short}-Administration"
    for adjective in country.adjectives.get("de", ()):
        ending = "e" if adjective.islower() or "-" in adjective else ""
        yield f"{adjective}{ending} Regierung"
        yield f"{adjective}{ending} Führung"
    if code == "DE":
        yield "Bundesregierung"
    if code == "EU":
        yield from ("EU-Kommission", "Europäische Kommission", "European Commission")
    for adjective in country.adjectives.get("en", ()):
        yield f"{adjective} government"
    for capital in country.capitals.get("de", ()):
        yield f"Regierung in {capital}"
        if capital.isalpha():
            yield f"{_on_er(capital)} Regierung"
    yield from country.all_names("de")
    yield from country.all_names("en")
