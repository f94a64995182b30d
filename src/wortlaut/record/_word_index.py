"""The indexes of words, as each database keeps them.

SQLite: two FTS5 tables whose row numbers are places, so that they are read newest first
without sorting. They keep no copy of the words and delete nothing: an entry whose place no
row has any more is never met by a question, as every question joins the rows.

PostgreSQL: two tables of a place and a `tsvector` with a GIN index. In one list of lexemes,
stems stand behind `~` and words of the context behind `^`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from wortlaut.record._index_entries import ArticleEntry, StatementEntry
from wortlaut.record._sqlite_rows import insert_sqlite

Entries = Sequence[tuple[int, StatementEntry]]
ArticleEntries = Sequence[tuple[int, ArticleEntry]]


def insert_statement_entries(connection: Connection, entries: Entries) -> None:
    """Make statements findable; each entry comes with its statement's place."""
    if connection.dialect.name == "sqlite":
        insert_sqlite(
            connection,
            "statement_words",
            ("rowid", "words", "stems", "context", "facets"),
            [
                (place, _line(e.words), _line(e.stems), _line(e.context), _line(e.facets))
                for place, e in entries
            ],
        )
    else:
        rows = (
            (place, _vector(e.words, stems=e.stems, context=e.context, facets=e.facets))
            for place, e in entries
        )
        copy_rows(connection, "statement_words", ("place", "words"), rows)


def insert_article_entries(connection: Connection, entries: ArticleEntries) -> None:
    """Make articles findable; each entry comes with its version's place."""
    if connection.dialect.name == "sqlite":
        insert_sqlite(
            connection,
            "article_words",
            ("rowid", "words", "stems", "facets"),
            [(place, _line(e.words), _line(e.stems), _line(e.facets)) for place, e in entries],
        )
    else:
        rows = (
            (place, _vector(e.words, stems=e.stems, context=(), facets=e.facets))
            for place, e in entries
        )
        copy_rows(connection, "article_words", ("place", "words"), rows)


def delete_statement_entries(connection: Connection, places: Sequence[int]) -> None:
    """Forget entries whose places no statement has any more."""
    if places and connection.dialect.name != "sqlite":
        connection.exec_driver_sql(
            "DELETE FROM statement_words WHERE place = ANY(%s)", (list(places),)
        )


def copy_rows(
    connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Insert rows into a PostgreSQL table by its fastest way."""
    driver = connection.connection.driver_connection
    assert driver is not None
    sql = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
    with driver.cursor() as cursor, cursor.copy(sql) as copy:
        for row in rows:
            copy.write_row(row)


def _line(words: Iterable[str]) -> str:
    return " ".join(words)


def _vector(
    words: Sequence[str], *, stems: Iterable[str], context: Iterable[str], facets: Iterable[str]
) -> str:
    """A `tsvector` as text: `'deich':1,7 '~hält' 't_direct'`."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words, 1):
        places.setdefault(word, []).append(place)
    parts = [f"'{word}':{','.join(map(str, at))}" for word, at in places.items()]
    parts += [f"'~{word}'" for word in stems]
    parts += [f"'^{word}'" for word in context]
    parts += [f"'{facet}'" for facet in facets]
    return " ".join(parts)
