"""What time words mean before anybody knows on which day they were written.

A direction is -1 for what lies behind (*vergangenen Freitag*), 1 for what is to come, 0 for
what is going on, and None where the words leave it to the clause.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A month, or a day of one: *3. Dezember 2022*, *Ende September*, *vergangenen Mai*."""

    month: int
    day: int | None = None
    year: int | None = None
    direction: int | None = None
    shift: int | None = None
    """The year told by words: -1 for *September vergangenen Jahres*."""
    weekday: int | None = None
    """The day of the week that stands before it, which tells the year."""
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """*im Herbst*, *Sommer 2005*; `code` is SP, SU, FA or WI."""

    code: str
    year: int | None = None
    direction: int | None = None
    shift: int | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """*am Freitag*, *kommenden Donnerstag*; `number` is 1 for Monday."""

    number: int
    direction: int | None = None
    week: int | None = None
    """The week told by words: -1 for *Freitag vergangener Woche*."""


@dataclass(frozen=True, slots=True)
class Weekend:
    """*am Wochenende*."""

    direction: int | None = None


@dataclass(frozen=True, slots=True)
class Shifted:
    """Some units on from a day: *gestern*, *letztes Jahr*, *Ende dieser Woche*."""

    unit: str
    """D, W, M, Q, H (half a year), Y, DE or CE."""
    by: int
    from_text: bool = False
    """Counted from the day that the text spoke of last: *am Tag darauf*."""
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """*heute*: the day of publication, or nowadays."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that nothing around it changes: a year, a decade, a century."""

    value: str
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class QuarterOf:
    """A quarter (`Q1` to `Q4`) or a half (`H1`, `H2`) of a year."""

    code: str
    year: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast with a day every year: fixed, or counted from Easter Sunday."""

    month: int = 0
    day: int = 0
    from_easter: int | None = None
    year: int | None = None
    direction: int | None = None


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """*am Abend*, *Freitagabend*; without a day it belongs to the day told last."""

    code: str
    """TMO, TMI, TAF, TEV or TNI."""
    day: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """*um 15 Uhr*."""

    hour: int
    minute: int = 0
    day: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """PAST_REF, PRESENT_REF or FUTURE_REF: *früher*, *jetzt*, *künftig*."""

    value: str


@dataclass(frozen=True, slots=True)
class Length:
    """*drei Jahre*: how much of which unit, with smaller units behind it; None is *einige*."""

    amounts: tuple[tuple[float | None, str], ...]
    """Amount and unit: S, MIN, H, D, W, WE, M, Q, Y, DE or CE."""
    direction: int | None = None
    """-1 in *vor drei Jahren*, 1 in *in drei Jahren*: then there are days as well."""
    mod: str | None = None
    whole: bool = False
    """Whether the words hold the direction too (*three years ago*) and so are a DATE."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """*täglich*, *jeden Montag*: a SET with its value."""

    value: str
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class NoTime:
    """Words that look like a time and are none: the age in *Kinder ab 6 Jahren*."""


Meaning: TypeAlias = (
    NoTime
    | CalendarDay
    | Season
    | Weekday
    | Weekend
    | Shifted
    | Today
    | Fixed
    | QuarterOf
    | Holiday
    | PartOfDay
    | Clock
    | Reference
    | Length
    | Recurring
)
