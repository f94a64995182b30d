"""The database's errors in the record's words: what is wrong, and what to do."""

from __future__ import annotations

import re
import sqlite3

from sqlalchemy.exc import DBAPIError

from wortlaut._exceptions import (
    RecordBusy,
    RecordDamaged,
    RecordError,
    RecordFull,
    RecordNotFound,
    RecordRefused,
)

PATIENCE = 60
"""Seconds that a writer waits for another one."""

_Meaning = tuple[type[RecordError], str, str]

_NO_ROOM: _Meaning = (
    RecordFull,
    "could not be written ({words})",
    "make room where it is kept and run the command again; what was added stays",
)
_BUSY: _Meaning = (
    RecordBusy,
    f"another process has kept it for {PATIENCE} seconds",
    "wait until it has finished, then run the command again",
)
_UNKNOWN: _Meaning = (RecordError, "tripped over: {words}", "report it to Wortlaut's makers")
_NOT_ALLOWED: _Meaning = (RecordError, "refused ({words})", "check the user and the permissions")
_NO_ANSWER: _Meaning = (
    RecordNotFound,
    "does not answer ({words})",
    "check the address and whether the server runs",
)

_NO_DATABASE: _Meaning = (
    RecordNotFound,
    "there is no such database",
    "make it with PostgreSQL's createdb",
)
# What refuses a connection bears no code; servers speak the language that they are set to.
_NAMES_NO_DATABASE = re.compile(
    r'database "[^"]*" does not exist|Datenbank »[^«]*« existiert nicht'
)

_OF_SQLITE: dict[int, _Meaning] = {
    sqlite3.SQLITE_FULL: _NO_ROOM,
    sqlite3.SQLITE_IOERR: _NO_ROOM,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_NOTADB: (
        RecordRefused,
        "is no record of Wortlaut's",
        "name another file with --record",
    ),
    sqlite3.SQLITE_CORRUPT: (
        RecordDamaged,
        "is damaged ({words})",
        "restore a backup with `wortlaut restore`",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        RecordNotFound,
        "cannot be opened",
        "check its directory and the permissions",
    ),
    sqlite3.SQLITE_READONLY: _NOT_ALLOWED,
    sqlite3.SQLITE_PERM: _NOT_ALLOWED,
}

# By SQLSTATE, see PostgreSQL's appendix A.
_OF_POSTGRESQL: dict[str, _Meaning] = {
    "53100": _NO_ROOM,
    "53200": _NO_ROOM,
    "55P03": _BUSY,
    "40P01": _BUSY,
    "3D000": _NO_DATABASE,
    "28P01": _NOT_ALLOWED,
    "28000": _NOT_ALLOWED,
    "42501": _NOT_ALLOWED,
    "25006": _NOT_ALLOWED,
    "57P01": _NO_ANSWER,
    "57P03": _NO_ANSWER,
    "": _NO_ANSWER,
}


def record_error(record: str, error: DBAPIError | sqlite3.Error) -> RecordError:
    """What a database's error means for the record of this name."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        # The lowest byte is the kind, what stands above it the particulars.
        code = getattr(cause, "sqlite_errorcode", None)
        meaning = _OF_SQLITE.get(code & 0xFF, _UNKNOWN) if code is not None else _UNKNOWN
    else:
        code = getattr(cause, "sqlstate", None) or ""
        meaning = _OF_POSTGRESQL.get(code, _UNKNOWN)
        if not code and _NAMES_NO_DATABASE.search(str(cause)):
            meaning = _NO_DATABASE
    kind, problem, advice = meaning
    words = " ".join(str(cause).split())
    return kind(record, problem.format(words=words), advice)
