"""All of a record, or what is found, article by article."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.record.written_record import article, said
from wortlaut.record import Filters, Record

FIRST = article("A sagt: ja. B sagt: nein.", said("ja", person="A"), said("nein", person="B"))
SECOND = replace(FIRST, url="https://x.example/2", published=date(2026, 11, 22))
BARE = article("Niemand sagt etwas.", url="https://x.example/3")


def test_all_articles_come_once(record: Record) -> None:
    """Those without statements too, and only as they are now."""
    old = replace(BARE, text="Noch sagt niemand etwas.")
    list(record.add_many([FIRST, old, SECOND, BARE]))
    assert list(record.articles()) == [FIRST, SECOND, BARE]


def test_articles_come_with_what_is_found_in_them(record: Record) -> None:
    """Newest first, and only those of which something is found."""
    list(record.add_many([FIRST, SECOND, BARE]))
    assert list(record.articles(Filters(speaker="B"))) == [
        replace(SECOND, statements=SECOND.statements[1:]),
        replace(FIRST, statements=FIRST.statements[1:]),
    ]
    assert list(record.articles(words="ja nein")) == []


def test_a_record_knows_what_it_holds(record: Record) -> None:
    """So that the same text need not be read again."""
    assert not record.holds(FIRST)
    record.add(FIRST)
    assert record.holds(replace(FIRST, statements=()))
    assert not record.holds(replace(FIRST, text="Anderes."))


def test_versions_are_found_by_their_text(record: Record) -> None:
    """Wherever it was published."""
    list(record.add_many([FIRST, SECOND, BARE]))
    assert [kept.article for kept in record.with_text(FIRST.text)] == [FIRST, SECOND]
    assert record.with_text("Unbekannt") == ()
