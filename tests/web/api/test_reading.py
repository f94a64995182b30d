"""A text or a page read at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from tests.sources.local_web import LocalWeb, serving
from wortlaut.record import Record
from wortlaut.web import WebSettings, create_app

TEXT = "KIEL (dpa) – „Der Deich hält“, sagte Petersen am Montag."


@pytest.fixture
def web() -> Iterator[LocalWeb]:
    """A web server."""
    with serving() as server:
        yield server


def test_a_text_is_read_and_not_kept(api: TestClient, record: Record) -> None:
    """In the form of `wortlaut read --json`."""
    before = record.mark()
    answer = api.post("read", json={"text": TEXT, "published": "2026-11-23"})
    assert answer.status_code == 200
    read = answer.json()["article"]
    assert read["published"] == "2026-11-23"
    (statement,) = read["statements"]
    assert statement["quote"][0]["text"] == "„Der Deich hält“"
    assert record.mark() == before


def test_addresses_of_this_machine_are_refused(api: TestClient, web: LocalWeb) -> None:
    """As by `wortlaut read`, unless whoever runs the server allows it."""
    answer = api.post("read", json={"url": web.page("/a")})
    assert answer.status_code == 422
    assert "which Wortlaut does not ask" in answer.json()["detail"]
    assert web.requests == []


def test_a_page_is_read_where_it_may_be(
    record: Record, settings: WebSettings, web: LocalWeb
) -> None:
    """And why it could not be is told with advice."""
    client = TestClient(create_app(record, replace(settings, allow_private=True)))
    read = client.post("/api/v1/read", json={"url": web.page("/a")}).json()["article"]
    assert read["url"] == web.url + "/a"
    assert read["statements"]
    missing = client.post("/api/v1/read", json={"url": web.status("/weg", 404)})
    assert missing.status_code == 422
    assert missing.json()["advice"] == "check the address"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"text": TEXT, "url": "https://x.example/"},
        {"text": ""},
        {"text": 1},
        {"url": "file:///etc/passwd"},
        {"url": "-"},
        {"url": "/etc/passwd"},
        {"text": TEXT, "published": 0},
        {"text": TEXT, "published": "2026-02-30"},
        {"text": TEXT, "threads": 99},
        {"text": "x" * 200_001},
    ],
)
def test_what_is_no_source_is_refused(api: TestClient, body: object) -> None:
    """No file of the server can be asked for."""
    assert api.post("read", json=body).status_code == 400


def test_reading_has_a_pace(record: Record, settings: WebSettings) -> None:
    """Whoever asks too often is told when to come again."""
    client = TestClient(create_app(record, replace(settings, reads_a_minute=2)))
    answers = [client.post("/api/v1/read", json={"text": TEXT}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert int(answers[-1].headers["retry-after"]) > 0
    assert answers[-1].json()["status"] == 429
