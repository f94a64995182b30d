"""What is compared of statements and articles, worked out before they are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wortlaut.record._rows import ArticleRows, StatementRow
from wortlaut.wording import SentenceVectors, signature_of


def with_wordings(group: Sequence[ArticleRows]) -> list[ArticleRows]:
    """Articles' rows with vectors and signatures; together, as that is quicker."""
    words = [row.columns["quote"] for rows in group for row in rows.statements]
    vectors = iter(vectors_of(words))
    return [
        replace(
            rows,
            signature=signature_of(rows.columns["text"]),
            statements=tuple(replace(row, vector=next(vectors)) for row in rows.statements),
        )
        for rows in group
    ]


def vector_of(row: StatementRow) -> bytes:
    """The vector of a statement's words, made now if it was not before."""
    return vectors_of([row.columns["quote"]])[0] if row.vector is None else row.vector


def signature_of_text(rows: ArticleRows) -> bytes | None:
    """The signature of an article's text, made now if it was not before."""
    return rows.signature or signature_of(rows.columns["text"])


def vectors_of(words: Sequence[str]) -> list[bytes]:
    """Vectors as they are kept, 128 bytes each."""
    if not words:
        return []
    return [vector.tobytes() for vector in SentenceVectors.load().of(words)]
