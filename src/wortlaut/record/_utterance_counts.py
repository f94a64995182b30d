"""In how many articles the record has what a statement says."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, func, select

from wortlaut.record._many import is_among
from wortlaut.record._schema import statement, wording


def utterances_of(
    connection: Connection, statements: Collection[int]
) -> dict[int, tuple[int, int]]:
    """The utterance of each of these statements, and in how many articles it stands.

    One article may hold several wordings: reported, and quoted within the report.
    """
    columns = wording.c
    labels = {
        row.statement_id: row.utterance_id
        for row in connection.execute(
            select(columns.statement_id, columns.utterance_id).where(
                is_among(connection, columns.statement_id, statements),
                columns.utterance_id.is_not(None),
            )
        )
    }
    counts = {}
    if labels:
        rows = connection.execute(
            select(columns.utterance_id, func.count(statement.c.version_id.distinct()))
            .join(statement, statement.c.id == columns.statement_id)
            .where(is_among(connection, columns.utterance_id, {*labels.values()}))
            .group_by(columns.utterance_id)
        )
        counts = dict(map(tuple, rows))
    return {
        number: (labels[number], counts[labels[number]]) if number in labels else (number, 1)
        for number in statements
    }
