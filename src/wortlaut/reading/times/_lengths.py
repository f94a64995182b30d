"""Lengths of time: their values, and the days they reach to when counted from the publication."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from wortlaut.model import Precision
from wortlaut.reading.times._building import unit_value
from wortlaut.reading.times._calendar import Days, shifted_days, shifted_value
from wortlaut.reading.times._expression import Resolved, TimeKind
from wortlaut.reading.times._meanings import Length


def resolve_length(meaning: Length, published: date | None) -> Resolved:
    """The value and the days of a length, counted from the day of writing."""
    days, precision = _days_away(meaning, published)
    amounts = meaning.amounts
    if meaning.whole:
        value = _value_away(amounts[0], meaning.direction, published)
        return Resolved(TimeKind.DATE, value, days, precision, meaning.mod)
    value = _period(amounts)
    return Resolved(TimeKind.DURATION, value, days, precision, meaning.mod)


def _period(amounts: Iterable[tuple[float | None, str]]) -> str:
    """*drei Jahre und vier Monate*: `P3Y4M`."""
    parts = [unit_value(count, unit) for count, unit in amounts]
    whole = parts[0]
    for part in parts[1:]:
        tail = part[1:]
        whole += tail[1:] if tail.startswith("T") and "T" in whole else tail
    return whole


_UNIT_PRECISION = {
    "D": Precision.DAY,
    "W": Precision.WEEK,
    "M": Precision.MONTH,
    "Y": Precision.YEAR,
    "DE": Precision.YEAR,
    "CE": Precision.YEAR,
}


def _days_away(meaning: Length, published: date | None) -> tuple[Days | None, Precision]:
    """The days so far from the day of writing: a week for weeks, a year for years."""
    count, unit = meaning.amounts[0]
    if published is None or not meaning.direction:
        return None, Precision.UNKNOWN
    if unit in {"S", "MIN", "H"}:
        few = count is not None and count * {"S": 1, "MIN": 60, "H": 3600}[unit] < 12 * 3600
        other = published + timedelta(1 if meaning.direction > 0 else -1)
        days = min(published, other), max(published, other)
        return (days, Precision.DAY) if few else (None, Precision.UNKNOWN)
    if count is None or count != int(count) or unit not in _UNIT_PRECISION:
        return None, Precision.UNKNOWN
    try:
        days = shifted_days(published, unit, meaning.direction * int(count))
    except (ValueError, OverflowError):
        return None, Precision.UNKNOWN
    return days, _UNIT_PRECISION[unit]


def _value_away(
    amount: tuple[float | None, str], direction: int | None, published: date | None
) -> str:
    """The value of words that hold the direction too: *two weeks ago* is a week."""
    count, unit = amount
    if count is None or count != int(count) or direction is None:
        return "FUTURE_REF" if direction and direction > 0 else "PAST_REF"
    if unit in {"S", "MIN", "H"}:
        return "PAST_REF" if direction < 0 else "FUTURE_REF"
    return shifted_value(published, unit, direction * int(count))
