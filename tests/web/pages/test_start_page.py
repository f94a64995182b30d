"""The first page: what is in the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.record.written_record import article, said
from wortlaut.record import Record
from wortlaut.web import WebSettings, create_app
from wortlaut.web.views import bars, start_view


@dataclass(frozen=True)
class Read:
    """A feed that was read."""

    address: str
    title: str | None
    entries: int = 3
    damage: str | None = None


def test_it_tells_what_is_on_record(client: TestClient) -> None:
    """How much of everything, since when, in which languages."""
    page = client.get("/").text
    for number, what in ((5, "statements"), (2, "articles"), (3, "people"), (2, "outlets")):
        assert f"<dt>{what}</dt><dd>{number}</dd>" in page
    assert "Said from 8 October 2026 to 18 November 2026" in page
    assert "1 article in German" in page


def test_it_shows_the_newest_statements(client: TestClient) -> None:
    """With links to the article and the person."""
    page = client.get("/").text
    assert page.index("Niemand wird geräumt") < page.index("Der Deich hält")
    assert 'href="/articles/1#s3"' in page


def test_most_quoted_are_those_of_the_last_week(record: Record) -> None:
    """Of the record, where it ends earlier."""
    view = start_view(record, today=date(2026, 11, 23))
    assert [(each.name, each.statements) for each in view.quoted] == [
        ("Wiebke Harms", 2),
        ("Jann Ottens", 1),
    ]
    assert (view.quoted_since, view.quoted_until) == (date(2026, 11, 12), date(2026, 11, 18))
    earlier = start_view(record, today=date(2026, 10, 10))
    assert [each.name for each in earlier.quoted] == ["Mara Lindqvist"]


def test_growth_is_drawn_with_a_table_behind(client: TestClient) -> None:
    """For those who would rather read."""
    page = client.get("/").text
    assert page.count('<rect class="bar"') == 1
    assert "5 statements came" in page
    assert "As a table" in page


def test_feeds_are_told_with_when_they_were_last_read(client: TestClient, record: Record) -> None:
    """And why the last attempt failed."""
    record.keep_feed(Read("https://deichblatt.example/feed", "Deichblatt <neu>"))
    record.keep_feed(Read("https://kelling.example/feed", None, damage="it breaks off"))
    page = client.get("/").text
    assert "Deichblatt &lt;neu&gt;" in page
    assert "3 entries" in page
    assert "https://kelling.example/feed" in page
    assert "it breaks off" in page


@pytest.fixture
def empty(tmp_path: Path, settings: WebSettings) -> Iterator[TestClient]:
    """A server over a record with nothing in it."""
    with (
        Record(tmp_path / "empty.sqlite") as record,
        TestClient(create_app(record, settings)) as client,
    ):
        yield client


def test_an_empty_record_says_how_to_begin(empty: TestClient) -> None:
    """By adding, or by having a text read."""
    page = empty.get("/?lang=de")
    assert page.status_code == 200
    assert 'href="/add"' in page.text
    assert 'href="/read"' in page.text
    assert "wortlaut add" in page.text


def test_a_record_without_days_is_shown_too(tmp_path: Path, settings: WebSettings) -> None:
    """An article that tells no date."""
    with Record(tmp_path / "undated.sqlite") as record:
        record.add(article("Sie sagte: „Ja.“", said("„Ja.“"), published=None))
        with TestClient(create_app(record, settings)) as client:
            page = client.get("/?lang=en")
    assert page.status_code == 200
    assert "Most quoted" not in page.text
    assert "„Ja.“" in page.text


def test_bars_are_as_high_as_their_numbers() -> None:
    """The highest fills the chart, the least can still be seen, below zero is nothing."""
    assert [bar.height for bar in bars([0, 1000, 500, 1, -7])] == [0, 100, 50, 2, 0]
    assert [bar.top for bar in bars([2, 1])] == [0, 50]
    assert bars([]) == ()
