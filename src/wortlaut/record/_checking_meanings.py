"""Whether every statement is found by its meaning."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from wortlaut.record._meanings import Meanings
from wortlaut.record._schema import statement, wording

_AT_ONCE = 4_096


def check_meanings(connection: Connection) -> Iterator[str]:
    """The statements whose vector is not in the blocks that are searched, or is another there."""
    known = Meanings().now(connection)
    columns = statement.c
    rows = connection.execution_options(yield_per=_AT_ONCE).execute(
        select(columns.id, columns.place, wording.c.vector)
        .join(wording, wording.c.statement_id == columns.id)
        .order_by(columns.id)
    )
    for some in rows.partitions():
        vectors = known.vectors_at([row.place for row in some])
        for row in some:
            vector = vectors.get(row.place)
            if vector is None or vector.tobytes() != row.vector:
                yield f"statement {row.id}: is not found by its meaning, or by another one"
