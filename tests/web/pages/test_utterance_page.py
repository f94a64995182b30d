"""An utterance: all wordings of what was said once."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi.testclient import TestClient
from lxml import html  # type: ignore[import-untyped]

from tests.record.written_record import article, said
from wortlaut.model import Article, QuotationType
from wortlaut.record import Record

_FULL = "Wir werden die alte Schleuse in diesem Jahr nicht mehr öffnen können"
_OTHER = "Wir werden die alte Schleuse in diesem Sommer nicht mehr öffnen können"
_INDIRECT = "sie werde die alte Schleuse in diesem Jahr nicht mehr öffnen können"


def printed(
    number: int,
    words: str,
    outlet: str,
    *,
    around: str = "",
    kind: QuotationType = QuotationType.DIRECT,
) -> Article:
    """An article of an outlet with these words."""
    text = f"{around}Ada Lund sagte: {words}."
    return article(
        text,
        said(words, type=kind, person="Ada Lund", speaker="Ada Lund", on=date(2026, 5, 4)),
        url=f"https://blatt{number}.example/{number}",
        outlet=outlet,
        published=date(2026, 5, 4 + number),
    )


_AGENCY = (
    "Am Morgen war der Nebel über dem Fluss so dicht, dass die Fähre nicht fuhr, und auf dem Damm "
    "standen schon früh die ersten Zuschauer mit Ferngläsern und warmem Tee in Kannen. "
)


@pytest.fixture
def number(record: Record) -> int:
    """Four outlets print one utterance: twice from one agency, once otherwise, once indirectly."""
    record.add(printed(1, f"„{_FULL}“", "Morgenblatt", around=_AGENCY))
    record.add(printed(2, f"„{_FULL}“", "Abendblatt", around=_AGENCY))
    record.add(printed(3, f"„{_OTHER}“", "Tagblitz"))
    record.add(printed(4, _INDIRECT, "Bote", kind=QuotationType.INDIRECT))
    (found,) = record.search("Sommer").found
    return found.utterance or found.id


def page_of(client: TestClient, number: int) -> html.HtmlElement:
    """The page of an utterance, as a tree."""
    answer = client.get(f"/utterances/{number}")
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def words_of(element: html.HtmlElement) -> str:
    """The words that are seen, without those that only screen readers hear."""
    return "".join(element.xpath(".//text()[not(ancestor::*[@class='unseen'])]"))


def test_wordings_stand_in_order_of_time_by_source(client: TestClient, number: int) -> None:
    """Articles of nearly one text are one witness, their equal wording is folded away."""
    page = page_of(client, number)
    witnesses = page.xpath("//li[@class='witness']")
    assert [" ".join(each.findtext("p/bdi").split()) for each in witnesses] == [
        "Morgenblatt, Abendblatt",
        "Tagblitz",
        "Bote",
    ]
    (copies,) = witnesses[0].xpath(".//details[@class='copies']")
    assert "Abendblatt" in copies.text_content()
    assert len(witnesses[0].xpath(".//blockquote")) == 1


def test_the_first_and_the_fullest_are_marked(client: TestClient, number: int) -> None:
    """By words, not by colour alone; the fullest stands at the head of the page."""
    page = page_of(client, number)
    assert len(page.xpath("//li[contains(@class, 'is-earliest')]")) == 1
    assert len(page.xpath("//li[contains(@class, 'is-fullest')]")) == 1
    (head,) = page.xpath("//div[starts-with(@class, 'fullest')]//blockquote")
    assert words_of(head).strip() == f"„{_FULL}“"
    assert page.xpath("//p[@class='kicker']//a[@class='name']")[0].text_content() == "Ada Lund"


def test_differences_are_marked_word_by_word(client: TestClient, number: int) -> None:
    """As deletions and insertions, which screen readers are told of in words."""
    page = page_of(client, number)
    (drifting,) = page.xpath("//div[contains(@class, 'is-drifting')]")
    (out,), (into,) = drifting.xpath(".//del"), drifting.xpath(".//ins")
    assert words_of(out).strip() == "Jahr"
    assert words_of(into).strip() == "Sommer"
    assert out.xpath("./span[@class='unseen']")[0].text_content().strip() == "left out:"
    kept = drifting.xpath(
        ".//blockquote//text()[not(ancestor::del or ancestor::*[@class='unseen'])]"
    )
    assert "".join("".join(kept).split()) == "".join(f"„{_OTHER}“".split())


def test_drift_is_flagged_and_explained(client: TestClient, number: int) -> None:
    """A wording that only reports is none."""
    page = page_of(client, number)
    assert page.xpath("//p[@class='warning']")
    (drifting,) = page.xpath("//div[contains(@class, 'is-drifting')]")
    assert "Tagblitz" in drifting.text_content()
    assert drifting.xpath(".//*[contains(@class, 'is-drift')]")


def test_every_wording_leads_to_its_place_in_an_article(
    client: TestClient, record: Record, number: int
) -> None:
    """By the article's number and the statement's."""
    page = page_of(client, number)
    links = set(page.xpath("//section//a/@href"))
    said_here = record.utterance(number)
    assert said_here is not None
    for wording in said_here.wordings:
        assert f"/articles/{wording.found.article_id}#s{wording.found.id}" in links


def test_any_statement_leads_to_its_utterance(
    client: TestClient, record: Record, number: int
) -> None:
    """Whose address is the least number of them."""
    said_here = record.utterance(number)
    assert said_here is not None
    last = said_here.wordings[-1].found.id
    answer = client.get(f"/utterances/{last}", follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["location"] == f"/utterances/{number}"


def test_translations_stand_side_by_side(client: TestClient, record: Record, number: int) -> None:
    """The fullest wording of each language."""
    english = "We will not be able to open the old lock again this year"
    text = f"Ada Lund said: “{english}”."
    record.add(
        article(
            text,
            said(f"“{english}”", person="Ada Lund", speaker="Ada Lund", on=date(2026, 5, 4)),
            url="https://courier.example/lock",
            outlet="Courier",
            language="en",
            published=date(2026, 5, 6),
        )
    )
    page = page_of(client, number)
    aligned = page.xpath("//div[contains(@class, 'is-aligned')]//blockquote/span")
    assert {each.get("lang"): words_of(each).strip() for each in aligned} == {
        "de": f"„{_FULL}“",
        "en": f"“{english}”",
    }


def test_what_was_printed_once_says_so(client: TestClient, record: Record) -> None:
    """And nobody's number is nothing."""
    (found,) = record.search("Flut").found
    page = page_of(client, found.id)
    assert not page.xpath("//ol[@class='witnesses']")
    assert client.get("/utterances/4711").status_code == 404


def test_hostile_words_are_shown_as_their_characters(client: TestClient, record: Record) -> None:
    """In the wording, in what differs, in titles."""
    evil = "„Wir öffnen <img src=x onerror=alert(1)> die alte große Schleuse nie wieder \u202e“"
    record.add(printed(7, evil, '"><script>alert(2)</script>'))
    record.add(printed(8, evil.replace("nie wieder", "<b>nie</b> mehr"), "Bote"))
    found = record.search("große").found
    for each in found:
        page = page_of(client, each.id)
        assert not page.xpath("//main//img | //main//script | //main//b")
        assert not page.xpath("//*[@*[starts-with(name(), 'on')]]")
        assert "\u202e" not in html.tostring(page, encoding="unicode")
    assert len(found) == 2
