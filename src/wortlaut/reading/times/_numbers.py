"""Tokens that begin with a digit: dates, clock times, years and counts."""

from __future__ import annotations

import re
from typing import Any

_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|\d\d))?")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_YEARS = re.compile(r"(\d{4})/(\d\d(?:\d\d)?)")
_CLOCK = re.compile(r"(\d{1,2})([.:])(\d\d)(?::\d\d)?")
_FRACTION = re.compile(r"\d+,\d{1,2}")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_DECADE = re.compile(r"(\d{2}|\d{4})(?:-?er(?:n|s)?|s)(?:-?[Jj]ahren?)?")


NUMBER_CLASSES = frozenset(
    "iso_date dotted_date year_pair colon_clock dot_clock year day_number small_number big_number "
    "fraction decade_number".split()
)


def number_entry(word: str) -> tuple[str, Any] | None:
    """The class and value of a number; None where it is no number that tells a time.

    Classes: `iso_date`, `dotted_date` (year, month, day; the year may be None), `year_pair`,
    `colon_clock`, `dot_clock` (hour, minute), `year` (1000 to 2199), `day_number` (1 to 31),
    `small_number` (0, 32 to 99), `big_number`, `fraction`, `decade_number`.
    """
    if word.isdecimal():
        return _whole(word)
    match = _ISO.fullmatch(word)
    if match:
        return _dated("iso_date", int(match[1]), int(match[2]), int(match[3]))
    match = _DOTTED.fullmatch(word)
    if match:
        year = _long_year(match[3]) if match[3] else None
        return _dated("dotted_date", year, int(match[2]), int(match[1]))
    match = _YEARS.fullmatch(word)
    if match:
        first = int(match[1])
        second = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
        return ("year_pair", (first, second)) if second == first + 1 else None
    match = _SLASHED.fullmatch(word)
    if match:
        month, day = sorted((int(match[1]), int(match[2])))
        return _dated("dotted_date", int(match[3]), month, day)
    return _clock_or_count(word)


def _whole(word: str) -> tuple[str, Any]:
    number = int(word) if len(word) < 10 else 10**9
    if len(word) == 4 and 1000 <= number < 2200:
        return "year", number
    if 1 <= number <= 31 and len(word) <= 2:
        return "day_number", number
    return ("small_number" if number < 100 else "big_number"), number


def _dated(name: str, year: int | None, month: int, day: int) -> tuple[str, Any] | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return name, (year, month, day)


def _clock_or_count(word: str) -> tuple[str, Any] | None:
    match = _CLOCK.fullmatch(word)
    if match and int(match[1]) <= 24 and int(match[3]) < 60:
        name = "colon_clock" if match[2] == ":" else "dot_clock"
        return name, (int(match[1]), int(match[3]))
    if _THOUSANDS.fullmatch(word):
        return "big_number", int(re.sub(r"\D", "", word)[:9])
    if _FRACTION.fullmatch(word):
        return "fraction", float(word.replace(",", "."))
    match = _DECADE.fullmatch(word)
    if match and match[1].endswith("0"):
        return "decade_number", match[1][:-1]
    return None


def _long_year(digits: str) -> int:
    """A year of two digits: those up to 49 are of this century."""
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year < 50 else 1900)
