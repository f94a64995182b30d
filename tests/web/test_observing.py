"""What the server tells of itself, and what it keeps to itself."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator

import pytest
from fastapi.testclient import TestClient

from wortlaut import RecordBusy
from wortlaut.record import Record
from wortlaut.web._logs import set_up_logs


@pytest.fixture
def log(capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[[], str]]:
    """What is written to standard error; the loggers are as before when the test ends."""
    loggers = [logging.getLogger(name) for name in ("wortlaut.web", "uvicorn.error")]
    before = [(logger, logger.handlers[:], logger.level) for logger in loggers]
    yield lambda: capsys.readouterr().err
    for logger, handlers, level in before:
        logger.handlers = handlers
        logger.propagate = True
        logger.setLevel(level)


def test_it_is_up_and_ready(client: TestClient) -> None:
    """For whoever watches over it."""
    assert client.get("/healthz").text == "ok\n"
    assert client.get("/readyz").text == "ok\n"


def test_it_is_up_but_not_ready_while_the_record_does_not_answer(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With nothing of the inside told."""

    def busy(*_: object) -> None:
        raise RecordBusy("record", "it is locked", "wait")

    monkeypatch.setattr(Record, "newest", busy)
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503


def test_requests_are_counted_by_the_route_and_not_by_the_address(client: TestClient) -> None:
    """A figure for each article would fill Prometheus."""
    for path in ("/", "/", "/wp-admin/1", "/wp-admin/2"):
        client.get(path)
    client.get("/articles/1")
    client.get("/api/v1/articles/1")
    client.get("/api/v1/statements")
    client.request("BREW", "/")
    figures = client.get("/metrics").text
    assert 'wortlaut_requests_total{method="GET",route="/",status="200"} 2.0' in figures
    assert 'wortlaut_requests_total{method="GET",route="none",status="404"} 2.0' in figures
    for route in ("/articles/{number}", "/api/v1/articles/{number}", "/api/v1/statements"):
        assert f'{{method="GET",route="{route}",status="200"}} 1.0' in figures
    assert 'method="OTHER"' in figures
    assert 'wortlaut_request_seconds_count{method="GET",route="/"} 2.0' in figures
    assert "wp-admin" not in figures
    assert "BREW" not in figures


def test_the_figures_tell_how_much_is_on_record(client: TestClient) -> None:
    """Now, not when the server was started."""
    figures = client.get("/metrics").text
    assert "wortlaut_statements 5.0" in figures
    assert "wortlaut_articles 2.0" in figures


@pytest.mark.parametrize("as_json", [True, False])
def test_the_log_holds_no_secret(client: TestClient, log: Callable[[], str], as_json: bool) -> None:
    """Neither queries, which may have one, nor headers, cookies or forms."""
    set_up_logs(as_json=as_json)
    client.cookies.set("other", "geheim-keks")
    client.get("/?token=geheim-frage", headers={"Authorization": "Bearer geheim-kopf"})
    client.post("/login", data={"token": "geheim-formular"})
    written = log()
    assert written.count("\n") == 2
    assert "geheim" not in written


def test_the_log_can_be_read_by_machines(client: TestClient, log: Callable[[], str]) -> None:
    """One object a line."""
    set_up_logs(as_json=True)
    client.get("/nowhere")
    line = json.loads(log())
    assert (line["method"], line["path"], line["status"]) == ("GET", "/nowhere", 404)
    assert line["milliseconds"] >= 0
    assert line["time"].endswith("+00:00")


def test_a_path_cannot_feign_a_line_of_the_log(client: TestClient, log: Callable[[], str]) -> None:
    """Line breaks and what steers a terminal are replaced."""
    set_up_logs(as_json=False)
    client.get("/a%0A2026-01-01%20forged%1b[31m")
    written = log()
    assert written.count("\n") == 1
    assert "\x1b" not in written
