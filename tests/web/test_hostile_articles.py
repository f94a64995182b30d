"""Articles that mean harm, on every page: nothing of them runs, leads astray or turns the page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.record.written_record import article, place_of_words
from wortlaut.model import (
    Located,
    Medium,
    Person,
    PersonKind,
    QuotationType,
    Statement,
    When,
    WhenBasis,
)
from wortlaut.record import Record
from wortlaut.web import WebSettings, create_app

HARM = "<script>alert(1)</script><img src=x onerror=alert(2)>\"' onmouseover=alert(3) x='"
TURN = "\u202egnulhäzrE\u2066"
TEXT = f"{HARM} sagte: „{HARM}{TURN} Ja.“ {{{{ 7*7 }}}} {{% raw %}} Ende {TURN}."
PAGES = [
    "/",
    "/search",
    "/search?q=Ja",
    "/search?person={harm}&outlet={harm}&q={harm}&topic={harm}",
    "/search?q=%22{harm}",
    "/search?lang={harm}&theme={harm}",
    "/articles/1",
    "/people",
    "/people/1",
    "/utterances/1",
    "/network",
    "/review",
    "/review/statements",
    "/read",
    "/add",
    "/login?next={harm}",
    "/{harm}",
    "/feeds/search.atom",
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A server over articles whose every field means harm."""
    file: Path = tmp_path_factory.mktemp("hostile") / "record.sqlite"
    quote = place_of_words(TEXT, f"„{HARM}{TURN} Ja.“")
    speaker = place_of_words(TEXT, HARM)
    person = Person(
        HARM + TURN, PersonKind.HUMAN, role=Located(HARM, speaker), confidence=0.4, runner_up=HARM
    )
    statement = Statement(
        id=1,
        type=QuotationType.DIRECT,
        medium=Medium.SPEECH,
        quote=(quote,),
        confidence=0.9,
        speaker=(speaker,),
        person=person,
        addressee=(speaker,),
        addressee_person=Person(HARM + "2", PersonKind.HUMAN),
        condition=(place_of_words(TEXT, "Ja"),),
        via=Located(HARM, speaker),
        said_on=When(WhenBasis.FRAME, date(2026, 11, 20), date(2026, 11, 20)),
    )
    with Record(file) as record:
        for number, address in enumerate(
            (
                "javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "https://a.example/",
            )
        ):
            record.add(
                article(
                    f"{TEXT} {number}",
                    lambda *_: statement,
                    url=address,
                    outlet=HARM + TURN,
                    title=HARM + TURN,
                    authors=(HARM,),
                    language='de"><script>',
                )
            )
        settings = WebSettings(hosts=frozenset({"testserver"}))
        with TestClient(create_app(record, settings)) as client:
            yield client


class Elements(HTMLParser):
    """The elements of a page, each with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep it."""
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("path", PAGES)
def test_nothing_of_a_hostile_article_becomes_markup(hostile: TestClient, path: str) -> None:
    """No script but our files, no event handler, no style, no address but of the web."""
    answer = hostile.get(path.format(harm=HARM.replace("/", "%2F").replace("#", "%23")))
    assert answer.status_code in (200, 400, 404), answer.text
    elements = Elements(answer.text).found
    assert elements
    for tag, attributes in elements:
        assert tag not in ("img", "iframe", "object", "embed", "base")
        assert not [name for name in attributes if name.startswith("on")]
        assert "style" not in attributes
        if tag == "script":
            assert (attributes["src"] or "").startswith("/static/")
        for name in ("href", "src", "action", "formaction"):
            address = attributes.get(name)
            if address is not None:
                assert address.startswith(("/", "#", "https://", "http://")), (tag, name, address)
    assert "49" not in answer.text.partition("7*7")[2][:20]


@pytest.mark.parametrize("path", [page for page in PAGES if "atom" not in page])
def test_nothing_that_turns_the_direction_of_text_reaches_a_page(
    hostile: TestClient, path: str
) -> None:
    """It is shown by its name."""
    answer = hostile.get(path.format(harm=TURN))
    assert "\u202e" not in answer.text
    assert "\u2066" not in answer.text


def test_what_turns_the_direction_of_text_is_shown_on_the_card(hostile: TestClient) -> None:
    """So that somebody who checks a quotation sees that it is there."""
    page = hostile.get("/search?q=Ja").text
    assert '<span class="steers">RLO</span>gnulhäzrE<span class="steers">LRI</span>' in page


def test_an_article_without_an_address_of_the_web_has_no_link_to_one(hostile: TestClient) -> None:
    """Only the third of them has a source that a link may lead to."""
    outside = [
        attributes["href"]
        for number in (1, 2, 3)
        for tag, attributes in Elements(hostile.get(f"/articles/{number}").text).found
        if tag == "a" and not (attributes.get("href") or "").startswith(("/", "#"))
    ]
    assert set(outside) == {"https://a.example/"}
