"""Wordings, utterances and sources of what is on record already: all of them made anew.

Needed where an older version wrote the record, where it comes from a backup, which holds none
of them, and where this version compares wordings by other vectors or weights.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, insert, inspect, select

from wortlaut.record._grouping import group_all, whose_of
from wortlaut.record._inserting import insert_rows
from wortlaut.record._reading_back import versions_with_statements
from wortlaut.record._rows import days_of
from wortlaut.record._schema import article_band, article_signature, made_with, wording
from wortlaut.record._sources import Signed, take_in_texts
from wortlaut.record._vector_blocks import make_blocks_anew
from wortlaut.record._wordings import vectors_of
from wortlaut.wording import signature_of, way_of_comparing

_WHAT = "utterances"
_AT_ONCE = 100
"""Versions that are filled in together."""


def is_filled(connection: Connection) -> bool:
    """Whether wordings are compared as this version of Wortlaut compares them."""
    if not inspect(connection).has_table(made_with.name):
        return False
    name = connection.execute(select(made_with.c.name).where(made_with.c.what == _WHAT)).scalar()
    return bool(name == way_of_comparing())


def fill_in(connection: Connection) -> None:
    """Make all wordings, utterances and sources; those that are there go."""
    for table in (article_band, article_signature, wording):
        connection.execute(delete(table))
    batch: list[tuple[Any, list[Any]]] = []
    for version, statements in versions_with_statements(connection):
        batch.append((version, statements))
        if len(batch) == _AT_ONCE:
            _put_in(connection, batch)
            batch = []
    _put_in(connection, batch)
    group_all(connection)
    make_blocks_anew(connection)
    connection.execute(delete(made_with).where(made_with.c.what == _WHAT))
    connection.execute(insert(made_with).values(what=_WHAT, name=way_of_comparing()))


def _put_in(connection: Connection, batch: list[tuple[Any, list[Any]]]) -> None:
    rows = [(version, row) for version, statements in batch for row in statements]
    vectors = vectors_of([row.quote for _, row in rows])
    written = []
    for (version, row), vector in zip(rows, vectors, strict=True):
        begin, end = days_of(row.said_begin, row.said_end, version.published)
        written.append(
            {
                "statement_id": row.id,
                "whose": whose_of(row.identity_id, row.person_id, current=row.current),
                "window_begin": begin,
                "window_end": end,
                "utterance_id": None,
                "vector": vector,
            }
        )
    insert_rows(connection, wording, written)
    take_in_texts(
        connection,
        [
            Signed(version.id, version.same_text_as, signature_of(version.text))
            for version, _ in batch
        ],
    )
