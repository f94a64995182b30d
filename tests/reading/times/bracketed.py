"""Sentences with their time expressions in brackets: *Er kam am [Freitag] an.*"""

from __future__ import annotations

import re
from datetime import date

from wortlaut.model import Span
from wortlaut.reading.times import TimeExpression, find_times

SATURDAY = date(2022, 12, 3)
"""The day of publication in these tests."""

_BRACKET = re.compile(r"[\[\]]")


def expressions(
    sentence: str, language: str, published: date | None = SATURDAY
) -> tuple[TimeExpression, ...]:
    """What is found in the sentence, its brackets taken away."""
    text = _BRACKET.sub("", sentence)
    return find_times(text, [Span(0, len(text))], language, published)


def found(sentence: str, language: str, published: date | None = SATURDAY) -> tuple[str, list[str]]:
    """The sentence with what is found in brackets, and the values in order."""
    text = _BRACKET.sub("", sentence)
    times = expressions(sentence, language, published)
    shown = text
    for time in reversed(times):
        begin, end = time.span.begin, time.span.end
        shown = f"{shown[:begin]}[{shown[begin:end]}]{shown[end:]}"
    return shown, [time.value for time in times]
