"""A small record with a web application over it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.record.written_record import article, said
from wortlaut.model import Act, Article, QuotationType
from wortlaut.record import Record
from wortlaut.web import WebSettings, create_app

HARBOUR = (
    "Die Hafenmeisterin Wiebke Harms sagte am Dienstag: „Der Deich hält.“ Wenn die Flut steige, "
    "werde geräumt, kündigte sie an. Bürgermeister Jann Ottens wies das zurück: „Niemand wird "
    "geräumt“, sagte er zu Wiebke Harms."
)
BRIDGE = (
    "The bridge at Kelling will stay closed, engineer Mara Lindqvist said on Thursday. “We found "
    "cracks in every pier,” she said. The council demanded a second opinion."
)


def written_articles() -> tuple[Article, ...]:
    """Two articles, German and English, of two outlets."""
    return (
        article(
            HARBOUR,
            said(
                "„Der Deich hält.“",
                person="Wiebke Harms",
                role="Hafenmeisterin",
                speaker="Wiebke Harms",
                on=date(2026, 11, 17),
                act=Act.ASSERTS,
            ),
            said(
                "Wenn die Flut steige, werde geräumt",
                type=QuotationType.INDIRECT,
                person="Wiebke Harms",
                condition="Wenn die Flut steige",
                on=date(2026, 11, 17),
                act=Act.ANNOUNCES,
            ),
            said(
                "„Niemand wird geräumt“",
                person="Jann Ottens",
                role="Bürgermeister",
                addressee="Wiebke Harms",
                on=date(2026, 11, 18),
                act=Act.DENIES,
                negated=True,
            ),
            title="Streit um den Deich",
            url="https://deichblatt.example/streit",
        ),
        article(
            BRIDGE,
            said(
                "The bridge at Kelling will stay closed",
                type=QuotationType.INDIRECT,
                person="Mara Lindqvist",
                role="engineer",
                on=date(2026, 10, 8),
            ),
            said(
                "“We found cracks in every pier,”",
                person="Mara Lindqvist",
                on=date(2026, 10, 8),
                act=Act.ASSERTS,
            ),
            title="Bridge at Kelling stays closed",
            url="https://kelling.example/bridge",
            outlet="Kelling Gazette",
            language="en",
            published=date(2026, 10, 9),
        ),
    )


@pytest.fixture(scope="session")
def written_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record's file with the two articles, to be copied."""
    file = tmp_path_factory.mktemp("written") / "record.sqlite"
    with Record(file) as record:
        for each in written_articles():
            record.add(each)
    return file


@pytest.fixture
def record(written_record: Path, tmp_path: Path) -> Iterator[Record]:
    """A record with the two articles."""
    with Record(shutil.copy(written_record, tmp_path)) as opened:
        yield opened


@pytest.fixture
def settings() -> WebSettings:
    """As `wortlaut serve` serves on loopback; the test client calls itself `testserver`."""
    return WebSettings(hosts=frozenset({"testserver"}))


@pytest.fixture
def client(record: Record, settings: WebSettings) -> Iterator[TestClient]:
    """A browser that speaks English, without JavaScript."""
    with TestClient(
        create_app(record, settings),
        headers={"Accept-Language": "en"},
        raise_server_exceptions=False,
    ) as opened:
        yield opened
