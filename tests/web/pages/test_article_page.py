"""The reading view of an article."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi.testclient import TestClient
from lxml import html  # type: ignore[import-untyped]

from tests.record.written_record import article, place_of_words, said
from wortlaut.model import (
    Act,
    Article,
    Located,
    Mention,
    Occasion,
    OccasionKind,
    Person,
    PersonKind,
    QuotationType,
)
from wortlaut.record import Record
from wortlaut.web import WebSettings, create_app
from wortlaut.web.views import BlockKind, article_view
from wortlaut.web.views._blocks import blocks_of

QUAY = (
    "Der Kai wird teurer 😀\n\n"
    "TALMAR (npa) - Kapitän Ole Brandt sagte am Freitag im Rat: „Ada Lund hat mir gesagt: ‚Der Kai "
    "kostet das Doppelte‘“, und er ging.\nWenn das Geld reiche, baue man weiter, sagte er.\n\n"
    "Lesen Sie auch: Ebbe in der Kasse\n"
)


def quay() -> Article:
    """An article with a title line, a nested quotation, a condition, and furniture."""
    lines = QUAY.split("\n")
    paragraph = place_of_words(QUAY, "Kapitän Ole")
    end = QUAY.index("sagte er.") + len("sagte er.")
    occasion = Occasion(OccasionKind.PARLIAMENT, (place_of_words(QUAY, "im Rat"),))
    inner = "‚Der Kai kostet das Doppelte‘"
    mention = Mention("Ada Lund", PersonKind.HUMAN, place_of_words(QUAY, "Ada Lund"))
    return article(
        QUAY,
        said(
            f"„Ada Lund hat mir gesagt: {inner}“",
            person="Ole Brandt",
            role="Kapitän",
            speaker="Kapitän Ole Brandt",
            cue=(place_of_words(QUAY, "sagte"),),
            on=date(2026, 11, 20),
            occasion=occasion,
            about=(mention,),
        ),
        said(inner, person="Ada Lund", addressee="mir", nested_in=1, act=Act.ASSERTS),
        said(
            "Wenn das Geld reiche, baue man weiter",
            type=QuotationType.INDIRECT,
            person=Person("Ole Brandt", PersonKind.HUMAN, confidence=0.6, runner_up="Ada Lund"),
            condition="Wenn das Geld reiche",
            negated=True,
        ),
        title="Der Kai wird teurer 😀",
        url="https://kai.example/teurer",
        authors=("Ina Horn",),
        agency=Located("npa", place_of_words(QUAY, "npa")),
        paragraphs=(type(paragraph)(paragraph.begin, end),),
        furniture=(place_of_words(QUAY, lines[5]),),
    )


def page_of(client: TestClient, address: str) -> html.HtmlElement:
    """The page at an address, as a tree."""
    answer = client.get(address)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


@pytest.fixture
def quay_number(record: Record) -> int:
    """The article's number in the record."""
    record.add(quay())
    kept = record.article("https://kai.example/teurer")
    assert kept is not None
    return kept.article_id


def test_the_text_stands_there_character_by_character(client: TestClient, quay_number: int) -> None:
    """Headline, paragraphs and furniture joined are the article's text, white space aside."""
    page = page_of(client, f"/articles/{quay_number}")
    (headline,) = page.xpath("//h1")
    words = [headline, *page.xpath("//p[contains(@class, 'words')]")]
    words += page.xpath("//details[contains(@class, 'furniture')]/p")
    assert "".join(" ".join(each.text_content() for each in words).split()) == "".join(QUAY.split())


def test_a_quotation_leads_to_its_note_and_back(client: TestClient, quay_number: int) -> None:
    """Each has one lasting address, by the record's number of the statement."""
    page = page_of(client, f"/articles/{quay_number}")
    notes = page.xpath("//article[contains(@class, 'note')]")
    assert len(notes) == 3
    for place, note in enumerate(notes, 1):
        number = note.get("data-s")
        (quote,) = page.xpath(f"//mark[@id='s{number}']")
        (link,) = page.xpath(f"//a[@class='ref'][@href='#n{number}']")
        assert note.get("id") == f"n{number}"
        assert note.xpath(f".//a[@href='#s{number}']")
        assert link.get("data-place") == str(place)
        assert link.getparent() is quote
        assert link.text_content() == ""


def test_a_nested_quotation_stands_within_the_outer_one(
    client: TestClient, quay_number: int
) -> None:
    """As elements do, with a deeper line, and its note names the outer one."""
    page = page_of(client, f"/articles/{quay_number}")
    (inner,) = page.xpath("//mark//mark")
    assert inner.text_content() == "‚Der Kai kostet das Doppelte‘"
    assert "deep-1" in inner.get("class")
    (note,) = page.xpath(f"//article[@id='n{inner.get('data-s')}']")
    assert rows_of(note)["In statement"] == "1"


def rows_of(note: html.HtmlElement) -> dict[str, str]:
    """What a note tells, by its labels."""
    return {
        row.findtext("dt") or "": " ".join(row.find("dd").text_content().split())
        for row in note.xpath(".//dl/div")
    }


def test_a_note_tells_all_that_was_read(client: TestClient, quay_number: int) -> None:
    """Person, role, type, when, occasion, about; condition, negation and doubt."""
    page = page_of(client, f"/articles/{quay_number}")
    first, second, third = page.xpath("//article[contains(@class, 'note')]")
    assert [each.text_content() for each in first.xpath(".//a[@class='name']")] == [
        "Ole Brandt",
        "Ada Lund",
    ]
    assert first.findtext(".//p[@class='note-role']/bdi") == "Kapitän"
    assert rows_of(first) == {
        "When": "20 November 2026",
        "Occasion": "im Rat (parliament)",
        "About": "Ada Lund",
    }
    assert rows_of(second)["To"] == "mir"
    assert rows_of(third)["Condition"] == "Wenn das Geld reiche"
    assert third.xpath(".//*[@class='negated']")
    (doubt,) = third.xpath(".//*[@class='doubt']")
    assert "60" in doubt.text_content()
    assert "Ada Lund" in doubt.text_content()


def test_people_lead_to_their_pages(client: TestClient, record: Record, quay_number: int) -> None:
    """By the record's number; who has none is looked for by name."""
    page = page_of(client, f"/articles/{quay_number}")
    (brandt,) = record.people("Ole Brandt")
    first, second, _ = page.xpath("//article[contains(@class, 'note')]")
    assert first.xpath(f".//a[@href='/people/{brandt.id}']")
    (mir,) = second.xpath(".//dl//a")
    assert mir.get("href") == "/people?name=mir"


def test_types_are_told_by_line_and_word(client: TestClient, quay_number: int) -> None:
    """A class for each type carries colour and line; the legend names those of the article."""
    page = page_of(client, f"/articles/{quay_number}")
    classes = [each.get("class").split() for each in page.xpath("//mark[@id]")]
    assert [each[1] for each in classes] == ["q-direct", "q-direct", "q-indirect"]
    legend = page.xpath("//details[@class='legend']//span[starts-with(@class, 'q ')]")
    assert [each.text_content() for each in legend] == ["verbatim", "indirect"]


def test_furniture_is_folded_away(client: TestClient, quay_number: int) -> None:
    """Behind a summary, not within the body."""
    page = page_of(client, f"/articles/{quay_number}")
    (furniture,) = page.xpath("//details[contains(@class, 'furniture')]")
    assert "Lesen Sie auch" in furniture.text_content()
    assert furniture.get("open") is None


def test_a_person_has_checked_it(client: TestClient, record: Record, quay_number: int) -> None:
    """The note says so."""
    kept = record.article_by_number(quay_number)
    assert kept is not None
    record.confirm(kept.statement_ids[2])
    page = page_of(client, f"/articles/{quay_number}")
    marked = page.xpath("//article[contains(@class, 'note')][.//*[@class='by-hand']]")
    assert [each.get("data-s") for each in marked] == [str(kept.statement_ids[2])]


def test_an_older_version_is_reached_and_says_that_it_is_one(
    client: TestClient, record: Record, quay_number: int
) -> None:
    """With a way to the newest one and to what changed."""
    changed = QUAY.replace("das Doppelte", "das Dreifache")
    record.add(article(changed, url="https://kai.example/teurer", title="Der Kai"))
    now = page_of(client, f"/articles/{quay_number}")
    assert not now.xpath("//p[@class='warning']")
    assert now.xpath(f"//a[@href='/articles/{quay_number}?version=1']")
    (way,) = now.xpath("//section[contains(@class, 'versions')]//a[contains(@href, 'changes')]")
    before = page_of(client, f"/articles/{quay_number}?version=1")
    assert before.xpath(f"//p[@class='warning']//a[@href='/articles/{quay_number}']")
    changes = page_of(client, way.get("href"))
    out = [plain(each) for each in changes.xpath("//p[@class='words']//del")]
    into = [plain(each) for each in changes.xpath("//p[@class='words']//ins")]
    assert "Doppelte" in out
    assert "Dreifache" in into


def plain(element: html.HtmlElement) -> str:
    """Its words without those that only screen readers hear."""
    own = [element.text or "", *(child.tail or "" for child in element)]
    return "".join(own).strip()


def test_what_is_not_there_is_not_found(client: TestClient, quay_number: int) -> None:
    """An article, a version, a comparison; and a number is a number."""
    for address in (
        "/articles/4711",
        f"/articles/{quay_number}?version=9",
        f"/articles/{quay_number}/changes?from=1&to=2",
    ):
        assert client.get(address).status_code == 404
    for address in ("/articles/0", "/articles/x", f"/articles/{2**70}"):
        assert client.get(address).status_code in {400, 404, 422}


def test_a_hostile_article_is_shown_as_its_characters(record: Record, client: TestClient) -> None:
    """Elements, handlers, addresses that run scripts and signs that turn the text do nothing."""
    text = (
        "<script>alert(1)</script> Eva \u202egnal\u202c <img src=x onerror=alert(2)> sagte: "
        '„</mark><svg onload="alert(3)">“'
    )
    record.add(
        article(
            text,
            said('„</mark><svg onload="alert(3)">“', person='"><b>Eva', speaker="Eva"),
            title="</title><script>alert(4)</script>\u202e",
            url="https://x.example/böse",
            outlet="<i>Blatt</i>",
            language='de"><script>',
            authors=("<u>Wer</u>",),
        )
    )
    kept = record.article("https://x.example/böse")
    assert kept is not None
    page = page_of(client, f"/articles/{kept.article_id}")
    (words,) = page.xpath("//p[contains(@class, 'words')]")
    shown = words.text_content().replace("RLO", "\u202e").replace("PDF", "\u202c")
    assert shown == text
    assert not page.xpath("//main//script | //main//svg | //main//img | //main//b | //main//i")
    assert not page.xpath("//*[@*[starts-with(name(), 'on')]]")
    assert "\u202e" not in html.tostring(page, encoding="unicode")


def test_only_addresses_of_the_web_are_links(record: Record, client: TestClient) -> None:
    """A data or script address leads nowhere."""
    for number, address in enumerate(("javascript:alert(1)", "data:text/html,x", "file:///etc")):
        record.add(article(f"Text {number}. Sie sagte: „Ja.“", said("„Ja.“"), url=address))
    for found in record.search_articles("Text").found:
        page = page_of(client, f"/articles/{found.article_id}")
        assert not page.xpath("//p[@class='byline']//a")


def test_a_long_article_is_shown_whole(record: Record, settings: WebSettings) -> None:
    """Two hundred thousand characters with five hundred statements."""
    paragraphs = [f"„Satz {n} über den Deich“, sagte Wiebke Harms. " * 9 for n in range(500)]
    text = "\n\n".join(paragraphs)
    sayings = [said(f"„Satz {n} über den Deich“", person="Wiebke Harms") for n in range(500)]
    record.add(article(text, *sayings, url="https://lang.example/"))
    kept = record.article("https://lang.example/")
    assert kept is not None
    assert len(text) > 200_000
    with TestClient(create_app(record, settings)) as client:
        page = page_of(client, f"/articles/{kept.article_id}")
    assert len(page.xpath("//mark[@id]")) == len(page.xpath("//article[@id]")) == 500


def test_blocks_hold_every_word_of_the_text() -> None:
    """In order, without overlap; lines of one paragraph are one block, its dateline with them."""
    blocks = blocks_of(quay())
    assert [each.kind for each in blocks] == [
        BlockKind.HEADLINE,
        BlockKind.BODY,
        BlockKind.FURNITURE,
    ]
    assert "".join("".join(each.span.of(QUAY).split()) for each in blocks) == "".join(QUAY.split())
    assert blocks[1].span.of(QUAY).startswith("TALMAR (npa)")
    assert "\n" in blocks[1].span.of(QUAY)


def test_an_article_without_statements_says_so(record: Record, client: TestClient) -> None:
    """And shows its text."""
    record.add(article("Nur Wetter heute.", url="https://wetter.example/"))
    kept = record.article("https://wetter.example/")
    assert kept is not None
    view = article_view(record, kept.article_id)
    assert view is not None
    assert view.notes == ()
    page = page_of(client, f"/articles/{kept.article_id}")
    assert "Nur Wetter heute." in page.text_content()
    assert not page.xpath("//mark")
