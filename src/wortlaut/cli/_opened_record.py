"""A record opened for a command."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from wortlaut.cli._messages import say

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
    with _told("wortlaut.record"):
        record = Record(place, create=create)
    try:
        yield record
    finally:
        record.close()


class _Teller(logging.Handler):
    """Says on standard error what is logged."""

    def emit(self, record: logging.LogRecord) -> None:
        """Say one line."""
        say(record.getMessage())


@contextmanager
def _told(name: str) -> Iterator[None]:
    """What takes long is said before it begins."""
    logger, teller = logging.getLogger(name), _Teller()
    logger.addHandler(teller)
    try:
        yield
    finally:
        logger.removeHandler(teller)
