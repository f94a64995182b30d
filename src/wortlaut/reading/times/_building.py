"""Meanings made from matched words, in the ways that every language shares."""

from __future__ import annotations

from collections.abc import Callable

from wortlaut.reading.times._grammar import Matched
from wortlaut.reading.times._meanings import (
    CalendarDay,
    Clock,
    Fixed,
    Length,
    Meaning,
    PartOfDay,
    QuarterOf,
    Reference,
    Season,
    Shifted,
    Weekday,
)

_SIGNS = frozenset("-/+#§$€")
_JOINS = frozenset("bis und to and".split())
_ABOUT = frozenset(
    "rund etwa fast knapp gut circa ca ungefähr nahezu about around some nearly almost".split()
)
_BEFORE_EARLY_YEARS = frozenset(
    "im um seit bis von vor nach zwischen anno ab und in since until from to around by "
    "before after between ( / –".split()
)
_PER = frozenset("im in pro am per a".split())
_UNIT_FACTORS = {"H1": 6, "Q": 3}


def day_of_month(m: Matched) -> Meaning | None:
    """A day and a month, with or without a year."""
    return CalendarDay(
        month=m["month"],
        day=m["day"],
        year=m["year"],
        direction=m["direction"],
        shift=m["shift"],
        weekday=m["weekday"],
        mod=m["mod"],
    )


def date_in_digits(m: Matched) -> Meaning | None:
    """*03.12.2022*, *3.12.*, *2022-12-03*."""
    year, month, day = m["date"]
    return CalendarDay(month=month, day=day, year=year, weekday=m["weekday"])


def season(m: Matched) -> Meaning | None:
    """A season, with or without a year."""
    # The winter of 2005/06 is that of its first year.
    year = m["year"][0] if isinstance(m["year"], tuple) else m["year"]
    return Season(m["season"], year=year, direction=m["direction"], shift=m["shift"], mod=m["mod"])


def weekday(m: Matched) -> Meaning | None:
    """A day of the week."""
    return Weekday(m["weekday"], direction=m["direction"], week=m["week"])


def weekday_part(m: Matched) -> Meaning | None:
    """*Freitagabend*, *Friday evening*."""
    if "both" in m:
        number, code = m["both"]
    else:
        number, code = m["weekday"], m["part"]
    return PartOfDay(code, Weekday(number, direction=m["direction"]))


def some_year(m: Matched) -> Meaning | None:
    """A year named as one: *im Jahr 1990*."""
    return Fixed(f"{m['year']:04}", mod=m["mod"])


def year_pair(m: Matched) -> Meaning | None:
    """*2005/06*: the two years, as an interval of ISO 8601."""
    first, second = m["pair"]
    return Fixed(f"{first}/{second}")


def century(m: Matched) -> Meaning | None:
    """*das 19. Jahrhundert*: the centuries are named by their first digits, `18`."""
    return Fixed(f"{m['number'] - 1:02}", mod=m["mod"])


def decade(m: Matched) -> Meaning | None:
    """*die neunziger Jahre*, *1990er*: `199`; two digits are of the century gone by."""
    digits = m["decade"]
    if isinstance(digits, str):
        value = digits if len(digits) == 3 else f"19{digits}"
    else:
        value = f"19{digits}"
    return Fixed(value, mod=m["mod"])


def shifted(m: Matched) -> Meaning | None:
    """*voriges Jahr*, *diese Woche*, *Anfang des Monats*: a unit around the day of writing."""
    unit = m["unit"]
    if unit in {"S", "MIN", "H"}:
        return Reference("PRESENT_REF") if not m["shift"] else None
    return Shifted(unit, m["shift"] or 0, mod=m["mod"])


def counted_in_text(unit: str | None, by: int) -> Callable[[Matched], Meaning | None]:
    """A unit counted from the day that the text spoke of last: *am Tag darauf*."""

    def meaning(m: Matched) -> Meaning | None:
        counted = unit or m["unit"]
        return None if counted in {"S", "MIN", "H"} else Shifted(counted, by, from_text=True)

    return meaning


def length(
    direction: int | None = None, *, whole: bool = False, mod: str | None = None
) -> Callable[[Matched], Meaning | None]:
    """A count and a unit; the direction is that of the words before or after it."""

    def meaning(m: Matched) -> Meaning | None:
        count = m["count"]
        # What stands between an interval's ends is its first amount: *zwei bis drei Jahre*.
        if count is not None and not isinstance(count, int | float):
            return None
        half = 0.5 if "and_half" in m else 0
        amounts = [amount_of(None if count is None else count + half, m["unit"])]
        if "unit2" in m:
            amounts.append(amount_of(m["count2"], m["unit2"]))
        return Length(
            tuple(amounts),
            direction=m.get("direction", direction),
            mod=mod or m["mod"],
            whole=whole,
        )

    return meaning


def amount_of(count: float | None, unit: str) -> tuple[float | None, str]:
    """An amount in units that TIMEX3 has: a quarter of a year becomes three months."""
    factor = _UNIT_FACTORS.get(unit)
    if factor:
        return (None if count is None else count * factor), "M"
    return count, unit


def unit_value(count: float | None, unit: str) -> str:
    """A TIMEX3 period: `P2W`, `PT48H`, `P1.5Y`, `PXD`."""
    letter = {"S": "S", "MIN": "M"}.get(unit, unit[:1] if unit == "H" else unit)
    number = "X" if count is None else f"{count:g}"
    return f"PT{number}{letter}" if unit in {"S", "MIN", "H"} else f"P{number}{letter}"


def clock(m: Matched) -> Meaning | None:
    """A time of day, from *15 Uhr*, *15.30 Uhr*, *15 Uhr 30*, *halb neun*, *3 p.m.*."""
    hour, minute = m["clock"] if "clock" in m else (m["hour"], m["minute"] or 0)
    if hour != int(hour) or not 0 <= hour <= 24 or not 0 <= minute < 60:
        return None
    if "half_to" in m:
        hour, minute = hour - 1, 30
    if "afternoon" in m:
        hour = hour % 12 + (12 if m["afternoon"] == "pm" else 0)
    return Clock(int(hour), int(minute))


def quarter(m: Matched) -> Meaning | None:
    """*das dritte Quartal 2005*, *erstes Halbjahr*."""
    number, unit = m["number"], m["unit"]
    if unit not in {"Q", "H1"} or not 1 <= number <= (4 if unit == "Q" else 2):
        return None
    return QuarterOf(f"{'Q' if unit == 'Q' else 'H'}{number}", year=m["year"], shift=m["shift"])


def bare_year(
    units: frozenset[str], counting: frozenset[str], per: frozenset[str]
) -> Callable[[Matched], Meaning | None]:
    """A rule's meaning for four digits alone: a year, unless they count something.

    `units` are words that digits before them count (*Euro*, *Menschen*), `counting` words
    that make digits after them a count (*rund*, *Nummer*); `per` follows what is counted by
    time (*2000 im Jahr 2011*).
    """

    def meaning(m: Matched) -> Meaning | None:
        year, after, before = m["year"], m.following(), m.before()
        if after in units or before in counting or before in _SIGNS:
            return None
        if after in _JOINS and m.following(2).isdigit() and m.following(3) in units:
            return None
        if year < 1500 and before.lower() not in _BEFORE_EARLY_YEARS:
            return None
        if year > 2099 or (after in _PER and m.following(2) in per):
            return None
        doubtful = year % 100 == 0 or year < 1500 or before.lower() in _ABOUT
        if doubtful and after[:1].isupper():
            return None
        return Fixed(f"{year:04}", mod=m["mod"])

    return meaning


def reference(m: Matched) -> Meaning | None:
    """*jetzt*, *früher*, *demnächst*."""
    return Reference(m["reference"])
