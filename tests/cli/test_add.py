"""`wortlaut add` and `wortlaut failed`: what they keep, print and leave with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import wortlaut.reading
from tests.cli.conftest import ARTICLE
from tests.cli.record_commands import Command, command
from tests.cli.scripted_reader import ScriptedReader
from tests.sources.local_web import LocalWeb, serving
from wortlaut import SourceNotFound
from wortlaut.record import Record

OTHER = ARTICLE.replace("Petersen", "Hansen").replace("KIEL", "HUSUM")


@pytest.fixture(autouse=True)
def scripted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader without a model, and no record but the one that a test names."""
    monkeypatch.setattr(wortlaut.reading, "Reader", ScriptedReader, raising=False)
    monkeypatch.delenv("WORTLAUT_RECORD", raising=False)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the record is."""
    return tmp_path / "records" / "record.sqlite"


@pytest.fixture
def run(place: Path) -> Command:
    """Runs a command on the record."""
    return command(place)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A directory with two articles and a picture."""
    folder = tmp_path / "seiten"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, "utf-8")
    (folder / "b.txt").write_text(OTHER, "utf-8")
    (folder / "bild.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    return folder


@pytest.fixture
def web() -> Iterator[LocalWeb]:
    """A web server."""
    with serving() as server:
        yield server


def lines(path: Path, *articles: dict[str, Any]) -> Path:
    """A file of JSON Lines."""
    path.write_text("\n".join(map(json.dumps, articles)), "utf-8")
    return path


def test_directory_is_put_on_record(run: Command, pages: Path, place: Path) -> None:
    """With its statements; the record's own directory is made where it is missing."""
    result = run("add", pages)
    assert result.exit_code == 0, result.output
    assert "2 new, 0 unchanged, 0 changed, 0 same text elsewhere, 0 failed" in result.stdout
    assert "6 statements added" in result.stdout
    assert "passed over: 1 binary" in result.stdout
    with Record(place, create=False) as record:
        assert record.count() == 6


def test_same_again_changes_nothing_and_is_not_read(
    run: Command, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even the model is loaded."""
    run("add", pages)

    def unwanted(*arguments: object, **options: object) -> None:
        raise AssertionError("the reader was loaded")

    monkeypatch.setattr(wortlaut.reading, "Reader", unwanted)
    result = run("add", pages)
    assert result.exit_code == 0, result.output
    assert "0 new, 2 unchanged" in result.stdout


def test_every_outcome_is_counted(run: Command, tmp_path: Path) -> None:
    """New, changed, and the same text at another address."""
    address = "https://example.org/deich"
    run("add", lines(tmp_path / "a.jsonl", {"text": ARTICLE, "url": address}))
    result = run(
        "add",
        lines(
            tmp_path / "b.jsonl",
            {"text": OTHER, "url": address},
            {"text": OTHER, "url": f"{address}/2"},
            {"text": OTHER, "url": f"{address}/2"},
            {"text": ARTICLE + "Neues.", "url": f"{address}/3"},
        ),
    )
    assert result.exit_code == 0, result.output
    assert "1 new, 1 unchanged, 1 changed, 1 same text elsewhere, 0 failed" in result.stdout


def test_source_that_fails_is_kept_aside(run: Command, tmp_path: Path, pages: Path) -> None:
    """And named; the others are added."""
    missing = tmp_path / "fehlt.txt"
    result = run("add", missing, pages / "a.txt")
    assert result.exit_code == 1
    assert f"{missing}: no such file" in result.stderr
    assert "1 new" in result.stdout
    assert "1 failed" in result.stdout
    listed = run("failed")
    assert listed.exit_code == 1
    assert str(missing) in listed.stdout
    assert "tried once" in listed.stdout
    (each,) = map(json.loads, run("failed", "--json").stdout.splitlines())
    assert each["source"] == str(missing)
    assert each["attempts"] == 1


def test_failed_source_is_tried_again(run: Command, tmp_path: Path) -> None:
    """Until it is read; each attempt is counted."""
    missing = tmp_path / "fehlt.txt"
    run("add", missing)
    assert run("failed", "--retry").exit_code == 1
    assert "tried 2 times" in run("failed").stdout
    missing.write_text(ARTICLE, "utf-8")
    result = run("failed", "--retry")
    assert result.exit_code == 0, result.output
    assert "1 new" in result.stdout
    assert run("failed").stdout == "nothing failed\n"


def test_failed_sources_are_forgotten(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that are named, whole or as from here; all only where that is said."""
    monkeypatch.chdir(tmp_path)
    run("add", "a.txt", "b.txt", "c.txt", "d.txt")
    result = run("failed", "--forget", "a.txt", tmp_path / "b.txt")
    assert result.exit_code == 1  # some are left
    assert result.stdout == "2 forgotten, 2 left\n"
    unknown = run("failed", "--forget", "a.txt")
    assert (unknown.exit_code, unknown.stdout) == (1, "0 forgotten, 2 left\n")
    assert "is not among the failed sources" in unknown.stderr
    for wrong in (["--forget"], ["--forget", "--all", "c.txt"], ["c.txt"], ["--all"]):
        assert run("failed", *wrong).exit_code == 2
    assert len(run("failed", "--json").stdout.splitlines()) == 2
    assert run("failed", "--forget", "--all").stdout == "2 forgotten, 0 left\n"
    assert run("failed").exit_code == 0


def test_source_that_is_added_later_has_not_failed(run: Command, tmp_path: Path) -> None:
    """Whoever adds it again need not ask for a retry."""
    missing = tmp_path / "fehlt.txt"
    run("add", missing)
    missing.write_text(ARTICLE, "utf-8")
    run("add", missing)
    assert run("failed").exit_code == 0


def test_failed_sources_are_known_from_every_directory(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relative name would mean another file elsewhere."""
    monkeypatch.chdir(tmp_path)
    run("add", "fehlt.txt")
    (tmp_path / "fehlt.txt").write_text(ARTICLE, "utf-8")
    monkeypatch.chdir("/")
    assert run("failed", "--retry").exit_code == 0


def test_failed_line_is_tried_with_its_file(run: Command, tmp_path: Path) -> None:
    """What moved to another line does not stay behind as failed."""
    path = lines(tmp_path / "a.jsonl", {"text": ""}, {"text": ARTICLE})
    assert run("add", path).exit_code == 1
    assert f"{path}:1" in run("failed").stdout
    lines(path, {"text": OTHER}, {"text": ARTICLE})
    result = run("failed", "--retry")
    assert result.exit_code == 0, result.output
    assert "1 new, 1 unchanged" in result.stdout


def test_failed_address_is_tried_once_with_its_list(
    run: Command, web: LocalWeb, tmp_path: Path
) -> None:
    """Not by the list and then by itself."""
    path = tmp_path / "adressen.txt"
    gone, back = web.status("/weg", 404), web.status("/da", 404)
    run("add", "--allow-private", path, gone, back)
    web.page("/da")
    path.write_text(f"{gone}\n{back}\n", "utf-8")
    result = run("failed", "--retry", "--allow-private")
    assert "1 new, 0 unchanged" in result.stdout
    assert result.stderr.count(gone) == 1
    (each,) = map(json.loads, run("failed", "--json").stdout.splitlines())
    assert (each["source"], each["attempts"]) == (gone, 2)


def test_failed_standard_input_cannot_be_tried_again(run: Command) -> None:
    """It is gone."""
    assert run("add", "-", stdin="").exit_code == 1
    result = run("failed", "--retry")
    assert result.exit_code == 1
    assert "error: -: came from standard input" in result.stderr


def test_failed_upload_cannot_be_tried_again_from_here(run: Command, place: Path) -> None:
    """Nobody knows where it came from."""
    place.parent.mkdir()
    with Record(place) as record:
        record.keep_failed(SourceNotFound("upload:a.txt", "is gone", "upload it again"))
    result = run("failed", "--retry")
    assert result.exit_code == 1
    assert "error: upload:a.txt: was uploaded; give it again" in result.stderr
    assert len(run("failed", "--json").stdout.splitlines()) == 1


def test_feed_is_followed(run: Command, web: LocalWeb, place: Path) -> None:
    """Its pages get on record, with what it tells of them; a missing one is kept aside."""
    page = web.page("/a")
    gone = web.status("/weg", 404)
    feed = web.page(
        "/feed",
        f'<rss version="2.0"><channel><title>Küstenblatt</title><item><link>{page}</link></item>'
        f"<item><link>{gone}</link></item></channel></rss>".encode(),
        Content_Type="application/rss+xml",
    )
    assert run("add", feed).exit_code == 1
    result = run("add", "--allow-private", feed)
    assert result.exit_code == 1
    assert "1 new" in result.stdout
    with Record(place, create=False) as record:
        assert [found.article.outlet for found in record.statements()] == ["Küstenblatt"]
        (kept,) = record.feeds()
        assert (kept.address, kept.title, kept.entries) == (feed, "Küstenblatt", 2)
    assert gone in run("failed").stdout


def test_record_is_named_by_the_environment_or_found_among_user_data(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In this order."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    run = command(None)
    assert run("add", pages).exit_code == 0
    assert list((tmp_path / "data").rglob("record.sqlite"))
    monkeypatch.setenv("WORTLAUT_RECORD", str(tmp_path / "other.sqlite"))
    assert "2 new" in run("add", pages).stdout
    assert (tmp_path / "other.sqlite").exists()


def test_record_that_cannot_be_used_is_an_error(run: Command, tmp_path: Path, pages: Path) -> None:
    """Told in a line, before anything is read."""
    (tmp_path / "kein.sqlite").write_text("kaputt" * 1000, "utf-8")
    broken = command(tmp_path / "kein.sqlite")
    result = broken("add", pages)
    assert result.exit_code == 1
    assert "kein.sqlite" in result.stderr
    assert run("failed").exit_code == 1  # there is none yet


def test_quiet_prints_no_summary(run: Command, pages: Path) -> None:
    """Errors are still told."""
    result = run("add", "--quiet", pages, "fehlt.txt")
    assert result.stdout == ""
    assert "fehlt.txt" in result.stderr


def test_a_day_of_publication_can_be_supplied(
    run: Command, article_file: Path, place: Path
) -> None:
    """For articles that have none, as for `wortlaut read`."""
    run("add", article_file, "--published", "2022-12-03")
    with Record(place) as record:
        assert [article.published for article in record.articles()] == [date(2022, 12, 3)]
