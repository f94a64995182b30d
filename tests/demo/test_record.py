"""The demonstration record: what the shipped reader makes of the articles."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from wortlaut import RecordError
from wortlaut.demo import add_demo_articles, demo_articles, remove_demo_record
from wortlaut.model import Act, Article, Medium, QuotationType, Span, Statement
from wortlaut.record import Filters, Record


def test_every_article_yields_statements(demo_record: Path) -> None:
    """Several, and most with whoever made them."""
    with Record(demo_record, create=False) as record:
        for article in demo_articles():
            assert article.url
            kept = record.article(article.url)
            assert kept is not None
            statements = kept.article.statements
            assert len(statements) >= 4, article.source
            named = sum(statement.person is not None for statement in statements)
            assert named >= len(statements) * 0.6, article.source


def test_it_is_a_record_as_any_other(demo_record: Path) -> None:
    """Nothing is wrong with it, and adding again changes nothing."""
    with Record(demo_record, create=False) as record:
        assert list(record.check()) == []
        before = record.count()
        add_demo_articles(record)
        assert record.count() == before


def test_the_correction_is_a_second_version(demo_record: Path) -> None:
    """Both texts stay, and the second one is current."""
    url = "https://morgenblatt.example/politik/ausland/valdura-trockenheit-lovati"
    with Record(demo_record, create=False) as record:
        first, second = record.versions(url)
        found = record.search('"40.000 Hektar"', Filters(outlet="Das Morgenblatt")).found
    assert "14.000 Hektar wächst" in first.article.text
    assert "40.000 Hektar wächst" in second.article.text
    assert len(found) == 1


def test_two_of_one_surname_stay_apart(demo_record: Path) -> None:
    """The minister, in three spellings, and the trader."""
    with Record(demo_record, create=False) as record:
        names = {each.name: dict(each.names) for each in record.people("Korowin")}
    minister, trader = names["Wjatscheslaw Korowin"], names["Pjotr Korowin"]
    assert {"Vyacheslav Korovin", "Вячеслав Коровин"} <= minister.keys()
    assert "Pyotr Korovin" in trader
    assert minister.keys().isdisjoint(trader)


def test_a_role_changes_over_the_year(demo_record: Path) -> None:
    """The spokeswoman becomes minister in July."""
    with Record(demo_record, create=False) as record:
        roles = record.person("Lesnikowa").roles
    days = {role.what: (role.first or date.max, role.last or date.min) for role in roles}
    assert days["Ministeriumssprecherin"][1] < date(2026, 7, 1) < days["Außenministerin"][0]


def test_invented_news_stay_out_of_a_record_of_real_ones(tmp_path: Path) -> None:
    """Nor is such a record thrown away."""
    place = tmp_path / "news.sqlite"
    text = "„Der Deich hält“, sagte Petersen."
    statement = Statement(
        1, QuotationType.DIRECT, Medium.SPEECH, (Span(0, 16),), 0.9, (Span(24, 32),)
    )
    with Record(place) as record:
        record.add(Article(text, url="https://news.example/deich", statements=(statement,)))
        with pytest.raises(RecordError, match="not the demonstration's"):
            add_demo_articles(record)
    with pytest.raises(RecordError, match="not the demonstration's"):
        remove_demo_record(place)
    assert place.exists()


def test_a_demonstration_record_can_be_thrown_away(tmp_path: Path) -> None:
    """With what SQLite keeps beside it; where there is none, nothing happens."""
    place = tmp_path / "demo.sqlite"
    remove_demo_record(place)
    with Record(place) as record:
        record.add(demo_articles()[0])
    remove_demo_record(place)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words", ['"kein Wasser zurückhalten"', '"200 Kubikmeter"', '"103 Abgeordnete"']
)
def test_what_the_tabloid_changed_is_pointed_out(demo_record: Path, words: str) -> None:
    """It stands beside the agency's wording and the English one, and drifts from them."""
    with Record(demo_record, create=False) as record:
        found, *_ = record.search(words, Filters(outlet="Tagblitz")).found
        utterance = record.utterance(found.id)
    assert utterance is not None
    by_outlet = {wording.found.article.outlet: wording for wording in utterance.wordings}
    assert by_outlet["Tagblitz"].drifts
    assert not by_outlet["Nordische Presse-Agentur"].drifts
    assert by_outlet["The Calder Courier"].translation or by_outlet["Tagblitz"].translation


def test_a_change_of_position_is_pointed_out(demo_record: Path) -> None:
    """She refuses talks in March and agrees in September."""
    with Record(demo_record, create=False) as record:
        positions = record.positions("Ferrandi", "Gespräche")
    acts = {each.found.id: each.found.statement.act for each in positions.positions}
    asked = [(acts[pair.earlier], acts[pair.later]) for pair in positions.questions]
    assert (Act.REFUSES, Act.AGREES) in asked
