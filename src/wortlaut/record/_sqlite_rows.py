"""Many rows into a SQLite table, in few statements.

A statement of many rows runs through in SQLite without coming back to Python after each, so
that another thread can work meanwhile: coming back, this one would wait for the other's turn
to end, which takes milliseconds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from sqlalchemy import Connection

_MOST = 1024
"""Rows of a statement, a power of two."""


def insert_sqlite(
    connection: Connection, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]
) -> None:
    """Insert rows, whose values SQLite's driver must know."""
    most = min(_MOST, _variables(connection) // len(columns))
    done = 0
    while done < len(rows):
        # Powers of two: few different statements, which the driver keeps ready.
        count = 1 << (min(most, len(rows) - done).bit_length() - 1)
        values = tuple(chain.from_iterable(rows[done : done + count]))
        connection.exec_driver_sql(_insertion(table, tuple(columns), count), values)
        done += count


def _variables(connection: Connection) -> int:
    """How many values a statement may have."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)


@lru_cache(maxsize=256)
def _insertion(table: str, columns: tuple[str, ...], count: int) -> str:
    row = f"({', '.join('?' * len(columns))})"
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([row] * count)}"
