"""The demonstration's articles: what they are, before anybody reads them."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from itertools import combinations

from wortlaut.demo import demo_articles
from wortlaut.model import Article
from wortlaut.wording import same_text, signature_of


def _day(article: Article) -> date:
    assert article.published is not None
    moment = article.published
    return moment.date() if isinstance(moment, datetime) else moment


def test_there_are_enough_of_both_languages() -> None:
    """German first and English second."""
    languages = Counter(article.language for article in demo_articles())
    assert languages["de"] >= 28
    assert languages["en"] >= 16
    assert languages.total() >= 44


def test_every_article_says_what_it_is() -> None:
    """Title, outlet, address and day; at addresses that cannot exist."""
    articles = demo_articles()
    for article in articles:
        assert article.title, article.source
        assert article.outlet, article.source
        assert article.url is not None
        assert ".example/" in article.url, article.source
        assert article.paragraphs, article.source
    assert len({article.outlet for article in articles}) == 7


def test_they_cover_a_year_in_order() -> None:
    """From November to November."""
    days = [_day(article) for article in demo_articles()]
    assert days == sorted(days)
    assert 330 <= (days[-1] - days[0]).days <= 380


def test_pages_lose_what_stands_around_their_articles() -> None:
    """Those that are HTML have menus and footers."""
    pages = [article for article in demo_articles() if article.source.endswith(".html")]
    assert len(pages) >= 5
    for page in pages:
        assert "©" not in page.text
        assert "Audiothek" not in page.text


def test_one_article_was_corrected() -> None:
    """The same address twice, with another number."""
    by_address: dict[str | None, list[str]] = {}
    for article in demo_articles():
        by_address.setdefault(article.url, []).append(article.text)
    (texts,) = [texts for texts in by_address.values() if len(texts) > 1]
    first, second = texts
    assert "Auf 14.000 Hektar" in first
    assert "Auf 40.000 Hektar" in second


def test_agency_copy_is_printed_nearly_as_it_came() -> None:
    """By the regional paper, twice, and counts as one text with the agency's."""
    pairs = combinations(demo_articles(), 2)
    copied = [
        {one.outlet, other.outlet}
        for one, other in pairs
        if one.url != other.url and same_text(_signature(one), _signature(other))
    ]
    assert copied == [{"Nordische Presse-Agentur", "Lindhavener Bote"}] * 2


def _signature(article: Article) -> bytes:
    signature = signature_of(article.text)
    assert signature is not None
    return signature
