"""The server as a process: it ends without breaking off what it has begun."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest

from wortlaut.web import address_of, is_loopback, listening

SERVER = """
import sys, time
from fastapi.responses import StreamingResponse
from wortlaut.record import Record
from wortlaut.web import address_of, create_app, listening, serve

with Record(sys.argv[1]) as record:
    app = create_app(record)

    @app.get("/slow")
    def slow():
        def pieces():
            for number in range(10):
                yield f"{number} "
                time.sleep(0.2)

        return StreamingResponse(pieces(), media_type="text/plain")

    listener = listening("127.0.0.1", 0)
    serve(app, listener, lambda: print(address_of(listener), flush=True))
print("closed", flush=True)
"""


def test_a_request_under_way_is_answered_before_the_server_ends(tmp_path: Path) -> None:
    """And the record is closed after it; no new request is taken."""
    arguments = [sys.executable, "-c", SERVER, str(tmp_path / "record.sqlite")]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        answers: list[str] = []
        asking = threading.Thread(
            target=lambda: answers.append(httpx.get(f"{address}slow", timeout=30).text)
        )
        asking.start()
        time.sleep(0.7)
        process.send_signal(signal.SIGTERM)
        asking.join(30)
        assert answers == ["0 1 2 3 4 5 6 7 8 9 "]
        assert process.wait(20) == 0
        assert process.stdout.read() == "closed\n"
    with pytest.raises(httpx.ConnectError):
        httpx.get(address)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("[::1]", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.5", False),
        ("localhost.example", False),
        ("", False),
    ],
)
def test_only_loopback_is_this_machine_alone(host: str, expected: bool) -> None:
    """A name that is not known to be loopback is not."""
    assert is_loopback(host) is expected


@pytest.mark.parametrize(
    ("host", "address"), [("127.0.0.1", "http://127.0.0.1:"), ("0.0.0.0", "http://127.0.0.1:")]
)
def test_the_address_can_be_typed_into_a_browser(host: str, address: str) -> None:
    """All addresses of a machine are none; its own leads there."""
    with listening(host, 0) as listener:
        assert address_of(listener).startswith(address)
