"""What every page has: a language, colours, headers, errors that help."""

from __future__ import annotations

import re

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from wortlaut.record import Record
from wortlaut.web._languages import wished


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("de-AT,de;q=0.9,en;q=0.5", "de"),
        ("en-GB,en;q=0.9,de;q=0.8", "en"),
        ("fr,de;q=0.3,en;q=0.2", "de"),
        ("fr", "en"),
        ("", "en"),
        ("de;q=0", "en"),
        ("de;q=viel,en;q=0.1", "en"),
    ],
)
def test_the_language_is_the_one_the_browser_likes_best(header: str, language: str) -> None:
    """Of the two that the interface has; English for the rest of the world."""
    assert wished(header) == language


def test_a_language_once_chosen_stays(client: TestClient) -> None:
    """The switch goes before what the browser wishes, on the next page too."""
    assert '<html lang="en"' in client.get("/").text
    assert '<html lang="de"' in client.get("/?lang=de").text
    assert '<html lang="de"' in client.get("/").text


def test_colours_once_chosen_stay(client: TestClient) -> None:
    """And an unknown name takes the choice back."""
    assert "data-theme" not in client.get("/").text.partition(">")[0]
    assert 'data-theme="dark"' in client.get("/?theme=dark").text
    assert 'data-theme="dark"' in client.get("/").text
    client.get("/?theme=system")
    assert '<html lang="en">' in client.get("/").text


def test_static_files_are_kept_for_good_under_an_address_of_their_content(
    client: TestClient,
) -> None:
    """And no other address gives them."""
    addresses = re.findall(r'(?:src|href)="(/static/[^"]+)"', client.get("/").text)
    assert len(addresses) >= 3
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
        _, _, _, name = address.split("/", 3)
        assert client.get(f"/static/000000000000/{name}").status_code == 404


@pytest.mark.parametrize("path", ["/", "/nowhere", "/static/0/none.css", "/api/v1/nowhere"])
def test_every_answer_forbids_scripts_that_are_not_ours(client: TestClient, path: str) -> None:
    """Pages, errors, and the API alike."""
    headers = client.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'self';")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(("language", "words"), [("de", "Nicht gefunden"), ("en", "Not found")])
def test_a_page_that_is_not_there_says_so_in_both_languages(
    client: TestClient, language: str, words: str
) -> None:
    """With a way back."""
    answer = client.get(f"/nowhere?lang={language}")
    assert answer.status_code == 404
    assert words in answer.text
    assert 'href="/"' in answer.text


def test_the_api_tells_an_error_as_problem_details(client: TestClient) -> None:
    """RFC 9457, not a page."""
    answer = client.get("/api/v1/nowhere")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == 404


def test_an_error_of_ours_tells_nothing_of_the_inside(client: TestClient) -> None:
    """A page with our headers, without the error's words."""
    app = client.app
    assert isinstance(app, FastAPI)

    @app.get("/broken")
    def broken() -> None:
        raise RuntimeError("the secret reason")

    answer = client.get("/broken")
    assert answer.status_code == 500
    assert "Something went wrong" in answer.text
    assert "secret reason" not in answer.text
    assert "content-security-policy" in answer.headers


def test_the_record_stays_open_when_the_server_ends(client: TestClient, record: Record) -> None:
    """Whoever opened it closes it."""
    with client:
        client.get("/")
    assert record.count() == 5
