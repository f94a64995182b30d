"""The network page: who speaks to whom, as a picture and as a table."""

from __future__ import annotations

from datetime import date

from fastapi.testclient import TestClient
from lxml import html  # type: ignore[import-untyped]

from tests.record.written_record import article, said
from wortlaut.record import Record


def page(client: TestClient, path: str) -> html.HtmlElement:
    """The page as elements."""
    response = client.get(path)
    assert response.status_code == 200, response.text
    return html.fromstring(response.text)


def rows(root: html.HtmlElement) -> list[list[str]]:
    """The table's rows, cell by cell."""
    return [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in root.cssselect("tbody tr")
    ]


def test_ties_stand_in_the_table_and_in_the_picture(client: TestClient, record: Record) -> None:
    """Each once, with a link to its statements."""
    record.add(
        article(
            "Wiebke Harms sagte zu Jann Ottens: „Wir räumen doch.“",
            said(
                "„Wir räumen doch.“",
                person="Wiebke Harms",
                addressee="Jann Ottens",
                on=date(2026, 11, 19),
            ),
            url="https://deichblatt.example/doch",
        )
    )
    root = page(client, "/network")
    assert sorted(rows(root)) == [
        ["Jann Ottens", "to", "Wiebke Harms", "1"],
        ["Wiebke Harms", "to", "Jann Ottens", "1"],
    ]
    assert len(root.cssselect("svg path.tie[data-source]")) == 2
    names = {each.text for each in root.cssselect("svg .node text")}
    assert names == {"Wiebke Harms", "Jann Ottens"}


def test_the_number_leads_to_the_statements(client: TestClient) -> None:
    """Those of this speaker to this addressee in these days, and no others."""
    root = page(client, "/network")
    [link] = [each.get("href") for each in root.cssselect("td.count a")]
    found = page(client, link)
    quotes = [each.text_content() for each in found.cssselect(".statement-words")]
    assert len(quotes) == 1
    assert "Niemand wird geräumt" in quotes[0]


def test_only_one_kind_can_be_shown(client: TestClient) -> None:
    """Nobody here speaks about anybody."""
    root = page(client, "/network?kind=about")
    assert not root.cssselect("tbody tr")
    assert "Choose a longer period" in root.cssselect(".nothing")[0].text_content()


def test_the_period_stays_in_the_form(client: TestClient) -> None:
    """And bounds what is shown."""
    root = page(client, "/network?begin=2026-01-01&end=2026-02-01")
    fields = [each.get("value") for each in root.cssselect("input[type=date]")]
    assert fields == ["2026-01-01", "2026-02-01"]
    assert not root.cssselect("tbody tr")


def test_a_day_that_is_none_is_told(client: TestClient) -> None:
    """With how to write it."""
    response = client.get("/network?begin=2026-02-30")
    assert response.status_code == 400
    assert "is no day" in response.text
