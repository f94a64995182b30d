"""The API over a small record, with a reader that finds by pattern."""

from __future__ import annotations

from collections.abc import Iterator

import httpcore
import pytest
from fastapi.testclient import TestClient

from tests.cli.scripted_reader import ScriptedReader
from wortlaut.record import Record
from wortlaut.sources import _guarded_network
from wortlaut.web import WebSettings, create_app


@pytest.fixture
def settings() -> WebSettings:
    """On loopback, where programs may write; the model is not loaded."""
    return WebSettings(
        hosts=frozenset({"testserver"}),
        reads_a_minute=10_000,
        reader=ScriptedReader,  # type: ignore[arg-type]
    )


@pytest.fixture
def api(record: Record, settings: WebSettings) -> Iterator[TestClient]:
    """A program that asks the API; jobs are not begun."""
    client = TestClient(create_app(record, settings), raise_server_exceptions=False)
    client.base_url = client.base_url.join("/api/v1/")
    yield client


@pytest.fixture
def working_api(record: Record, settings: WebSettings) -> Iterator[TestClient]:
    """The same, and jobs are done."""
    with TestClient(create_app(record, settings), raise_server_exceptions=False) as client:
        client.base_url = client.base_url.join("/api/v1/")
        yield client


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """No name has an address."""

    def nowhere(host: str, port: int, timeout: float) -> list[object]:
        raise httpcore.ConnectError(f"the name {host} has no address")

    monkeypatch.setattr(_guarded_network, "resolved", nowhere)
