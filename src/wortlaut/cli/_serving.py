"""`wortlaut serve`: the record opened, the server started, stopped, and the record closed."""

from __future__ import annotations

import errno
import os
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from wortlaut._exceptions import RecordError, TokensError
from wortlaut.cli._messages import say
from wortlaut.cli._opened_record import opened_record
from wortlaut.cli._record_option import record_place
from wortlaut.record import Record
from wortlaut.web import (
    LOOPBACK,
    Role,
    WebSettings,
    address_of,
    create_app,
    listening,
    make_token,
    set_up_logs,
)
from wortlaut.web import serve as serve_app

if TYPE_CHECKING:
    from wortlaut.reading import Reader

_STOPPED = 0
_FAILED = 1


@dataclass(frozen=True, slots=True)
class Server:
    """Where and how to serve."""

    host: str = "127.0.0.1"
    port: int = 8000
    tokens: Path | None = None
    allow_private: bool = False
    open_browser: bool = False
    as_json: bool = False
    """Whether the log is JSON."""
    uploads: Path | None = None
    """Where uploaded files are kept until they are added; None for beside the record."""
    reader: Callable[[], Reader] | None = None
    """Makes the reader of what is added or pasted; without it, it is the package's own."""


def serve_place(place: str | None, server: Server) -> int:
    """Serve the record at `place` until stopped; returns the exit status.

    Without a place it is the record among the user's data, which is made where it is missing:
    the page to add articles is the first thing that somebody needs.
    """
    try:
        with opened_record(record_place(place), create=place is None) as record:
            return serve_record(record, server)
    except RecordError as error:
        say(f"error: {error}")
        return _FAILED


def serve_record(record: Record, server: Server) -> int:
    """Serve an open record until stopped; returns the exit status."""
    settings = WebSettings(
        tokens=server.tokens,
        hosts=LOOPBACK | {server.host.strip("[]")},
        allow_private=server.allow_private,
        uploads=server.uploads,
    )
    if server.reader is not None:
        settings = replace(settings, reader=server.reader)
    try:
        app = create_app(record, settings)
        listener = listening(server.host, server.port)
    except TokensError as error:
        say(f"error: {error}")
        return _FAILED
    except OSError as error:
        say(f"error: {server.host}, port {server.port}: {_reason(error)}")
        return _FAILED
    address = address_of(listener)

    def ready() -> None:
        say(f"{record.name} is at {address} (Ctrl-C stops)")
        if server.open_browser:
            webbrowser.open(address)

    set_up_logs(as_json=server.as_json)
    with listener:
        serve_app(app, listener, ready)
    return _STOPPED


def print_token(file: Path, name: str, role: str) -> int:
    """Make a token and print it; returns the exit status."""
    try:
        token = make_token(file, name, Role(role))
    except TokensError as error:
        say(f"error: {error}")
        return _FAILED
    say(f"this token of {name} ({role}) is shown only now; {file} has its hash")
    print(token)
    return _STOPPED


def _reason(error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return "another program listens there; choose another port with --port"
    if error.errno == errno.EACCES:
        return "this needs an administrator; choose a port above 1023 with --port"
    if error.errno == errno.EADDRNOTAVAIL:
        return "this machine has no such address; name one of its own with --host"
    return f"cannot listen ({os.strerror(error.errno or 0)}); choose others"
