"""When something was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wortlaut.model._span import Span


class Precision(StrEnum):
    """The finest unit that the words give."""

    TIME = "time"
    """A time of day, or a part of the day: *am Freitagabend*."""
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    """Also seasons and halves of a year, and *Anfang* or *Ende* of one."""
    YEAR = "year"
    UNKNOWN = "unknown"
    """The words give no unit (*kürzlich*), or none that can be resolved."""


class WhenBasis(StrEnum):
    """What the date of a statement rests on."""

    FRAME = "frame"
    """Words in the statement's own frame or sentence."""
    CARRIED = "carried"
    """Taken over from the statement before, of the same person on the same occasion."""
    PUBLISHED = "published"
    """Nothing but the day of publication, which it cannot be later than."""


@dataclass(frozen=True, slots=True)
class When:
    """When a statement was made: an interval of days and the words it was read from."""

    basis: WhenBasis
    begin: date | None = None
    """The first day it may have been; None where only an end is known or nothing is."""
    end: date | None = None
    """The last day it may have been, that day included; None where nothing is known."""
    precision: Precision = Precision.UNKNOWN
    value: str | None = None
    """The value in TimeML's TIMEX3 form: `2022-12-02`, `2022-12-02TEV`, `2022-W48`; with
    `X` for what is not known (`XXXX-WXX-5` for a Friday without a date of publication)."""
    words: Span | None = None
    """The words it was read from; for a carried date they stand in an earlier sentence."""
    unresolved: str | None = None
    """Why the words could not be turned into days; None where they could."""

    def __post_init__(self) -> None:
        if self.begin is not None and self.end is not None and self.end < self.begin:
            raise ValueError(f"an interval cannot end before it begins: {self.begin}, {self.end}")
