"""`wortlaut export` and `wortlaut import`: out to other tools, and corrections back."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.record_commands import Command, command
from tests.exchange.tools import without_statement
from tests.exchange.written_statements import ARTICLE, FULL, WITHOUT_ADDRESS
from wortlaut.exchange import FORMATS, LABELING_CONFIG
from wortlaut.model import Article, QuotationType
from wortlaut.record import Record

NAMELESS = replace(ARTICLE, url=None, text=ARTICLE.text + " Ende.")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A record with three articles, one of them without an address, one without statements."""
    path = tmp_path / "record.sqlite"
    with Record(path) as record:
        for article in (ARTICLE, NAMELESS, WITHOUT_ADDRESS):
            record.add(article)
    return path


@pytest.fixture
def run(place: Path) -> Command:
    """Runs a command on the record."""
    return command(place)


def installed(name: str) -> None:
    """Skips where what a format needs is not there."""
    module = {"cas": "cassis", "parquet": "pyarrow"}.get(name)
    if module:
        pytest.importorskip(module, reason=f"the extra `{name}` is not installed")


def kept(place: Path, article: Article = ARTICLE) -> Article:
    """The article as the record has it now."""
    with Record(place, create=False) as record:
        found = record.article(article.url or "")
    assert found is not None
    return found.article


@pytest.mark.parametrize("name", FORMATS)
def test_record_is_written_in_every_format(run: Command, tmp_path: Path, name: str) -> None:
    """To a file; what the format cannot carry is said beside it."""
    installed(name)
    path = tmp_path / f"out{FORMATS[name].suffix}"
    result = run("export", "--format", name, "--output", path)
    assert result.exit_code == 0, result.output
    assert path.stat().st_size > 0
    assert not result.stdout
    assert (f"{name} cannot carry" in result.stderr) is bool(FORMATS[name].loses)
    assert [each.name for each in tmp_path.iterdir() if each.name.endswith(".part")] == []


def test_standard_output_gets_the_export(run: Command) -> None:
    """And nothing else."""
    result = run("export", "--format", "csv", "--quiet")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert len(rows) == 6
    assert result.stderr == ""


def test_filters_leave_out_statements_and_articles(run: Command) -> None:
    """As searching does."""
    result = run("export", "breche", "--format", "jsonl", "--act", "denies")
    articles = [json.loads(line) for line in result.stdout.splitlines()]
    assert [[each["id"] for each in article["statements"]] for article in articles] == [[2], [2]]
    everything = run("export", "--format", "jsonl").stdout.splitlines()
    assert len(everything) == 3


def test_several_words_need_no_quotes(run: Command) -> None:
    """As for searching: all of them must be there."""
    one = run("export", "breche", "--format", "jsonl", "--quiet").stdout
    assert run("export", "breche", "breche", "--format", "jsonl", "--quiet").stdout == one != ""
    assert run("export", "breche", "Mondlandung", "--format", "jsonl", "--quiet").stdout == ""
    assert "[WORDS]..." in run("export", "--help").stdout


def test_unknown_format_is_a_mistake_of_the_command(run: Command) -> None:
    """With those that there are."""
    result = run("export", "--format", "xml")
    assert result.exit_code == 2
    assert "webannotation" in result.output
    assert run("import", "--format", "csv", "a.csv").exit_code == 2


def test_labeling_interface_is_printed(run: Command) -> None:
    """For the project in Label Studio."""
    result = run("export", "--format", "labelstudio", "--labeling-config")
    assert result.stdout == LABELING_CONFIG


def test_place_that_cannot_be_written_is_an_error(run: Command, tmp_path: Path) -> None:
    """And leaves nothing half written."""
    result = run("export", "--format", "csv", "--output", tmp_path / "fehlt" / "a.csv")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


def test_record_is_not_written_over(run: Command, place: Path) -> None:
    """A slip of the hand must not cost the record."""
    result = run("export", "--format", "jsonl", "--output", place)
    assert result.exit_code == 1
    assert "not written over" in result.stderr
    assert kept(place) == ARTICLE


@pytest.mark.parametrize("name", [name for name, each in FORMATS.items() if each.read])
class TestCorrections:
    """What comes back."""

    def test_nothing_changed_changes_nothing(
        self, run: Command, place: Path, tmp_path: Path, name: str
    ) -> None:
        """Every article is found again, also those without an address."""
        installed(name)
        path = self.out(run, tmp_path, name)
        result = run("import", "--format", name, path)
        assert result.exit_code == 0, result.output
        assert "0 changed, 0 added, 0 removed statements" in result.stdout
        assert kept(place) == ARTICLE

    def test_correction_is_stored_as_a_persons(
        self, run: Command, place: Path, tmp_path: Path, name: str
    ) -> None:
        """The reader does not overwrite it when the article is added again."""
        installed(name)
        path = self.out(run, tmp_path, name)
        changed(path, lambda content: content.replace(b"reported", b"free_indirect"))
        result = run("import", "--format", name, path)
        assert result.exit_code == 0, result.output
        assert "2 changed, 0 added, 0 removed statements" in result.stdout
        with Record(place, create=False) as record:
            record.add(ARTICLE)
            found = record.article(ARTICLE.url or "")
        assert found is not None
        assert found.article.statements[2].type is QuotationType.FREE_INDIRECT
        assert found.article.statements[2].confidence == 1.0
        assert found.human == {found.statement_ids[2]}

    def test_statement_taken_out_is_gone(
        self, run: Command, place: Path, tmp_path: Path, name: str
    ) -> None:
        """And stays so."""
        installed(name)
        with Record(tmp_path / "one.sqlite") as record:
            record.add(ARTICLE)
        alone = command(tmp_path / "one.sqlite")
        path = self.out(alone, tmp_path, name)
        path.write_bytes(without_statement(path.read_bytes(), name, 2))
        result = alone("import", "--format", name, path)
        assert "0 changed, 0 added, 1 removed statements in 1 article; 0 failed" in result.stdout, (
            result.output
        )
        assert [each.id for each in kept(tmp_path / "one.sqlite").statements] == [1, 3]
        assert alone("import", "--format", name, path).exit_code == 0

    def test_filtered_export_takes_nothing_out(
        self, run: Command, place: Path, tmp_path: Path, name: str
    ) -> None:
        """What did not go out cannot have been taken out."""
        installed(name)
        path = tmp_path / "some"
        run("export", "--format", name, "--act", "asserts", "--output", path)
        result = run("import", "--format", name, path)
        assert "0 changed, 0 added, 0 removed" in result.stdout, result.output
        assert kept(place).statements[0] == FULL

    def test_article_of_another_record_is_an_error(
        self, run: Command, tmp_path: Path, name: str
    ) -> None:
        """One error for each; nothing is stored."""
        installed(name)
        path = self.out(run, tmp_path, name)
        with Record(tmp_path / "empty.sqlite"):
            pass
        result = command(tmp_path / "empty.sqlite")("import", "--format", name, path)
        assert result.exit_code == 1
        assert "on no article of this record" in result.stderr

    def out(self, run: Command, tmp_path: Path, name: str) -> Path:
        """The record as it goes out."""
        path = tmp_path / "out"
        assert run("export", "--format", name, "--output", path).exit_code == 0
        return path


def changed(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Do this to what a tool gives back, within an archive too."""
    content = path.read_bytes()
    if not content.startswith(b"PK"):
        path.write_bytes(change(content))
        return
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(path, "w") as after:
        for entry in before.namelist():
            after.writestr(entry, change(before.read(entry)))


def test_file_that_is_broken_is_an_error(run: Command, tmp_path: Path) -> None:
    """The other files are taken in."""
    (tmp_path / "kaputt").write_bytes(b"kaputt")
    good = tmp_path / "gut"
    run("export", "--format", "webannotation", "--output", good)
    result = run("import", "--format", "webannotation", tmp_path / "kaputt", tmp_path / "x", good)
    assert result.exit_code == 1
    assert "2 failed" in result.stdout
    assert "2 articles" in result.stdout


@pytest.mark.parametrize(("name", "empty"), [("webannotation", ""), ("labelstudio", "[]")])
def test_file_without_articles_is_an_error(
    run: Command, tmp_path: Path, name: str, empty: str
) -> None:
    """Corrections that were not fetched whole are not taken for none."""
    (tmp_path / "leer").write_text(empty)
    result = run("import", "--format", name, tmp_path / "leer")
    assert result.exit_code == 1
    assert "holds no article" in result.stderr
