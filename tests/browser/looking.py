"""A server to look at, and the browser to look with: for tests, and for pictures of the pages."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from wortlaut.record import Record
from wortlaut.web import WebSettings, create_app

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WHY_NOT = "no Chromium on the path (on Debian: apt-get install chromium); CHROMIUM may name one"


def chromium() -> str | None:
    """The browser's program: what CHROMIUM names, or the first on the path."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)


@contextmanager
def served(record: Record, settings: WebSettings | None = None) -> Iterator[str]:
    """The record's pages on a free port; the address, without a slash at its end."""
    config = uvicorn.Config(
        create_app(record, settings), host="127.0.0.1", port=0, log_level="warning"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        if not thread.is_alive():
            raise RuntimeError("the server ended before it answered")
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(30)
