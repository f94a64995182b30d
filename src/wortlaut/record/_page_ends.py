"""Where a page of a search ends: what is given as `after` to get the next one."""

from __future__ import annotations

from math import isfinite

from wortlaut._exceptions import QueryError
from wortlaut.record._filters import Filters
from wortlaut.record._finding import Window

Ranked = tuple[float, int]
"""Score and place, both negative, so that the best and newest sorts first."""
_TOO_LARGE = 2**63 - 1
"""Beyond any place, with room for the one behind it."""


def window_after(filters: Filters, after: str | None, *, newest_first: bool) -> Window:
    """All that passes the filters and stands behind the page that ended at `after`.

    Raises `QueryError` where `after` is no such end.
    """
    window = Window(filters, *filters.places(), newest_first)
    if after is None:
        return window
    rest = window.behind(_place(after, after))
    return Window(filters, max(window.low, rest.low), min(window.high, rest.high), newest_first)


def ranked_end(last: Ranked) -> str:
    """The end of a page by relevance whose last entry this is."""
    score, place = last
    return f"{score!r}:{place}"


def last_ranked(after: str) -> Ranked:
    """The last entry of a page by relevance that ended at `after`.

    Raises `QueryError` where it is no such end.
    """
    score, _, place = after.partition(":")
    try:
        best = float(score)
    except ValueError:
        raise _no_end(after) from None
    if not isfinite(best):
        raise _no_end(after)
    return best, _place(place, after)


def _place(number: str, after: str) -> int:
    """A place, which both databases keep in 64 bits: a larger one would fail in the query."""
    try:
        place = int(number)
    except ValueError:
        raise _no_end(after) from None
    if abs(place) >= _TOO_LARGE:
        raise _no_end(after)
    return place


def _no_end(after: str) -> QueryError:
    return QueryError(after, 0, "is not where a page of this search ends")
