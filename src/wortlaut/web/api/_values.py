"""What the parameters of requests may be, held to as strictly as the API's document tells."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from annotated_types import Ge, Le
from fastapi import Path, Query
from pydantic import BeforeValidator, StringConstraints, WithJsonSchema

MOST_NUMBER = 2**53 - 1
"""The largest number that every reader of JSON keeps exact (RFC 8259, 6)."""
MOST_WORDS = 1000
"""Characters of a name or of words to search for."""

_DIGITS = re.compile(r"-?[0-9]{1,18}\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_TRUTHS = {"true": True, "false": False}


def _whole(value: Any) -> Any:
    """A whole number; of a parameter, which is text, in its only spelling."""
    if isinstance(value, str):
        if not _DIGITS.match(value):
            raise ValueError("is no whole number")
        return int(value)
    # To JSON, 1.0 is the same number as 1.
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _truth(value: Any) -> Any:
    if isinstance(value, str):
        if value not in _TRUTHS:
            raise ValueError("is neither true nor false")
        return _TRUTHS[value]
    return value


def _day(value: Any) -> Any:
    if isinstance(value, str):
        if not _DAY.match(value):
            raise ValueError("is no day such as 2026-11-23")
        return date.fromisoformat(value)
    if not isinstance(value, date):
        # A number would count seconds.
        raise ValueError("is no day such as 2026-11-23")  # noqa: TRY004 - what pydantic expects
    return value


# The bounds stand before what reads the number, so that the document shows them.
Positive = Annotated[int, Ge(1), Le(MOST_NUMBER), BeforeValidator(_whole)]
Hundred = Annotated[int, Ge(1), Le(100), BeforeValidator(_whole)]
Truth = Annotated[bool, BeforeValidator(_truth)]
Day = Annotated[
    date,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "format": "date"}),
]
# Databases take no NUL.
Words = Annotated[str, StringConstraints(max_length=MOST_WORDS, pattern=r"^[^\x00]*$")]
Name = Annotated[str, StringConstraints(min_length=1, max_length=MOST_WORDS, pattern=r"^[^\x00]+$")]

Number = Annotated[Positive, Path(description="The record's number for it.")]
After = Annotated[
    Name | None,
    Query(description="Where the page before ended: its `after`. Without it, the first page."),
]
