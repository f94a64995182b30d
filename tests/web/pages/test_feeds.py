"""Atom feeds of a search and of a person: valid, stable, harmless, fetched only when changed."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import feedparser
import pytest
from fastapi.testclient import TestClient

from tests.record.written_record import article, said
from wortlaut.record import Record
from wortlaut.web import WebSettings, create_app

ATOM = "{http://www.w3.org/2005/Atom}"


def feed_of(client: TestClient, address: str) -> Element:
    """The feed at an address."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    return fromstring(answer.content)


def texts(element: Element, path: str) -> list[str]:
    """The texts of all elements there."""
    return [each.text or "" for each in element.findall(path.replace("/", f"/{ATOM}"))]


@pytest.mark.parametrize("address", ["/feeds/search.atom?q=Deich", "/feeds/people/1.atom"])
def test_a_feed_has_all_that_the_standard_asks_for(client: TestClient, address: str) -> None:
    """RFC 4287, 4.1.1 and 4.1.2: each thing once, ids apart, moments as RFC 3339 writes them."""
    feed = feed_of(client, address)
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    assert entries
    for each in (feed, *entries):
        for name in ("id", "title", "updated"):
            (only,) = each.findall(f"{ATOM}{name}")
            assert only.text
        assert datetime.fromisoformat(each.findtext(f"{ATOM}updated") or "").tzinfo
        assert each.findtext(f"{ATOM}author/{ATOM}name")
        assert (each.findtext(f"{ATOM}id") or "").startswith("urn:uuid:")
        links = {link.get("rel"): link.get("href") or "" for link in each.findall(f"{ATOM}link")}
        assert all(href.startswith(("http://", "https://")) for href in links.values())
        assert "alternate" in links
    links = {link.get("rel"): link.get("href") or "" for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == f"http://testserver{address}"
    ids = [each.findtext(f"{ATOM}id") for each in (feed, *entries)]
    assert len(set(ids)) == len(ids)
    newest = max(each.findtext(f"{ATOM}updated") or "" for each in entries)
    assert feed.findtext(f"{ATOM}updated") == newest


def test_a_reader_shows_who_said_what(client: TestClient) -> None:
    """With a way to the article's page and to the source."""
    shown: Any = feedparser.parse(client.get("/feeds/search.atom?q=geräumt&act=denies").content)
    assert not shown.bozo
    assert shown.feed.title == "Wortlaut: geräumt"
    (entry,) = shown.entries
    assert entry.title == "Jann Ottens: „Niemand wird geräumt“"
    assert entry.author == "Jann Ottens"
    assert entry.link == "http://testserver/articles/1#s3"
    assert entry.published.startswith("2026-11-20")
    assert "Bürgermeister" in entry.content[0].value
    assert {link.href for link in entry.links if link.rel == "via"} == {
        "https://deichblatt.example/streit"
    }


def test_a_person_is_followed(client: TestClient) -> None:
    """Under every name; nobody is a 404."""
    shown: Any = feedparser.parse(client.get("/feeds/people/1.atom").content)
    assert shown.feed.title == "Wortlaut: Wiebke Harms"
    assert len(shown.entries) == 2
    for missing in ("99", "0", "-1"):
        assert client.get(f"/feeds/people/{missing}.atom").status_code == 404


def test_ids_stay_whatever_the_server_is_called(record: Record, settings: WebSettings) -> None:
    """And when an article gets a new text, only what is in it is new."""
    app = create_app(record, WebSettings(hosts=frozenset({"testserver", "localhost"})))
    ids = [
        texts(feed_of(TestClient(app, base_url=base), "/feeds/search.atom"), "./entry/id")
        for base in ("http://testserver", "http://localhost:8000")
    ]
    assert ids[0] == ids[1]


def test_a_feed_is_not_sent_again_until_something_changes(
    client: TestClient, record: Record
) -> None:
    """By its tag."""
    tag = client.get("/feeds/search.atom").headers["etag"]
    again = client.get("/feeds/search.atom", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    record.confirm(1)
    assert client.get("/feeds/search.atom", headers={"If-None-Match": tag}).status_code == 200


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    """Markup is escaped twice, as HTML in XML is; controls and what turns the text are replaced."""
    evil = '</content><script>alert(1)</script>\x00\x0b\u202e & "]]>'
    with Record(tmp_path / "evil.sqlite") as record:
        record.add(
            article(
                f"Eva sagte: „{evil}“",
                said(f"„{evil}“", person=f"Eva {evil}"),
                title=evil,
                outlet=evil,
                url="javascript:alert(1)",
                published=date(2026, 11, 1),
            )
        )
        client = TestClient(create_app(record, WebSettings(hosts=frozenset({"testserver"}))))
        answer = client.get("/feeds/search.atom")
        feed = fromstring(answer.content)
    assert b"<script" not in answer.content
    assert b"javascript:" not in answer.content.replace(b"urn:", b"")
    assert "\u202e" not in answer.text
    (content,) = texts(feed, "./entry/content")
    assert "&lt;script&gt;" in content
    assert "<script>" not in content
    assert content.count("<blockquote>") == 1


def test_a_search_that_finds_nothing_is_an_empty_feed(client: TestClient) -> None:
    """And not an error: something may come."""
    feed = feed_of(client, "/feeds/search.atom?q=Raumfahrt&lang=de")
    assert feed.findall(f"{ATOM}entry") == []
    assert feed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
    assert client.get("/feeds/search.atom?q=%22").status_code == 400
