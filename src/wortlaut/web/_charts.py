"""Where the parts of a chart stand: plain geometry, which a template draws as SVG.

Lengths are in the units of the chart's own view box. A chart has no words but its numbers:
labels are dates, which the template writes in the reader's language.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

_WIDTH, _HEIGHT = 720.0, 190.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 38.0, 4.0, 14.0, 24.0
_MOST_MONTHS = 72
"""Of more, years are shown."""
_MOST_LABELS = 8
_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Bar:
    """One month or year."""

    begin: date
    """Its first and last day."""
    end: date
    count: int
    x: float
    y: float
    width: float
    height: float
    is_labelled: bool

    @property
    def middle(self) -> float:
        """Where its label stands."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line across, at a number."""

    count: int
    y: float


@dataclass(frozen=True, slots=True)
class BarChart:
    """How many there were in each month, or in each year where there are many."""

    bars: tuple[Bar, ...]
    """Every month from the first to the last, those without any too."""
    lines: tuple[Line, ...]
    by_year: bool
    width: float = _WIDTH
    height: float = _HEIGHT
    left: float = _LEFT
    base: float = _HEIGHT - _BOTTOM

    @property
    def most(self) -> Bar:
        """The highest bar; of equals the first."""
        return max(self.bars, key=lambda bar: bar.count)


@dataclass(frozen=True, slots=True)
class Stretch:
    """When something was so, as a part of the whole time, in hundredths."""

    x: float
    width: float


def months_chart(months: Sequence[tuple[date, int]]) -> BarChart | None:
    """The chart of counts by month, given in order of time; None without any."""
    if not months:
        return None
    counts = {day.replace(day=1): count for day, count in months}
    first, last = min(counts), max(counts)
    by_year = _months_between(first, last) > _MOST_MONTHS
    periods = _years(first, last, counts) if by_year else _months(first, last, counts)
    top = _round_top(max(count for _, _, count in periods))
    step = (_WIDTH - _LEFT - _RIGHT) / max(len(periods), 6)
    width = min(step * 0.78, 42.0)
    tall = _HEIGHT - _TOP - _BOTTOM
    every = -(-len(periods) // _MOST_LABELS)
    bars = tuple(
        Bar(
            begin,
            end,
            count,
            round(_LEFT + step * index + (step - width) / 2, 2),
            round(_TOP + tall * (1 - count / top), 2),
            round(width, 2),
            round(tall * count / top, 2),
            index % every == 0,
        )
        for index, (begin, end, count) in enumerate(periods)
    )
    numbers = sorted({0, top // 2, top}) if top > 1 else [0, top]
    lines = tuple(Line(number, round(_TOP + tall * (1 - number / top), 2)) for number in numbers)
    return BarChart(bars, lines, by_year)


def stretches(times: Sequence[tuple[date | None, date | None]]) -> tuple[Stretch | None, ...]:
    """Where each of several times lies within all of them; None for one without days."""
    days = [day for time in times for day in time if day is not None]
    if not days:
        return tuple(None for _ in times)
    begin, whole = min(days), max((max(days) - min(days)).days, 1)
    found: list[Stretch | None] = []
    for first, last in times:
        if first is None or last is None:
            found.append(None)
            continue
        # Wide enough to be seen, and not beyond the end.
        width = max(100 * (last - first).days / whole, 1.5)
        x = min(100 * (first - begin).days / whole, 100 - width)
        found.append(Stretch(round(x, 2), round(width, 2)))
    return tuple(found)


def shares(counts: Sequence[int]) -> tuple[float, ...]:
    """Each count as hundredths of the greatest."""
    most = max(counts, default=0)
    return tuple(round(100 * count / most, 2) if most else 0.0 for count in counts)


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _months(first: date, last: date, counts: Mapping[date, int]) -> list[tuple[date, date, int]]:
    begins = (_month_after(first, number) for number in range(_months_between(first, last)))
    return [
        (begin, begin.replace(day=monthrange(begin.year, begin.month)[1]), counts.get(begin, 0))
        for begin in begins
    ]


def _years(first: date, last: date, counts: Mapping[date, int]) -> list[tuple[date, date, int]]:
    sums = dict.fromkeys(range(first.year, last.year + 1), 0)
    for begin, count in counts.items():
        sums[begin.year] += count
    return [(date(year, 1, 1), date(year, 12, 31), count) for year, count in sums.items()]


def _month_after(first: date, number: int) -> date:
    years, month = divmod(first.month - 1 + number, 12)
    return date(first.year + years, month + 1, 1)


def _round_top(most: int) -> int:
    """The least 1, 2 or 5 with noughts behind it that is not less."""
    power = 1
    while True:
        for step in _STEPS:
            if step * power >= most:
                return step * power
        power *= 10
