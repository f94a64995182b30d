"""What statements mean, in memory: their vectors and traits, as the record has them.

Loaded when it is first asked for and kept up to date by what was written since, whoever wrote
it. What was taken out or replaced stays in memory, as it does in the record; the winners are
looked up before they are shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from wortlaut.record._filters import Filters
from wortlaut.record._schema import MOST_STATEMENTS
from wortlaut.record._vector_blocks import (
    FLAGS,
    Block,
    blocks_after,
    language_code,
    trait_code,
)
from wortlaut.wording import NearestVectors

_Rows = NDArray[np.intp]
_NOTHING_BEFORE = -1
_FEW = 8


class Meanings:
    """The meanings of all statements on record; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._parts: tuple[_Part, ...] = ()
        self._last = _NOTHING_BEFORE

    def forget(self) -> None:
        """Load all of it anew the next time."""
        with self._lock:
            self._parts, self._last = (), _NOTHING_BEFORE

    def now(self, connection: Connection) -> Known:
        """The meanings of all that the connection sees, and perhaps of some that came since."""
        with self._lock:
            self._last, block = blocks_after(connection, self._last)
            if block is not None:
                self._parts = _with(self._parts, block)
            return Known(self._parts)


@dataclass(frozen=True, slots=True)
class _Part:
    """Statements that follow each other, ready to be searched."""

    block: Block
    numbers: NDArray[np.int64]
    """What places end in, ascending."""
    nearest: NearestVectors

    @classmethod
    def of(cls, block: Block) -> _Part:
        return cls(block, block.traits["place"] % MOST_STATEMENTS, NearestVectors(block.vectors))

    def __len__(self) -> int:
        return len(self.numbers)

    def rows_at(self, places: NDArray[np.int64]) -> _Rows:
        """The rows of those of the places that are here."""
        numbers = np.sort(places % MOST_STATEMENTS)
        rows: _Rows = np.searchsorted(self.numbers, numbers)
        inside = rows < len(self.numbers)
        rows, numbers = rows[inside], numbers[inside]
        kept: _Rows = rows[self.numbers[rows] == numbers]
        return kept


def _with(parts: tuple[_Part, ...], block: Block) -> tuple[_Part, ...]:
    """The parts and one more; small ones are put together, so that there are few."""
    kept = list(parts)
    while kept and len(kept[-1]) < 2 * len(block.vectors):
        block = kept.pop().block.and_then(block)
    return (*kept, _Part.of(block))


@dataclass(frozen=True, slots=True)
class Known:
    """The meanings of statements at one moment."""

    _parts: tuple[_Part, ...]

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    def near(
        self, vector: NDArray[np.int8], count: int, passing: Passing
    ) -> list[tuple[int, float]]:
        """Places of the `count` nearest that pass, nearest first, with their cosines."""
        found: list[tuple[float, int]] = []
        for part in self._parts:
            rows = passing.rows(part)
            for near in part.nearest.near(vector, count, among=rows):
                found.append((-near.cosine, -int(part.block.traits["place"][near.row])))
        return [(-place, -cosine) for cosine, place in sorted(found)[:count]]

    def vectors_at(self, places: Collection[int]) -> dict[int, NDArray[np.int8]]:
        """The vectors of those of the places that are known."""
        wanted = np.fromiter(places, np.int64, len(places))
        found: dict[int, NDArray[np.int8]] = {}
        for part in self._parts:
            rows = part.rows_at(wanted)
            its_places = part.block.traits["place"][rows].tolist()
            found |= zip(its_places, part.block.vectors[rows], strict=True)
        return found


@dataclass(frozen=True, slots=True)
class Passing:
    """Which statements are looked at, as far as memory can tell."""

    filters: Filters
    outlets: Sequence[int] | None
    """The numbers of the outlets that are meant, where some are."""
    places: NDArray[np.int64] | None
    """The only places that can pass, where an index has told."""

    def rows(self, part: _Part) -> _Rows | None:
        """The rows of a part that pass; None for all of them."""
        rows = None if self.places is None else part.rows_at(self.places)
        passing: NDArray[np.bool_] | None = None
        for condition in self._conditions(_Traits(part.block, rows)):
            passing = condition if passing is None else passing & condition
        if passing is None:
            return rows
        return np.flatnonzero(passing) if rows is None else rows[passing]

    def _conditions(self, traits: _Traits) -> Iterator[NDArray[np.bool_]]:
        filters = self.filters
        low, high = filters.places()
        if filters.begin is not None or filters.end is not None:
            places = traits["place"]
            yield (places >= low) & (places <= high)
        if self.outlets is not None:
            yield _is_one(traits["outlet"], self.outlets)
        if filters.language is not None:
            yield _is_one(traits["language"], [language_code(filters.language)])
        for field, values in (
            ("type", filters.types),
            ("act", filters.acts),
            ("occasion", filters.occasions),
        ):
            if values:
                yield _is_one(traits[field], [trait_code(value) for value in values])
        wanted = sum(bool(getattr(filters, flag)) << bit for bit, flag in enumerate(FLAGS))
        if wanted:
            yield (traits["flags"] & wanted) == wanted


@dataclass(frozen=True, slots=True)
class _Traits:
    """The traits of some rows of a block, or of all of them."""

    block: Block
    rows: _Rows | None

    def __getitem__(self, name: str) -> NDArray[Any]:
        whole = self.block.traits[name]
        return whole if self.rows is None else whole[self.rows]


def _is_one(values: NDArray[Any], wanted: Sequence[int]) -> NDArray[np.bool_]:
    """Whether each is one of those wanted, which are few as a rule."""
    if len(wanted) > _FEW:
        return np.isin(values, wanted)
    found = np.zeros(len(values), np.bool_)
    for each in wanted:
        found |= values == each
    return found
