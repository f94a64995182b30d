"""Many rows into a table at once, straight to the driver.

No value here needs SQLAlchemy, which would look at each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import Boolean, Connection, Date, DateTime, Table

from wortlaut.record._sqlite_rows import insert_sqlite
from wortlaut.record._word_index import copy_rows


def insert_rows(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows that all have the same columns, of which there are two at least."""
    if not rows:
        return
    names = list(rows[0])
    values = map(itemgetter(*names), rows)
    if connection.dialect.name == "sqlite":
        insert_sqlite(connection, table.name, names, list(_for_sqlite(table, names, values)))
    else:
        copy_rows(connection, table.name, names, values)


def _for_sqlite(
    table: Table, names: Sequence[str], rows: Iterator[tuple[Any, ...]]
) -> Iterator[Sequence[Any]]:
    """The rows with the values that SQLite has no type for as SQLAlchemy would write them."""
    written = [
        (index, _WRITTEN[type(table.c[name].type)])
        for index, name in enumerate(names)
        if type(table.c[name].type) in _WRITTEN
    ]
    for row in rows:
        values = list(row)
        for index, write in written:
            if values[index] is not None:
                values[index] = write(values[index])
        yield values


def _moment(value: datetime) -> str:
    """In UTC, without saying so."""
    return value.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


_WRITTEN: dict[type, Callable[[Any], Any]] = {
    Boolean: int,  # which the driver takes as it is, where it would ask what a truth value is
    Date: date.isoformat,
    DateTime: _moment,
}
