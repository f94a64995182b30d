"""A record can be copied to a file and made anew from it, on either database."""

from __future__ import annotations

import gzip
import json
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from tests.record.adding_process import many_articles
from wortlaut._exceptions import EmptySource, RecordError, RecordRefused
from wortlaut.model import Statement
from wortlaut.record import Added, Record, _backup, _migrating
from wortlaut.record._address import record_url


@dataclass(frozen=True)
class Changed:
    """A correction."""

    statement: Statement

    class kind:  # noqa: N801 - the protocol's field
        """What was done."""

        value = "changed"


@pytest.fixture
def filled(record: Record) -> Record:
    """A record with versions, a correction and a failed source."""
    list(record.add_many(many_articles(30)))
    kept = record.article("https://deichblatt.example/0")
    assert kept is not None
    record.correct(kept, [Changed(replace(kept.article.statements[0], negated=True))])
    record.keep_failed(EmptySource("leer.txt", "is empty", "give it a page"))
    return record


def test_a_restored_record_is_the_same(filled: Record, tmp_path: Path) -> None:
    """Versions, corrections, numbers, failed sources and what searching finds."""
    file = tmp_path / "record.jsonl.gz"
    rows = filled.back_up(file)
    with Record(tmp_path / "other.db") as other:
        assert other.restore(file) == rows
        for number in range(30):
            url = f"https://deichblatt.example/{number}"
            assert other.versions(url) == filled.versions(url)
        assert other.failed() == filled.failed()
        assert other.search("Deich") == filled.search("Deich")
        assert list(other.check()) == []
        assert other.add(many_articles(30)[0]) is Added.UNCHANGED
        assert other.add(replace(many_articles(31)[30], url="https://x.example/")) is Added.NEW


def test_a_backup_moves_a_record_to_the_other_database(
    postgresql_place: str, tmp_path: Path
) -> None:
    """From a file to a server."""
    with Record(tmp_path / "record.db") as small, Record(postgresql_place) as large:
        list(small.add_many(many_articles(12)))
        small.back_up(tmp_path / "backup")
        large.restore(tmp_path / "backup")
        assert list(large.articles()) == list(small.articles())
        assert large.search("Deich*") == small.search("Deich*")


def test_a_record_that_holds_something_is_not_overwritten(filled: Record, tmp_path: Path) -> None:
    """Restoring is for new records."""
    filled.back_up(tmp_path / "backup")
    with pytest.raises(RecordError, match="is not empty"):
        filled.restore(tmp_path / "backup")


def test_a_record_of_failed_sources_is_not_empty_either(filled: Record, tmp_path: Path) -> None:
    """It says so before anything goes in, rather than trip over what is there."""
    filled.back_up(tmp_path / "backup")
    with Record(tmp_path / "other.db") as other:
        other.keep_failed(EmptySource("leer.txt", "is empty", "give it a page"))
        with pytest.raises(RecordError, match="is not empty"):
            other.restore(tmp_path / "backup")
        assert [each.source for each in other.failed()] == ["leer.txt"]


@pytest.mark.parametrize("damage", ["cut", "no gzip", "another file", "fewer rows"])
def test_a_damaged_backup_leaves_the_record_empty(place: str, damage: str, tmp_path: Path) -> None:
    """And says that it is no whole backup."""
    file = tmp_path / "backup"
    with Record(tmp_path / "source.db") as source:
        list(source.add_many(many_articles(12)))
        source.back_up(file)
    lines = gzip.decompress(file.read_bytes()).splitlines(keepends=True)
    file.write_bytes(
        {
            "cut": file.read_bytes()[:-200],
            "no gzip": b"".join(lines),
            "another file": gzip.compress(b"{}\n"),
            "fewer rows": gzip.compress(b"".join([*lines[:-2], lines[-1]])),
        }[damage]
    )
    with Record(place) as empty:
        with pytest.raises(RecordError, match="is no whole backup"):
            empty.restore(file)
        assert list(empty.articles()) == []
        assert empty.add(many_articles(1)[0]) is Added.NEW


def test_a_sound_record_has_nothing_wrong(filled: Record) -> None:
    """Nor has one with old versions and corrections."""
    assert list(filled.check()) == []


@pytest.mark.parametrize(
    ("damage", "finding"),
    [
        ("UPDATE statement SET quote = 'anderes' WHERE id = 2", "statement 2: its quotation"),
        (
            "UPDATE article_version SET text = 'kurz' WHERE id = 1",
            "statement 1: quote[0] ends at",
        ),
        ("UPDATE statement SET place = place + 1000 WHERE id = 3", "statement 3: the index"),
        (
            "UPDATE article_version SET text = text || ' Ende.' WHERE id = 1",
            "article version 1: its text is not the one",
        ),
        ("UPDATE statement SET current = NOT current WHERE id = 3", "statement 3: is "),
        (
            "UPDATE article_version SET article_id = 4, number = number + 50 WHERE article_id = 5",
            "article 4: has 2 current versions",
        ),
        (
            "UPDATE article_version SET current = false WHERE article_id = 4",
            "article 4: has no current",
        ),
    ],
)
def test_damage_is_found(place: str, damage: str, finding: str) -> None:
    """And named by what it befell."""
    with Record(place) as record:
        list(record.add_many(many_articles(12)))
    engine = create_engine(record_url(place))
    with engine.begin() as connection:
        connection.exec_driver_sql(damage)
    engine.dispose()
    with Record(place) as record:
        assert any(found.startswith(finding) for found in record.check())


@pytest.mark.parametrize("way", ["its path", "a symlink", "a hard link", "its log", "another"])
def test_a_record_is_not_written_over(tmp_path: Path, way: str) -> None:
    """By whatever name it is called; it stays as it was."""
    place = tmp_path / "record.db"
    with Record(place) as record:
        list(record.add_many(many_articles(12)))
        kept = list(record.articles())
        target = tmp_path / "target"
        if way == "a symlink":
            target.symlink_to(place)
        elif way == "a hard link":
            target.hardlink_to(place)
        elif way == "another":
            Record(target).close()
        else:
            target = place if way == "its path" else tmp_path / "record.db-wal"
            assert target.exists()
        before = target.read_bytes()
        with pytest.raises(RecordError, match="not written over"):
            record.back_up(target)
        assert target.read_bytes() == before
        assert list(record.articles()) == kept


_LATER = """
import sqlalchemy as sa
from alembic import op

revision = "9000"
down_revision = "NEWEST"


def upgrade() -> None:
    op.add_column("role", sa.Column("since", sa.Text))
    op.execute("UPDATE role SET since = 'before'")
    op.execute("UPDATE failed_source SET advice = advice || ', or do not'")
"""


@pytest.mark.parametrize("names", [True, False])
def test_an_older_backup_is_brought_up_to_date(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: bool
) -> None:
    """With a revision made for this test; the first backups did not name their columns."""
    file = tmp_path / "backup"
    with Record(tmp_path / "old.db") as old:
        list(old.add_many(many_articles(12)))
        old.keep_failed(EmptySource("leer.txt", "is empty", "give it a page"))
        rows = old.back_up(file)
        articles, page, failed = list(old.articles()), old.search("Deich*"), old.failed()
    if not names:
        head, *lines = gzip.decompress(file.read_bytes()).splitlines(keepends=True)
        fields = json.loads(head)
        del fields["columns"], fields["version"]
        file.write_bytes(gzip.compress(json.dumps(fields).encode() + b"\n" + b"".join(lines)))
    _add_a_revision(tmp_path, monkeypatch)
    with Record(place) as record:
        assert record.restore(file) == rows
        assert list(record.articles()) == articles
        assert record.search("Deich*") == page
        assert [each.advice for each in record.failed()] == [failed[0].advice + ", or do not"]
        assert list(record.check()) == []
        assert record.add(many_articles(12)[0]) is Added.UNCHANGED
    engine = create_engine(record_url(place))
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT since FROM role").all() == []
        revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    engine.dispose()
    assert revision == "9000"


def test_a_damaged_older_backup_leaves_the_record_as_it_was(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Empty, of the newest form, and fit for use; of an unknown age likewise."""
    file = tmp_path / "backup"
    with Record(tmp_path / "old.db") as old:
        list(old.add_many(many_articles(12)))
        old.back_up(file)
    lines = gzip.decompress(file.read_bytes()).splitlines(keepends=True)
    _add_a_revision(tmp_path, monkeypatch)
    with Record(place) as record:
        for damaged in (lines[:-1], [b'{"form": "wortlaut record", "revision": "0000"}\n']):
            file.write_bytes(gzip.compress(b"".join(damaged)))
            with pytest.raises(RecordError, match="is no whole backup"):
                record.restore(file)
            assert list(record.articles()) == []
        assert record.add(many_articles(12)[0]) is Added.NEW
        assert len(record.search("Deich").found) == 1


def test_a_newer_backup_says_which_version_wrote_it(record: Record, tmp_path: Path) -> None:
    """And how to get it."""
    file = tmp_path / "backup"
    head = {"form": "wortlaut record", "revision": "9999", "version": "77.1"}
    file.write_bytes(gzip.compress(json.dumps(head).encode() + b"\n"))
    with pytest.raises(RecordRefused, match=r"written by Wortlaut 77\.1, which is newer.*upgrade"):
        record.restore(file)


def _add_a_revision(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on the program is one that knows a revision more."""
    migrations = folder / "migrations"
    shutil.copytree(_migrating._MIGRATIONS, migrations)
    later = _LATER.replace("NEWEST", _migrating.NEWEST)
    (migrations / "versions" / "9000_later.py").write_text(later, "utf-8")
    monkeypatch.setattr(_migrating, "_MIGRATIONS", migrations)
    monkeypatch.setattr(_migrating, "NEWEST", "9000")
    monkeypatch.setattr(_backup, "NEWEST", "9000")
