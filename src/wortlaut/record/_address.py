"""Where a record is: a file's path or a database's URL."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from wortlaut._exceptions import RecordError

_POSTGRESQL = ("postgresql", "postgres", "postgresql+psycopg")


def record_url(place: str | os.PathLike[str]) -> URL:
    """The database's URL for a path, `sqlite:///PATH` or `postgresql://...`.

    Raises `RecordError` where it is neither.
    """
    given = os.fspath(place)
    if not given:
        raise RecordError("''", "the name is empty", "name a file or a postgresql:// address")
    if "://" not in given:
        return URL.create("sqlite", database=str(Path(given).expanduser()))
    try:
        url = make_url(given)
    except ArgumentError as error:
        raise RecordError(
            given.partition("://")[0] + "://…",
            "is no address of a database",
            "give a file, sqlite:///FILE or postgresql://USER@HOST/DATABASE",
        ) from error
    if url.drivername in _POSTGRESQL:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername != "sqlite":
        raise RecordError(
            shown(url),
            f"a record is not kept in {url.get_backend_name()}",
            "give a file or a postgresql:// address",
        )
    if not url.database or url.database == ":memory:":
        raise RecordError(shown(url), "names no file", "give the file's path")
    return url


def shown(url: URL) -> str:
    """The record's name for people: a path, or the address without its password."""
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.set(drivername=url.get_backend_name()).render_as_string(hide_password=True)
