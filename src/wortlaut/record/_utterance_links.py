"""Which statements of one speaker belong together: compared two and two, many at once.

Whether two do depends on these two alone (`wortlaut.wording`), and an utterance is whatever
such links connect.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import Connection, select

from wortlaut.model import Act, QuotationType
from wortlaut.record._many import is_among
from wortlaut.record._schema import statement
from wortlaut.wording import (
    LONGEST_REACH,
    SLACK,
    Said,
    Sameness,
    heads_of,
    profile_of,
    same_utterance,
    share_words,
)

_BLOCK = 256
"""Statements that are compared at once with the others of their speaker."""
_ROUNDING = 1e-4
_NO_DAY = date.max.toordinal()
"""The day of those that nobody dated: they are compared among themselves."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement among those of its speaker."""

    number: int
    whose: int | None
    begin: date | None
    end: date | None
    utterance: int | None
    vector: bytes

    @property
    def label(self) -> int:
        """What its utterance is called, also where it is alone in it."""
        return self.utterance or self.number


def labelled(
    links: Iterable[tuple[int, int]], by_number: dict[int, Placed]
) -> Iterator[tuple[int, int]]:
    """The statements that links connect, each with the least label of those connected."""
    top: dict[int, int] = {}

    def root(label: int) -> int:
        while top.setdefault(label, label) != label:
            top[label] = label = top[top[label]]
        return label

    members: set[int] = set()
    for one, other in links:
        members |= {one, other}
        low, high = sorted((root(by_number[one].label), root(by_number[other].label)))
        top[high] = low
    for number in sorted(members):
        yield number, root(by_number[number].label)


def links_between(
    connection: Connection, new: Sequence[Placed], others: Sequence[Placed]
) -> list[tuple[int, int]]:
    """The pairs of statements, a new one in each, that are the same utterance."""
    model = Sameness.load()
    speakers: dict[int | None, tuple[list[Placed], list[Placed]]] = defaultdict(lambda: ([], []))
    for each in new:
        speakers[each.whose][0].append(each)
    for each in others:
        speakers[each.whose][1].append(each)
    near = [
        pair
        for ours, theirs in speakers.values()
        if len(ours) + len(theirs) > 1
        for pair in _near(ours, theirs, model.least_cosine)
    ]
    if not near:
        return []
    wanted = {each.number: each for pair in near for each in pair}
    saids = _saids(connection, wanted)
    heads = {number: heads_of(said.words) for number, said in saids.items()}
    near = [
        (one, other)
        for one, other in near
        if one.begin is None
        or saids[one.number].language != saids[other.number].language
        or share_words(heads[one.number], heads[other.number])
    ]
    profiles = {
        number: profile_of(saids[number])
        for number in {each.number for pair in near for each in pair}
    }
    return [
        (one.number, other.number)
        for one, other in near
        if same_utterance(profiles[one.number], profiles[other.number], model).same
    ]


def _near(
    new: Sequence[Placed], others: Sequence[Placed], least: float
) -> Iterator[tuple[Placed, Placed]]:
    """The pairs of one speaker's statements near in time and meaning, a new one in each."""
    marked = [*((each, True) for each in new), *((each, False) for each in others)]
    marked.sort(key=lambda item: _first_day(item[0]))
    placed = [each for each, _ in marked]
    is_new = np.array([mark for _, mark in marked])
    begins = np.array([_first_day(each) for each in placed])
    ends = np.array([each.end.toordinal() if each.end else _NO_DAY for each in placed])
    stored = np.frombuffer(b"".join(each.vector for each in placed), np.int8)
    vectors = stored.reshape(len(placed), -1).astype(np.float32)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    ours = np.flatnonzero(is_new)
    for start in range(0, len(ours), _BLOCK):
        rows = ours[start : start + _BLOCK]
        low = np.searchsorted(begins, begins[rows[0]] - LONGEST_REACH.days - SLACK, "left")
        high = np.searchsorted(begins, ends[rows].max() + SLACK, "right")
        around = slice(int(low), int(high))
        close = (
            (vectors[rows] @ vectors[around].T >= least - _ROUNDING)
            & (begins[None, around] - ends[rows, None] <= SLACK)
            & (begins[rows, None] - ends[None, around] <= SLACK)
            # Two new ones meet once.
            & (~is_new[None, around] | (np.arange(low, high)[None] > rows[:, None]))
        )
        for row, column in np.argwhere(close):
            yield placed[rows[row]], placed[low + column]


def _first_day(each: Placed) -> int:
    return each.begin.toordinal() if each.begin else _NO_DAY


def _saids(connection: Connection, wanted: dict[int, Placed]) -> dict[int, Said]:
    columns = statement.c
    rows = connection.execute(
        select(
            columns.id,
            columns.quote,
            columns.language,
            columns.type,
            columns.act,
            columns.negated,
        ).where(is_among(connection, columns.id, wanted))
    )
    return {row.id: _said(row, wanted[row.id]) for row in rows}


def _said(row: Any, placed: Placed) -> Said:
    return Said(
        row.id,
        str(placed.whose),
        row.quote,
        row.language,
        np.frombuffer(placed.vector, np.int8),
        # A report with some words quoted in it is not verbatim as a whole.
        verbatim=row.type == QuotationType.DIRECT.value,
        act=Act(row.act) if row.act else None,
        negated=row.negated,
        # Of a window's own days `window_of` makes the same window again.
        begin=placed.begin,
        end=placed.end,
    )
