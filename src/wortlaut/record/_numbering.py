"""Numbers of rows, each given out once in the record's life."""

from __future__ import annotations

from sqlalchemy import Connection, update

from wortlaut._exceptions import RecordFull
from wortlaut.record._schema import MOST_STATEMENTS, numbering


def take_numbers(connection: Connection, name: str, count: int) -> int:
    """The first of `count` numbers in a row that no row of the table ever had.

    Raises `RecordFull` when the record has as many as it can order by day.
    """
    last = connection.execute(
        update(numbering)
        .where(numbering.c.name == name)
        .values(last=numbering.c.last + count)
        .returning(numbering.c.last)
    ).scalar_one()
    if last >= MOST_STATEMENTS:
        raise RecordFull(
            str(connection.engine.url.database),
            f"has given out all {MOST_STATEMENTS:,} numbers that it can",
            "begin another record",
        )
    return int(last) - count + 1
