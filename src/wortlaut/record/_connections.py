"""Connections to the record's database, for reading and for writing.

One process writes at a time, on both databases: it holds the lock only while a group of
finished rows goes in, which takes milliseconds, so that writers never meet half-way and
cannot wait for each other in a circle.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, NoSuchModuleError

from wortlaut._exceptions import RecordError, RecordNotFound
from wortlaut.record._address import shown
from wortlaut.record._database_errors import PATIENCE, record_error

WRITER_LOCK = 0x576F72746C617574
"""The advisory lock that a PostgreSQL writer holds: the letters of *Wortlaut*."""
_CACHE = 64 * 1024
"""KiB of SQLite pages that a connection keeps."""
_CHECKPOINT = 8_000
"""Pages of SQLite's log after which they move into the file: 32 MB, so that a busy writer
rarely stops for it."""


class Database:
    """The record's database: a pool of connections that read or write."""

    def __init__(self, url: URL) -> None:
        self.name = shown(url)
        self.url = url
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self.engine = self._engine()

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the record as it is at its first question."""
        with self._told(), self.engine.connect() as connection:
            if not self.is_sqlite:
                connection = connection.execution_options(  # noqa: PLW2901
                    isolation_level="REPEATABLE READ", postgresql_readonly=True
                )
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone writes; what it did is kept when the block ends well."""
        with self._told(), self.engine.connect() as connection:
            connection = connection.execution_options(wortlaut_writes=True)  # noqa: PLW2901
            with connection.begin():
                if not self.is_sqlite:
                    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER_LOCK})")
                yield connection

    def _engine(self) -> Engine:
        if self.is_sqlite:
            engine = create_engine(self.url, connect_args={"timeout": PATIENCE})
            event.listen(engine, "connect", _prepare_sqlite)
            event.listen(engine, "begin", _begin_sqlite)
            return engine
        try:
            engine = create_engine(self.url, pool_pre_ping=True)
        except (NoSuchModuleError, ModuleNotFoundError) as error:
            raise RecordError(
                self.name,
                "PostgreSQL's driver is not installed",
                "run `pip install 'wortlaut[postgres]'`",
            ) from error
        event.listen(engine, "connect", _prepare_postgresql)
        return engine

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turns the database's errors into the record's."""
        try:
            yield
        except DBAPIError as error:
            raise record_error(self.name, error) from error


def must_exist(url: URL) -> None:
    """Raises `RecordNotFound` where a record's file is missing."""
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        raise no_record(shown(url))


def no_record(name: str) -> RecordNotFound:
    """What to raise where there is no record of this name."""
    return RecordNotFound(
        name,
        "there is no record",
        "make one with `wortlaut add`, or name another with --record",
    )


def _prepare_sqlite(connection: sqlite3.Connection, _: Any) -> None:
    # We begin transactions ourselves (below), which the driver would do too late.
    connection.isolation_level = None
    for pragma in (
        "foreign_keys = ON",
        # What is acknowledged outlives a power cut.
        "synchronous = FULL",
        f"cache_size = -{_CACHE}",
        "temp_store = MEMORY",
        f"wal_autocheckpoint = {_CHECKPOINT}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_postgresql(connection: Any, _: Any) -> None:
    # Compiling a question takes longer than any of ours takes to answer.
    with connection.cursor() as cursor:
        cursor.execute("SET jit = off")
    connection.commit()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("wortlaut_writes")
    # A writer that began as a reader could be turned away when it first writes.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
