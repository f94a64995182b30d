"""No file that is a record is written over."""

from __future__ import annotations

from pathlib import Path

from wortlaut._exceptions import RecordError

_SQLITE = b"SQLite format 3\0"
_BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite appends to a file's name to name what it keeps beside it."""


def refuse_record(file: Path) -> None:
    """Raises `RecordError` where writing to `file` would destroy a record.

    That is any SQLite database, under whatever name or link, and what SQLite keeps beside one.
    """
    if _is_database(file) or any(
        _is_database(file.with_name(file.name.removesuffix(ending)))
        for ending in _BESIDE
        if file.name.endswith(ending) and file.name != ending
    ):
        raise RecordError(
            str(file), "holds a record, which is not written over", "name another file"
        )


def _is_database(file: Path) -> bool:
    # Links are followed, and a hard link has the same content: the name does not count.
    try:
        if not file.is_file():
            return False
        with file.open("rb") as opened:
            return opened.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False
