"""Where the parts of charts stand."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from wortlaut.web._charts import months_chart, shares, stretches

_MONTHS = some.dates(date(1900, 1, 1), date(2100, 12, 31)).map(lambda day: day.replace(day=1))
_COUNTS = some.dictionaries(_MONTHS, some.integers(1, 100_000), min_size=1, max_size=30)


@given(_COUNTS)
def test_every_statement_stands_in_one_bar(counts: dict[date, int]) -> None:
    """Bars follow each other without a gap in time, within the chart, none overlapping."""
    chart = months_chart(sorted(counts.items()))
    assert chart is not None
    assert sum(bar.count for bar in chart.bars) == sum(counts.values())
    for bar, after in zip(chart.bars, chart.bars[1:], strict=False):
        assert (after.begin - bar.end).days == 1
        assert bar.x + bar.width <= after.x
    for bar in chart.bars:
        assert chart.left <= bar.x
        assert bar.x + bar.width <= chart.width
        assert bar.y >= 0
        assert abs(bar.y + bar.height - chart.base) < 0.02


@given(_COUNTS)
def test_bars_are_as_high_as_their_counts(counts: dict[date, int]) -> None:
    """In proportion, from nought."""
    chart = months_chart(sorted(counts.items()))
    assert chart is not None
    scale = chart.most.height / chart.most.count
    assert all(abs(bar.height - bar.count * scale) < 0.02 for bar in chart.bars)


def test_many_months_are_shown_as_years() -> None:
    """So that each bar can be seen and pointed at."""
    chart = months_chart([(date(2000, 5, 1), 2), (date(2009, 1, 1), 1)])
    assert chart is not None
    assert chart.by_year
    assert [bar.begin.year for bar in chart.bars] == list(range(2000, 2010))


def test_december_is_followed_by_january() -> None:
    """Each month ends on its own last day."""
    chart = months_chart([(date(2023, 12, 1), 1), (date(2024, 2, 1), 1)])
    assert chart is not None
    assert [bar.end for bar in chart.bars] == [
        date(2023, 12, 31),
        date(2024, 1, 31),
        date(2024, 2, 29),
    ]


def test_the_last_month_that_there_is_can_be_shown() -> None:
    """A date may be wrong, and the page must not fail."""
    chart = months_chart([(date(9999, 12, 1), 1)])
    assert chart is not None
    assert chart.bars[0].end == date(9999, 12, 31)


def test_nothing_is_no_chart() -> None:
    """Nor has it stretches or shares."""
    assert months_chart([]) is None
    assert stretches([]) == ()
    assert shares([]) == ()


def test_stretches_lie_within_the_whole_time() -> None:
    """A single day is still seen, also at the end; what has no days has no stretch."""
    whole, day, none = stretches(
        [
            (date(2026, 1, 1), date(2026, 12, 31)),
            (date(2026, 12, 31), date(2026, 12, 31)),
            (None, None),
        ]
    )
    assert whole is not None
    assert day is not None
    assert (whole.x, whole.width) == (0, 100)
    assert day.x + day.width == 100
    assert day.width > 1
    assert none is None
