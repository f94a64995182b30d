"""Where the bars of a chart stand, so that a template can draw it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in a chart that is as wide as it has bars and `high` units high."""

    at: int
    """Which one it is, from 0; each is one unit wide."""
    top: float
    height: float


def bars(values: Sequence[int], high: float = 100.0) -> tuple[Bar, ...]:
    """The bars of values; what is there at all can be seen, and nothing is below zero."""
    most = max(values, default=0)
    result = []
    for at, value in enumerate(values):
        height = max(high * value / most, high * 0.02) if value > 0 else 0.0
        result.append(Bar(at, round(high - height, 2), round(height, 2)))
    return tuple(result)
