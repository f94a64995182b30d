"""Articles are found by the words of title and text: the same on both databases."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.record.test_searching import ENGLISH, LOCK, MAYOR, UNDATED
from tests.record.written_record import article
from wortlaut._exceptions import QueryError
from wortlaut.record import Added, Filters, FoundArticle, Order, Record

NAMES = {LOCK.text: "lock", MAYOR.text: "mayor", ENGLISH.text: "english", UNDATED.text: "undated"}


@pytest.fixture
def filled(record: Record) -> Record:
    """A record of four articles."""
    for each in (LOCK, MAYOR, ENGLISH, UNDATED):
        record.add(each)
    return record


def names(record: Record, words: str = "", **filters: Any) -> list[str]:
    """The articles that are found, newest first."""
    found = record.search_articles(words, Filters(**filters)).found
    return [NAMES.get(each.article.text, each.article.text) for each in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Bürgermeisterin", ["mayor"]),
        ("Buergermeisterinnen", ["mayor"]),
        ("Streit", ["lock"]),
        ("Peschkow", ["mayor", "lock"]),
        ('"sagte Igor Peschkow"', ["mayor"]),
        ("„Igor Peschkow sagte“", ["lock"]),
        ("Peschkow NOT Müller", ["lock"]),
        ("Müller OR Jones", ["mayor", "english"]),
        ("bürger* OR jem*", ["mayor", "undated"]),
        ("saying", []),
        ("NOT Peschkow", ["english", "undated"]),
        ("unbekannt", []),
        ("", ["mayor", "lock", "english", "undated"]),
    ],
)
def test_words_of_title_and_text_are_found(filled: Record, words: str, expected: list[str]) -> None:
    """Beyond the quotations; asked for in the same language."""
    assert names(filled, words) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"outlet": "kuestenpost"}, ["lock"]),
        ({"language": "de"}, ["mayor", "lock", "undated"]),
        ({"begin": date(2026, 5, 3)}, ["mayor", "lock"]),
        ({"begin": date(2026, 4, 1), "end": date(2026, 5, 3)}, ["lock", "english"]),
        ({"end": date(2026, 5, 3)}, ["lock", "english"]),
    ],
)
def test_filters_of_articles_apply(
    filled: Record, filters: dict[str, Any], expected: list[str]
) -> None:
    """Days are those of publication."""
    assert names(filled, **filters) == expected


def test_filters_of_statements_are_refused(filled: Record) -> None:
    """Rather than passed over in silence."""
    with pytest.raises(ValueError, match="outlet, language, begin and end only"):
        filled.search_articles("Peschkow", Filters(speaker="Peschkow"))


def test_what_was_searched_for_is_highlighted(filled: Record) -> None:
    """In the text and in the title."""
    (found,) = filled.search_articles("Streit Schleusen beginnen").found
    text, title = found.article.text, found.article.title or ""
    assert [span.of(text) for span in found.highlights] == ["beginnen", "Schleuse"]
    assert [span.of(title) for span in found.title_highlights] == ["Streit", "Schleuse"]
    assert (found.day, found.version, found.article.statements) == (date(2026, 5, 3), 1, ())
    assert filled.article(LOCK.url or "").id == found.version_id  # type: ignore[union-attr]


def test_old_versions_are_not_found(filled: Record) -> None:
    """Search shows what articles say now."""
    changed = article("Anna Müller schwieg.", url=MAYOR.url, published=MAYOR.published)
    assert filled.add(changed) is Added.CHANGED
    assert names(filled, "Erpresser OR schwieg") == ["Anna Müller schwieg."]
    assert names(filled) == ["Anna Müller schwieg.", "lock", "english", "undated"]


@pytest.fixture
def rainy(record: Record) -> Record:
    """A record of thirty articles, every third with an older version, one of them rainier."""
    for number in range(30):
        address = f"https://wetter.example/{number}"
        day = date(2026, 1, 1 + number)
        if number % 3 == 0:
            record.add(article(f"{number}: Regen am Morgen.", url=address, published=day))
        more = " Regen, nichts als Regen." if number == 7 else " Dazu Wind."
        record.add(article(f"{number}: Regen.{more}", url=address, published=day))
    return record


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("words", ["", "Regen", "Reg*"])
def test_pages_hold_every_article_once(rainy: Record, words: str, order: Order) -> None:
    """Whatever the order; and relevance puts the rainiest first."""
    found: list[FoundArticle] = []
    after = None
    while True:
        page = rainy.search_articles(words, order=order, limit=7, after=after)
        found += page.found
        after = page.after
        if after is None:
            break
        assert len(page.found) == 7
    numbers = [int(each.article.text.split(":")[0]) for each in found]
    assert sorted(numbers) == list(range(30))
    if order is Order.OLDEST:
        assert numbers == list(range(30))
    elif order is Order.DATE or not words:
        assert numbers == list(reversed(range(30)))
    else:
        assert numbers[:3] == [7, 29, 28]


@pytest.mark.parametrize("order", [Order.DATE, Order.RELEVANCE])
def test_a_place_that_ends_no_page_is_refused(filled: Record, order: Order) -> None:
    """As for statements."""
    with pytest.raises(QueryError, match="is not where a page"):
        filled.search_articles("Peschkow", order=order, after="x")
