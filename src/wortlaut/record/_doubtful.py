"""Statements of which it is doubtful who said them, for a person to decide."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from wortlaut._exceptions import QueryError
from wortlaut.record._schema import statement
from wortlaut.record._searching import Page, fetch

DOUBTFUL = 0.8
"""Attributions that are less sure than this are doubtful: about one in five of them is wrong."""
_AT_ONCE = 500
_MOST_READ = 5_000
"""Statements that are looked at for one page: a record without doubts is not read through."""
_TOO_LARGE = 2**63


def doubtful(connection: Connection, below: float, limit: int, after: str | None) -> Page:
    """Statements of current articles that somebody is less than surely said to have said.

    The newest first; whatever a person has corrected is left out. A page may be shorter than
    `limit` though there are more: at most five thousand statements are looked at for one.

    Raises `QueryError` where `after` is not where a page ends.
    """
    places: list[int] = []
    behind = _behind(after)
    for _ in range(_MOST_READ // _AT_ONCE):
        columns = statement.c
        wanted = select(columns.place, columns.form).where(
            columns.current, ~columns.human, columns.person_id.is_not(None)
        )
        if behind is not None:
            wanted = wanted.where(columns.place < behind)
        rows = connection.execute(wanted.order_by(columns.place.desc()).limit(_AT_ONCE)).all()
        for row in rows:
            behind = row.place
            # What a person is sure of stands in the form only where it is not 1.
            if json.loads(row.form)["person"].get("confidence", 1.0) < below:
                places.append(row.place)
                if len(places) == limit:
                    return _page(connection, places, behind)
        if len(rows) < _AT_ONCE:
            return _page(connection, places, None)
    return _page(connection, places, behind)


def _page(connection: Connection, places: list[int], behind: int | None) -> Page:
    found = tuple(fetch(connection, places, None, None))
    return Page(found, None if behind is None else str(behind))


def _behind(after: str | None) -> int | None:
    if after is None:
        return None
    try:
        place = int(after)
    except ValueError:
        place = -1
    # SQLite takes no number that is larger, and no statement has one.
    if not 0 <= place < _TOO_LARGE:
        raise QueryError(after, 0, "is not where a page of doubtful statements ends")
    return place
