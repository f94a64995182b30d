"""The reading page: a pasted text or an address read at once, and not kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from lxml import html  # type: ignore[import-untyped]

from wortlaut.record import Record
from wortlaut.web import WebSettings, create_app

TEXT = (
    "Streit um den Deich\n\n"
    "Die Hafenmeisterin Wiebke Harms sagte am Dienstag in Norrum vor Reportern: „Der Deich hält.“ "
    "Bürgermeister Jann Ottens widersprach ihr am Abend: „Der Deich hält nicht“, sagte Ottens."
)


def csrf(client: TestClient, path: str = "/read") -> str:
    """The token that the page's form holds."""
    root = html.fromstring(client.get(path).text)
    return str(root.cssselect("input[name=csrf]")[0].get("value"))


def read(client: TestClient, source: str, published: str = "") -> html.HtmlElement:
    """The page that comes of a text."""
    sent = {"csrf": csrf(client), "source": source, "published": published}
    response = client.post("/read", data=sent)
    assert response.status_code == 200, response.text
    return html.fromstring(response.text)


def test_a_pasted_text_is_read(client: TestClient, record: Record) -> None:
    """Its statements stand beside it with their speakers, and the record stays as it was."""
    before = record.count()
    root = read(client, TEXT, "2026-11-18")
    quotes = [each.text_content() for each in root.cssselect(".reading mark.q-direct")]
    assert any("Der Deich hält" in each for each in quotes)
    names = {each.text_content() for each in root.cssselect(".note .name")}
    assert "Wiebke Harms" in names
    assert root.cssselect(".note time")[0].get("datetime") == "2026-11-17"
    assert root.cssselect("h1")[0].text_content() == "Streit um den Deich"
    assert record.count() == before


def test_lines_may_end_as_browsers_end_them(client: TestClient) -> None:
    """With a carriage return and a line feed, of which nothing is seen."""
    root = read(client, TEXT.replace("\n", "\r\n"))
    assert root.cssselect("h1")[0].text_content().strip() == "Streit um den Deich"
    assert not root.cssselect(".steers")


def test_what_was_only_read_has_no_address_of_its_own(client: TestClient) -> None:
    """It says that it is not on record, and no link leads to an article that is none."""
    root = read(client, TEXT)
    assert "not on record" in root.cssselect(".read-bar")[0].text_content()
    links = [each.get("href") for each in root.cssselect("main a")]
    assert [each for each in links if each.startswith("/articles/")] == []


@pytest.mark.parametrize("source", ["", "   \n "])
def test_nothing_is_no_article(client: TestClient, source: str) -> None:
    """The form comes back with the reason."""
    response = client.post("/read", data={"csrf": csrf(client), "source": source})
    assert response.status_code == 422
    assert html.fromstring(response.text).cssselect("[role=alert]")


def test_a_day_must_be_one(client: TestClient) -> None:
    """What was pasted is not lost."""
    sent = {"csrf": csrf(client), "source": TEXT, "published": "2026-13-1"}
    response = client.post("/read", data=sent)
    assert response.status_code == 422
    root = html.fromstring(response.text)
    assert "is no day" in root.cssselect("[role=alert]")[0].text_content()
    assert root.cssselect("textarea")[0].text.strip() == TEXT


def test_addresses_of_this_machine_are_refused(client: TestClient) -> None:
    """As `wortlaut read` refuses them, with what to do; the address stands in the form."""
    address = "http://127.0.0.1:9/secret"
    response = client.post("/read", data={"csrf": csrf(client), "source": address})
    assert response.status_code == 422
    root = html.fromstring(response.text)
    assert root.cssselect("textarea")[0].text.strip() == address
    assert len(root.cssselect("[role=alert] p")) == 2


def test_without_its_token_nothing_is_read(client: TestClient) -> None:
    """A page elsewhere cannot have the server read."""
    assert client.post("/read", data={"source": TEXT}).status_code == 403


def test_the_form_can_be_filled_by_a_link(client: TestClient) -> None:
    """An address to read; it is read when somebody asks for it."""
    root = html.fromstring(client.get("/read?source=https://kelling.example/bridge").text)
    assert root.cssselect("textarea")[0].text.strip() == "https://kelling.example/bridge"


@pytest.fixture
def slow_pace(record: Record, settings: WebSettings) -> Iterator[TestClient]:
    """A server that reads once a minute."""
    app = create_app(record, replace(settings, reads_a_minute=1))
    with TestClient(app, headers={"Accept-Language": "en"}) as opened:
        yield opened


def test_reading_has_a_pace(slow_pace: TestClient) -> None:
    """Whoever asks too often is told so on a page."""
    sent = {"csrf": csrf(slow_pace), "source": " "}
    assert slow_pace.post("/read", data=sent).status_code == 422
    assert slow_pace.post("/read", data=sent).status_code == 429


def test_hostile_text_is_shown_as_words(client: TestClient) -> None:
    """No element comes of it."""
    root = read(client, f"{TEXT}\n\n<script>alert(1)</script> sagte er: „<b>Nein</b>.“")
    assert root.cssselect("main script, main b") == []
    assert "<script>alert(1)</script>" in root.cssselect(".reading")[0].text_content()
