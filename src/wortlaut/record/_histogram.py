"""How the statements that a search finds lie in time: counts by day, week, month or year."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice

from sqlalchemy import Connection, func, select, text

from wortlaut.record._filters import Filters
from wortlaut.record._finding import Window, current_places, named_people
from wortlaut.record._query_language import Query, parse_query
from wortlaut.record._schema import NUMBER_BITS, calendar

MOST_BINS = 120
_COUNTED = 2_000
"""Statements up to which each one is looked at."""
_SAMPLE = 20_000
"""Statements of PostgreSQL's that stand for all, where more than those are found."""
_STRAY = 100
"""One statement of so many may lie before the first bin: a speech of 1933 that is quoted today
shall not press this year's days into one."""

Days = Counter[int]
"""Statements by day, the days counted as in places; 0 for those without one."""


class Unit(StrEnum):
    """What a bin is."""

    DAY = "day"
    WEEK = "week"
    """From Monday."""
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True)
class Bin:
    """A stretch of days."""

    begin: date
    end: date
    """The last day, included."""
    count: int


@dataclass(frozen=True, slots=True)
class Histogram:
    """How statements lie in time."""

    bins: tuple[Bin, ...]
    """One after the other, empty ones too; none where nothing with a day is found."""
    unit: Unit
    earlier: int
    """Statements before the first bin: few stray ones."""
    undated: int
    """Statements without a day."""
    exact: bool
    """Whether each one was counted; else the counts are an estimate, their shape to be trusted
    more than their height."""


def histogram(connection: Connection, words: str, filters: Filters, bins: int) -> Histogram:
    """The days of the statements that have these words and pass these filters.

    Raises `QueryError` where the words cannot be understood, `ValueError` for fewer than one
    bin or more than 120.
    """
    if not 1 <= bins <= MOST_BINS:
        raise ValueError(f"a histogram has 1 to {MOST_BINS} bins, not {bins}")
    query = parse_query(words)
    days, exact = _days(connection, query, filters)
    undated = days.pop(0, 0)
    if not days:
        return Histogram((), Unit.DAY, 0, undated, exact)
    first, last = min(days), max(days)
    unit, begin = _unit(first, last, bins)
    # Stray ones are left out only where what is left can be told more finely.
    later = _without_strays(days)
    if filters.begin is None and later > first and _unit(later, last, bins)[0] != unit:
        unit, begin = _unit(later, last, bins)
    found = tuple(_binned(days, unit, begin, last))
    earlier = sum(count for day, count in days.items() if day < begin)
    return Histogram(found, unit, earlier, undated, exact)


def _days(connection: Connection, query: Query | None, filters: Filters) -> tuple[Days, bool]:
    if query is None and filters == Filters(
        language=filters.language, begin=filters.begin, end=filters.end
    ):
        return _of_the_calendar(connection, filters), True
    window = Window(filters, *filters.places())
    places, more = current_places(connection, query, window, _COUNTED)
    if not more:
        return Counter(place >> NUMBER_BITS for place in places), True
    if connection.dialect.name == "sqlite":
        return _of_all_entries(connection, query, window)
    return _of_a_sample(connection, query, window), False


def _of_the_calendar(connection: Connection, filters: Filters) -> Days:
    columns = calendar.c
    low, high = (place >> NUMBER_BITS for place in filters.places())
    wanted = select(columns.day, func.sum(columns.statements)).where(
        columns.day.between(low, min(high, date.max.toordinal()))
    )
    if filters.language is not None:
        wanted = wanted.where(func.lower(columns.language) == filters.language.lower())
    rows = connection.execute(wanted.group_by(columns.day))
    return Counter({row[0]: int(row[1]) for row in rows if row[1]})


def _of_all_entries(
    connection: Connection, query: Query | None, window: Window
) -> tuple[Days, bool]:
    """What SQLite's index has, less the share of older versions' entries on each day."""
    people = tuple(named_people(connection, window.filters))
    rows = connection.execute(
        text(
            f"SELECT rowid >> {NUMBER_BITS}, count(*) FROM statement_words"
            " WHERE statement_words MATCH :words AND rowid BETWEEN :low AND :high GROUP BY 1"
        ),
        {
            "words": window.filters.fts5(query, people),
            "low": window.low,
            "high": window.high,
        },
    ).all()
    columns = calendar.c
    kept = {
        day: (statements, entries)
        for day, statements, entries in connection.execute(
            select(columns.day, func.sum(columns.statements), func.sum(columns.entries)).group_by(
                columns.day
            )
        )
    }
    days: Days = Counter()
    exact = not people
    for day, count in rows:
        statements, entries = kept[day]
        exact = exact and statements == entries
        days[day] = round(count * statements / entries)
    return days, exact


def _of_a_sample(connection: Connection, query: Query | None, window: Window) -> Days:
    """What PostgreSQL finds among some of the index's pages, told up to all of them."""
    people = tuple(named_people(connection, window.filters))
    every = connection.execute(select(func.sum(calendar.c.entries))).scalar() or 1
    percent = min(100.0, 100.0 * _SAMPLE / int(every))
    rows = connection.execute(
        text(
            f"SELECT words.place / {1 << NUMBER_BITS}, count(*)"
            " FROM statement_words AS words TABLESAMPLE SYSTEM (:percent) REPEATABLE (1)"
            " JOIN statement ON statement.place = words.place"
            " WHERE words.words @@ CAST(:words AS tsquery) AND statement.current"
            " AND words.place BETWEEN :low AND :high GROUP BY 1"
        ),
        {
            "percent": percent,
            "words": window.filters.tsquery(query, people),
            "low": window.low,
            "high": window.high,
        },
    )
    return Counter({day: round(count * 100 / percent) for day, count in rows})


def _without_strays(days: Days) -> int:
    """The day before which no more than one statement of a hundred lies."""
    left = sum(days.values()) // _STRAY
    for day in sorted(days):
        left -= days[day]
        if left < 0:
            return day
    return max(days)


def _unit(first: int, last: int, bins: int) -> tuple[Unit, int]:
    """The finest unit of which so many bins are enough, and the day on which the first begins."""
    for unit in Unit:
        begin = _begin(unit, date.fromordinal(first))
        if sum(1 for _ in islice(_bounds(unit, begin, last), bins + 1)) <= bins:
            return unit, begin.toordinal()
    return Unit.CENTURY, _begin(Unit.CENTURY, date.fromordinal(first)).toordinal()


def _binned(days: Days, unit: Unit, begin: int, last: int) -> Iterator[Bin]:
    bounds = list(_bounds(unit, date.fromordinal(begin), last))
    begins = [low for low, _ in bounds]
    counts = [0] * len(bounds)
    for day, count in days.items():
        if day >= begin:
            counts[bisect_right(begins, day) - 1] += count
    for (low, high), count in zip(bounds, counts, strict=True):
        yield Bin(date.fromordinal(low), date.fromordinal(high), count)


def _bounds(unit: Unit, begin: date, last: int) -> Iterator[tuple[int, int]]:
    """The first and last days of bins up to the one with the day `last`."""
    following: date | None = begin
    while following is not None and following.toordinal() <= last:
        low, following = following, _after(unit, following)
        end = date.max.toordinal() if following is None else following.toordinal() - 1
        yield low.toordinal(), end


def _begin(unit: Unit, day: date) -> date:
    """The first day of the bin in which a day lies."""
    if unit is Unit.DAY:
        return day
    if unit is Unit.WEEK:
        return date.fromordinal(max(1, day.toordinal() - day.weekday()))
    if unit is Unit.MONTH:
        return day.replace(day=1)
    years = _YEARS[unit]
    return date(max(1, day.year // years * years), 1, 1)


_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}


def _after(unit: Unit, begin: date) -> date | None:
    """The first day of the next bin; None where the calendar ends."""
    try:
        if unit in (Unit.DAY, Unit.WEEK):
            return date.fromordinal(begin.toordinal() + (1 if unit is Unit.DAY else 7))
        if unit is Unit.MONTH:
            return date(begin.year + begin.month // 12, begin.month % 12 + 1, 1)
        years = _YEARS[unit]
        return date(begin.year // years * years + years, 1, 1)
    except (ValueError, OverflowError):
        return None
