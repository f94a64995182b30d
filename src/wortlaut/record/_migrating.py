"""Opening: a new record gets its tables, an older one is brought to today's."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, MetaData, inspect

from wortlaut._exceptions import RecordError, RecordRefused
from wortlaut.record._connections import Database, no_record
from wortlaut.record._database_errors import record_error
from wortlaut.record._filling import fill_in, is_filled
from wortlaut.record._mentions import note_all_mentions
from wortlaut.record._relinking import link_all
from wortlaut.record._schema import metadata

_log = logging.getLogger("wortlaut.record")

NEWEST = "0007"
"""The revision that this version of Wortlaut reads and writes."""
LINKED = "0002"
"""The first revision that links persons: what is in older records is linked on opening."""
MENTIONED = "0006"
"""The first revision with a table of who is spoken about: filled from the statements likewise."""
INDEXES_OF_WORDS = ("statement_words", "article_words")
_MIGRATIONS = Path(__file__).parent / "migrations"


def open_at_newest(database: Database, *, create: bool) -> None:
    """See to it that the database is a record of the newest form.

    An older SQLite record is first copied beside itself, as `NAME.before-REVISION`.

    Raises `RecordRefused` where the database is something else, or from a newer version;
    `RecordNotFound` where it is empty and nothing is to be made.
    """
    if database.is_sqlite:
        _make_directory(database)
    with database.reading() as connection:
        found = _revision(database, connection)
        whole = found == NEWEST and is_filled(connection)
    if whole:
        return
    if found is None and not create:
        raise no_record(database.name)
    if database.is_sqlite:
        _log_ahead(database)
    with database.writing() as connection:
        # Asked again: another process may have been here in the meantime.
        revision = _revision(database, connection)
        if revision == NEWEST and is_filled(connection):
            return
        if revision is not None:
            _log.warning(
                "%s was written by an older version: its persons and wordings are compared anew; a"
                " million statements take more than half an hour, and nothing else can be done"
                " with the record meanwhile",
                database.name,
            )
        if revision not in (None, NEWEST) and database.is_sqlite:
            _copy_aside(database)
        _upgrade(connection)
        if revision is not None and revision < LINKED:
            link_all(connection)
        if revision is not None and revision < MENTIONED:
            note_all_mentions(connection)
        fill_in(connection)


def _revision(database: Database, connection: Connection) -> str | None:
    """The record's revision; None where the database is still empty."""
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" not in tables:
        if not tables or (not database.is_sqlite and "statement" not in tables):
            return None
        raise RecordRefused(
            database.name,
            "is a database, but no record of Wortlaut's",
            "name another one with --record",
        )
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if found is not None and str(found) > NEWEST:
        raise RecordRefused(
            database.name,
            "was written by a newer version of Wortlaut",
            "upgrade with `pip install --upgrade wortlaut`",
        )
    return None if found is None else str(found)


def begin_anew(connection: Connection, revision: str) -> MetaData:
    """Exchange an empty record's tables for those of an older revision, and return these.

    Raises `ValueError` where there was no such revision.
    """
    from alembic.util import CommandError  # noqa: PLC0415 - most openings need no migration

    metadata.drop_all(connection)
    for table in (*INDEXES_OF_WORDS, "alembic_version"):
        connection.exec_driver_sql(f"DROP TABLE {table}")
    try:
        _upgrade(connection, revision)
    except CommandError as error:
        raise ValueError(f"there was no revision {revision} of records") from error
    older = MetaData()
    ours = set(inspect(connection).get_table_names()) - set(INDEXES_OF_WORDS)
    older.reflect(connection, only=lambda name, _: name in ours)
    return older


def go_on_to_newest(connection: Connection) -> None:
    """Bring the rows that were put into older tables to today's; no word of them is indexed."""
    _upgrade(connection)
    for table in INDEXES_OF_WORDS:
        connection.exec_driver_sql(
            f"INSERT INTO {table} ({table}) VALUES ('delete-all')"
            if connection.dialect.name == "sqlite"
            else f"DELETE FROM {table}"
        )


def _upgrade(connection: Connection, revision: str = "head") -> None:
    from alembic import command  # noqa: PLC0415 - most openings need no migration
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _make_directory(database: Database) -> None:
    directory = Path(database.url.database or "").parent
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(
            database.name,
            f"its directory cannot be made ({error.strerror})",
            "name another place with --record",
        ) from error


def _log_ahead(database: Database) -> None:
    """Let readers read while one writes; it stays so, and cannot be set in a transaction."""
    path = Path(database.url.database or "")
    try:
        with closing(sqlite3.connect(path, timeout=60, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.Error as error:
        raise record_error(database.name, error) from error


def _copy_aside(database: Database) -> None:
    path = Path(database.url.database or "")
    copy = path.with_name(f"{path.name}.before-{NEWEST}")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
