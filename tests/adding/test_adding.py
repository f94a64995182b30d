"""Articles onto the record, with nobody watching but a test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.scripted_reader import ScriptedReader
from wortlaut import Article, SourceNotFound
from wortlaut.adding import UPLOADED, Adding, Taken, kept_name
from wortlaut.record import Added, Record

TEXT = "„Der Deich hält“, sagte Petersen. Der Rat forderte einen Bericht."


@dataclass
class Heard:
    """What a listener was told."""

    taken: list[Taken] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def settled(self, taken: Taken) -> None:
        """An article is on record."""
        self.taken.append(taken)

    def failed(self, error: object, name: str) -> None:
        """A source is kept aside."""
        self.errors.append(name)

    @property
    def outcomes(self) -> list[Added]:
        """What was done with each article."""
        return [each.outcome for each in self.taken]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    with Record(tmp_path / "record.sqlite") as made:
        yield made


def article(number: int, text: str = TEXT) -> Article:
    """An article at its own address."""
    return Article(text=f"{text} {number}", url=f"https://example.org/{number}", source=str(number))


def add(record: Record, *entries: Article | SourceNotFound, since: datetime | None = None) -> Heard:
    """Adds these and gives back what was told."""
    heard = Heard()
    Adding(record, ScriptedReader, since=since).add(entries, heard)  # type: ignore[arg-type]
    return heard


def test_articles_are_read_and_kept(record: Record) -> None:
    """Each is told with what it brought."""
    heard = add(record, article(1), article(2))
    assert heard.outcomes == [Added.NEW, Added.NEW]
    assert [each.statements for each in heard.taken] == [2, 2]
    assert record.count() == 4


def test_no_reader_is_had_for_what_is_on_record(record: Record) -> None:
    """To load its model takes seconds."""
    add(record, article(1))

    def unwanted() -> ScriptedReader:
        raise AssertionError("a reader was wanted")

    heard = Heard()
    Adding(record, unwanted).add([article(1)], heard)  # type: ignore[arg-type]
    assert heard.outcomes == [Added.UNCHANGED]
    assert not heard.taken[0].read


def test_who_goes_on_counts_what_was_added_before_it_broke_off(record: Record) -> None:
    """As new, changed or the same text; what was there before counts as unchanged."""
    add(record, article(1), article(2))
    since = datetime.now(UTC)
    changed = replace(article(2), text="„Wir warten“, sagte Hansen.")
    same = replace(article(1), url="https://example.org/same")
    entries = [article(1), changed, same, article(3)]
    add(record, *entries)
    heard = add(record, *entries, since=since)
    expected = [Added.UNCHANGED, Added.CHANGED, Added.SAME_TEXT, Added.NEW]
    assert heard.outcomes == expected
    assert [each.statements for each in heard.taken] == [0, 1, 2, 2]


def test_source_that_fails_is_kept_aside_until_it_is_read(record: Record) -> None:
    """Under a name that means the same from everywhere."""
    error = SourceNotFound(f"{UPLOADED}1.txt", "no such file", "check the path")
    assert add(record, error).errors == [f"{UPLOADED}1.txt"]
    assert [each.source for each in record.failed()] == [f"{UPLOADED}1.txt"]
    add(record, replace(article(1), source=f"{UPLOADED}1.txt"))
    assert record.failed() == ()


@pytest.mark.parametrize("name", ["https://example.org/a", "upload:a.txt", "-", "-:3"])
def test_names_that_are_no_paths_stay_as_they_are(name: str) -> None:
    """Addresses, uploads, standard input."""
    assert kept_name(name) == name


def test_paths_are_kept_from_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that they mean the same from every directory."""
    monkeypatch.chdir(tmp_path)
    assert kept_name("a.txt") == str(tmp_path / "a.txt")
