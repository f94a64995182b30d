"""A statement as it is compared with others: its words, its speaker, its time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from wortlaut.model import Act

_LONGEST_INTERVAL = 92
"""Days; a longer interval (*in jenem Jahr*) tells no occasion from another."""
_BEFORE_PUBLICATION = 7
"""Days before publication in which a statement without a date is taken to have been made."""
SLACK = 1
"""Days that two records of one occasion may lie apart: nights, zones of time."""
LONGEST_REACH = timedelta(days=_LONGEST_INTERVAL + SLACK)
"""How far before another statement's window one may begin that is still compared with it."""


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What is known of one statement when it is compared."""

    id: int
    """The record's number of the statement."""
    person: str | None
    """Who said it, the same for all forms of one name; None is never grouped."""
    words: str
    """The quoted words, pieces joined by ` … `."""
    language: str | None
    """ISO 639-1."""
    vector: NDArray[np.int8]
    """`SentenceVectors.of` the words."""
    verbatim: bool = False
    """Whether the words claim to be the speaker's own."""
    act: Act | None = None
    negated: bool = False
    begin: date | None = None
    """First and last day on which it was said, where words of the article tell them."""
    end: date | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which something may have been said, both included."""

    begin: date
    end: date
    told: bool
    """Whether the article tells them; else they are guessed from its publication."""

    def days_apart(self, other: Window) -> int:
        """Days between the two; 0 where they touch or overlap."""
        return max(0, (max(self.begin, other.begin) - min(self.end, other.end)).days)

    def near(self, other: Window) -> bool:
        """Whether both may be the same occasion."""
        return self.days_apart(other) <= SLACK


def window_of(begin: date | None, end: date | None, published: date | None) -> Window | None:
    """When a statement was made, narrowly enough to compare; None where nothing tells."""
    if begin and end and (end - begin).days <= _LONGEST_INTERVAL:
        return Window(begin, end, told=True)
    if begin is None and published is not None:
        last = min(end, published) if end else published
        first = date.fromordinal(max(1, last.toordinal() - _BEFORE_PUBLICATION))
        return Window(first, last, told=False)
    return None
