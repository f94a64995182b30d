"""Files that were uploaded, kept until the job that adds them has ended.

They lie beside a record that is a file, as `RECORD.uploads/`: on the same disk, where they
outlive a restart of the machine as the job does, which a temporary folder might not. A record
on PostgreSQL has no folder; they lie among the user's data then, on the machine that took them.
"""

from __future__ import annotations

import os
import re
import secrets
import time
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import BinaryIO

import platformdirs

_PIECE = 1024 * 1024
_SUFFIX = re.compile(r"(?:\.[a-z0-9]{1,8}){1,2}\Z", re.I)
_OLD = 3600.0
"""Seconds after which a file that no job needs is no upload that is still coming."""


class TooLarge(Exception):
    """More bytes came than may."""


class Uploads:
    """A folder of uploaded files, each under a name of our own making."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, stream: BinaryIO, name: str, limit: int) -> tuple[str, int]:
        """Write a file to the disk; returns the name it is kept under, and its size in bytes.

        Of `name`, which came from outside, only the suffix is kept, as it may tell the kind.

        Raises `TooLarge` where it has more than `limit` bytes, and `OSError`; nothing stays then.
        """
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        suffix = _SUFFIX.search(name)
        kept = secrets.token_hex(16) + (suffix[0].lower() if suffix else "")
        path = self.path(kept)
        try:
            with path.open("xb") as file:
                size = _copy(stream, file, limit)
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return kept, size

    def path(self, kept: str) -> Path:
        """Where the file of this name lies."""
        return self.folder / kept

    def drop(self, kept: Iterable[str]) -> None:
        """Remove these files, where they are still there."""
        for name in kept:
            self.path(name).unlink(missing_ok=True)

    def tidy(self, needed: Collection[str]) -> None:
        """Remove what no job needs: left behind by a crash, or by a job that was cancelled."""
        if not self.folder.is_dir():
            return
        before = time.time() - _OLD
        for path in self.folder.iterdir():
            if path.name not in needed and path.stat().st_mtime < before:
                path.unlink(missing_ok=True)


def _copy(stream: BinaryIO, file: BinaryIO, limit: int) -> int:
    size = 0
    while piece := stream.read(_PIECE):
        size += len(piece)
        if size > limit:
            raise TooLarge
        file.write(piece)
    return size


def uploads_beside(record: str) -> Path:
    """Where uploaded files lie by default, for a record of this name."""
    if "://" in record:
        return platformdirs.user_data_path("wortlaut", appauthor=False) / "uploads"
    return Path(f"{record}.uploads")
