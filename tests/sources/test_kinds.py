"""What a source is, is told by how it begins, and by its name where that leaves it open."""

from __future__ import annotations

import pytest

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
    assert kind_of(head) is Kind.HTML


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
    assert kind_of(head) is Kind.TEXT


@pytest.mark.parametrize(
    "head",
    ['{"text": "a"}\n', '{ "text": "a"', '{"text": kaputt\n{"text": "a"}\n', "{}\n", '{"a":1}\r\n'],
)
def test_objects_on_lines_are_json_lines(head: str) -> None:
    """Whole or broken: each line will be judged alone."""
    assert kind_of(head) is Kind.JSON_LINES


@pytest.mark.parametrize("name", ["a.jsonl", "a.NDJSON", "a.jsonl.gz", "a.json"])
@pytest.mark.parametrize("head", ["kaputt\n", '<p>502</p>\n{"text": "a"}\n', '[1]\n{"text": "a"}'])
def test_name_says_json_lines_where_the_first_line_is_broken(name: str, head: str) -> None:
    """The rest of the file is not lost for its first line."""
    assert kind_of(head, name=name) is Kind.JSON_LINES


def test_page_is_a_page_whatever_its_name() -> None:
    """Content comes first."""
    for name in ("a.txt", "a.jsonl", "a"):
        assert kind_of("<!doctype html><html>", name=name) is Kind.HTML


def test_name_or_server_decides_for_a_fragment() -> None:
    """A text about markup stays a text; a page that begins with words is a page."""
    assert kind_of("<b> macht fett.", name="a.txt") is Kind.TEXT
    assert kind_of("<b> macht fett.", content_type="text/plain") is Kind.TEXT
    assert kind_of("Hallo<br>Welt", name="a.html.gz") is Kind.HTML
    assert kind_of("Hallo Welt", content_type="text/html") is Kind.HTML
    assert kind_of("Hallo Welt", name="a.html") is Kind.TEXT


@pytest.mark.parametrize("head", ['{\n  "text": "a"\n}', '[{"text": "a"}]', '[\n {\n "text"'])
def test_json_over_several_lines_is_one_document(head: str) -> None:
    """One value for the file, not one for each line."""
    assert kind_of(head, name="a.json") is Kind.JSON_DOCUMENT


@pytest.mark.parametrize(
    "head",
    [
        '<?xml version="1.0"?>\n<!-- x -->\n<rss>',
        "<feed xmlns='a'>",
        '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "x.dtd">\n<rss version="0.91">',
    ],
)
def test_feed_is_told_by_its_element(head: str) -> None:
    """It names articles, and is none."""
    assert kind_of(head) is Kind.FEED


def test_list_of_feeds_is_opml() -> None:
    """Whatever its name."""
    assert kind_of('<?xml version="1.0"?>\n<opml version="2.0">', name="a.xml") is Kind.OPML


@pytest.mark.parametrize(
    "head",
    [
        "https://example.org/a\nhttp://example.org/b\n",
        "# Montag\n\nhttps://example.org/a # die erste\n",
        "https://example.org/a",
        "https://example.org/a\nht",
        "https://example.org/a\nwww.example.org/b\nhttps://example.org/c\n",
    ],
)
def test_addresses_on_lines_are_a_list(head: str) -> None:
    """With comments, with one only, with a line that is wrong, and where a line is cut."""
    assert kind_of(head, name="a.txt") is Kind.ADDRESSES


@pytest.mark.parametrize(
    "head",
    [
        "# Montag\n\nDer Deich hält.\n",
        "https://example.org/a\nDer Deich hält.\n",
        "https://example.org/a sagt, der Deich halte.\n",
        "# nichts\n",
    ],
)
def test_text_with_an_address_is_text(head: str) -> None:
    """Most lines must be one."""
    assert kind_of(head, name="a.txt") is Kind.TEXT


@pytest.mark.parametrize("piece", ["<!---->", "<!-- ", "<?xml ?>", "<a ", "\n{ ", "[ "])
@pytest.mark.parametrize("name", ["a.html", "a.jsonl"])
def test_hostile_beginning_costs_no_more_than_its_length(piece: str, name: str) -> None:
    """No expression goes back and forth over it: the test would not end."""
    assert kind_of(piece * 10_000, name=name) in Kind
