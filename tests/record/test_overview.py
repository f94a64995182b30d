"""What is in the record as a whole, and when it changes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.record.test_corrections import Correction, Kind
from tests.record.written_record import article, said
from wortlaut._exceptions import FetchError
from wortlaut.model import Article, Person, PersonKind
from wortlaut.record import Grown, InLanguage, Overview, Quoted, Record

HARMS, PETERSEN = "Wiebke Harms", "Jan Petersen"


def sayings(number: int, *quotes: str, day: date = date(2026, 11, 20), **fields: object) -> Article:
    """An article in which Wiebke Harms says these words."""
    text = " ".join(f"Wiebke Harms sagte: „{quote}.“" for quote in quotes) or "Nichts."
    return article(
        text,
        *(said(quote, person=HARMS) for quote in quotes),
        url=f"https://x.example/{number}",
        published=day,
        **fields,  # type: ignore[arg-type]
    )


@pytest.fixture
def filled(record: Record) -> Iterator[Record]:
    """A record of three articles, whose counts must be right whatever a test does with it."""
    record.add(sayings(1, "Der Deich hält", "Die Flut kommt", day=date(2026, 11, 18)))
    record.add(sayings(2, "Das Boot liegt fest", outlet="Küstenpost"))
    record.add(
        article(
            "The Harbour Board said it would pay.",
            said("it would pay", person=Person("Harbour Board", PersonKind.BODY)),
            url="https://x.example/3",
            language="en",
            published=None,
        )
    )
    yield record
    assert list(record.check()) == []


def counted(record: Record) -> tuple[int, int]:
    """Articles and statements of the record."""
    found = record.overview()
    return found.articles, found.statements


def test_an_empty_record_has_nothing(record: Record) -> None:
    """And no days."""
    assert record.overview() == Overview(0, 0, 0, 0, 0, (), None, None, None)


def test_an_overview_counts_and_tells_the_days(filled: Record) -> None:
    """Articles, statements, who speaks, from where, in which languages, since when."""
    found = filled.overview()
    assert (found.articles, found.statements) == (3, 4)
    assert (found.people, found.bodies, found.outlets) == (1, 1, 2)
    assert found.languages == (InLanguage("de", 2, 3), InLanguage("en", 1, 1))
    assert (found.first, found.last) == (date(2026, 11, 18), date(2026, 11, 20))
    assert found.added_at is not None
    assert timedelta(0) <= datetime.now(UTC) - found.added_at < timedelta(minutes=5)


def test_a_new_version_counts_instead_of_the_old_one(filled: Record) -> None:
    """Its statements, days and people too; the same text again counts nothing."""
    filled.add(sayings(1, "Der Deich hält nicht"))
    filled.add(sayings(1, "Der Deich hält nicht"))
    assert counted(filled) == (3, 3)
    assert filled.overview().first == date(2026, 11, 20)
    filled.add(replace(sayings(3), language=None))
    found = filled.overview()
    assert (found.people, found.bodies) == (1, 0)
    assert found.languages == (InLanguage("de", 2, 2), InLanguage(None, 1, 0))


def test_two_versions_that_come_together_count_once(filled: Record) -> None:
    """As do two that come one after the other."""
    list(filled.add_many([sayings(7, "Eins", "Zwei"), sayings(7, "Drei")]))
    assert counted(filled) == (4, 5)


def test_corrections_count(filled: Record) -> None:
    """One that is taken out, one that is added, one that is changed."""
    kept = filled.article("https://x.example/1")
    assert kept is not None
    first, second = kept.article.statements
    filled.correct(kept, [Correction(Kind.REMOVED, first)])
    assert counted(filled) == (3, 3)
    changed = replace(second, person=Person(PETERSEN, PersonKind.HUMAN), said_on=None)
    filled.correct(kept, [Correction(Kind.CHANGED, changed)])
    assert counted(filled) == (3, 3)
    filled.correct(kept, [Correction(Kind.ADDED, replace(first, id=9))])
    assert counted(filled) == (3, 4)
    filled.add(sayings(1, "Der Deich hält", "Die Flut kommt", "Es regnet"))
    assert list(filled.check()) == []


def test_what_was_taken_back_does_not_count(filled: Record) -> None:
    """Neither counts nor the mark change when adding fails half-way."""
    mark = filled.mark()
    kept = filled.article("https://x.example/1")
    assert kept is not None
    wrong = replace(kept.article.statements[0], id=99)
    with pytest.raises(ValueError, match="no statement 99"):
        filled.correct(
            kept,
            [Correction(Kind.REMOVED, kept.article.statements[0]), Correction(Kind.REMOVED, wrong)],
        )
    assert counted(filled) == (3, 4)
    assert filled.mark() == mark


def test_a_restored_record_has_the_same_overview(filled: Record, tmp_path: Path) -> None:
    """And the same growth, but a mark of its own."""
    filled.add(sayings(1, "Der Deich hält nicht"))
    filled.back_up(tmp_path / "backup.gz")
    with Record(tmp_path / "restored.db") as restored:
        empty = restored.mark()
        restored.restore(tmp_path / "backup.gz")
        assert restored.overview() == filled.overview()
        assert restored.growth(3) == filled.growth(3)
        assert len({restored.mark(), empty, filled.mark()}) == 3
        assert list(restored.check()) == []


def test_an_older_record_is_counted_when_it_is_brought_up_to_date(
    record: Record, tmp_path: Path
) -> None:
    """One from before the counts: its statements count on the day on which they came."""
    with Record(tmp_path / "newer.db") as newer:
        newer.add(sayings(1, "Der Deich hält", "Die Flut kommt", day=date(2026, 11, 18)))
        newer.add(sayings(2, "Das Boot liegt fest", language=None))
        newer.add(sayings(1, "Der Deich hält nicht", day=date(2026, 11, 19)))
        newer.back_up(tmp_path / "backup.gz")
        overview, growth = newer.overview(), newer.growth(3)
    newest = ("mention", "feed", "growth")
    with gzip.open(tmp_path / "backup.gz", "rt", encoding="utf-8") as lines:
        head, *rows, _ = map(json.loads, lines)
    head["revision"] = "0004"
    head["columns"] = {name: of for name, of in head["columns"].items() if name not in newest}
    rows = [(name, row) for name, row in rows if name not in newest and row[0] != "feed"]
    with gzip.open(tmp_path / "older.gz", "wt", encoding="utf-8") as lines:
        for each in (head, *rows, {"rows": len(rows)}):
            lines.write(json.dumps(each) + "\n")
    record.restore(tmp_path / "older.gz")
    assert (record.overview(), record.growth(3)) == (overview, growth)
    assert list(record.check()) == []
    record.keep_feed(FeedRead("https://x.example/feed", "Deichblatt", 20))
    assert len(record.feeds()) == 1


def test_growth_is_told_day_by_day(filled: Record) -> None:
    """Days without anything too, today the last."""
    today = datetime.now(UTC).date()
    *before, last = filled.growth(3)
    assert last == Grown(today, 3, 4)
    assert before == [
        Grown(today - timedelta(days=2), 0, 0),
        Grown(today - timedelta(days=1), 0, 0),
    ]


def test_who_is_quoted_most_comes_first(filled: Record) -> None:
    """In the days asked for, the first and the last one included."""
    filled.add(
        article(
            "Jan Petersen sagte: „Ja.“",
            said("Ja", person=PETERSEN),
            url="https://x.example/4",
            published=date(2026, 11, 19),
        )
    )
    every = filled.most_quoted(date(2026, 11, 18))
    assert [(each.name, each.statements) for each in every] == [(HARMS, 3), (PETERSEN, 1)]
    (petersen,) = filled.people(PETERSEN)
    assert filled.most_quoted(date(2026, 11, 19), date(2026, 11, 19)) == (
        Quoted(petersen.id, PETERSEN, PersonKind.HUMAN, 1),
    )
    assert len(filled.most_quoted(date(2026, 11, 18), limit=1)) == 1
    assert filled.most_quoted(date(2026, 11, 21)) == ()


def test_the_mark_changes_with_the_record(filled: Record) -> None:
    """Whatever is changed by whom; looking things up changes nothing."""
    marks = [filled.mark()]
    filled.search("Deich")
    filled.overview()
    assert filled.mark() == marks[0]
    filled.add(sayings(5, "Es wird Tag"))
    marks.append(filled.mark())
    (harms,) = filled.people(HARMS)
    filled.split(harms.id, ["https://x.example/5"])
    marks.append(filled.mark())
    filled.keep_failed(FetchError("https://x.example/6", "no answer", "try again"))
    marks.append(filled.mark())
    assert len(set(marks)) == 4


@dataclass(frozen=True)
class FeedRead:
    """A feed that was read."""

    address: str
    title: str | None = None
    entries: int = 0
    damage: str | None = None


def test_feeds_tell_when_they_were_last_read(record: Record) -> None:
    """Each once, by their titles, as they were the last time."""
    record.keep_feed(FeedRead("https://y.example/feed", "Küstenpost", 3, "breaks off"))
    record.keep_feed(FeedRead("https://x.example/feed", "Deichblatt", 20))
    record.keep_feed(FeedRead("https://y.example/feed", "Küstenpost", 4))
    first, second = record.feeds()
    assert (first.title, first.entries, first.problem) == ("Deichblatt", 20, None)
    assert (second.title, second.entries, second.problem) == ("Küstenpost", 4, None)
    assert first.read_at == first.tried_at < second.read_at
    assert datetime.now(UTC) - first.read_at < timedelta(minutes=5)


def test_a_feed_that_fails_says_why_until_it_is_read_again(record: Record) -> None:
    """What was never read as a feed is none."""
    address = "https://x.example/feed"
    record.keep_failed(FetchError(address, "the server says 503", "try again later"))
    assert record.feeds() == ()
    record.keep_feed(FeedRead(address, "Deichblatt", 20))
    record.keep_failed(FetchError(address, "the server says 503", "try again later"))
    (feed,) = record.feeds()
    assert (feed.problem, feed.entries) == ("the server says 503", 20)
    assert feed.tried_at > feed.read_at
    record.keep_feed(FeedRead(address, "Deichblatt", 21))
    (feed,) = record.feeds()
    assert (feed.problem, feed.entries) == (None, 21)


def test_a_backup_has_the_feeds(record: Record, tmp_path: Path) -> None:
    """With their times."""
    record.keep_feed(FeedRead("https://x.example/feed", "Deichblatt", 20))
    record.back_up(tmp_path / "backup.gz")
    with Record(tmp_path / "restored.db") as restored:
        restored.restore(tmp_path / "backup.gz")
        assert restored.feeds() == record.feeds()
