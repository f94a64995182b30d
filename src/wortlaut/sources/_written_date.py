"""Dates as news pages write them, German and English."""

from __future__ import annotations

import re
from datetime import date, datetime

_MONTHS = {
    **{"januar": 1, "jänner": 1, "januari": 1, "january": 1, "jan": 1},
    **{"februar": 2, "feber": 2, "february": 2, "feb": 2},
    **{"märz": 3, "maerz": 3, "mär": 3, "mrz": 3, "march": 3, "mar": 3},
    **{"april": 4, "apr": 4, "mai": 5, "may": 5, "juni": 6, "june": 6, "jun": 6},
    **{"juli": 7, "july": 7, "jul": 7, "august": 8, "aug": 8},
    **{"september": 9, "sept": 9, "sep": 9, "oktober": 10, "october": 10, "okt": 10, "oct": 10},
    **{"november": 11, "nov": 11, "dezember": 12, "december": 12, "dez": 12, "dec": 12},
}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = (
    r"(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|Mo|Di|Mi|Do|Fr|Sa|So"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b\.?"
)
DATE = (
    rf"(?:(?:am\s+|vom\s+|den\s+|on\s+)*{_WEEKDAY},?\s+)?(?:am\s+|vom\s+|den\s+|dem\s+|on\s+)?"
    r"(?:\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4}|\s?\d{2})?(?!\d)"
    rf"|\d{{1,2}}\.?(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?:,?\s\d{{4}})?"
    rf"|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,?\s\d{{4}})?"
    r"|\d{1,2}/\d{1,2}/\d{4})"
)
"""A pattern, to be compiled ignoring case, of a date, the year often left out."""

TIME = (
    r"(?:um\s+|at\s+)?(?:\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?(?:a\.?m\.?|p\.?m\.?))?(?:\s?(?:Uhr|h))?"
    r"|\d{1,2}\s?(?:Uhr|a\.?m\.?|p\.?m\.?))"
    r"(?:\s?\(?(?:MEZ|MESZ|CET|CEST|GMT|UTC|BST|E[DS]?T|C[DS]T|M[DS]T|P[DS]?T)\)?)?"
)
"""A pattern, to be compiled ignoring case, of a time of day."""

_PARTS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"),
    re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d{2})(?!\d)"),
    re.compile(
        rf"(?P<day>\d{{1,2}})\.?(?:st|nd|rd|th)?\s(?:of\s)?(?P<name>{_MONTH}),?\s(?P<year>\d{{4}})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<name>{_MONTH})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})",
        re.IGNORECASE,
    ),
    re.compile(r"(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>\d{4})"),
)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?(?::\d{2})?\s?(?P<half>[ap]\.?m\b|Uhr)?",
    re.IGNORECASE,
)


def read_date(words: str) -> date | datetime | None:
    """The first full date in `words`, with its time of day where one follows.

    A datetime has no time zone, since pages seldom name theirs. None where the year is
    missing or the order of day and month is open (`03/04/2022`).
    """
    for pattern in _PARTS:
        if match := pattern.search(words):
            day = _day(match)
            return day and (_at_time(day, words[match.end() :]) or day)
    return None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if len(parts["year"]) == 2:
        year += 2000 if year < 70 else 1900
    if "one" in parts:
        return _slashed(int(parts["one"]), int(parts["two"]), year)
    name = parts.get("name")
    month = _MONTHS[name.rstrip(".").casefold()] if name else int(parts["month"])
    return _valid(year, month, int(parts["day"]))


def _slashed(one: int, two: int, year: int) -> date | None:
    """Americans write the month first, the British the day: only 13 and more tell."""
    if one > 12:
        return _valid(year, two, one)
    if two > 12 or one == two:
        return _valid(year, one, two)
    return None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _at_time(day: date, rest: str) -> datetime | None:
    """The time of day that `rest`, the words behind the date, begins with."""
    match = re.match(rf"[\s,|•·–—-]{{0,4}}(?P<time>{TIME})", rest, re.IGNORECASE)
    clock = match and _CLOCK.search(match["time"])
    if not clock:
        return None
    hour, minute = int(clock["hour"]), int(clock["minute"] or 0)
    half = (clock["half"] or "").lower().replace(".", "")
    if half in ("am", "pm"):
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        return None
    return datetime(day.year, day.month, day.day, hour, minute)
