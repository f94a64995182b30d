"""Words and addresses from outside do no harm on a page."""

from __future__ import annotations

import pytest

from wortlaut.web._foreign_text import foreign, shown, visible, web_address


def test_markup_in_a_text_is_shown_as_text() -> None:
    """Tags, entities, and what would end an attribute."""
    assert shown("<script>alert('1')</script> &amp; \"") == (
        "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp;amp; &#34;"
    )


@pytest.mark.parametrize(
    ("sign", "name"),
    [("\u202e", "RLO"), ("\u2066", "LRI"), ("\u200f", "RLM"), ("\x07", "U+0007")],
)
def test_what_steers_a_text_is_shown_by_its_name(sign: str, name: str) -> None:
    """In its place; the text around it stays."""
    html = shown(f"a{sign}<b>")
    assert html == f'a<span class="steers">{name}</span>&lt;b&gt;'
    assert sign not in html
    assert visible(f"a{sign}b") == "a\N{REPLACEMENT CHARACTER}b"


def test_a_text_cannot_turn_what_stands_beside_it() -> None:
    """It is isolated, even without a mark that steers: Hebrew alone turns its neighbours."""
    assert foreign("\u05d0 1") == "<bdi>\u05d0 1</bdi>"


def test_ordinary_text_stays_as_it_is() -> None:
    """Line breaks, joiners and all."""
    text = "Erste Zeile\r\nzweite\tZeile \N{MAN}\u200d\N{PERSONAL COMPUTER} ü"
    assert visible(text) == text
    assert shown(text) == text


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//angreifer.example",
        "/search",
        "https://",
        "http://[::1",
        "text:3f7a",
        "",
        None,
    ],
)
def test_only_addresses_of_the_web_become_links(address: str | None) -> None:
    """No script, no data, nothing half."""
    assert web_address(address) is None


@pytest.mark.parametrize("address", ["https://deichblatt.example/a?b=c#d", "http://127.0.0.1/"])
def test_addresses_of_the_web_stay_as_they_are(address: str) -> None:
    """For the template to escape."""
    assert web_address(address) == address
