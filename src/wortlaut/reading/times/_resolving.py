"""Meanings to values: which day *am Freitag* is, once the day of writing is known.

Without a day of writing everything that depends on it keeps TIMEX3's `X`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from wortlaut.model import Precision
from wortlaut.reading.times._calendar import (
    SEASONS,
    Days,
    days_of,
    easter,
    months,
    part_of,
    shifted_value,
    week_value,
)
from wortlaut.reading.times._expression import Resolved, TimeKind
from wortlaut.reading.times._lengths import resolve_length
from wortlaut.reading.times._meanings import (
    CalendarDay,
    Clock,
    Fixed,
    Holiday,
    Length,
    Meaning,
    PartOfDay,
    QuarterOf,
    Recurring,
    Reference,
    Season,
    Shifted,
    Today,
    Weekday,
    Weekend,
)
from wortlaut.reading.times._tense import Tense

_NEAR = 3
"""Days before the publication in which a day told further up is still spoken of."""
_YEARS_AROUND = 4
_LONG_AGO, _SOON = 240, 100
"""Days: *zur Wahl am 18. September sagte er*, where the last one lies so far behind and the
next one so near ahead, is told of the next one."""
_SAME_YEAR = 60
"""Days by which a date in the year of writing counts as nearer, where no tense decides."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an expression may depend on."""

    published: date | None
    """The day of writing."""
    tense: Callable[[], Tense]
    """Asked for only where the words leave past and future open."""
    told: date | None = None
    """The day that the text told last."""
    told_in_sentence: date | None = None
    """The same, where it stands in the same sentence."""
    told_in_paragraph: date | None = None
    within_noun: bool = False
    """Whether a noun stands right before it, which the time may belong to."""
    nowadays: bool = False
    """Whether *heute* is to be read as nowadays."""


def resolve(meaning: Meaning, around: Surroundings) -> Resolved:
    """The value, and where there are any the days, of a meaning in its surroundings."""
    match meaning:
        case Reference():
            return Resolved(TimeKind.DATE, meaning.value)
        case Recurring():
            return Resolved(TimeKind.SET, meaning.value, mod=meaning.mod)
        case Length():
            return resolve_length(meaning, around.published)
        case PartOfDay():
            return _within_day(meaning.day, meaning.code, _day_of_part(around), around)
        case Clock():
            suffix = f"T{meaning.hour:02}:{meaning.minute:02}"
            return _within_day(meaning.day, suffix, around.told_in_sentence, around)
        case _:
            return _date(meaning, around)


def _date(meaning: Meaning, around: Surroundings) -> Resolved:
    value = _value(meaning, around)
    mod = getattr(meaning, "mod", None)
    if "/" in value:
        first, last = days_of(value[:4]), days_of(value[5:])
        days = (first[0][0], last[0][1]) if first and last else None
        return Resolved(TimeKind.DATE, value, days, Precision.YEAR, mod)
    known = days_of(value)
    if known is None and isinstance(meaning, Today) and around.published:
        known = (around.published, around.published), Precision.DAY
    if known is None:
        return Resolved(TimeKind.DATE, value, mod=mod)
    days, precision = known
    return Resolved(TimeKind.DATE, value, part_of(days, mod), precision, mod)


def _value(meaning: Meaning, around: Surroundings) -> str:
    """The value of a meaning that tells a date."""
    return _VALUES[type(meaning)](meaning, around)


def _today(meaning: Today, around: Surroundings) -> str:
    if around.nowadays:
        return "PRESENT_REF"
    return around.published.isoformat() if around.published else "XXXX-XX-XX"


def _fixed(meaning: Fixed, around: Surroundings) -> str:
    return meaning.value


def _quarter(meaning: QuarterOf, around: Surroundings) -> str:
    return f"{_year(meaning.year, meaning.shift, around)}-{meaning.code}"


def _year(year: int | None, shift: int | None, around: Surroundings) -> str:
    if year is None and around.published:
        year = around.published.year + (shift or 0)
    return "XXXX" if year is None else f"{year:04}"


def _calendar_day(meaning: CalendarDay, around: Surroundings) -> str:
    tail = f"-{meaning.month:02}" + (f"-{meaning.day:02}" if meaning.day else "")
    if meaning.year is not None or meaning.shift is not None or around.published is None:
        return _year(meaning.year, meaning.shift, around) + tail

    def of_year(year: int) -> Days | None:
        known = days_of(f"{year:04}{tail}")
        if known is None or meaning.weekday not in {None, known[0][0].isoweekday()}:
            return None
        return known[0]

    chosen = _choose(of_year, meaning.direction, around)
    return ("XXXX" if chosen is None else f"{chosen:04}") + tail


def _season(meaning: Season, around: Surroundings) -> str:
    return f"{_season_year(meaning, around)}-{meaning.code}"


def _season_year(meaning: Season, around: Surroundings) -> str:
    if meaning.year is not None or meaning.shift is not None or around.published is None:
        return _year(meaning.year, meaning.shift, around)
    chosen = _choose(lambda year: months(year, SEASONS[meaning.code], 3), meaning.direction, around)
    return "XXXX" if chosen is None else f"{chosen:04}"


def _holiday(meaning: Holiday, around: Surroundings) -> str:
    def day_in(year: int) -> date:
        if meaning.from_easter is not None:
            return easter(year) + timedelta(meaning.from_easter)
        return date(year, meaning.month, meaning.day)

    year = meaning.year
    if year is None and around.published:
        year = _choose(lambda y: (day_in(y), day_in(y)), meaning.direction, around)
    if year is None:
        known = meaning.from_easter is None
        return f"XXXX-{meaning.month:02}-{meaning.day:02}" if known else "XXXX-XX-XX"
    return day_in(year).isoformat()


def _choose(
    days_in: Callable[[int], Days | None], direction: int | None, around: Surroundings
) -> int | None:
    """The year of a day that comes once a year, as direction or tense has it."""
    published = around.published
    if published is None:
        return None
    years = range(published.year - _YEARS_AROUND, published.year + _YEARS_AROUND + 1)
    candidates: Sequence[tuple[int, Days]] = [
        (year, days) for year in years if (days := days_in(year)) is not None
    ]
    past = [c for c in candidates if c[1][0] <= published]
    ahead = [c for c in candidates if c[1][1] >= published]
    chosen: Sequence[tuple[int, Days]]
    if direction:
        # What the day of writing lies in is neither behind nor ahead.
        past = [c for c in past if c[1][1] < published]
        ahead = [c for c in ahead if c[1][0] > published]
        chosen = past[-1:] if direction < 0 else ahead[:1]
    elif direction == 0:
        chosen = [c for c in candidates if c[0] == published.year]
    else:
        chosen = _by_tense(past, ahead, around)
    if not chosen:
        chosen = sorted(candidates, key=lambda c: _nearness(c, published))[:1]
    return chosen[0][0] if chosen else None


def _by_tense(
    past: Sequence[tuple[int, Days]],
    ahead: Sequence[tuple[int, Days]],
    around: Surroundings,
) -> Sequence[tuple[int, Days]]:
    """The last or the next one; nothing where the tense leaves it open."""
    tense = around.tense()
    if tense is Tense.FUTURE:
        return ahead[:1]
    if tense is not Tense.PAST or not past:
        return ()
    published = around.published
    if published is None or not around.within_noun:
        return past[-1:]
    far = _distance(past[-1][1], published) > _LONG_AGO
    soon = bool(ahead) and _distance(ahead[0][1], published) < _SOON
    return ahead[:1] if far and soon else past[-1:]


def _nearness(candidate: tuple[int, Days], published: date) -> int:
    year, days = candidate
    return _distance(days, published) - (_SAME_YEAR if year == published.year else 0)


def _distance(days: Days, day: date) -> int:
    begin, end = days
    if begin <= day <= end:
        return 0
    return min(abs((begin - day).days), abs((end - day).days))


def _weekday(meaning: Weekday, around: Surroundings) -> str:
    day = around.published
    if day is None:
        return f"XXXX-WXX-{meaning.number}"
    behind = (day.isoweekday() - meaning.number) % 7
    ahead = -behind % 7
    if meaning.week is not None:
        by = meaning.number - day.isoweekday() + 7 * meaning.week
    elif meaning.direction is not None and meaning.direction < 0:
        by = -(behind or 7)
    elif meaning.direction is not None and meaning.direction > 0:
        by = ahead or 7
    elif around.tense() is Tense.PAST:
        by = -behind
    else:
        by = ahead
    return (day + timedelta(by)).isoformat()


def _weekend(meaning: Weekend, around: Surroundings) -> str:
    day = around.published
    if day is None:
        return shifted_value(None, "WE", 0)
    by = meaning.direction
    if by is None:
        began = day.isoweekday() >= 6
        by = -1 if around.tense() is Tense.PAST and not began else 0
    return week_value(day + timedelta(weeks=by), "-WE")


def _shifted(meaning: Shifted, around: Surroundings) -> str:
    base = around.published
    if meaning.from_text and around.told:
        base = around.told
    return shifted_value(base, meaning.unit, meaning.by)


def _day_of_part(around: Surroundings) -> date | None:
    """The day whose evening *am Abend* is: the one told last, if it is near the publication."""
    told = around.told_in_paragraph
    if told is None and around.told and around.published:
        near = 0 <= (around.published - around.told).days <= _NEAR
        told = around.told if near else None
    return told


def _within_day(
    day: Meaning | None, suffix: str, told: date | None, around: Surroundings
) -> Resolved:
    if day is not None:
        value = _value(day, around)
    else:
        base = told or around.published
        value = base.isoformat() if base else "XXXX-XX-XX"
    known = days_of(value)
    return Resolved(
        TimeKind.TIME,
        value + suffix,
        known[0] if known else None,
        Precision.TIME if known else Precision.UNKNOWN,
    )


_VALUES: Mapping[type, Callable[[Any, Surroundings], str]] = {
    CalendarDay: _calendar_day,
    Season: _season,
    Weekday: _weekday,
    Weekend: _weekend,
    Shifted: _shifted,
    Today: _today,
    Fixed: _fixed,
    QuarterOf: _quarter,
    Holiday: _holiday,
}
