"""Days: from a TIMEX3 value to the days it covers, and from a word to a value.

Values follow TimeML's TIMEX3 (Saurí and others, "TimeML Annotation Guidelines 1.2.1", 2006),
which takes dates from ISO 8601 and adds seasons (`2005-SU`), decades (`199`), centuries
(`19`), weekends (`2005-W20-WE`) and parts of the day (`TMO`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from wortlaut.model import Precision

Days = tuple[date, date]
"""The first and the last day."""

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which each begins; a winter ends in the year after the one that it names."""

_MONTHS = {"M": 1, "Q": 3, "H1": 6}
_YEARS = {"Y": 1, "DE": 10, "CE": 100, "L": 1000}
UNKNOWN_VALUES = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "H1": "XXXX-HX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
    "L": "X",
    "WE": "XXXX-WXX-WE",
}
"""What stands for a unit whose place in the calendar nobody knows."""

_VALUE = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-W(?P<week>\d\d)(?:-(?P<weekend>WE|\d))?"
    r"|-Q(?P<quarter>[1-4])"
    r"|-H(?P<half>[12])"
    r"|-(?P<season>SP|SU|FA|WI)"
    r"|-(?P<month>\d\d)(?:-(?P<day>\d\d)(?P<time>T.*)?)?)?$"
)
_DECADE = re.compile(r"\d{3}$")
_CENTURY = re.compile(r"\d{2}$")


def days_of(value: str) -> tuple[Days, Precision] | None:
    """The days that a DATE or TIME value covers, and its precision; None where it has an X."""
    match = _VALUE.match(value)
    try:
        if match:
            return _days_of_match(match)
        if _DECADE.match(value):
            return _years(int(value) * 10, 10)
        if _CENTURY.match(value):
            return _years(int(value) * 100, 100)
    except ValueError:
        # A day that no calendar has (31. April), or a year that Python's dates do not reach.
        return None
    return None


def _days_of_match(match: re.Match[str]) -> tuple[Days, Precision]:
    year = int(match["year"])
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return (day, day), Precision.TIME if match["time"] else Precision.DAY
    if match["week"]:
        return _days_of_week(year, int(match["week"]), match["weekend"])
    first, count, precision = 1, 12, Precision.YEAR
    if match["month"]:
        first, count, precision = int(match["month"]), 1, Precision.MONTH
    elif match["quarter"]:
        first, count, precision = 3 * int(match["quarter"]) - 2, 3, Precision.QUARTER
    elif match["half"]:
        first, count, precision = 6 * int(match["half"]) - 5, 6, Precision.QUARTER
    elif match["season"]:
        first, count, precision = SEASONS[match["season"]], 3, Precision.QUARTER
    if not 1 <= first <= 12:
        raise ValueError(f"no month: {first}")
    return months(year, first, count), precision


def _days_of_week(year: int, week: int, part: str | None) -> tuple[Days, Precision]:
    monday = date.fromisocalendar(year, week, 1)
    if part == "WE":
        return (monday + timedelta(5), monday + timedelta(6)), Precision.DAY
    if part:
        day = date.fromisocalendar(year, week, int(part))
        return (day, day), Precision.DAY
    return (monday, monday + timedelta(6)), Precision.WEEK


def _years(first: int, count: int) -> tuple[Days, Precision]:
    return (date(max(first, 1), 1, 1), date(first + count - 1, 12, 31)), Precision.YEAR


def months(year: int, month: int, count: int) -> Days:
    """The days of `count` months from the given one on; the month may lie beyond 12."""
    first_year, first_month = shifted_month(year, month, 0)
    last_year, last_month = shifted_month(year, month, count - 1)
    last_day = monthrange(last_year, last_month)[1]
    return date(first_year, first_month, 1), date(last_year, last_month, last_day)


def shifted_month(year: int, month: int, by: int) -> tuple[int, int]:
    """The year and the month that lie `by` months after the given ones."""
    count = year * 12 + month - 1 + by
    return count // 12, count % 12 + 1


def shifted_days(day: date, unit: str, by: int) -> Days:
    """The days of the unit that lies `by` units from that of `day`.

    Raises `ValueError` or `OverflowError` where Python's dates do not reach.
    """
    if unit == "D":
        there = day + timedelta(by)
        return there, there
    if unit in {"W", "WE"}:
        monday = day - timedelta(day.weekday()) + timedelta(weeks=by)
        return monday + timedelta(5 if unit == "WE" else 0), monday + timedelta(6)
    if unit in _MONTHS:
        size = _MONTHS[unit]
        first = (day.month - 1) // size * size + 1
        return months(*shifted_month(day.year, first, by * size), size)
    return months(day.year + by * _YEARS[unit], 1, 12)


def week_value(day: date, suffix: str = "") -> str:
    """The week of `day`: `2022-W48`."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}{suffix}"


def shifted_value(day: date | None, unit: str, by: int) -> str:
    """The value of the unit that lies `by` units from that of `day`; X where `day` is None."""
    if day is None:
        return UNKNOWN_VALUES[unit]
    try:
        begin, _ = shifted_days(day, unit, by)
    except (ValueError, OverflowError):
        return UNKNOWN_VALUES[unit]
    year, month = begin.year, begin.month
    return {
        "D": begin.isoformat(),
        "W": week_value(begin),
        "WE": week_value(begin, "-WE"),
        "M": f"{year:04}-{month:02}",
        "Q": f"{year:04}-Q{(month + 2) // 3}",
        "H1": f"{year:04}-H{(month + 5) // 6}",
        "Y": f"{year:04}",
        "DE": f"{year // 10:03}",
        "CE": f"{year // 100:02}",
        "L": f"{year // 1000:01}",
    }[unit]


def part_of(days: Days, mod: str | None) -> Days:
    """The third of the days that *Anfang*, *Mitte* or *Ende* points at."""
    if mod not in {"START", "MID", "END"}:
        return days
    begin, end = days
    third = (end - begin).days // 3
    if mod == "START":
        return begin, begin + timedelta(third)
    if mod == "END":
        return end - timedelta(third), end
    return begin + timedelta(third), end - timedelta(third)


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (Anonymous Gregorian algorithm, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    week = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * week) // 451
    month, day = divmod(h + week - 7 * m + 114, 31)
    return date(year, month, day + 1)
