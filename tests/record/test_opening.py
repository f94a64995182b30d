"""Opening a record: new, there already, something else, out of reach, out of room."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from tests.record.adding_process import many_articles
from wortlaut._exceptions import (
    RecordBusy,
    RecordDamaged,
    RecordError,
    RecordFull,
    RecordNotFound,
    RecordRefused,
)
from wortlaut.model import Article
from wortlaut.record import Added, Record, _migrating
from wortlaut.record._address import record_url


def test_a_new_record_is_made_with_its_directory(tmp_path: Path) -> None:
    """And is a file that SQLite keeps a log beside."""
    with Record(tmp_path / "new" / "record.db") as record:
        assert list(record.articles()) == []
    with closing(sqlite3.connect(tmp_path / "new" / "record.db")) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_url_names_the_same_record_as_its_path(tmp_path: Path) -> None:
    """`sqlite:///` before it or not."""
    with Record(f"sqlite:///{tmp_path}/record.db") as record:
        record.add(many_articles(1)[0])
    with Record(tmp_path / "record.db", create=False) as record:
        assert record.add(many_articles(1)[0]) is Added.UNCHANGED


def test_a_missing_record_is_not_made_to_be_searched(tmp_path: Path) -> None:
    """The error says how to make one."""
    with pytest.raises(RecordNotFound, match="make one with `wortlaut add`"):
        Record(tmp_path / "none.db", create=False)
    assert not (tmp_path / "none.db").exists()


def test_an_empty_database_is_no_record_to_be_searched(postgresql_place: str) -> None:
    """It stays empty; so does an empty file."""
    with pytest.raises(RecordNotFound, match="make one with `wortlaut add`"):
        Record(postgresql_place, create=False)
    engine = create_engine(record_url(postgresql_place))
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == []
    engine.dispose()


def test_an_empty_file_is_no_record_to_be_searched(tmp_path: Path) -> None:
    """It stays empty."""
    (tmp_path / "empty.db").touch()
    with pytest.raises(RecordNotFound, match="there is no record"):
        Record(tmp_path / "empty.db", create=False)
    assert (tmp_path / "empty.db").read_bytes() == b""


def test_a_missing_database_is_to_be_created(postgresql_server: str) -> None:
    """Which we leave to PostgreSQL's own program, as rights and the like go with it."""
    with pytest.raises(RecordNotFound, match=r"no such database.*createdb"):
        Record(postgresql_server.rpartition("/")[0] + "/fehlt")


@pytest.mark.parametrize("place", ["", "mysql://x/y", "sqlite://", "gopher://"])
def test_what_is_no_place_for_a_record_is_refused(place: str) -> None:
    """With the forms that are."""
    with pytest.raises(RecordError):
        Record(place)


def test_a_password_is_never_shown() -> None:
    """Neither in the error nor in the name."""
    with pytest.raises(RecordError) as caught:
        Record("postgresql://me:geheim@127.0.0.1:1/news")
    assert "geheim" not in str(caught.value)
    assert "127.0.0.1" in str(caught.value)


def test_another_file_is_no_record(tmp_path: Path) -> None:
    """Neither a text nor somebody else's database; both stay as they are."""
    text = tmp_path / "text.db"
    text.write_text("Das ist ein Text. " * 100)
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE recipe (name)")
    for name in ("text.db", "other.db"):
        before = (tmp_path / name).read_bytes()
        with pytest.raises(RecordRefused, match="no record of Wortlaut's"):
            Record(tmp_path / name)
        assert (tmp_path / name).read_bytes() == before


def test_a_newer_record_is_left_alone(place: str) -> None:
    """An older Wortlaut would not know what to do with it."""
    Record(place).close()
    _set_revision(place, "9999")
    with pytest.raises(RecordRefused, match="newer version"):
        Record(place)


def test_an_older_record_is_brought_up_to_date_after_a_copy(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a revision made for this test; `test_identities` opens a true one."""
    with Record(place) as record:
        record.add(many_articles(1)[0])
    _set_revision(place, "0000")
    asked: list[str] = []
    monkeypatch.setattr(_migrating, "_upgrade", lambda _: asked.append("upgrade"))
    monkeypatch.setattr(_migrating, "link_all", lambda _: asked.append("link"))
    Record(place).close()
    assert asked == ["upgrade", "link"]
    copy = Path(f"{place}.before-{_migrating.NEWEST}")
    if "://" not in place:
        with closing(sqlite3.connect(copy)) as connection:
            assert connection.execute("SELECT count(*) FROM statement").fetchone() == (2,)


def _set_revision(place: str, revision: str) -> None:
    engine = create_engine(record_url(place))
    with engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{revision}'")
    engine.dispose()


def test_the_tables_are_those_that_the_program_knows(place: str) -> None:
    """What the migrations make is what the schema says, column by column."""
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415
    from alembic.migration import MigrationContext  # noqa: PLC0415

    from wortlaut.record._schema import metadata  # noqa: PLC0415

    Record(place).close()
    engine = create_engine(record_url(place))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        differences = [
            difference
            for difference in compare_metadata(context, metadata)
            # Of names and of the indexes of words, which no metadata can describe.
            if not isinstance(difference, tuple) or difference[0] in ("add_column", "remove_column")
        ]
    engine.dispose()
    assert differences == []


def test_a_full_disk_is_an_error_that_leaves_the_record_readable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was acknowledged stays, what was not leaves no trace, and later there is room."""
    articles = many_articles(300)
    place = tmp_path / "record.db"
    with Record(place) as record:
        list(record.add_many(articles[:20]))
        pages = _pages(place)
    from wortlaut.record import _connections  # noqa: PLC0415

    whole = _connections._prepare_sqlite

    def prepare(connection: sqlite3.Connection, other: object) -> None:
        whole(connection, other)
        connection.execute(f"PRAGMA max_page_count = {pages + 10}")

    monkeypatch.setattr(_connections, "_prepare_sqlite", prepare)
    added: list[tuple[Article, Added]] = []
    with Record(place) as record:
        with pytest.raises(RecordFull, match=r"record\.db: could not be written.*make room"):
            added.extend(record.add_many(articles))
        kept = list(record.articles())
        assert len(record.search("Deich").found) == 20
        assert list(record.check()) == []
    given_back = {article.url for article, _ in added}
    assert given_back <= {article.url for article in kept}
    assert len(kept) >= 20
    monkeypatch.undo()
    with Record(place) as record:
        assert len(list(record.add_many(articles))) == len(articles)


def _pages(place: Path) -> int:
    with closing(sqlite3.connect(place)) as connection:
        return int(connection.execute("PRAGMA page_count").fetchone()[0])


def test_a_record_that_somebody_else_holds_is_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a while; searching goes on meanwhile."""
    from wortlaut.record import _connections  # noqa: PLC0415

    monkeypatch.setattr(_connections, "PATIENCE", 0.05)
    place = tmp_path / "record.db"
    with Record(place) as record, closing(sqlite3.connect(place)) as other:
        record.add(many_articles(1)[0])
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordBusy):
            record.add(many_articles(2)[1])
        assert len(record.search("Deich").found) == 1


def test_a_damaged_file_says_so(tmp_path: Path) -> None:
    """And how to get a whole one."""
    place = tmp_path / "record.db"
    with Record(place) as record:
        list(record.add_many(many_articles(200)))
    content = bytearray(place.read_bytes())
    content[8192:] = b"\x55" * (len(content) - 8192)
    place.write_bytes(content)
    with pytest.raises(RecordDamaged, match="restore a backup"), Record(place) as record:
        list(record.articles())
