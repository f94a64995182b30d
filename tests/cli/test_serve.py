"""`wortlaut serve` and `wortlaut token`, as processes."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from typer.testing import CliRunner

from tests.record.written_record import article, said
from wortlaut.cli import _serving
from wortlaut.cli._app import app
from wortlaut.record import Record

COMMAND = [sys.executable, "-m", "wortlaut.cli"]


@pytest.fixture
def place(tmp_path: Path) -> str:
    """A record with one statement."""
    with Record(tmp_path / "record.sqlite") as record:
        record.add(article("Sie sagte: „Der Deich hält.“", said("„Der Deich hält.“")))
    return str(tmp_path / "record.sqlite")


@contextmanager
def serving(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command while it serves, and the address that it told."""
    process = subprocess.Popen(
        [*COMMAND, "serve", "--port", "0", *arguments], stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stderr is not None
        told = process.stderr.readline()
        found = re.search(r"http://\S+/", told)
        assert found, told + process.stderr.read()
        yield process, found[0]
    finally:
        process.kill()
        process.wait()


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_stopped(place: str, by: signal.Signals) -> None:
    """Then the record is closed, and the command has done what it was told."""
    with serving("--record", place) as (process, address):
        assert httpx.get(address).status_code == 200
        assert httpx.get(f"{address}readyz").text == "ok\n"
        process.send_signal(by)
        assert process.wait(20) == 0
    # SQLite takes its log away when the last connection is closed.
    assert not Path(f"{place}-wal").exists()


def test_the_log_is_json_where_it_is_asked_for(place: str) -> None:
    """Each line after the one that tells the address."""
    with serving("--record", place, "--log-format", "json") as (process, address):
        httpx.get(f"{address}healthz?token=geheim")
        process.send_signal(signal.SIGTERM)
        _, log = process.communicate(timeout=20)
    lines = [json.loads(line) for line in log.splitlines()]
    assert [line["path"] for line in lines if "path" in line] == ["/healthz"]
    assert "geheim" not in log


def test_a_network_needs_tokens() -> None:
    """The command explains why, and how to make one."""
    for host in ("0.0.0.0", "192.0.2.1", "::", "host.example"):
        result = CliRunner().invoke(app, ["serve", "--host", host])
        assert result.exit_code == 2
        said = " ".join(re.sub(r"[│╭╮╰╯─]", " ", result.output).split())
        assert "needs --tokens" in said
        assert "wortlaut token NAME --role write" in said


def test_with_tokens_it_serves_whoever_has_one(place: str, tmp_path: Path) -> None:
    """The token that the command printed, and nobody else."""
    file = tmp_path / "tokens.txt"
    made = CliRunner().invoke(app, ["token", "desk", "--role", "read", "--tokens", str(file)])
    assert made.exit_code == 0
    token = made.stdout.strip()
    assert token not in file.read_text(encoding="utf-8")
    arguments = ("--record", place, "--tokens", str(file), "--host", "0.0.0.0")
    with serving(*arguments) as (_, address):
        assert httpx.get(address).status_code == 303
        header = {"Authorization": f"Bearer {token}"}
        assert httpx.get(address, headers=header).status_code == 200
        assert httpx.get(f"{address}healthz").status_code == 200


def test_a_name_has_one_token(tmp_path: Path) -> None:
    """A second one is refused, with what to do."""
    arguments = ["token", "desk", "--role", "read", "--tokens", str(tmp_path / "tokens.txt")]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    again = CliRunner().invoke(app, arguments)
    assert again.exit_code == 1
    assert "desk" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--record", "none.sqlite"], "there is no record"),
        (["--tokens", "none.txt"], "wortlaut token"),
        (["--host", "127.0.0.1", "--port", "{taken}"], "--port"),
    ],
)
def test_what_cannot_be_served_says_why(
    place: str, tmp_path: Path, arguments: list[str], complaint: str
) -> None:
    """And what to do next; it leaves with 1."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        filled = [each.format(taken=taken.getsockname()[1]) for each in arguments]
        if "--record" not in filled:
            filled += ["--record", place]
        done = subprocess.run(
            [*COMMAND, "serve", *filled],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert complaint in done.stderr
    assert "Traceback" not in done.stderr


def test_whoever_says_nothing_is_hung_up_on(
    place: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A connection without a request does not stay open for ever."""
    impatient = tmp_path / "impatient.py"
    impatient.write_text(
        "from wortlaut.web import _serving\n_serving._PATIENCE = 0.5\n"
        "from wortlaut.cli import main\nmain()\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(f"{__name__}.COMMAND", [sys.executable, str(impatient)])
    with serving("--record", place) as (_, address):
        host, port = httpx.URL(address).host, httpx.URL(address).port
        assert port is not None
        for beginning in (b"", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"):
            with socket.create_connection((host, port), timeout=20) as slow:
                slow.sendall(beginning)
                assert slow.recv(1) == b""
        assert httpx.get(address).status_code == 200


@pytest.mark.parametrize("named", [True, False])
def test_uploads_lie_where_they_shall(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: bool
) -> None:
    """In the folder that is named, or beside the record."""
    served: list[FastAPI] = []
    monkeypatch.setattr(_serving, "serve_app", lambda app, *_: served.append(app))
    folder = tmp_path / "uploads"
    option = ["--uploads", str(folder)] if named else []
    result = CliRunner().invoke(app, ["serve", "--record", place, "--port", "0", *option])
    assert result.exit_code == 0, result.output
    expected = folder if named else Path(f"{place}.uploads")
    assert served[0].state.additions.uploads.folder == expected
