"""Answers are given again while the record is as it was, and to nobody whom they do not suit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.record.written_record import article, said
from wortlaut.record import Record
from wortlaut.web import WebSettings, create_app
from wortlaut.web._kept_answers import KeptAnswer, KeptAnswers
from wortlaut.web._tokens import Role, make_token

PAGES = (
    "/search?q=deich",
    "/search/around?q=deich",
    "/articles/1",
    "/people/1",
    "/people/1/around",
)
ANSWERS = ("/api/v1/statements?q=deich", "/api/v1/articles/1", "/api/v1/persons/1")
HOSTS = frozenset({"testserver", "other"})


@pytest.fixture
def browsers(record: Record) -> Iterator[tuple[TestClient, TestClient]]:
    """Two who come to one server."""
    app = create_app(record, WebSettings(hosts=HOSTS))
    english = {"Accept-Language": "en"}
    with TestClient(app, headers=english) as one:
        yield one, TestClient(app, headers=english)


def questions(record: Record, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is asked of the record from now on, beside its mark."""
    asked: list[str] = []
    for name in ("search", "article_by_number", "person", "histogram", "surroundings"):
        real = getattr(Record, name)

        def asking(self: Record, *a: object, name: str = name, real: object = real, **k: object):  # type: ignore[no-untyped-def]
            asked.append(name)
            return real(self, *a, **k)  # type: ignore[operator]

        monkeypatch.setattr(Record, name, asking)
    return asked


def without_tokens(html: str) -> str:
    """The page without what differs between sessions."""
    return re.sub("[0-9a-f]{64}", "", html)


@pytest.mark.parametrize("address", [*PAGES, *ANSWERS])
def test_what_was_answered_is_answered_again(
    browsers: tuple[TestClient, TestClient],
    record: Record,
    monkeypatch: pytest.MonkeyPatch,
    address: str,
) -> None:
    """The record is asked for its mark alone, and whoever comes next gets the same."""
    one, other = browsers
    asked = questions(record, monkeypatch)
    first = one.get(address)
    assert first.status_code == 200
    assert asked
    asked.clear()
    again = other.get(address)
    assert not asked
    assert without_tokens(again.text) == without_tokens(first.text)
    own = ("set-cookie", "content-length")
    assert [pair for pair in again.headers.items() if pair[0] not in own] == [
        pair for pair in first.headers.items() if pair[0] not in own
    ]
    assert int(again.headers["content-length"]) == len(again.content)


@pytest.mark.parametrize("address", [*PAGES, *ANSWERS])
def test_a_change_of_the_record_is_seen_at_once(
    browsers: tuple[TestClient, TestClient], record: Record, address: str
) -> None:
    """Nothing is answered from before it, by another process's writing neither."""
    one, other = browsers
    before = one.get(address).text
    with Record(record.name) as elsewhere:
        elsewhere.add(
            article(
                "Am Deich sagte Wiebke Harms zu Jann Ottens: „Der Deich ist gebrochen.“",
                said(
                    "„Der Deich ist gebrochen.“",
                    person="Wiebke Harms",
                    addressee="Jann Ottens",
                ),
                title="Deich gebrochen",
                url="https://deichblatt.example/streit",
            )
        )
    after = other.get(address).text
    assert without_tokens(after) != without_tokens(before)
    if "around" not in address:
        assert "gebrochen" in after


@pytest.mark.parametrize("address", PAGES)
def test_every_session_gets_its_own_token_and_cookie(
    browsers: tuple[TestClient, TestClient], address: str
) -> None:
    """The token of a page that was kept is the reader's own, and works for nobody else."""
    one, other = browsers
    whole = "<html" in one.get(address).text
    tokens, cookies = [], []
    for browser in (one, other, one):
        answer = browser.get(address)
        tokens.append(re.findall('name="csrf" content="([0-9a-f]{64})"', answer.text))
        cookies.append(browser.cookies.get("wortlaut"))
        if whole:
            form = {"csrf": tokens[-1][0], "text": ""}
            # 403 would say that it is not theirs; the rest is about the text.
            assert browser.post("/read", data=form).status_code != 403
    assert [len(each) for each in tokens] == [int(whole)] * 3
    assert tokens[0] == tokens[2]
    assert cookies[0] == cookies[2] != cookies[1]
    if whole:
        assert tokens[0] != tokens[1]


def test_a_token_that_stands_in_the_address_is_nobody_elses(
    browsers: tuple[TestClient, TestClient],
) -> None:
    """What one asks for is shown as it is to all, even where it is a token."""
    one, other = browsers
    (token,) = re.findall('name="csrf" content="([0-9a-f]{64})"', one.get("/search").text)
    address = f"/search?q={token}"
    assert one.get(address).text.count(token) > 1
    theirs = other.get(address).text
    (own,) = re.findall('name="csrf" content="([0-9a-f]{64})"', theirs)
    assert own != token
    assert theirs.count(own) == 1
    assert f'value="{token}"' in theirs


@pytest.mark.parametrize("address", ["/search?q=deich", "/articles/1", "/people/1"])
def test_languages_colours_and_parts_are_not_mixed(
    browsers: tuple[TestClient, TestClient], address: str
) -> None:
    """Whatever was asked for first."""
    one, other = browsers
    assert '<html lang="en">' in one.get(address).text
    assert '<html lang="de">' in other.get(address, headers={"Accept-Language": "de"}).text
    for theme in ("dark", "light"):
        other.cookies.set("theme", theme)
        assert f'<html lang="en" data-theme="{theme}">' in other.get(address).text
    assert '<html lang="en">' in one.get(address).text
    part = one.get(address, headers={"HX-Request": "true"})
    assert ("<html" in part.text) == (not address.startswith("/search"))
    assert "<html" in one.get(address).text


def test_a_switch_still_sets_its_cookie(browsers: tuple[TestClient, TestClient]) -> None:
    """However often it was used before."""
    for browser in (*browsers, browsers[0]):
        browser.cookies.clear()
        answer = browser.get("/articles/1?lang=de&theme=dark")
        assert '<html lang="de" data-theme="dark">' in answer.text
        assert browser.cookies["language"] == "de"
        assert browser.cookies["theme"] == "dark"


def test_who_may_not_read_gets_nothing_that_was_kept(record: Record, tmp_path: Path) -> None:
    """And whoever may sees their own name."""
    tokens = tmp_path / "tokens.txt"
    names = {name: make_token(tokens, name, Role.READ) for name in ("ada", "ben")}
    with TestClient(create_app(record, WebSettings(tokens=tokens))) as client:
        for name, token in names.items():
            bearer = {"Authorization": f"Bearer {token}"}
            page = client.get("/articles/1", headers=bearer)
            assert f'title="{name}"' in page.text
            assert client.get("/api/v1/articles/1", headers=bearer).status_code == 200
        assert client.get("/api/v1/articles/1").status_code == 401
        assert client.get("/articles/1", follow_redirects=False).status_code == 303


def test_links_lead_to_the_name_that_was_asked(record: Record) -> None:
    """Pages of the API are linked by whole addresses."""
    with TestClient(create_app(record, WebSettings(hosts=HOSTS))) as client:
        for host in ("testserver", "other"):
            answer = client.get("/api/v1/statements?limit=1", headers={"Host": host})
            assert answer.headers["link"].startswith(f"<http://{host}/")


def test_what_is_not_found_is_not_kept(browsers: tuple[TestClient, TestClient]) -> None:
    """Neither an error."""
    for browser in browsers:
        assert browser.get("/articles/999").status_code == 404
        assert browser.get("/search?type=none").status_code == 400


def test_room_is_made_by_what_was_not_asked_for_the_longest() -> None:
    """What is asked for stays, and what is too large does not push out all the rest."""
    kept = KeptAnswers(room=4000)
    for name in ("a", "b"):
        kept.keep(name, KeptAnswer(b"x" * 900, ()))
    assert kept.get("a")
    kept.keep("c", KeptAnswer(b"x" * 900, ()))
    assert kept.get("b") is None
    assert kept.get("a") and kept.get("c")
    kept.keep("d", KeptAnswer(b"x" * 5000, ()))
    assert kept.get("d") is None
    assert kept.get("a") and kept.get("c")


def test_what_is_kept_anew_takes_its_room_once() -> None:
    """Two threads may have built the same."""
    kept = KeptAnswers(room=4000)
    kept.keep("b", KeptAnswer(b"x" * 900, ()))
    for _ in range(9):
        kept.keep("a", KeptAnswer(b"x" * 900, ()))
    assert kept.get("b")
