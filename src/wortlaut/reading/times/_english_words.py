"""English words that tell times: what class each is of, and its value."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wortlaut.reading.times._grammar import Entry, spelt

MONTHS = (
    "January Jan",
    "February Feb",
    "March Mar",
    "April Apr",
    "May",
    "June Jun",
    "July Jul",
    "August Aug",
    "September Sept Sep",
    "October Oct",
    "November Nov",
    "December Dec",
)
WEEKDAYS = (
    "Monday Mon",
    "Tuesday Tue Tues",
    "Wednesday Wed",
    "Thursday Thu Thur Thurs",
    "Friday Fri",
    "Saturday Sat",
    "Sunday Sun",
)
SEASONS = {
    "SP": "spring springtime",
    "SU": "summer summertime",
    "FA": "autumn fall",
    "WI": "winter",
}
PARTS_OF_DAY = {
    "TMO": "morning mornings",
    "TMI": "midday noontime",
    "TAF": "afternoon afternoons",
    "TEV": "evening evenings",
    "TNI": "night nights overnight",
}
_SMALL_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_TENS = "thirty forty fifty sixty seventy eighty ninety"
NUMBERS = dict(enumerate(_SMALL_NUMBERS.split(), 2)) | {
    10 * ten: word for ten, word in enumerate(_TENS.split(), 3)
}
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth "
    "twenty-first".split()
)
UNITS = {
    "S": ("second", "seconds"),
    "MIN": ("minute", "minutes"),
    "H": ("hour", "hours"),
    "D": ("day", "days"),
    "W": ("week", "weeks"),
    "WE": ("weekend", "weekends"),
    "M": ("month", "months"),
    "Q": ("quarter", "quarters"),
    "Y": ("year", "years"),
    "DE": ("decade", "decades"),
    "CE": ("century", "centuries"),
    "L": ("millennium", "millennia"),
}
REFERENCES = {
    "PRESENT_REF": "now currently presently nowadays",
    "PAST_REF": "recently formerly previously lately",
    "FUTURE_REF": "soon shortly",
}
SET_WORDS = {
    "P1D": "daily everyday nightly",
    "P1W": "weekly",
    "P2W": "fortnightly biweekly",
    "P1M": "monthly",
    "P3M": "quarterly",
    "P1Y": "yearly annually annual",
    "PT1H": "hourly",
}
HOLIDAYS: dict[str, tuple[int, int] | int] = {
    "Christmas": (12, 25),
    "Halloween": (10, 31),
    "Easter": 0,
    "Pentecost": 49,
}
DECADES = {
    2: "twenties",
    3: "thirties",
    4: "forties",
    5: "fifties",
    6: "sixties",
    7: "seventies",
    8: "eighties",
    9: "nineties",
}
SAME_WORDS_OTHERWISE = frozenset("mar may march sat sun mon wed sep second seconds fall".split())
"""Forms that in lower case are words of another kind; only the capital letter tells a time."""


def _add(table: dict[str, Entry], name: str, value: Any, words: Iterable[str] | str) -> None:
    for word in words.split() if isinstance(words, str) else words:
        table[word] = (name, value)


def english_words() -> dict[str, Entry]:
    """Every form with its class and value, also as it stands at the head of a sentence."""
    table: dict[str, Entry] = {}
    _function_words(table)
    _relative_words(table)
    _lengths(table)
    _calendar_words(table)
    return spelt(table)


def _function_words(table: dict[str, Entry]) -> None:
    _add(table, "article", None, "the")
    _add(table, "recent", None, "recent")
    _add(table, "one", 1, "a an one")
    _add(table, "each", None, "per")
    _add(table, "of", None, "of")
    _add(table, "comma", None, [","])
    _add(table, "dot", None, ["."])
    _add(table, "dash", None, ["-", "–", "—"])
    _add(table, "and", None, "and or")
    _add(table, "until", None, "to until through till")
    _add(table, "at", None, "at by around about from since after before between on over during")
    _add(table, "within", None, "in within")
    _add(table, "for", None, "for")
    _add(table, "every", None, "every each")
    _add(table, "other", 2, "other")
    _add(table, "ago", -1, "ago earlier")
    _add(table, "later", 1, "later")
    _add(table, "old", None, "old")
    _add(table, "half_word", None, "half")
    _add(table, "some", None, "several few many couple some")
    _add(table, "approximate", "APPROX", "about around roughly approximately nearly almost some")
    _add(table, "more", "MORE_THAN", "more")
    _add(table, "less", "LESS_THAN", "less")
    _add(table, "than", None, "than")
    _add(table, "filler", None, "full long whole entire straight consecutive")
    for number, word in NUMBERS.items():
        _add(table, "number_word", number, [word])
    for number, word in enumerate(ORDINALS, 1):
        _add(table, "ordinal", number, [word])
    for number in range(1, 32):
        _add(table, "ordinal_digits", number, [f"{number}{e}" for e in ("st", "nd", "rd", "th")])
    for number in range(1, 22):
        _add(table, "ordinal", number, [f"{number}{e}" for e in ("st", "nd", "rd", "th")])


def _calendar_words(table: dict[str, Entry]) -> None:
    for name, value, words in (
        *(("month", number, words) for number, words in enumerate(MONTHS, 1)),
        *(("weekday", number, words) for number, words in enumerate(WEEKDAYS, 1)),
        *(("season", code, words) for code, words in SEASONS.items()),
        *(("part", code, words) for code, words in PARTS_OF_DAY.items()),
    ):
        _add(table, name, value, words)
    for number, words in enumerate(WEEKDAYS, 1):
        _add(table, "on_weekdays", number, [words.split()[0] + "s"])
    for name, place in HOLIDAYS.items():
        _add(table, "holiday", place, [name])
    for decade, word in DECADES.items():
        _add(table, "decade", decade, [word])
    _add(table, "day_half", "am", ["am", "AM"])
    _add(table, "day_half", "pm", ["pm", "PM"])
    _add(table, "letter_a", "am", ["a"])
    _add(table, "letter_p", "pm", ["p"])
    _add(table, "letter_m", None, ["m"])
    _add(table, "one", 1, ["a"])
    _add(table, "clock_word", None, ["o'clock", "o’clock", "GMT", "UTC"])
    _add(table, "noon", 12, "noon")
    _add(table, "noon", 24, "midnight")


def _relative_words(table: dict[str, Entry]) -> None:
    _add(table, "last", -1, "last past previous preceding")
    _add(table, "next", 1, "next coming upcoming")
    _add(table, "following", 1, "following")
    _add(table, "this", 0, "this current")
    _add(table, "these", None, "these")
    _add(table, "that", 0, "that same")
    _add(table, "today", 0, "today")
    _add(table, "deictic", -1, "yesterday")
    _add(table, "deictic", 1, "tomorrow")
    _add(table, "tonight", "TNI", "tonight")
    _add(table, "early", "START", "early")
    _add(table, "early", "MID", "mid")
    _add(table, "early", "END", "late")
    _add(table, "part_of", "START", "beginning start")
    _add(table, "part_of", "MID", "middle")
    _add(table, "part_of", "END", "end")
    for value, words in REFERENCES.items():
        _add(table, "reference", value, words)
    _add(table, "reference_noun", "PAST_REF", "past")
    _add(table, "reference_noun", "FUTURE_REF", "future")
    _add(table, "reference_noun", "PRESENT_REF", "present moment")


def _lengths(table: dict[str, Entry]) -> None:
    for unit, (singular, plural) in UNITS.items():
        _add(table, "unit", unit, [singular])
        _add(table, "units", unit, [plural])
    _add(table, "fortnight", None, "fortnight")
    for value, words in SET_WORDS.items():
        _add(table, "set_word", value, words)
    # "past" is an adjective far more often than a noun; the rules know both.
    _add(table, "last", -1, "past")
