"""Where a page of a search ends: what is given as `after` to get the next one."""

from __future__ import annotations

from wortlaut._exceptions import QueryError
from wortlaut.record._filters import Filters
from wortlaut.record._finding import Window

Ranked = tuple[float, int]
"""Score and place, both negative, so that the best and newest sorts first."""


def window_after(filters: Filters, after: str | None, *, newest_first: bool) -> Window:
    """All that passes the filters and stands behind the page that ended at `after`.

    Raises `QueryError` where `after` is no such end.
    """
    window = Window(filters, *filters.places(), newest_first)
    if after is None:
        return window
    try:
        rest = window.behind(int(after))
    except ValueError:
        raise _no_end(after) from None
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
        return float(score), int(place)
    except ValueError:
        raise _no_end(after) from None


def _no_end(after: str) -> QueryError:
    return QueryError(after, 0, "is not where a page of this search ends")
