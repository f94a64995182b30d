"""Articles go in once, wholly, and come back as they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count

from hypothesis import HealthCheck, Phase, given, settings

from tests.record.written_record import article, said
from tests.test_json_form import articles
from wortlaut.model import Article
from wortlaut.record import Added, Record

_numbers = count()

DYKE = article(
    "Wiebke Harms sagte am Montag: „Der Deich hält.“ Er werde im April erhöht.",
    said("„Der Deich hält.“", person="Wiebke Harms", speaker="Wiebke Harms"),
    said("Er werde im April erhöht", person="Wiebke Harms"),
    title="Deich hält",
    source="deich.html",
)


def test_an_article_comes_back_as_it_went_in(record: Record) -> None:
    """Text, head and statements are the very values that were added."""
    assert record.add(DYKE) is Added.NEW
    kept = record.article("https://deichblatt.example/artikel")
    assert kept is not None
    assert kept.article == DYKE
    assert kept.version == 1
    assert kept.current


@settings(
    max_examples=60,
    # Each example is an article on the disk: to make a failure smaller would take minutes.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(articles())
def test_any_article_comes_back_as_it_went_in(record: Record, any_article: Article) -> None:
    """Whatever fields an article has, those of its statements included."""
    elsewhere = replace(any_article, url=f"https://any.example/{next(_numbers)}")
    record.add(elsewhere)
    kept = record.article(elsewhere.url or "")
    assert kept is not None
    assert kept.article == elsewhere


def test_the_same_article_again_changes_nothing(record: Record) -> None:
    """Neither another spelling of its address nor other white space makes it another one."""
    record.add(DYKE)
    again = replace(
        DYKE,
        url="http://Deichblatt.example/artikel/?utm_source=brief#oben",
        text=DYKE.text + "\n",
    )
    assert record.add(again) is Added.UNCHANGED
    assert [kept.article for kept in record.versions("https://deichblatt.example/artikel")] == [
        DYKE
    ]


def test_a_changed_text_makes_a_new_version_and_the_old_one_stays(record: Record) -> None:
    """With its statements: a correction is news."""
    changed = article("Wiebke Harms sagte: „Der Deich ist weich.“", said("„Der Deich ist weich.“"))
    record.add(DYKE)
    assert record.add(changed) is Added.CHANGED
    old, new = record.versions("https://deichblatt.example/artikel")
    assert (old.article, old.version, old.current) == (DYKE, 1, False)
    assert (new.article, new.version, new.current) == (changed, 2, True)


def test_a_text_that_the_article_had_before_changes_nothing(record: Record) -> None:
    """So that an archive of several captures of one page can be added again."""
    captures = [DYKE, replace(DYKE, text="Anderes.", statements=())]
    for expected in ([Added.NEW, Added.CHANGED], [Added.UNCHANGED] * 2):
        assert [outcome for _, outcome in record.add_many(captures)] == expected
    versions = record.versions("https://deichblatt.example/artikel")
    assert [kept.current for kept in versions] == [False, True]


def test_the_same_text_elsewhere_is_kept_and_pointed_at(record: Record) -> None:
    """Another outlet that prints the same words is another article."""
    record.add(DYKE)
    elsewhere = replace(DYKE, url="https://kuestenpost.example/7", outlet="Küstenpost")
    assert record.add(elsewhere) is Added.SAME_TEXT
    here = record.article("https://deichblatt.example/artikel")
    there = record.article("https://kuestenpost.example/7")
    assert here is not None
    assert there is not None
    assert there.article == elsewhere
    assert there.same_text_as == here.id
    assert here.same_text_as is None


def test_an_article_without_an_address_is_known_by_its_words(record: Record) -> None:
    """However often it is added."""
    nameless = replace(DYKE, url=None)
    assert record.add(nameless) is Added.NEW
    assert record.add(replace(nameless, source="elsewhere.txt")) is Added.UNCHANGED


def test_many_articles_are_given_back_in_their_order(record: Record) -> None:
    """Those of one run that are the same or have the same text are told apart too."""
    many = [
        DYKE,
        DYKE,
        replace(DYKE, url="https://kuestenpost.example/7"),
        replace(DYKE, text="Etwas anderes.", statements=()),
        *(
            replace(DYKE, text=f"Text {n}", url=f"https://x.example/{n}", statements=())
            for n in range(150)
        ),
    ]
    added = list(record.add_many(iter(many)))
    assert [article for article, _ in added] == many
    assert [outcome for _, outcome in added] == [
        Added.NEW,
        Added.UNCHANGED,
        Added.SAME_TEXT,
        Added.CHANGED,
        *[Added.NEW] * 150,
    ]
    old, new = record.versions("https://deichblatt.example/artikel")
    assert not old.current
    assert new.current


def test_what_databases_refuse_comes_back_too(record: Record) -> None:
    """NUL and half characters, which a damaged page may hold."""
    damaged = article(
        "Nul \x00 und \ud83d sagte er: ja", said("ja"), title="\ud83d\x00", published=None
    )
    record.add(damaged)
    kept = record.article("https://deichblatt.example/artikel")
    assert kept is not None
    assert kept.article == damaged


def test_a_time_of_publication_keeps_its_zone(record: Record) -> None:
    """And the day is the one in the page's own zone."""
    record.add(replace(DYKE, published=datetime(2026, 11, 20, 23, 30, tzinfo=UTC)))
    kept = record.article("https://deichblatt.example/artikel")
    assert kept is not None
    assert kept.article.published == datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    assert kept.added_at.date() >= date(2026, 1, 1)


def test_a_record_is_there_when_it_is_opened_again(place: str) -> None:
    """By another process, for instance."""
    with Record(place) as first:
        first.add(DYKE)
    with Record(place, create=False) as second:
        assert second.add(DYKE) is Added.UNCHANGED
