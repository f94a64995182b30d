"""Whether wordings, utterances and sources are those of the statements and texts on record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from sqlalchemy import Connection, func, select

from wortlaut.record._grouping import all_labels, whose_of
from wortlaut.record._rows import days_of
from wortlaut.record._schema import article_signature, article_version, statement, wording
from wortlaut.record._wordings import vectors_of

_AT_ONCE = 1_000
_MOST = 1_000
"""Findings of one kind that are told."""


def check_utterances(connection: Connection) -> Iterator[str]:
    """What is wrong with what was said elsewhere too, one sentence each."""
    yield from _wrong_wordings(connection)
    yield from _wrong_groups(connection)
    yield from _wrong_sources(connection)


def _wrong_wordings(connection: Connection) -> Iterator[str]:
    last = 0
    while True:
        rows = connection.execute(
            select(
                statement.c.id,
                statement.c.current,
                statement.c.identity_id,
                statement.c.person_id,
                statement.c.quote,
                statement.c.said_begin,
                statement.c.said_end,
                article_version.c.published,
                wording,
            )
            .join(article_version, article_version.c.id == statement.c.version_id)
            .outerjoin(wording, wording.c.statement_id == statement.c.id)
            .where(statement.c.id > last)
            .order_by(statement.c.id)
            .limit(_AT_ONCE)
        ).all()
        made = vectors_of([row.quote for row in rows])
        for row, vector in zip(rows, made, strict=True):
            problem = _wrong_wording(row, vector)
            if problem:
                yield f"statement {row.id}: {problem}"
        if len(rows) < _AT_ONCE:
            return
        last = rows[-1].id


def _wrong_wording(row: Any, vector: bytes) -> str | None:
    if row.statement_id is None:
        return "cannot be found by its meaning"
    if _unlike(row.vector, vector):
        return "its vector is not that of its words"
    if (row.window_begin, row.window_end) != days_of(row.said_begin, row.said_end, row.published):
        return "is compared with statements of other days"
    if row.whose != whose_of(row.identity_id, row.person_id, current=row.current):
        return "is compared with what others said"
    return None


def _unlike(stored: bytes, made: bytes) -> bool:
    """Whether two vectors differ by more than another processor's rounding."""
    if len(stored) != len(made):
        return True
    one, other = (np.frombuffer(vector, np.int8).astype(np.int16) for vector in (stored, made))
    return bool(np.abs(one - other).max(initial=0) > 1)


def _wrong_groups(connection: Connection) -> Iterator[str]:
    columns = wording.c
    stored = {
        row.statement_id: row.utterance_id
        for row in connection.execute(
            select(columns.statement_id, columns.utterance_id).where(
                columns.utterance_id.is_not(None)
            )
        )
    }
    wrong: set[int] = set()
    for labels in all_labels(connection):
        wrong |= {number for number, label in labels if stored.pop(number, None) != label}
    for number in sorted(wrong | stored.keys())[:_MOST]:
        yield f"statement {number}: is not in the utterance that its words are of"


def _wrong_sources(connection: Connection) -> Iterator[str]:
    columns = article_signature.c
    without = (
        select(article_version.c.id)
        .outerjoin(article_signature, columns.version_id == article_version.c.id)
        .where(columns.version_id.is_(None))
        .order_by(article_version.c.id)
        .limit(_MOST)
    )
    for number in connection.execute(without).scalars():
        yield f"article version {number}: is not compared with other articles' texts"
    misnamed = (
        select(columns.source_id)
        .where(columns.source_id.is_not(None))
        .group_by(columns.source_id)
        .having(func.min(columns.version_id) != columns.source_id)
        .order_by(columns.source_id)
        .limit(_MOST)
    )
    for number in connection.execute(misnamed).scalars():
        yield f"source {number}: is not called by its first article's version"
