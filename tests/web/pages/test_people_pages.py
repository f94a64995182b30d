"""People: the list, a person's page, and two persons side by side."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi.testclient import TestClient
from lxml import html  # type: ignore[import-untyped]

from tests.record.written_record import article, said
from wortlaut.model import Act, Mention, PersonKind, QuotationType, Span
from wortlaut.record import Record


def page_of(client: TestClient, address: str, status: int = 200) -> html.HtmlElement:
    """The page at an address, as a tree."""
    answer = client.get(address)
    assert answer.status_code == status
    return html.fromstring(answer.text)


def number_of(record: Record, name: str) -> int:
    """The record's number of the only one who is called so."""
    (person,) = record.people(name)
    return person.id


def say(
    record: Record,
    number: int,
    person: str,
    words: str,
    day: date,
    *,
    role: str = "",
    act: Act = Act.ASSERTS,
) -> None:
    """Put an article on record in which somebody says something on a day."""
    text = f"{role} {person} sagte: „{words}“".strip()
    record.add(
        article(
            text,
            said(f"„{words}“", person=person, role=role or None, speaker=person, on=day, act=act),
            url=f"https://blatt.example/{number}",
            outlet=("Deichblatt", "Küstenpost")[number % 2],
            published=day,
        )
    )


@pytest.fixture
def spoken(record: Record) -> Record:
    """The record with what two people say on a sluice in the course of a year."""
    say(
        record, 1, "Ada Lund", "Die Schleuse wird nicht gebaut", date(2025, 3, 2), role="Ministerin"
    )
    say(
        record,
        2,
        "Ada Lund",
        "Die Schleuse wird gebaut",
        date(2026, 1, 7),
        role="Kanzlerin",
        act=Act.PROMISES,
    )
    say(record, 3, "Bo Horn", "Die Schleuse ist zu teuer", date(2025, 6, 5), act=Act.WARNS)
    return record


def test_the_list_has_those_first_who_are_quoted_most(client: TestClient, spoken: Record) -> None:
    """Each with a link, a role, and how much is on record."""
    page = page_of(client, "/people")
    names = [each.text_content() for each in page.xpath("//ol[@class='listed']//a[@class='name']")]
    assert names[:2] == ["Ada Lund", "Wiebke Harms"]
    first = page.xpath("//ol[@class='listed']/li")[0]
    assert first.xpath(".//a/@href") == [f"/people/{number_of(spoken, 'Ada Lund')}"]
    assert first.xpath("string(.//*[contains(@class, 'role')])") == "Kanzlerin"
    assert "2 statements" in first.text_content()


def test_a_name_is_found_in_any_spelling(client: TestClient, record: Record) -> None:
    """And a name that nobody has leads on."""
    say(record, 1, "Wolodymyr Selenskyj", "Wir kommen", date(2026, 1, 1))
    page = page_of(client, "/people?name=Zelensky")
    assert [each.text_content() for each in page.xpath("//a[@class='name']")] == [
        "Wolodymyr Selenskyj"
    ]
    nobody = page_of(client, "/people?name=Unbekannt")
    assert nobody.xpath("//p[@class='nothing']")
    assert nobody.xpath("//a[@href='/search?q=Unbekannt']")


def test_a_name_without_a_letter_says_so(client: TestClient) -> None:
    """And does not fail."""
    page = page_of(client, "/people?name=%3F%3F", 400)
    assert page.xpath("//p[@class='warning']")


def test_the_list_goes_on_on_further_pages(
    client: TestClient, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without leaving anybody out, and not beyond the last."""
    monkeypatch.setattr("wortlaut.web.views._people.PEOPLE_PAGE", 2)
    first, second = page_of(client, "/people"), page_of(client, "/people?page=2")
    links = [link for page in (first, second) for link in page.xpath("//a[@class='name']/@href")]
    assert links == [f"/people/{each.id}" for each in record.people()]
    assert len(links) == 3
    assert first.xpath("//a[@rel='next'][@href='/people?page=2']")
    assert second.xpath("//a[@rel='prev'][@href='/people?page=1']")
    assert not second.xpath("//a[@rel='next']")
    assert page_of(client, "/people?page=9").xpath("//p[@class='nothing']")


def test_a_person_is_told_in_numbers(client: TestClient, spoken: Record) -> None:
    """Roles in order of time, months, outlets, names, statements; a feed and a search."""
    number = number_of(spoken, "Ada Lund")
    page = page_of(client, f"/people/{number}")
    assert page.xpath("string(//h1)") == "Ada Lund"
    roles = page.xpath("//table[@class='roles']/tbody/tr")
    assert [each.findtext("th/bdi") for each in roles] == ["Ministerin", "Kanzlerin"]
    assert "2 Mar 2025" in roles[0].xpath("string(td[1])")
    assert page.xpath(f"//link[@rel='alternate'][@href='/feeds/people/{number}.atom']")
    assert page.xpath("//form[@action='/search']//input[@name='person']/@value") == [f"#{number}"]
    assert page.xpath("string(//table[@class='names']/tbody/tr/th)").strip() == "Ada Lund"
    latest = page.xpath("//section[@aria-labelledby='latest']//blockquote")
    assert [each.text_content() for each in latest] == [
        "„Die Schleuse wird gebaut“",
        "„Die Schleuse wird nicht gebaut“",
    ]
    outlets = page.xpath("//section[@aria-labelledby='outlets']//li")
    assert sorted(each.xpath("string(span[1])") for each in outlets) == ["Deichblatt", "Küstenpost"]


def test_the_chart_has_every_month_and_a_table_behind_it(
    client: TestClient, spoken: Record
) -> None:
    """Bars are links to the statements of their month; empty months stand in the table."""
    number = number_of(spoken, "Ada Lund")
    page = page_of(client, f"/people/{number}")
    (chart,) = page.xpath("//*[local-name()='svg'][@class='chart']")
    bars = chart.xpath(".//*[local-name()='a']")
    assert [each.get("aria-label") for each in bars] == [
        "March 2025: 1 statement",
        "January 2026: 1 statement",
    ]
    assert bars[0].get("href") == (f"/search?person=%23{number}&begin=2025-03-01&end=2025-03-31")
    named = chart.get("aria-labelledby").split()
    assert all(chart.xpath(f"./*[@id='{each}']") for each in named)
    rows = page.xpath("//figure//table/tbody/tr")
    assert len(rows) == 11
    assert [row.findtext("td") for row in rows] == ["1", *["0"] * 9, "1"]


def test_nobody_has_no_page(client: TestClient) -> None:
    """A number that the record has not given out."""
    page_of(client, "/people/4711", 404)
    page_of(client, "/people/4711/around", 404)


def test_whoever_was_merged_leads_to_the_one_who_stayed(client: TestClient, spoken: Record) -> None:
    """With whatever else was asked for."""
    one, other = number_of(spoken, "Ada Lund"), number_of(spoken, "Bo Horn")
    stays = spoken.merge(f"#{one}", f"#{other}")
    gone = other if stays == one else one
    answer = client.get(f"/people/{gone}?topic=Schleuse", follow_redirects=False)
    assert answer.status_code == 308
    assert answer.headers["location"] == f"/people/{stays}?topic=Schleuse"


def test_what_stands_around_a_person_is_fetched_afterwards(
    client: TestClient, record: Record
) -> None:
    """As a part for htmx, as a page of its own without it."""
    text = "Ada Lund sagte zu Bo Horn: „Mit Cai Brandt rede ich nicht.“"
    begin = text.index("Cai Brandt")
    mention = Mention("Cai Brandt", PersonKind.HUMAN, Span(begin, begin + len("Cai Brandt")))
    record.add(
        article(
            text,
            said(
                "„Mit Cai Brandt rede ich nicht.“",
                person="Ada Lund",
                addressee="Bo Horn",
                about=(mention,),
            ),
        )
    )
    number = number_of(record, "Ada Lund")
    (waits,) = page_of(client, f"/people/{number}").xpath("//div[@hx-get]")
    assert waits.get("hx-get") == f"/people/{number}/around"
    whole = page_of(client, waits.get("hx-get"))
    part = client.get(waits.get("hx-get"), headers={"HX-Request": "true"}).text
    assert "<main" not in part
    for tree in (whole, html.fragment_fromstring(part, create_parent=True)):
        told = {
            each.get("aria-labelledby"): each.xpath("string(.//li/span[1])")
            for each in tree.xpath(".//section")
        }
        assert told == {"addressees": "Bo Horn", "about": "Cai Brandt"}


def test_positions_on_a_topic_stand_in_order_of_time(client: TestClient, spoken: Record) -> None:
    """With the pair that a reader should look at twice, as a question."""
    number = number_of(spoken, "Ada Lund")
    page = page_of(client, f"/people/{number}?topic=Schleuse")
    stands = page.xpath("//ol[@class='stands']/li//blockquote")
    assert [each.text_content() for each in stands] == [
        "„Die Schleuse wird nicht gebaut“",
        "„Die Schleuse wird gebaut“",
    ]
    (pair,) = page.xpath("//li[@class='pair-of']")
    assert len(pair.xpath(".//blockquote")) == 2
    assert len(page.xpath(f"//a[@href='#{pair.get('id')}']")) == 2


def test_a_topic_that_is_none_says_so(client: TestClient, spoken: Record) -> None:
    """Above the person's page."""
    number = number_of(spoken, "Ada Lund")
    page = page_of(client, f"/people/{number}?topic=%3F", 400)
    assert page.xpath("//p[@class='warning']")
    assert page.xpath("//section[@aria-labelledby='latest']")
    nothing = page_of(client, f"/people/{number}?topic=Regenschirm")
    assert nothing.xpath("//section[@class='on-topic']//p[@class='nothing']")


def test_two_people_stand_side_by_side(client: TestClient, spoken: Record) -> None:
    """Day by day, each in a column of their own."""
    page = page_of(client, "/people/compare?one=Lund&other=Horn&topic=Schleuse")
    days = page.xpath("//li[@class='side-day']")
    shown = [
        (
            day.findtext("h3"),
            [each.text_content() for each in day.xpath("./ul[@class='side-one']/li//blockquote")],
            [each.text_content() for each in day.xpath("./ul[@class='side-other']/li//blockquote")],
        )
        for day in days
    ]
    assert shown == [
        ("2 March 2025", ["„Die Schleuse wird nicht gebaut“"], []),
        ("5 June 2025", [], ["„Die Schleuse ist zu teuer“"]),
        ("7 January 2026", ["„Die Schleuse wird gebaut“"], []),
    ]


def test_whoever_is_unclear_is_asked_for(client: TestClient, spoken: Record) -> None:
    """Several of one name are offered, nobody is told, and one person is not two."""
    say(spoken, 9, "Eva Lund", "Ich auch", date(2026, 2, 2))
    page = page_of(client, "/people/compare?one=Lund&other=Horn&topic=Schleuse")
    offered = page.xpath("//section[contains(@class, 'unclear')]//a/@href")
    ada = number_of(spoken, "Ada Lund")
    assert f"/people/compare?one=%23{ada}&other=Horn&topic=Schleuse" in offered
    assert len(offered) == 2
    nobody = page_of(client, "/people/compare?one=Niemand&other=Horn&topic=Schleuse")
    assert nobody.xpath("//section[contains(@class, 'unclear')]//a[@href='/people']")
    same = page_of(client, f"/people/compare?one=%23{ada}&other=Ada+Lund&topic=Schleuse")
    assert same.xpath("//p[@class='warning']")
    assert not same.xpath("//li[@class='side-day']")
    page_of(client, "/people/compare")
    page_of(client, "/people/compare?one=%3F&other=Horn&topic=Schleuse", 400)


def test_hostile_names_are_shown_as_their_characters(client: TestClient, record: Record) -> None:
    """In headings, attributes, lists, charts and addresses."""
    name = '"><img src=x onerror=alert(1)>\u202e'
    text = f"{name} sagte: „Ja“"
    record.add(
        article(
            text,
            said(
                "„Ja“",
                person=name,
                speaker=name,
                type=QuotationType.DIRECT,
                on=date(2026, 1, 1),
                act=Act.DENIES,
            ),
            url="https://x.example/name",
            outlet='<script>alert(2)</script>"',
        )
    )
    (found,) = record.search("Ja").found
    for address in (
        f"/people/{found.identity_id}",
        f"/people/{found.identity_id}?topic=Ja",
        f"/people/{found.identity_id}/around",
        "/people",
        "/people?name=%22%3E%3Cimg+src%3Dx%3E",
        "/people/compare?one=%22%3E%3Cimg%3E&other=%3Cb%3E&topic=%3Cscript%3E",
    ):
        page = page_of(client, address)
        assert not page.xpath("//main//img | //main//script | //main//b")
        assert not page.xpath("//*[@*[starts-with(name(), 'on')]]")
        assert "\u202e" not in html.tostring(page, encoding="unicode")
