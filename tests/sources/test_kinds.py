"""What a source is, is told by how it begins, and by its name where that leaves it open."""

from __future__ import annotations

import pytest

from wortlaut import DamagedSource, NoArticle
from wortlaut.sources._kinds import Kind, kind_of


@pytest.mark.parametrize(
    "head",
    [
        "<!DOCTYPE html><html>",
        "\n  <html lang='de'>",
        "<!-- gespeichert am Montag -->\n<html>",
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">',
        "<p>Ein Bruchstück.</p>",
        "<h1>Titel</h1>",
    ],
)
def test_markup_is_html_without_a_name(head: str) -> None:
    """From standard input, say."""
    assert kind_of(head, source="-") is Kind.HTML


@pytest.mark.parametrize(
    "head",
    [
        "„Wir kommen“, sagte sie.",
        "<Name der Redaktion bekannt> schreibt uns:",
        "{Anmerkung der Redaktion} Der Text",
        "[Aktualisiert] Der Minister",
        "< 5 Prozent",
        "",
    ],
)
def test_words_are_text(head: str) -> None:
    """Brackets open many a text."""
    assert kind_of(head, source="-") is Kind.TEXT


@pytest.mark.parametrize(
    "head",
    ['{"text": "a"}\n', '{ "text": "a"', '{"text": kaputt\n{"text": "a"}\n', "{}\n", '{"a":1}\r\n'],
)
def test_objects_on_lines_are_json_lines(head: str) -> None:
    """Whole or broken: each line will be judged alone."""
    assert kind_of(head, source="-") is Kind.JSON_LINES


@pytest.mark.parametrize("name", ["a.jsonl", "a.NDJSON", "a.jsonl.gz", "a.json"])
@pytest.mark.parametrize("head", ["kaputt\n", '<p>502</p>\n{"text": "a"}\n', '[1]\n{"text": "a"}'])
def test_name_says_json_lines_where_the_first_line_is_broken(name: str, head: str) -> None:
    """The rest of the file is not lost for its first line."""
    assert kind_of(head, source=name, name=name) is Kind.JSON_LINES


def test_page_is_a_page_whatever_its_name() -> None:
    """Content comes first."""
    for name in ("a.txt", "a.jsonl", "a"):
        assert kind_of("<!doctype html><html>", source=name, name=name) is Kind.HTML


def test_name_or_server_decides_for_a_fragment() -> None:
    """A text about markup stays a text; a page that begins with words is a page."""
    assert kind_of("<b> macht fett.", source="a.txt", name="a.txt") is Kind.TEXT
    assert kind_of("<b> macht fett.", source="u", content_type="text/plain") is Kind.TEXT
    assert kind_of("Hallo<br>Welt", source="a.html.gz", name="a.html.gz") is Kind.HTML
    assert kind_of("Hallo Welt", source="u", content_type="text/html") is Kind.HTML
    assert kind_of("Hallo Welt", source="a.html", name="a.html") is Kind.TEXT


@pytest.mark.parametrize(
    ("head", "command"),
    [('{\n  "text": "a"\n}', "jq -c ."), ('[{"text": "a"}]', ".[]"), ('[\n {\n "text"', ".[]")],
)
def test_json_over_several_lines_is_refused_with_the_remedy(head: str, command: str) -> None:
    """One error for the file, not one for each line."""
    with pytest.raises(DamagedSource) as caught:
        kind_of(head, source="a.json", name="a.json")
    assert command in caught.value.advice


@pytest.mark.parametrize("head", ['<?xml version="1.0"?>\n<!-- x -->\n<rss>', "<feed xmlns='a'>"])
def test_feed_is_refused_with_the_remedy(head: str) -> None:
    """It names articles, and is none."""
    with pytest.raises(NoArticle, match="feed"):
        kind_of(head, source="a.xml")


@pytest.mark.parametrize("piece", ["<!---->", "<!-- ", "<?xml ?>", "<a ", "\n{ ", "[ "])
@pytest.mark.parametrize("name", ["a.html", "a.jsonl"])
def test_hostile_beginning_costs_no_more_than_its_length(piece: str, name: str) -> None:
    """No expression goes back and forth over it: the test would not end."""
    assert kind_of(piece * 10_000, source=name, name=name) in Kind
