"""A time expression as the tagger hands it over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wortlaut.model import Precision, Span
from wortlaut.reading.times._calendar import Days


class TimeKind(StrEnum):
    """The four types of TimeML's TIMEX3."""

    DATE = "DATE"
    """A day or something longer with a place in the calendar, and *jetzt* or *damals*."""
    TIME = "TIME"
    """A time of day, or a part of one: *um 15 Uhr*, *am Freitagabend*."""
    DURATION = "DURATION"
    """A length of time: *drei Jahre*; also the lengths in *vor drei Jahren*."""
    SET = "SET"
    """What comes again: *täglich*, *jeden Montag*."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a time, their value in TIMEX3, and the days they come to."""

    span: Span
    """Characters of the article's text; prepositions stand outside, as TimeML has it."""
    kind: TimeKind
    value: str
    """`2022-12-02`, `2022-W48`, `2022-12-02TEV`, `P2W`, `PAST_REF`; `X` for what the text
    does not tell (`XXXX-WXX-5`: a Friday without a date of publication)."""
    begin: date | None = None
    """The first day; None where the words come to no days."""
    end: date | None = None
    """The last day, that day included. For a *vor drei Jahren* these are the days that lie
    three years before the publication, though its value is the length `P3Y`."""
    precision: Precision = Precision.UNKNOWN
    mod: str | None = None
    """TIMEX3's `mod`: START, MID, END, APPROX, LESS_THAN, MORE_THAN and so on."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression comes to."""

    kind: TimeKind
    value: str
    days: Days | None = None
    precision: Precision = Precision.UNKNOWN
    mod: str | None = None
