"""The database of an open record, and the transactions in which it is written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy import Connection

from wortlaut.record._address import record_url
from wortlaut.record._changes import set_change_mark
from wortlaut.record._connections import Database, must_exist
from wortlaut.record._dictionaries import Dictionaries
from wortlaut.record._known_identities import Memory
from wortlaut.record._meanings import Meanings
from wortlaut.record._migrating import open_at_newest


class OpenRecord:
    """What all of a record's questions and decisions work on; `Record` is one."""

    def __init__(self, place: str | os.PathLike[str], *, create: bool = True) -> None:
        """Open the record at `place`: a file, `sqlite:///FILE` or `postgresql://...`.

        A missing one is made if `create`; one of an older version is brought up to date, on
        SQLite after a copy has been put beside it.

        Raises `RecordError` where there is none, or it cannot be used.
        """
        url = record_url(place)
        if not create:
            must_exist(url)
        self._database = Database(url)
        self._dictionaries = Dictionaries()
        self._memory = Memory()
        self._meanings = Meanings()
        self._lock = Lock()
        open_at_newest(self._database, create=create)

    def __repr__(self) -> str:
        return f"Record({self.name!r})"

    @property
    def name(self) -> str:
        """The record's path, or its address without a password."""
        return self._database.name

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._noting() as connection:
            yield connection
            set_change_mark(connection)

    @contextmanager
    def _noting(self) -> Iterator[Connection]:
        """For what is no change of the record to those who look things up."""
        # One thread at a time, for the dictionaries' sake; processes are the database's concern.
        with self._lock:
            try:
                with self._database.writing() as connection:
                    yield connection
            except BaseException:
                self._dictionaries.forget()
                self._memory.forget()
                raise
