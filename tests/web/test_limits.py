"""Requests that are too large, too slow or too many."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from fastapi import APIRouter, Request, Response, UploadFile
from fastapi.responses import StreamingResponse
from fastapi.testclient import TestClient

from wortlaut.record import Record
from wortlaut.web import WebSettings, create_app
from wortlaut.web._access import MAY_ASK
from wortlaut.web._limits import READING_PACE, client_of
from wortlaut.web._pace import Pace


@pytest.fixture
def limited(record: Record, settings: WebSettings) -> Iterator[TestClient]:
    """A server that takes 1,000 bytes (5,000 of uploads), for a second, three texts a minute."""
    narrow = replace(settings, body_limit=1000, upload_limit=5000, time_limit=0.5, reads_a_minute=3)
    app = create_app(record, narrow)
    probes = APIRouter(prefix="/api/v1/probe")

    @probes.post("/read", dependencies=[MAY_ASK, READING_PACE])
    async def read(request: Request) -> int:
        return len(await request.body())

    @probes.post("/upload", dependencies=[MAY_ASK])
    def upload(files: list[UploadFile]) -> int:
        return sum(file.size or 0 for file in files)

    @probes.get("/slow")
    async def slow() -> None:
        await asyncio.sleep(5)

    @probes.get("/long")
    def long() -> Response:
        def pieces() -> Iterator[bytes]:
            for _ in range(4):
                yield b"."
                time.sleep(0.3)

        return StreamingResponse(pieces())

    app.include_router(probes)
    with TestClient(app) as client:
        yield client


def test_a_body_above_the_limit_is_refused(limited: TestClient) -> None:
    """By its length where it tells it, by what has come where it does not."""
    kind = {"Content-Type": "application/json"}
    path = "/api/v1/probe/read"
    assert limited.post(path, content=b"1" * 1000, headers=kind).json() == 1000
    assert limited.post(path, content=b"1" * 1001, headers=kind).status_code == 413
    pieces = (b"1" * 100 for _ in range(11))
    assert limited.post(path, content=pieces, headers=kind).status_code == 413


def test_uploads_have_a_limit_of_their_own(limited: TestClient) -> None:
    """All files of a request together."""
    limited.get("/")
    csrf = {"X-CSRF-Token": limited.get("/").text.partition('name="csrf" content="')[2][:64]}
    two = [("files", ("a.txt", b"1" * 2000)), ("files", ("b.txt", b"1" * 2000))]
    assert limited.post("/api/v1/probe/upload", files=two, headers=csrf).json() == 4000
    three: Any = [*two, ("files", ("c.txt", b"1" * 2000))]
    answer = limited.post("/api/v1/probe/upload", files=three, headers=csrf)
    assert answer.status_code == 413


def test_a_wrong_length_is_refused(limited: TestClient) -> None:
    """Whatever it is meant to be."""
    answer = limited.post("/api/v1/probe/read", headers={"Content-Length": "-1"})
    assert answer.status_code == 413


def test_nobody_waits_for_an_answer_for_ever(limited: TestClient) -> None:
    """Who asked is told to try again."""
    answer = limited.get("/api/v1/probe/slow")
    assert answer.status_code == 503
    assert "took too long" in answer.text


def test_an_answer_that_has_begun_may_take_its_time(limited: TestClient) -> None:
    """As an export does, and the progress of a job."""
    assert limited.get("/api/v1/probe/long").content == b"...."


def test_reading_has_a_pace(limited: TestClient) -> None:
    """So many a minute; then it says how long to wait."""
    answers = [limited.post("/api/v1/probe/read", json={}) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert 0 < int(answers[-1].headers["retry-after"]) <= 21


def test_a_pace_is_kept_for_each_client_alone() -> None:
    """One who asks too often does not lock the others out."""
    pace = Pace(2)
    assert [pace.wait("one") for _ in range(2)] == [0, 0]
    assert 29 < pace.wait("one") <= 30
    assert pace.wait("other") == 0


def test_a_pace_comes_back_evenly(monkeypatch: pytest.MonkeyPatch) -> None:
    """After half a minute, half of it."""
    now = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    pace = Pace(4)
    assert [pace.wait("one") == 0 for _ in range(5)] == [True] * 4 + [False]
    now += 30
    assert [pace.wait("one") == 0 for _ in range(3)] == [True, True, False]


def test_a_pace_remembers_only_so_many_clients(monkeypatch: pytest.MonkeyPatch) -> None:
    """A flood of addresses does not fill the memory."""
    monkeypatch.setattr("wortlaut.web._pace._CLIENTS", 10)
    pace = Pace(1)
    for number in range(100):
        pace.wait(str(number))
    assert len(pace._buckets) == 10


@pytest.mark.parametrize(
    ("address", "client"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("testclient", "testclient"),
    ],
)
def test_a_client_is_its_address_or_its_network(address: str, client: str) -> None:
    """One machine has as many addresses of version 6 as it likes."""
    request = Request({"type": "http", "client": (address, 1), "headers": []})
    assert client_of(request) == client
