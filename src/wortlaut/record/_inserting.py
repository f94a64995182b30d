"""Many rows into a table at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Table

from wortlaut.record._word_index import copy_rows


def insert_rows(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows that all have the same columns."""
    if not rows:
        return
    names = list(rows[0])
    if connection.dialect.name == "sqlite":
        # Straight to the driver: no value here needs SQLAlchemy, which would look at each.
        places = ", ".join("?" * len(names))
        sql = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({places})"
        connection.exec_driver_sql(
            sql, [tuple([_for_sqlite(row[name]) for name in names]) for row in rows]
        )
    else:
        copy_rows(connection, table.name, names, ([row[name] for name in names] for row in rows))


def _for_sqlite(value: Any) -> Any:
    """A value as SQLAlchemy would write it: times in UTC without saying so."""
    if type(value) is date:
        return value.isoformat()
    if type(value) is datetime:
        return value.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")
    return value
