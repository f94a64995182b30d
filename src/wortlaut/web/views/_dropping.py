"""What would be found with a filter less: the way on from a search that found nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wortlaut.record import Record
from wortlaut.web.views._search import Asked

_AT_MOST = 1_000


@dataclass(frozen=True, slots=True)
class Fewer:
    """A search with less asked for."""

    asked: Asked
    found: int
    """How many statements it finds, counted up to a thousand."""


def fewer_filters(record: Record, searches: Iterable[Asked]) -> tuple[Fewer, ...]:
    """Those of the searches that find anything, the one that finds the fewest first."""
    counted = [
        Fewer(each, record.count(each.words, each.filters, at_most=_AT_MOST)) for each in searches
    ]
    return tuple(sorted((each for each in counted if each.found), key=lambda each: each.found))
