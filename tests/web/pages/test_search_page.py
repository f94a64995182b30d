"""The search page: its address holds the whole search, and it helps on where nothing is found."""

from __future__ import annotations

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient
from starlette.datastructures import QueryParams

from tests.record.written_record import article, said
from wortlaut import QueryError
from wortlaut.model import Act, QuotationType
from wortlaut.record import Filters, Order, Record
from wortlaut.web._search_address import asked_from, each_asked_for, query_of, with_filter
from wortlaut.web.views import Asked

HTMX = {"HX-Request": "true"}


def quotes(html: str) -> list[str]:
    """The quotations on a page, in order."""
    found = re.findall(r'<blockquote class="statement-words">(.*?)</blockquote>', html, re.S)
    return [unescape(re.sub("<[^>]+>", "", each)).strip() for each in found]


def links(html: str) -> dict[str, str]:
    """The addresses that a page leads to, by the words of the links."""
    found = re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', html, re.S)
    return {
        " ".join(unescape(re.sub("<[^>]+>", " ", words)).split()): unescape(address)
        for address, words in found
    }


def test_without_words_everything_is_shown_newest_first(client: TestClient) -> None:
    """With who said it, in which office, when and where."""
    page = client.get("/search")
    assert quotes(page.text) == [
        "„Niemand wird geräumt“",
        "Wenn die Flut steige, werde geräumt",
        "„Der Deich hält.“",
        "“We found cracks in every pier,”",
        "The bridge at Kelling will stay closed",
    ]
    for told in ("Jann Ottens", "Bürgermeister", "18 November 2026", "Deichblatt", "verbatim"):
        assert told in page.text


def test_words_are_found_in_any_form_and_marked(client: TestClient) -> None:
    """In the quotation only."""
    page = client.get("/search?q=Fluten")
    assert quotes(page.text) == ["Wenn die Flut steige, werde geräumt"]
    assert "<mark>Flut</mark>" in page.text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("person=Harms", 2),
        ("outlet=Kelling", 2),
        ("type=direct", 3),
        ("type=direct&type=indirect", 5),
        ("act=denies", 1),
        ("language=en", 2),
        ("begin=2026-11-17&end=2026-11-17", 2),
        ("addressee=Harms", 1),
        ("negated=true", 1),
        ("conditional=true&person=", 1),
        ("q=&person=&outlet=&begin=&end=&language=&order=date", 5),
    ],
)
def test_each_filter_is_a_parameter_of_the_address(
    client: TestClient, query: str, found: int
) -> None:
    """What the form leaves open is empty, and asks nothing."""
    page = client.get(f"/search?{query}")
    assert page.status_code == 200
    assert len(quotes(page.text)) == found


def test_the_form_shows_what_was_asked(client: TestClient) -> None:
    """So that a link that somebody was sent can be changed."""
    page = client.get("/search?q=Deich&person=Harms&type=direct&begin=2026-11-01&order=oldest").text
    assert 'name="q" value="Deich"' in page
    assert 'name="person" value="Harms"' in page
    assert 'name="begin" value="2026-11-01"' in page
    assert re.search(r'value="direct" checked', page)
    assert re.search(r'value="oldest" selected', page)


def test_each_filter_can_be_dropped_by_a_link(client: TestClient) -> None:
    """The rest of the search stays."""
    page = client.get("/search?q=geräumt&person=Ottens&act=denies").text
    dropped = {words: there for words, there in links(page).items() if "drop this filter" in words}
    assert list(dropped.values()) == [
        "/search?q=ger%C3%A4umt&act=denies",
        "/search?q=ger%C3%A4umt&person=Ottens",
    ]


def test_a_filter_that_the_form_lacks_stays_when_it_is_sent(client: TestClient) -> None:
    """As a page on a person may link to what was said to them."""
    page = client.get("/search?addressee=Harms").text
    assert '<input type="hidden" name="addressee" value="Harms">' in page


def test_the_same_search_is_there_as_files_and_as_a_feed(client: TestClient) -> None:
    """With every filter; an order they have of their own."""
    there = links(client.get("/search?q=Deich&type=direct&order=oldest").text)
    assert there["CSV"] == "/api/v1/exports/csv?q=Deich&type=direct"
    assert there["JSON"] == "/api/v1/exports/jsonl?q=Deich&type=direct"
    assert there["Atom"] == "/feeds/search.atom?q=Deich&type=direct"
    csv = client.get(there["CSV"])
    assert csv.status_code == 200
    assert "Der Deich hält" in csv.text
    assert "Kelling" not in csv.text


def test_the_next_page_goes_on_where_this_one_ends(client: TestClient, record: Record) -> None:
    """And the last one has no next."""
    text = "Sie sagte: „" + " ".join(f"Satz{n}." for n in range(45)) + "“"
    record.add(article(text, *(said(f"Satz{n}.") for n in range(45)), url="https://lang.example/"))
    seen, address = [], "/search?outlet=Deichblatt"
    for _ in range(5):
        page = client.get(address).text
        seen += quotes(page)
        address = links(page).get("More statements", "")
        if not address:
            break
        assert "outlet=Deichblatt" in address
    assert len(seen) == len(set(seen)) == 48


def test_htmx_gets_what_was_found_and_the_address_for_it(client: TestClient) -> None:
    """Without the empty fields of the form; going back gives the whole page."""
    sent = "/search?q=Deich&person=&outlet=&begin=&end=&language=&order=date"
    part = client.get(sent, headers=HTMX)
    assert part.headers["hx-push-url"] == "/search?q=Deich"
    assert part.text.lstrip().startswith('<section class="found')
    assert quotes(part.text) == ["„Der Deich hält.“"]
    back = client.get(sent, headers={**HTMX, "HX-History-Restore-Request": "true"})
    assert "<!doctype html>" in back.text


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("q=%22Deich", "“How to search” shows"),
        ("q=(Deich", "“How to search” shows"),
        ("type=shouted", "type: is none of direct"),
        ("begin=yesterday", "begin: is no day such as 2026-11-23"),
        ("after=nowhere", "is not where a page of this search ends"),
        ("q=%00", "q: more than 1000 characters, or one that is none"),
        ("order=random", "order: is none of date"),
        (f"q={'a' * 1001}", "q: more than 1000 characters"),
    ],
)
def test_a_search_that_is_not_understood_says_where(
    client: TestClient, query: str, told: str
) -> None:
    """The form stays as it was filled in."""
    page = client.get(f"/search?{query}")
    assert page.status_code == 400
    assert told in unescape(page.text)
    assert "This search could not be understood" in page.text
    # htmx would not show what is answered as an error.
    assert client.get(f"/search?{query}", headers=HTMX).status_code == 200


def test_where_nothing_is_found_a_filter_less_is_offered(client: TestClient) -> None:
    """Each that would find something, with how much, the fewest first."""
    page = client.get("/search?q=geräumt&person=Ottens&language=en").text
    assert "Nothing found" in page
    offered = {words: there for words, there in links(page).items() if "without" in words}
    assert offered == {"without Language English": "/search?q=ger%C3%A4umt&person=Ottens"}
    assert "1 statement" in page


def test_where_no_filter_less_would_do_the_words_alone_are_offered(client: TestClient) -> None:
    """Filters that contradict each other, and the words."""
    page = client.get("/search?q=geräumt&person=Lindqvist&outlet=Deichblatt&language=en").text
    assert links(page)["the words alone"] == "/search?q=ger%C3%A4umt"
    assert "without the words" not in page


def test_words_that_nobody_said_get_advice(client: TestClient) -> None:
    """How else to look."""
    page = client.get("/search?q=Sonnenfinsternis").text
    assert "No statement has these words" in page
    assert "OR" in page


def test_an_empty_record_leads_to_adding(record: Record, client: TestClient) -> None:
    """Rather than to looking elsewhere."""
    for number in (1, 2, 3, 4, 5):
        record.take_out(number)
    page = client.get("/search").text
    assert "Nothing is on record yet" in page
    assert links(page)["Add articles"] == "/add"


def test_a_person_by_number_is_shown_by_name(client: TestClient, record: Record) -> None:
    """A number says nothing to a reader."""
    number = record.people("Harms")[0].id
    page = client.get(f"/search?person=%23{number}").text
    assert len(quotes(page)) == 2
    chips = page.partition('class="chips"')[2].partition("</ul>")[0]
    assert "Wiebke Harms" in chips
    assert f"#{number}" not in chips


EVERYTHING = Asked(
    "Deich OR Damm",
    Filters(
        speaker="#3",
        about="Flut & Wind",
        mentions="Ottens",
        types=frozenset({QuotationType.DIRECT, QuotationType.REPORTED}),
        acts=frozenset({Act.DENIES}),
        addressee="Ä=B",
        outlet="Deichblatt",
        via="dpa",
        language="de",
        conditional=True,
        human=True,
    ),
    order=Order.RELEVANCE,
)


def test_an_address_says_all_that_was_asked_and_is_read_the_same() -> None:
    """There and back, with signs that addresses have a use for."""
    assert asked_from(QueryParams(query_of(EVERYTHING))) == EVERYTHING


def test_dropping_every_filter_leaves_the_words() -> None:
    """One after the other."""
    asked = EVERYTHING
    for _ in range(len(each_asked_for(EVERYTHING))):
        asked = each_asked_for(asked)[0].without
    assert asked == Asked(EVERYTHING.words, Filters(), order=Order.RELEVANCE)


def test_a_filter_is_added_to_those_that_are_there() -> None:
    """Of sets one more, of texts another one."""
    asked = with_filter(EVERYTHING, "type", "indirect")
    assert asked.filters.types == EVERYTHING.filters.types | {QuotationType.INDIRECT}
    assert with_filter(asked, "outlet", "Tagblatt").filters.outlet == "Tagblatt"


def test_what_no_parameter_may_be_is_refused() -> None:
    """With its name."""
    with pytest.raises(QueryError, match="act"):
        asked_from(QueryParams("act=sings"))


def test_how_many_there_are_and_when_comes_after_the_results(client: TestClient) -> None:
    """The page asks for it once it is there; days that are chosen stand out among all."""
    page = client.get("/search?person=Harms&begin=2026-11-01").text
    (address,) = re.findall(r'hx-get="(/search/around[^"]*)" hx-trigger="load"', page)
    around = client.get(unescape(address), headers=HTMX).text
    assert "2 statements" in around
    assert around.count('class="bar"') == 1
    everything = client.get("/search/around?begin=2026-11-01", headers=HTMX).text
    assert "3 statements" in everything
    assert '<rect class="chosen"' in everything
    assert everything.count('class="bar out"') == 1
    assert everything.count('class="bar"') == 2


def test_the_table_behind_the_histogram_leads_to_its_days(client: TestClient) -> None:
    """For keyboards, and for those who would rather read."""
    there = links(client.get("/search/around?language=de").text)
    assert there["18 November 2026"] == "/search?language=de&begin=2026-11-18&end=2026-11-18"
    assert len(quotes(client.get(there["18 November 2026"]).text)) == 1


def test_what_is_found_can_be_narrowed_down(client: TestClient, record: Record) -> None:
    """By people, outlets, acts, types and languages that are in it, and not yet asked for."""
    there = links(client.get("/search/around").text)
    harms = record.people("Harms")[0].id
    assert there["Wiebke Harms"] == f"/search?person=%23{harms}"
    assert there["Kelling Gazette"] == "/search?outlet=Kelling+Gazette"
    assert there["verbatim"] == "/search?type=direct"
    assert there["German"] == "/search?language=de"
    for words in ("Wiebke Harms", "Kelling Gazette", "verbatim", "German"):
        assert len(quotes(client.get(there[words]).text)) in (2, 3)
    assert "German" not in links(client.get("/search/around?language=de").text)


def test_the_histogram_tells_where_its_bars_stand(client: TestClient) -> None:
    """For the script that lets people drag: as many stretches of days as bars."""
    around = client.get("/search/around").text
    (bars,) = re.findall(r'data-bars="(\d+)"', around)
    (days,) = re.findall(r'data-days="([^"]+)"', around)
    stretches = [stretch.split("/") for stretch in days.split(" ")]
    assert len(stretches) == int(bars)
    assert stretches[0][0] <= "2026-10-08"
    assert stretches[-1][1] >= "2026-11-18"
