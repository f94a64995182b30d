"""A record opened for a command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from wortlaut.cli._record_asked import AskedRecord


@contextmanager
def opened_record(place: str, *, create: bool) -> Iterator[AskedRecord]:
    """The record at `place`, closed at the end; where it is a file, its directory is made.

    Raises `RecordError` where it cannot be used.
    """
    from wortlaut.record import Record  # noqa: PLC0415 - pulls in SQLAlchemy

    if create and "://" not in place:
        Path(place).expanduser().parent.mkdir(parents=True, exist_ok=True)
    record = cast(AskedRecord, Record(place, create=create))
    try:
        yield record
    finally:
        record.close()
