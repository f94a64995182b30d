"""How the pages and the API are served."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wortlaut.reading import Reader

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names and addresses by which a machine calls itself."""


def default_reader() -> Reader:
    """The reader that is in the package."""
    from wortlaut.reading import Reader  # noqa: PLC0415 - takes a second, and few pages need it

    return Reader()


@dataclass(frozen=True, slots=True)
class WebSettings:
    """What whoever runs the server decides."""

    tokens: Path | None = None
    """The file of tokens. Without it everybody who reaches the server may read and write, so
    that it answers only those who call it by a name in `hosts`."""
    hosts: frozenset[str] = LOOPBACK
    """Names by which the server is called, without tokens: a page elsewhere that lets its own
    name lead to this machine (DNS rebinding) is turned away."""
    body_limit: int = 2 * 1024 * 1024
    """Bytes that a request may have, where no route says otherwise."""
    upload_limit: int = 64 * 1024 * 1024
    """Bytes that the files of one upload may have together."""
    uploads: Path | None = None
    """Where uploaded files lie until their job has ended; None for a folder beside the record,
    or among the user's data where the record is no file."""
    allow_private: bool = False
    """Whether addresses may lead to this machine and to private networks."""
    time_limit: float = 30.0
    """Seconds within which a request must have come whole, and an answer must have begun."""
    upload_time_limit: float = 600.0
    """The same for an upload, which many a line takes minutes for."""
    reads_a_minute: int = 30
    """Texts or addresses that one client may have read in a minute."""
    sign_ins_a_minute: int = 10
    """Tokens that one client may try in a minute."""
    reader: Callable[[], Reader] = default_reader
    """Makes the reader, when the first text is to be read."""
