"""Whether everything in a record is as it should be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, and_, func, not_, select, text

from wortlaut.model import Statement
from wortlaut.record._appearances import PersonKey
from wortlaut.record._checking_meanings import check_meanings
from wortlaut.record._checking_people import check_people
from wortlaut.record._checking_utterances import check_utterances
from wortlaut.record._connections import Database
from wortlaut.record._identity import text_hash
from wortlaut.record._mentions import mentions_at
from wortlaut.record._reading_back import versions_with_statements
from wortlaut.record._schema import article, article_version, statement
from wortlaut.record._stored_form import article_from_stored, statement_from_stored, storable
from wortlaut.record._tallies import wrong_tallies


def check(database: Database) -> Iterator[str]:
    """What is wrong with a record, one sentence each; nothing where all is well.

    The database's own check, references that lead nowhere, articles without one current
    version, texts that are no longer those that were put in, spans outside their article,
    quotations that differ from their article's words, statements that are current where
    their version is not (or the reverse), those that the index of words does not know or that
    are not their speaker's, whom they name where the table of mentions has others, identities
    that contradict a person's word, utterances and vectors that are not those of the words on
    record, and counts that are not those of the rows.
    """
    with database.reading() as connection:
        yield from _unsound(connection)
        yield from _orphans(connection)
        yield from wrong_tallies(connection)
        yield from check_people(connection)
        yield from check_utterances(connection)
        yield from check_meanings(connection)
        for version, statements in versions_with_statements(connection):
            yield from _wrong_in(connection, version, statements)


def _unsound(connection: Connection) -> Iterator[str]:
    if connection.dialect.name == "sqlite":
        for (finding,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if finding != "ok":
                yield f"the file: {finding}"
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield f"table {row[0]}, row {row[1]}: refers to a row of {row[2]} that is not there"


def _orphans(connection: Connection) -> Iterator[str]:
    lone = select(article.c.id).where(
        ~select(article_version.c.id)
        .where(article_version.c.article_id == article.c.id, article_version.c.current)
        .exists()
    )
    for id_ in connection.execute(lone).scalars():
        yield f"article {id_}: has no current version"
    several = (
        select(article_version.c.article_id, func.count())
        .where(article_version.c.current)
        .group_by(article_version.c.article_id)
        .having(func.count() > 1)
        .order_by(article_version.c.article_id)
    )
    for id_, number in connection.execute(several):
        yield f"article {id_}: has {number} current versions"
    # What a person took out is current nowhere.
    differing = (
        select(statement.c.id, statement.c.current)
        .join(article_version, article_version.c.id == statement.c.version_id)
        .where(statement.c.current != and_(article_version.c.current, not_(statement.c.removed)))
        .order_by(statement.c.id)
    )
    for id_, current in connection.execute(differing):
        yield (
            f"statement {id_}: is current, though it was taken out or its version is not"
            if current
            else f"statement {id_}: is not current, though its version is"
        )


def _wrong_in(connection: Connection, version: Any, statements: list[Any]) -> Iterator[str]:
    try:
        whole = article_from_stored(version.text, version.form, [])
    except ValueError as error:
        yield f"article version {version.id}: {error}"
        return
    if text_hash(whole.text) != version.text_hash:
        yield f"article version {version.id}: its text is not the one that was put in"
    indexed = _indexed(connection, [row.place for row in statements])
    mentions = mentions_at(connection, [row.place for row in statements])
    for row in statements:
        try:
            parsed = statement_from_stored(whole.text, row.form)
        except ValueError as error:
            yield f"statement {row.id}: {error}"
            continue
        if storable(whole.words(parsed.quote)) != row.quote:
            yield f"statement {row.id}: its quotation is not what its article says there"
        if mentions.get(row.place, set()) != _mentions(row, parsed):
            yield f"statement {row.id}: the table of mentions has others than it names"
        if row.place not in indexed:
            yield f"statement {row.id}: the index of words does not know it"


def _mentions(row: Any, parsed: Statement) -> set[tuple[PersonKey, int | None]]:
    """What the table is to have of a statement: of one that is not current, nothing."""
    if not row.current:
        return set()
    return {((storable(each.name), each.kind.value), row.person_id) for each in parsed.about}


def _indexed(connection: Connection, places: list[int]) -> set[int]:
    if connection.dialect.name == "sqlite":
        # Entries are not kept as rows: each is asked for by the facet that all have.
        known = text(
            "SELECT rowid FROM statement_words WHERE statement_words MATCH 'facets : \"_all\"'"
            " AND rowid = :place"
        )
        return {place for place in places if connection.execute(known, {"place": place}).first()}
    known = text("SELECT place FROM statement_words WHERE place = ANY(:places)")
    return set(connection.execute(known, {"places": places}).scalars())
