"""The vectors of statements once more, many in a row, so that all of them are read in no time.

A million vectors in a million rows take seconds to read; in blocks, as they were written
together, a fraction of one. With each stand the traits that most filters ask for, so that a
filter needs no look at the rows. Nothing in them is altered: a corrected statement has a new
place and is put behind the others, and its old place is one that no statement has any more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, func, insert, select

from wortlaut.record._many import is_among
from wortlaut.record._schema import MOST_STATEMENTS, statement, vector_block, wording
from wortlaut.record._search_words import fold, word_forms

TRAITS = np.dtype(
    [
        ("place", "<i8"),
        ("outlet", "<i4"),
        ("language", "<u4"),
        ("type", "<u2"),
        ("act", "<u2"),
        ("occasion", "<u2"),
        ("flags", "u1"),
    ]
)
"""What a block holds of each statement beside its vector; 0 stands for nothing."""
NAMES = ("place", "outlet", "language", "type", "act", "occasion", "flags")
FLAGS = ("verbatim", "conditional", "negated", "human")
"""By their bits, the lowest first."""
_AT_ONCE = 4_096
"""Statements of a block at most, but for those that are written at once."""
_STREAMED = 64


class Block(NamedTuple):
    """Statements in the order in which they were written."""

    traits: dict[str, NDArray[Any]]
    """Each of `TRAITS`, of every statement."""
    vectors: NDArray[np.int8]
    """(statements, size)"""

    def and_then(self, other: Block) -> Block:
        """Both, one behind the other."""
        traits = {name: np.concatenate([self.traits[name], other.traits[name]]) for name in NAMES}
        return Block(traits, np.concatenate([self.vectors, other.vectors]))


def insert_vectors(
    connection: Connection, rows: Sequence[Mapping[str, Any]], vectors: Sequence[bytes]
) -> None:
    """Keep vectors of statements that are written together, with their columns."""
    if not rows:
        return
    traits = np.array(list(map(_traits, rows)), TRAITS).tobytes()
    joined = b"".join(vectors)
    # Who adds one article at a time would leave as many blocks: small ones are put together,
    # each with one about as large, so that a statement is written anew but a few times.
    while (before := _small_before(connection, len(traits))) is not None:
        traits, joined = before.traits + traits, before.vectors + joined
        connection.execute(delete(vector_block).where(vector_block.c.last == before.last))
    last = max(map(_number, rows))
    connection.execute(insert(vector_block).values(last=last, traits=traits, vectors=joined))


def _small_before(connection: Connection, size: int) -> Any:
    """The last block, where one of so many bytes of traits is better put together with it."""
    columns = vector_block.c
    row = connection.execute(
        select(columns.last, func.length(columns.traits)).order_by(columns.last.desc()).limit(1)
    ).first()
    if row is None or row[1] >= 2 * size or row[1] + size > _AT_ONCE * TRAITS.itemsize:
        return None
    return connection.execute(select(vector_block).where(columns.last == row.last)).one()


def blocks_after(connection: Connection, known: int) -> tuple[int, Block | None]:
    """What was written after the statement of this number, and the number of the last one."""
    columns = vector_block.c
    lengths = func.sum(func.length(columns.traits)), func.sum(func.length(columns.vectors))
    of_traits, of_vectors = connection.execute(select(*lengths).where(columns.last > known)).one()
    if not of_traits:
        return known, None
    # Into memory that is there already: lists of all the pieces would take as much again.
    traits, vectors = np.empty(of_traits, np.uint8), np.empty(of_vectors, np.int8)
    last, end_of_traits, end_of_vectors = known, 0, 0
    for last, its_traits, its_vectors in _streamed(connection, known):  # noqa: B007 - of all
        begin, end_of_traits = end_of_traits, end_of_traits + len(its_traits)
        traits[begin:end_of_traits] = np.frombuffer(its_traits, np.uint8)
        begin, end_of_vectors = end_of_vectors, end_of_vectors + len(its_vectors)
        vectors[begin:end_of_vectors] = np.frombuffer(its_vectors, np.int8)
    whole = traits.view(TRAITS)
    # A block may have taken in one that is known already.
    new = int(np.searchsorted(whole["place"] % MOST_STATEMENTS, known, side="right"))
    by_name = {name: np.ascontiguousarray(whole[name][new:]) for name in NAMES}
    return last, Block(by_name, vectors.reshape(len(whole), -1)[new:])


def _streamed(connection: Connection, known: int) -> Iterator[tuple[int, bytes, bytes]]:
    sql = "SELECT last, traits, vectors FROM vector_block WHERE last > {} ORDER BY last"
    if connection.dialect.name == "sqlite":
        yield from connection.exec_driver_sql(sql.format("?"), (known,)).cursor  # type: ignore[misc]
        return
    driver = connection.connection.driver_connection
    assert driver is not None
    # As text, which it would be otherwise, a vector is twice as long and slow to read.
    with driver.cursor("wortlaut_blocks", binary=True) as cursor:
        cursor.itersize = _STREAMED
        yield from cursor.execute(sql.format("%s"), (known,))


def make_blocks_anew(connection: Connection) -> None:
    """Put the vectors of all wordings on record into blocks; those that are there go."""
    connection.execute(delete(vector_block))
    columns = statement.c
    wanted = (
        *(columns.place, columns.outlet_id, columns.language, columns.type, columns.act),
        *(columns.occasion, *(columns[flag] for flag in FLAGS)),
    )
    # By the numbers that places end in: what was corrected has a later one than its row.
    pairs = connection.execute(select(columns.place, columns.id))
    ids = np.fromiter((pair for row in pairs for pair in row), np.int64).reshape(-1, 2)
    ids = ids[np.argsort(ids[:, 0] % MOST_STATEMENTS), 1]
    for begin in range(0, len(ids), _AT_ONCE):
        rows = connection.execute(
            select(*wanted, wording.c.vector)
            .join(wording, wording.c.statement_id == columns.id)
            .where(is_among(connection, columns.id, ids[begin : begin + _AT_ONCE].tolist()))
        ).all()
        found = sorted((row._asdict() for row in rows), key=_number)
        insert_vectors(connection, found, [row["vector"] for row in found])


@lru_cache(maxsize=1 << 10)
def language_code(language: str | None) -> int:
    """The number that stands for a language, as the index of words folds it."""
    return _code("_".join(map(fold, word_forms(language)))) if language else 0


@lru_cache(maxsize=1 << 10)
def trait_code(value: str | None) -> int:
    """The number that stands for a type, an act or a kind of occasion."""
    return _code(value) & 0xFFFF if value else 0


def _code(value: str) -> int:
    return crc32(value.encode()) if value else 0


def _number(row: Mapping[str, Any]) -> int:
    return int(row["place"]) % MOST_STATEMENTS


def _traits(row: Mapping[str, Any]) -> tuple[int, ...]:
    return (
        row["place"],
        row["outlet_id"] or 0,
        language_code(row["language"]),
        trait_code(row["type"]),
        trait_code(row["act"]),
        trait_code(row["occasion"]),
        sum(bool(row[flag]) << bit for bit, flag in enumerate(FLAGS)),
    )
