"""Tokens: long random words that let somebody read, or write too.

The file has a line for each: its name, role, the SHA-256 of the token, and the day it was made.
A token has 256 random bits, so that a plain hash cannot be turned back; whoever reads the file
learns no token. Taking a line out takes the token back at once.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from threading import Lock

from wortlaut._exceptions import TokensError

_log = logging.getLogger("wortlaut.web")

_PREFIX = "wl_"
"""So that a token that leaked is recognised, by people and by tools that look for such."""
_NAME = re.compile(r"[\w.@-]{1,64}")
_HEAD = (
    "# Tokens of `wortlaut serve`: name, role (read, write), SHA-256, day.\n"
    "# Make one with `wortlaut token`; delete its line to take it back.\n"
)


class Role(StrEnum):
    """What a token lets somebody do."""

    READ = "read"
    WRITE = "write"
    """Reading included."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A token, as the file has it."""

    name: str
    role: Role
    digest: str
    """The SHA-256 of the token, in hexadecimal."""


def digest_of(token: str) -> str:
    """What stands in the file for a token."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


def make_token(file: Path, name: str, role: Role) -> str:
    """A new token, whose hash is put into the file; the token itself is kept nowhere.

    Raises `TokensError` where the name has been given, or the file cannot be used.
    """
    if not _NAME.fullmatch(name):
        raise TokensError(str(file), f"{name!r} is no name for a token", "use letters, figures, -")
    if any(grant.name == name for grant in read_tokens(file, missing_is_empty=True)):
        raise TokensError(
            str(file), f"there is a token {name!r}", "take another name, or delete its line first"
        )
    token = _PREFIX + secrets.token_urlsafe(32)
    line = f"{name} {role} {digest_of(token)} {datetime.now(UTC):%Y-%m-%d}\n"
    try:
        # Nobody else may read it: names and days are nobody's business either.
        opened = os.open(file, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        with os.fdopen(opened, "a", encoding="utf-8") as lines:
            lines.write(line if lines.tell() else _HEAD + line)
    except OSError as error:
        raise _unusable(file, error) from error
    return token


def read_tokens(file: Path, *, missing_is_empty: bool = False) -> tuple[Grant, ...]:
    """The tokens in the file.

    Raises `TokensError` where it cannot be read or a line is not understood.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        if missing_is_empty:
            return ()
        raise _unusable(file, error) from error
    except (OSError, UnicodeDecodeError) as error:
        raise _unusable(file, error) from error
    return tuple(_grants(file, text))


class TokenFile:
    """The tokens of a file, as it is now: it is read again when it has changed."""

    def __init__(self, file: Path) -> None:
        """Raises `TokensError` where the file cannot be used or has no token."""
        self._file = file
        self._lock = Lock()
        self._seen: tuple[int, ...] = ()
        self._grants: Mapping[str, Grant] = {}
        if not self._current():
            raise TokensError(
                str(file), "there is no token in it", "make one with `wortlaut token`"
            )

    def find(self, token: str) -> Grant | None:
        """What the token allows; None where it is no token of ours."""
        return self.by_digest(digest_of(token))

    def by_digest(self, digest: str) -> Grant | None:
        """What the token with this hash allows, if it still stands in the file."""
        try:
            return self._current().get(digest)
        except TokensError as error:
            # Nobody gets in while the file cannot be read.
            _log.error("%s", error)
            return None

    def _current(self) -> Mapping[str, Grant]:
        with self._lock:
            try:
                status = self._file.stat()
            except OSError as error:
                raise _unusable(self._file, error) from error
            seen = (status.st_mtime_ns, status.st_size, status.st_ino)
            if seen != self._seen:
                self._grants = {grant.digest: grant for grant in read_tokens(self._file)}
                self._seen = seen
            return self._grants


def _grants(file: Path, text: str) -> Iterator[Grant]:
    for number, line in enumerate(text.splitlines(), 1):
        fields = line.partition("#")[0].split()
        if not fields:
            continue
        match fields:
            case [name, ("read" | "write") as role, digest, *_] if re.fullmatch(
                "[0-9a-f]{64}", digest
            ):
                yield Grant(name, Role(role), digest)
            case _:
                raise TokensError(
                    str(file),
                    f"line {number} is not `NAME read|write SHA-256 DAY`",
                    "correct or delete it",
                )


def _unusable(file: Path, error: Exception) -> TokensError:
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return TokensError(
        str(file),
        f"the file of tokens cannot be used ({why})",
        "make one with `wortlaut token NAME --role write`",
    )
