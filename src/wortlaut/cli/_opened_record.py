"""A record opened for a command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wortlaut.record import Record


@contextmanager
def opened_record(place: str, *, create: bool) -> Iterator[Record]:
    """The record at `place`, closed at the end; where it is a file, its directory is made.

    Raises `RecordError` where it cannot be used.
    """
    from wortlaut.record import Record  # noqa: PLC0415 - pulls in SQLAlchemy

    if create and "://" not in place:
        Path(place).expanduser().parent.mkdir(parents=True, exist_ok=True)
    record = Record(place, create=create)
    try:
        yield record
    finally:
        record.close()
