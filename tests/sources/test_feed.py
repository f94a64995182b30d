"""A feed gives the addresses of its entries, and what it tells of each."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from wortlaut import DamagedSource
from wortlaut.sources._feed import feed_from_bytes

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Nordküstenblatt – Meldungen</title><link>https://example.org/</link>
<item><title>Deich hält &amp;amp; bleibt</title><link>https://example.org/deich</link>
<dc:creator>Jens Nissen</dc:creator><pubDate>Tue, 05 Mar 2024 00:30:00 +0100</pubDate></item>
<item><title>Noch einmal</title><link>https://example.org/deich</link></item>
<item><title>Ohne Adresse</title><author>red@example.org (Anna Thoms)</author></item>
</channel></rss>
"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Nordküstenblatt</title>
<entry><title type="html">Der &lt;b&gt;Deich&lt;/b&gt; hält</title>
<link rel="alternate" href="/deich"/><published>2024-03-05T00:30:00+01:00</published>
<author><name>Jens Nissen</name></author><author><name>Anna Thoms</name></author>
<source><title>Küstenfunk</title></source></entry></feed>
"""


def test_rss_tells_of_its_entries() -> None:
    """Each address once; a date keeps its own offset, for the day depends on it."""
    feed = feed_from_bytes(RSS.encode(), source="a")
    first, second = feed.entries
    assert first.address == "https://example.org/deich"
    assert first.title == "Deich hält & bleibt"
    assert first.authors == ("Jens Nissen",)
    assert first.outlet == "Nordküstenblatt – Meldungen"
    assert first.published == datetime.fromisoformat("2024-03-05T00:30:00+01:00")
    assert first.published.isoformat() == "2024-03-05T00:30:00+01:00"
    assert second.address is None
    assert second.title == "Ohne Adresse"
    assert feed.damage is None


def test_atom_tells_of_its_entries() -> None:
    """Relative links go out from the feed's address; an entry may come from another feed."""
    (entry,) = feed_from_bytes(ATOM.encode(), source="a", url="https://example.org/feed").entries
    assert entry.address == "https://example.org/deich"
    assert entry.title == "Der Deich hält"
    assert entry.authors == ("Jens Nissen", "Anna Thoms")
    assert entry.outlet == "Küstenfunk"
    assert entry.published is not None
    assert entry.published.isoformat() == "2024-03-05T00:30:00+01:00"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-03-05", date(2024, 3, 5)),
        ("2024-03-05T08:00:00Z", datetime(2024, 3, 5, 8, tzinfo=UTC)),
        ("Tue, 05 Mar 2024 08:00:00 GMT", datetime(2024, 3, 5, 8, tzinfo=UTC)),
        ("gestern", None),
        ("", None),
    ],
)
def test_dates_are_read_in_both_standards_forms(written: str, expected: date | None) -> None:
    """And left out where they are of neither."""
    rss = RSS.replace("Tue, 05 Mar 2024 00:30:00 +0100", written)
    assert feed_from_bytes(rss.encode(), source="a").entries[0].published == expected


def test_feed_that_breaks_off_gives_what_it_has() -> None:
    """And says so."""
    feed = feed_from_bytes(RSS[: RSS.index("<item><title>Ohne")].encode(), source="a")
    assert [entry.address for entry in feed.entries] == ["https://example.org/deich"]
    assert feed.damage is not None


def test_entities_of_html_are_no_damage() -> None:
    """Many feeds hold them, and all their entries can be read."""
    feed = feed_from_bytes(RSS.replace("Ohne Adresse", "Ohne&nbsp;Adresse").encode(), source="a")
    assert len(feed.entries) == 2
    assert feed.damage is None


@pytest.mark.parametrize("content", [b"<rss", b"<html><p>Start</p></html>", b""])
def test_what_is_no_feed_is_damaged(content: bytes) -> None:
    """With advice."""
    with pytest.raises(DamagedSource):
        feed_from_bytes(content, source="a")


def test_nothing_is_expanded_or_fetched() -> None:
    """A feed may come from anybody: no files by way of entities, no bombs."""
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(8)
    )
    feed = bomb + ']><rss version="2.0"><channel><title>&i;</title><item><title>x</title></item>'
    entries = feed_from_bytes(feed.encode(), source="a").entries
    assert all(len(entry.outlet or "") < 1000 for entry in entries)
    file = (
        '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/hostname">]><rss version="2.0"><channel>'
        "<title>&f;</title><item><title>x</title></item></channel></rss>"
    )
    for entry in feed_from_bytes(file.encode(), source="a").entries:
        assert (entry.outlet or "&f;") == "&f;"
