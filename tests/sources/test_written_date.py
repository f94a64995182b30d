"""Dates are read as German and English pages write them."""

from datetime import date, datetime

import pytest

from wortlaut.sources._written_date import read_date


@pytest.mark.parametrize(
    "words",
    [
        "3. Dezember 2022",
        "Samstag, 3. Dez. 2022",
        "03.12.2022",
        "3.12.22",
        "Stand: 03. 12. 2022",
        "December 3, 2022",
        "Dec. 3, 2022",
        "Saturday, December 3rd, 2022",
        "3 December 2022",
        "3rd of December 2022",
        "2022-12-03",
    ],
)
def test_a_full_date_is_read(words: str) -> None:
    """Day, month and year in either language's order."""
    assert read_date(words) == date(2022, 12, 3)


@pytest.mark.parametrize(
    ("words", "hour", "minute"),
    [
        ("3. Dezember 2022, 14:30 Uhr", 14, 30),
        ("03.12.2022 | 14.30 Uhr", 14, 30),
        ("03.12.2022 um 9 Uhr", 9, 0),
        ("December 3, 2022, 2:30 p.m.", 14, 30),
        ("December 3, 2022 at 12:05 a.m. ET", 0, 5),
        ("2022-12-03 23:59", 23, 59),
    ],
)
def test_a_time_behind_the_date_is_read(words: str, hour: int, minute: int) -> None:
    """With a time of day the result is a datetime, without a zone."""
    assert read_date(words) == datetime(2022, 12, 3, hour, minute)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("13/04/2022", date(2022, 4, 13)),
        ("04/13/2022", date(2022, 4, 13)),
        ("04/04/2022", date(2022, 4, 4)),
        ("03/04/2022", None),
    ],
)
def test_slashes_count_only_where_the_order_is_plain(words: str, day: date | None) -> None:
    """Americans write the month first, the British the day."""
    assert read_date(words) == day


@pytest.mark.parametrize(
    "words",
    ["", "3. Dezember", "Dec 3", "31.02.2022", "Zimmer 3.14", "im Dezember 2022", "99/99/2022"],
)
def test_no_date_is_made_up(words: str) -> None:
    """A date without year, or one that no calendar has, is none."""
    assert read_date(words) is None


def test_an_impossible_time_is_left_out() -> None:
    """The day still counts."""
    assert read_date("3. Dezember 2022, 25:70 Uhr") == date(2022, 12, 3)
