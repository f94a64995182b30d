"""What a person types, and what is found: the same on both databases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pytest

from tests.record.written_record import article, said
from wortlaut._exceptions import QueryError
from wortlaut.model import Act, Article, Person, PersonKind, QuotationType
from wortlaut.record import Added, Filters, Order, Record

LOCK = article(
    "Kreml-Sprecher Igor Peschkow sagte: „Wir sind zu Verhandlungen bereit.“ "
    "Die Gespräche müssten im Mai beginnen, wenn die Schleuse öffnet.",
    said(
        "Wir sind zu Verhandlungen bereit",
        person="Igor Peschkow",
        on=date(2026, 5, 2),
        act=Act.PROPOSES,
    ),
    said(
        "Die Gespräche müssten im Mai beginnen, wenn die Schleuse öffnet",
        type=QuotationType.INDIRECT_FREE_INDIRECT,
        person="Igor Peschkow",
        on=date(2026, 5, 2),
        condition="wenn die Schleuse öffnet",
        act=Act.DEMANDS,
    ),
    url="https://kuestenpost.example/schleuse",
    outlet="Küstenpost",
    title="Streit um die Schleuse",
    published=date(2026, 5, 3),
)
MAYOR = article(
    "Bürgermeisterin Anna Müller sagte Igor Peschkow, es gebe keine Verhandlung mit Erpressern.",
    said(
        "es gebe keine Verhandlung mit Erpressern",
        type=QuotationType.INDIRECT,
        person="Anna Müller",
        addressee="Igor Peschkow",
        act=Act.REFUSES,
        negated=True,
    ),
    url="https://deichblatt.example/mueller",
    outlet="Deichblatt",
    published=date(2026, 5, 4),
)
ENGLISH = article(
    "Carla Jones said: “We negotiated about the lock and are negotiating still.”",
    said("We negotiated about the lock and are negotiating still", person="Carla Jones"),
    url="https://harbour.example/lock",
    outlet="Harbour Times",
    language="en",
    published=date(2026, 4, 1),
)
UNDATED = article(
    "Jemand sagte: „Es eilt nicht.“",
    said("Es eilt nicht", speaker="Jemand"),
    url=None,
    outlet=None,
    published=None,
)


@pytest.fixture
def filled(record: Record) -> Record:
    """A record of four articles."""
    for each in (LOCK, MAYOR, ENGLISH, UNDATED):
        record.add(each)
    return record


def quotes(record: Record, words: str = "", **filters: Any) -> list[str]:
    """The quotations that are found, newest first."""
    return [found.quote for found in record.search(words, Filters(**filters)).found]


READY = "Wir sind zu Verhandlungen bereit"
TALKS = "Die Gespräche müssten im Mai beginnen, wenn die Schleuse öffnet"
NONE = "es gebe keine Verhandlung mit Erpressern"
STILL = "We negotiated about the lock and are negotiating still"
NO_HURRY = "Es eilt nicht"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Verhandlungen", [NONE, READY]),
        ("Verhandlung", [NONE, READY]),
        ("Gespraeche", [TALKS]),
        ("gespräch", [TALKS]),
        ("GESPRÄCHS", [TALKS]),
        ("negotiates", [STILL]),
        ('"zu Verhandlungen bereit"', [READY]),
        ('"zu Verhandlung bereit"', []),
        ("„keine Verhandlung“", [NONE]),
        ("Verhandl*", [NONE, READY]),
        ("verhandlunge*", [READY]),
        ("Verhandlung AND Erpresser", [NONE]),
        ("Verhandlung Erpresser", [NONE]),
        ("Verhandlung NOT Erpresser", [READY]),
        ("Verhandlung -Erpresser", [READY]),
        ("Verhandlung NICHT Erpresser", [READY]),
        ("Erpresser OR Mai", [NONE, TALKS]),
        ("(Erpresser OR Mai) AND NOT Verhandlung", [TALKS]),
        ("Erpresser OR NOT Verhandlung", [NONE, TALKS, STILL, NO_HURRY]),
        ("müss* Mai", [TALKS]),
        ("muess* OR eil*", [TALKS, NO_HURRY]),
        ("unbekannt", []),
        ("", [NONE, TALKS, READY, STILL, NO_HURRY]),
    ],
)
def test_words_are_found(filled: Record, words: str, expected: list[str]) -> None:
    """Inflected, with umlauts either way, as phrases, by beginnings, joined and excluded."""
    assert quotes(filled, words) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"speaker": "Peschkow"}, [TALKS, READY]),
        ({"speaker": "igor PESCHKOW"}, [TALKS, READY]),
        ({"speaker": "Mueller"}, [NONE]),
        ({"speaker": "Jemand"}, [NO_HURRY]),
        ({"addressee": "Peschkow"}, [NONE]),
        ({"about": "Schleusen"}, [TALKS, READY]),
        ({"outlet": "kuestenpost"}, [TALKS, READY]),
        ({"outlet": "Times"}, [STILL]),
        ({"language": "en"}, [STILL]),
        ({"types": frozenset({QuotationType.INDIRECT})}, [NONE]),
        ({"acts": frozenset({Act.REFUSES, Act.DEMANDS})}, [NONE, TALKS]),
        ({"verbatim": True}, [READY, STILL, NO_HURRY]),
        ({"conditional": True}, [TALKS]),
        ({"negated": True}, [NONE]),
        ({"begin": date(2026, 5, 3)}, [NONE]),
        ({"end": date(2026, 5, 2)}, [TALKS, READY, STILL]),
        ({"begin": date(2026, 4, 1), "end": date(2026, 4, 1)}, [STILL]),
        ({"speaker": "Peschkow", "verbatim": True}, [READY]),
    ],
)
def test_filters_leave_what_they_say(
    filled: Record, filters: dict[str, Any], expected: list[str]
) -> None:
    """Alone and together, without any words."""
    assert quotes(filled, **filters) == expected


def test_words_and_filters_go_together(filled: Record) -> None:
    """Both must hold."""
    assert quotes(filled, "Verhandlung", speaker="Müller") == [NONE]


def test_what_was_searched_for_is_highlighted(filled: Record) -> None:
    """In code points of the article's text."""
    (found,) = filled.search('Verhandlungen bereit "wir sind"', Filters(speaker="Peschkow")).found
    assert [found.article.words(span) for span in found.highlights] == [
        "Wir sind",
        "Verhandlungen",
        "bereit",
    ]


def test_a_find_carries_its_statement_and_article(filled: Record) -> None:
    """The values that were added, the day it is sorted by, and where it stands."""
    (found,) = filled.search("Erpresser").found
    assert found.statement == MAYOR.statements[0]
    assert found.article.url == MAYOR.url
    assert found.article.text == MAYOR.text
    assert found.day == date(2026, 5, 4)
    assert not found.human


def test_what_an_old_version_said_is_not_found(filled: Record) -> None:
    """It stays on record, but search shows what articles say now."""
    changed = article("Anna Müller sagte nichts.", url=MAYOR.url, published=MAYOR.published)
    assert filled.add(changed) is Added.CHANGED
    assert quotes(filled, "Erpresser") == []
    assert quotes(filled) == [TALKS, READY, STILL, NO_HURRY]
    assert filled.versions(MAYOR.url or "")[0].article == MAYOR


def test_an_old_version_leaves_no_gap_on_a_page(record: Record) -> None:
    """Pages are full however many finds have been replaced."""
    for number in range(8):
        url = f"https://deichblatt.example/{number}"
        record.add(article(f"{number}: es regnet.", said("es regnet"), url=url))
        if number >= 3:
            record.add(article(f"{number}: Sonne.", said("Sonne"), url=url))
    page = record.search("regnet", limit=2)
    assert [found.article.text[0] for found in page.found] == ["2", "1"]
    last = record.search("regnet", limit=2, after=page.after)
    assert [found.article.text[0] for found in last.found] == ["0"]
    assert last.after is None


@pytest.fixture
def rainy(record: Record) -> Record:
    """A record of thirty statements with a word in common, and one with it thrice."""
    articles = [
        article(
            f"{number}: der Regen fällt in Strömen.",
            said("der Regen fällt in Strömen"),
            url=f"https://wetter.example/{number}",
            published=date(2026, 1, 1 + number),
        )
        for number in range(30)
    ]
    articles[7] = article(
        "7: Regen, Regen, nichts als Regen.",
        said("Regen, Regen, nichts als Regen"),
        url="https://wetter.example/7",
        published=date(2026, 1, 8),
    )
    list(record.add_many(articles))
    return record


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("words", ["", "Regen", "Reg*"])
def test_pages_hold_everything_once(rainy: Record, words: str, order: Order) -> None:
    """Whatever the order, page after page."""
    numbers = [found.article.text.split(":")[0] for found in _pages(rainy, words, order)]
    assert sorted(numbers, key=int) == [str(number) for number in range(30)]
    if order is Order.DATE:
        assert numbers == [str(number) for number in reversed(range(30))]
    if order is Order.OLDEST:
        assert numbers == [str(number) for number in range(30)]


def _pages(record: Record, words: str, order: Order) -> Iterator:  # type: ignore[type-arg]
    after = None
    while True:
        page = record.search(words, order=order, limit=7, after=after)
        assert len(page.found) <= 7
        yield from page.found
        after = page.after
        if after is None:
            return


@pytest.mark.parametrize(
    ("order", "after"),
    [
        (Order.DATE, "elsewhere"),
        (Order.DATE, str(2**63)),
        (Order.OLDEST, str(-(2**63))),
        (Order.RELEVANCE, "nan:-1"),
        (Order.RELEVANCE, f"-1.5:{-(2**64)}"),
    ],
)
def test_where_a_page_ends_must_be_such_a_place(rainy: Record, order: Order, after: str) -> None:
    """Anything else is refused, before a database stumbles over it."""
    with pytest.raises(QueryError, match="is not where a page"):
        rainy.search("Regen", order=order, after=after)


def test_relevance_puts_first_what_has_more_of_the_words(rainy: Record) -> None:
    """And the newest first among equals."""
    found = rainy.search("Regen", order=Order.RELEVANCE, limit=3).found
    assert [each.article.text.split(":")[0] for each in found] == ["7", "29", "28"]


def test_statements_are_counted_up_to_a_limit(rainy: Record) -> None:
    """So that a count never takes longer than a glance."""
    assert rainy.count("Regen") == 30
    assert rainy.count("Regen", at_most=12) == 12


def test_every_statement_can_be_gone_through(rainy: Record) -> None:
    """For exports: with a filter, or all of them."""
    assert len(list(rainy.statements())) == 30
    assert len(list(rainy.statements(Filters(begin=date(2026, 1, 20))))) == 11


@pytest.mark.parametrize(
    ("words", "position", "problem"),
    [
        ('Deich "hält', 6, "a quotation mark that nothing closes"),
        ("(Deich", 6, "an opening parenthesis that nothing closes"),
        ("Deich)", 5, "a closing parenthesis without an opening one"),
        ("Deich AND", 9, "a word is missing"),
        ("OR Deich", 0, "a word is missing"),
        ("de*", 0, "3 letters are needed before *"),
        (" §§", 0, "no letter or figure to search for"),
        ("Deich AND §", 11, "a word is missing"),
        ("a " * 65, 0, "more than 64 terms"),
        ("(" * 40 + "a" + ")" * 40, 33, "parentheses too deep"),
    ],
)
def test_a_query_that_cannot_be_understood_says_where(
    record: Record, words: str, position: int, problem: str
) -> None:
    """With the character at which it went wrong."""
    with pytest.raises(QueryError) as caught:
        record.search(words)
    assert (caught.value.problem, caught.value.position) == (problem, position)


@pytest.mark.parametrize(
    "words", ["'; DROP TABLE statement; --", "a:b*c", "NEAR(a b)", "x' & 'y", "^~_all", "{words}"]
)
def test_the_languages_of_the_databases_do_not_shine_through(filled: Record, words: str) -> None:
    """What is special to FTS5 or tsquery is a word or nothing to us."""
    assert quotes(filled, words) == []
    assert len(quotes(filled)) == 5


def test_names_of_facets_are_no_words(filled: Record) -> None:
    """A filter is kept in the index, but nobody finds it by typing."""
    for words in ("direct", "s_peschkow", "all", "dir*"):
        assert quotes(filled, words) == []


def test_articles_of_many_languages_keep_their_words(record: Record) -> None:
    """Letters beyond Latin are found as they are written."""
    russian: Sequence[Article] = [
        article(
            "Путин сказал: „мы готовы к переговорам“",
            said("мы готовы к переговорам", person=Person("Владимир Путин", PersonKind.HUMAN)),
            language="ru",
        )
    ]
    record.add(russian[0])
    assert quotes(record, "переговорам") == ["мы готовы к переговорам"]
    assert quotes(record, "перегов*", speaker="путин") == ["мы готовы к переговорам"]
