"""German words that tell times: what class each is of, and its value.

A class is what the rules in `_german_rules` speak of. A word has one class; where a form could
have two (*morgen* and *der Morgen*), the capital letter tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wortlaut.reading.times._grammar import Entry, spelt

MONTHS = (
    "Januar|Jänner|Jan",
    "Februar|Feber|Feb",
    "März|Mrz",
    "April|Apr",
    "Mai",
    "Juni|Jun",
    "Juli|Jul",
    "August|Aug",
    "September|Sept|Sep",
    "Oktober|Okt",
    "November|Nov",
    "Dezember|Dez",
)
SHORT_MONTHS = frozenset("Jan Feb Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez".split())
WEEKDAYS = (
    "Montag",
    "Dienstag",
    "Mittwoch",
    "Donnerstag",
    "Freitag",
    "Samstag|Sonnabend",
    "Sonntag",
)
SEASONS = {
    "SP": "Frühling Frühjahr Frühlings Frühjahrs",
    "SU": "Sommer Sommers Hochsommer Frühsommer Spätsommer",
    "FA": "Herbst Herbsts Herbstes Spätherbst",
    "WI": "Winter Winters",
}
PARTS_OF_DAY = {
    "TMO": "Morgen Vormittag Früh Morgenstunden Vormittagsstunden",
    "TMI": "Mittag",
    "TAF": "Nachmittag Nachmittagsstunden",
    "TEV": "Abend Vorabend Abendstunden",
    "TNI": "Nacht Nachtstunden",
}
NUMBERS = {
    1: "eins",
    2: "zwei zweier beide beiden",
    3: "drei dreier",
    4: "vier",
    5: "fünf",
    6: "sechs",
    7: "sieben",
    8: "acht",
    9: "neun",
    10: "zehn",
    11: "elf",
    12: "zwölf",
    13: "dreizehn",
    14: "vierzehn",
    15: "fünfzehn",
    16: "sechzehn",
    17: "siebzehn",
    18: "achtzehn",
    19: "neunzehn",
    20: "zwanzig",
    24: "vierundzwanzig",
    25: "fünfundzwanzig",
    30: "dreißig dreissig",
    40: "vierzig",
    48: "achtundvierzig",
    50: "fünfzig",
    60: "sechzig",
    70: "siebzig",
    80: "achtzig",
    90: "neunzig",
    100: "hundert einhundert",
    1000: "tausend eintausend",
    1.5: "anderthalb eineinhalb einundeinhalb",
    2.5: "zweieinhalb",
    3.5: "dreieinhalb",
    4.5: "viereinhalb",
}
ORDINALS = ("erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt")
LATE_ORDINALS = (
    "elft zwölft dreizehnt vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst"
).split()
UNITS = {
    "S": ("Sekunde", "Sekunden"),
    "MIN": ("Minute", "Minuten"),
    "H": ("Stunde", "Stunden"),
    "D": ("Tag Tages", "Tage Tagen Sonnentage Sonnentagen Werktage Werktagen Arbeitstage"),
    "W": ("Woche", "Wochen Kalenderwochen Spielwochen"),
    "WE": ("Wochenende Wochenendes Wochenends", "Wochenenden"),
    "M": ("Monat Monats Monates", "Monate Monaten Lebensmonate"),
    "Q": ("Quartal Quartals Vierteljahr Vierteljahres", "Quartale Quartalen"),
    "H1": ("Halbjahr Halbjahres Halbjahrs Jahreshälfte", "Halbjahre Halbjahren"),
    "Y": (
        "Jahr Jahres Jahrs Geschäftsjahr Geschäftsjahres Kalenderjahr Kalenderjahres Schuljahr "
        "Schuljahres Arbeitsjahr Arbeitsjahres Lebensjahr Lebensjahres",
        "Jahre Jahren Lebensjahre Lebensjahren",
    ),
    "DE": ("Jahrzehnt Jahrzehnts Jahrzehntes Dekade", "Jahrzehnte Jahrzehnten Dekaden"),
    "L": ("Jahrtausend Jahrtausends", "Jahrtausende Jahrtausenden"),
    "CE": ("Jahrhundert Jahrhunderts Jahrhundertes", "Jahrhunderte Jahrhunderten"),
}
LENGTH_STEMS = {
    "sekund": "S",
    "minüt": "MIN",
    "stünd": "H",
    "tägig": "D",
    "wöchig": "W",
    "monatig": "M",
    "jährig": "Y",
}
"""Ends of *dreijährig*, *zweistündig*: a number and a unit in one word."""

PRESENT = "jetzt derzeit momentan zurzeit heutzutage gegenwärtig"
PAST = "damals einst einstmals ehemals kürzlich neulich vormals ehedem vorhin"
FUTURE = "bald demnächst"
ADVERBS_OF_SET = {
    "P1D": "täglich tagtäglich",
    "P1W": "wöchentlich allwöchentlich",
    "P1M": "monatlich allmonatlich",
    "P3M": "vierteljährlich quartalsweise",
    "P6M": "halbjährlich",
    "P1Y": "jährlich alljährlich",
    "PT1H": "stündlich",
    "PT1M": "minütlich",
}
LONG = {
    "sekundenlang": "S",
    "minutenlang": "MIN",
    "stundenlang": "H",
    "tagelang": "D",
    "wochenlang": "W",
    "monatelang": "M",
    "jahrelang": "Y",
    "jahrzehntelang": "DE",
    "jahrhundertelang": "CE",
}
HOLIDAYS: dict[str, tuple[int, int] | int] = {
    "Neujahr": (1, 1),
    "Neujahrstag": (1, 1),
    "Dreikönigstag": (1, 6),
    "Dreikönig": (1, 6),
    "Valentinstag": (2, 14),
    "Rosenmontag": -48,
    "Aschermittwoch": -46,
    "Palmsonntag": -7,
    "Gründonnerstag": -3,
    "Karfreitag": -2,
    "Karsamstag": -1,
    "Ostern": 0,
    "Ostersonntag": 0,
    "Ostermontag": 1,
    "Pfingsten": 49,
    "Pfingstsonntag": 49,
    "Pfingstmontag": 50,
    "Fronleichnam": 60,
    "Allerheiligen": (11, 1),
    "Allerseelen": (11, 2),
    "Nikolaustag": (12, 6),
    "Heiligabend": (12, 24),
    "Weihnachten": (12, 24),
    "Silvester": (12, 31),
}


def _inflected(stem: str) -> Iterable[str]:
    return (stem + ending for ending in ("e", "en", "er", "es", "em"))


def _add(table: dict[str, Entry], name: str, value: Any, words: Iterable[str] | str) -> None:
    for word in words.split() if isinstance(words, str) else words:
        table[word] = (name, value)


def german_words() -> dict[str, Entry]:
    """Every form with its class and value, also as it stands at the head of a sentence."""
    table: dict[str, Entry] = {}
    _function_words(table)
    _calendar_words(table)
    _relative_words(table)
    _lengths(table)
    # The noun is the part of the day, the adverb the day to come; at the head of a sentence
    # both have a capital letter, and the rules decide.
    every = spelt(table)
    every["Morgen"] = ("part", "TMO")
    return every


def _function_words(table: dict[str, Entry]) -> None:
    _add(table, "article", None, "der die das den dem des")
    _add(table, "one", 1, "ein eine einem einen einer")
    for number, words in NUMBERS.items():
        _add(table, "number_word", number, words)
    for number, stem in enumerate(ORDINALS, 1):
        _add(table, "ordinal", number, _inflected(stem))
    for number, stem in enumerate(LATE_ORDINALS, 11):
        _add(table, "ordinal_beyond", number, _inflected(stem))
    _add(table, "half", 0.5, _inflected("halb"))
    _add(table, "half_to", 0.5, ["halb"])
    _add(table, "some", None, "einige einigen einiger mehrere mehreren mehrerer viele vielen")
    _add(table, "some", None, "vieler wenige wenigen weniger etliche etlichen zahlreiche paar zig")
    _add(table, "some", None, "Dutzende hunderte tausende")
    _add(table, "approximate", "APPROX", "rund etwa fast knapp gut circa ca ungefähr nahezu genau")
    _add(table, "approximate", "APPROX", "annähernd exakt zirka gerade")
    _add(table, "approximate", "LESS_THAN", "höchstens maximal")
    _add(table, "approximate", "MORE_THAN", "mindestens")
    _add(table, "more", "MORE_THAN", "mehr")
    _add(table, "less", "LESS_THAN", "kürzer")
    _add(table, "than", None, "als")
    for stem in "ganz lang gut voll knapp wertvoll weiter aufeinanderfolgend".split():
        _add(table, "filler", None, _inflected(stem))
    _add(table, "comma", None, [","])
    _add(table, "dot", None, ["."])
    _add(table, "slash", None, ["/"])
    _add(table, "dash", None, ["-", "–", "—"])
    _add(table, "open", None, ["("])
    _add(table, "and", None, "und oder statt sowie")
    _add(table, "ago", -1, "vor")
    _add(table, "within", 1, "in binnen innerhalb")
    _add(table, "at", None, "am um gegen ab im zum vom beim von zwischen seit")
    _add(table, "to_the", None, "zur")
    _add(table, "until", None, ["bis"])
    _add(table, "over", None, "über")
    _add(table, "under", None, "unter")
    _add(table, "some_day", 1, "eines")
    _add(table, "each", None, "pro je")
    _add(table, "every", None, _inflected("jed"))
    _add(table, "all", None, "alle aller all")
    _add(table, "for", None, "für")
    _add(table, "long", None, "lang")
    _add(table, "then", None, "darauf danach später nachher")
    _add(table, "before_then", None, "zuvor davor vorher")


def _calendar_words(table: dict[str, Entry]) -> None:
    for number, names in enumerate(MONTHS, 1):
        for name in names.split("|"):
            # *Jan* is a man unless a day or a full stop says otherwise.
            _add(table, "month_short" if name in SHORT_MONTHS else "month", number, [name])
    for number, names in enumerate(WEEKDAYS, 1):
        for name in names.split("|"):
            _add(table, "weekday", number, [name])
            _add(table, "on_weekdays", number, [name.lower() + "s"])
            for code, parts in PARTS_OF_DAY.items():
                for part in parts.split():
                    _add(
                        table,
                        "weekday_part",
                        (number, code),
                        [name + part.lower(), name.upper() + part.lower()],
                    )
    for code, names in SEASONS.items():
        _add(table, "season", code, names)
    for code, names in PARTS_OF_DAY.items():
        _add(table, "part", code, names)
        lower = [name.lower() for name in names.split() if name not in {"Morgen"}]
        _add(table, "part_after_day", code, lower)
        _add(table, "on_days", code, [name.lower() + "s" for name in names.split()])
    for name, place in HOLIDAYS.items():
        _add(table, "holiday", place, [name])
    _add(table, "clock_word", None, "Uhr")
    _add(table, "midnight", None, "Mitternacht")
    _add(table, "quarter_hour", None, "Viertel viertel")
    _add(table, "past", None, "nach")


def _relative_words(table: dict[str, Entry]) -> None:
    for stem in "vergangen letzt vorig verflossen zurückliegend".split():
        _add(table, "last", -1, _inflected(stem))
    _add(table, "last", -2, [*_inflected("vorvergangen"), *_inflected("vorletzt")])
    for stem in "nächst kommend".split():
        _add(table, "next", 1, _inflected(stem))
    _add(table, "next", 2, _inflected("übernächst"))
    _add(table, "following", 1, [*_inflected("folgend"), *_inflected("darauffolgend")])
    _add(table, "this", 0, [*_inflected("dies"), *_inflected("laufend"), *_inflected("heurig")])
    _add(table, "same", 0, "selben gleichen")
    _add(table, "today", 0, "heute")
    _add(table, "of_today", 0, _inflected("heutig"))
    _add(table, "deictic", -1, "gestern")
    _add(table, "deictic", -2, "vorgestern")
    _add(table, "deictic", 2, "übermorgen")
    _add(table, "tomorrow", 1, "morgen")
    _add(table, "of_day", -1, _inflected("gestrig"))
    _add(table, "of_day", 1, _inflected("morgig"))
    _add(table, "this_year", ("Y", 0), "heuer")
    _add(table, "this_year", ("Y", 0), _inflected("diesjährig"))
    _add(table, "this_year", ("Y", -1), _inflected("vorjährig"))
    _add(table, "this_year", ("Y", -1), "Vorjahr Vorjahres Vorjahrs")
    _add(table, "this_year", ("W", -1), "Vorwoche")
    _add(table, "this_year", ("M", -1), "Vormonat Vormonats")
    _add(table, "that_day", -1, "Vortag Vortags")
    _add(table, "that_day", 1, "Folgetag Folgetags")
    _add(table, "a_day", None, "tags")
    _add(table, "part_of", "START", "Anfang Beginn")
    _add(table, "part_of", "MID", "Mitte")
    _add(table, "part_of", "END", "Ende")
    for prefix, unit in (("Jahres", "Y"), ("Monats", "M"), ("Wochen", "W")):
        _add(table, "part_of_unit", (unit, "START"), [prefix + "anfang", prefix + "beginn"])
        _add(table, "part_of_unit", (unit, "MID"), [prefix + "mitte"])
        _add(table, "part_of_unit", (unit, "END"), [prefix + "schluss", prefix + "ausklang"])
    _add(table, "part_of_unit", ("Y", "END"), "Jahresende Jahreswechsel")
    _add(table, "part_of_unit", ("M", "END"), "Monatsende")
    _add(table, "reference", "PRESENT_REF", PRESENT)
    _add(table, "reference", "PAST_REF", PAST)
    _add(table, "reference", "FUTURE_REF", FUTURE)
    _add(table, "earlier", "PAST_REF", "früher")
    _add(table, "reference", "PAST_REF", "Ex")
    _add(table, "reference_noun", "PRESENT_REF", "Gegenwart")
    _add(table, "reference_noun", "PAST_REF", "Vergangenheit")
    _add(table, "reference_noun", "FUTURE_REF", "Zukunft")
    _add(table, "moment", None, "Moment Augenblick")
    _add(table, "time", None, "Zeit Zeiten")
    _add(table, "early", None, "frühen frühe späten späte")


def _lengths(table: dict[str, Entry]) -> None:
    for unit, (singular, plural) in UNITS.items():
        _add(table, "unit", unit, singular)
        _add(table, "units", unit, plural)
    for word, unit in LONG.items():
        _add(table, "for_long", unit, [word, *_inflected(word)])
    for value, stems in ADVERBS_OF_SET.items():
        for stem in stems.split():
            _add(table, "set_word", value, [stem, *_inflected(stem)])
    numbers = {n: words.split()[0] for n, words in NUMBERS.items() if n >= 2}
    _add(table, "length_word", (None, "Y"), _inflected("langjährig"))
    counts = [*numbers.items(), (1, "ein"), (None, "mehr")]
    for number, word in counts:
        for stem, unit in LENGTH_STEMS.items():
            whole = stem if stem.endswith("ig") else stem + "ig"
            _add(table, "length_word", (number, unit), [word + whole, *_inflected(word + whole)])
    for decade, stem in enumerate("zwanzig dreißig vierzig fünfzig sechzig siebzig".split(), 2):
        _add(table, "decade_word", decade, [stem + "er"])
        _add(table, "decade", decade, [(stem + "erjahre" + n).capitalize() for n in ("", "n")])
    for decade, stem in ((8, "achtzig"), (9, "neunzig")):
        _add(table, "decade_word", decade, [stem + "er"])
        _add(table, "decade", decade, [(stem + "erjahre" + n).capitalize() for n in ("", "n")])
