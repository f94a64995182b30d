"""Directories and patterns to the files they stand for."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from dataclasses import dataclass

from wortlaut._exceptions import SourceError, SourceNotFound


@dataclass(slots=True)
class Walk:
    """Goes through directories, and counts what it leaves out."""

    hidden: int = 0
    """Files and directories whose names begin with a dot."""
    special: int = 0
    """Pipes, sockets and devices, and links to directories, which could lead in circles."""

    def files(self, folder: str) -> Iterator[str | SourceError]:
        """Every file below `folder`, sorted by name, each directory's before the next one's.

        A directory that may not be read is an error of its own.
        """
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield SourceError(
                folder, f"cannot be listed ({error.strerror})", "ask for the permission to read it"
            )
            return
        for entry in entries:
            if entry.name.startswith("."):
                self.hidden += 1
            elif entry.is_dir(follow_symlinks=False):
                yield from self.files(entry.path)
            elif entry.is_file():
                yield entry.path
            else:
                self.special += 1


def matches(pattern: str) -> list[str] | None:
    """The files and directories that a shell's pattern stands for, sorted.

    `**` goes through directories, and names that begin with a dot are left out. None where
    `pattern` is no pattern or is itself the name of a file.

    Raises `SourceNotFound` where nothing matches.
    """
    if not glob.has_magic(pattern) or os.path.lexists(pattern):
        return None
    # Path.glob takes no pattern that begins at the root.
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207
    if not found:
        raise SourceNotFound(pattern, "nothing matches this pattern", "check it with `ls`")
    return found
