"""`wortlaut search`, `person`, `backup`, `restore` and `check` on a small record."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from tests.record.written_record import Saying, article, said
from wortlaut.cli import _look_up, _safe_keeping
from wortlaut.model import Act, Precision, QuotationType, When, WhenBasis
from wortlaut.record import Record

ARTICLES = [
    article(
        "Hafenmeister Igor Peschkow sagte Anna Müller: „Wir reden, wenn die Schleuse öffnet.“",
        said(
            "Wir reden, wenn die Schleuse öffnet",
            person="Igor Peschkow",
            role="Hafenmeister",
            addressee="Anna Müller",
            condition="wenn die Schleuse öffnet",
            act=Act.PROPOSES,
        ),
        url="https://x.example/1",
        title="Streit am Hafen",
        published=date(2026, 1, 5),
    ),
    article(
        "Igor Peschkow bestritt\x1b[31m alles: es gebe keine\nReden.",
        said("es gebe keine\nReden", type=QuotationType.INDIRECT, person="Igor Peschkow"),
        url="https://x.example/2",
        outlet="=HYPERLINK()",
        published=date(2026, 3, 20),
    ),
]

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command on a record of two articles."""
    app = typer.Typer()
    _look_up.register(app)
    _safe_keeping.register(app)
    place = tmp_path / "record.db"
    with Record(place) as record:
        list(record.add_many(ARTICLES))

    def run_command(*words: str) -> Result:
        return CliRunner().invoke(app, list(words), env={"WORTLAUT_RECORD": str(place)})

    return run_command


def test_what_was_found_is_printed_with_its_source(run: Run) -> None:
    """Who, in which role, when, the words, where."""
    result = run("search", "redet", "--verbatim")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Igor Peschkow, Hafenmeister  ·  by 2026-01-05  ·  proposes  ·  direct",
        "    Wir reden, wenn die Schleuse öffnet",
        "    Deichblatt · Streit am Hafen · https://x.example/1 · 1",
    ]


def test_a_day_is_told_from_a_bound(tmp_path: Path, run: Run) -> None:
    """As `wortlaut read` does: a day that words give, a span of days, the latest possible one."""
    place = str(tmp_path / "days.db")
    text = "Ada sagte eins, zwei, drei und vier."
    span = When(WhenBasis.FRAME, date(2026, 1, 5), date(2026, 1, 11), Precision.WEEK)
    bound = When(WhenBasis.PUBLISHED, None, date(2026, 1, 20))
    with Record(place) as record:
        record.add(
            article(
                text,
                said("eins", on=date(2026, 1, 3), person="Ada", role="Ada"),
                replaced(said("zwei"), said_on=span),
                replaced(said("drei"), said_on=bound),
                said("vier", person="Ada", role="Ada"),
                published=date(2026, 1, 20),
            )
        )
    heads = run("search", "--sort", "oldest", "--record", place).stdout.split("\n\n")
    assert [head.split("  ·  ")[1] for head in heads] == [
        "2026-01-03",
        "2026-01-05 to 2026-01-11",
        "by 2026-01-20",
        "by 2026-01-20",
    ]
    rows = csv.DictReader(io.StringIO(run("search", "--csv", "--record", place).stdout))
    assert {(row["quote"], row["said_from"], row["said_to"]) for row in rows} == {
        ("eins", "2026-01-03", "2026-01-03"),
        ("zwei", "2026-01-05", "2026-01-11"),
        ("drei", "", "2026-01-20"),
        ("vier", "", ""),
    }
    dossier = run("person", "Ada", "--record", place).stdout
    assert "Ada  (first by 2026-01-03, last by 2026-01-20)" in dossier
    (latest, _) = json.loads(run("person", "Ada", "--json", "--record", place).stdout)["earliest"]
    assert latest["said_on"] == {"begin": "2026-01-03", "end": "2026-01-03", "basis": "frame"}


def replaced(saying: Saying, **fields: Any) -> Saying:
    """The same with other values."""
    return lambda text, number: replace(saying(text, number), **fields)


def test_the_newest_comes_first_unless_asked_otherwise(run: Run) -> None:
    """And no more than wanted."""

    def days(*options: str) -> list[str]:
        lines = run("search", "reden", "--json", *options).stdout.splitlines()
        return [json.loads(line)["day"] for line in lines]

    assert days() == ["2026-03-20", "2026-01-05"]
    assert days("--sort", "oldest") == ["2026-01-05", "2026-03-20"]
    assert days("--limit", "1") == ["2026-03-20"]
    assert days("--to", "2026-02-01") == ["2026-01-05"]


def test_it_is_said_that_there_is_more_than_is_shown(run: Run) -> None:
    """To people, and only where there is."""
    assert run("search", "reden", "--limit", "1").stdout.splitlines()[-1].startswith("1 of 2;")
    assert " of 2" not in run("search", "reden", "--limit", "2").stdout
    assert " of 2" not in run("search", "reden", "--limit", "1", "--json").stdout


def test_json_carries_the_statement_and_its_article(run: Run) -> None:
    """With what was searched for as offsets into the article's text."""
    (line,) = run("search", "--act", "proposes", "Schleusen", "--json").stdout.splitlines()
    found = json.loads(line)
    assert found["statement"]["person"]["name"] == "Igor Peschkow"
    assert found["article"]["url"] == "https://x.example/1"
    (begin, end) = found["highlights"][0]
    assert ARTICLES[0].text[begin:end] == "Schleuse"


def test_csv_is_a_table_that_runs_nothing(run: Run) -> None:
    """A cell that looks like a formula is text, and a statement is one row."""
    rows = list(csv.DictReader(io.StringIO(run("search", "--csv").stdout)))
    assert [row["quote"] for row in rows] == [
        "es gebe keine Reden",
        "Wir reden, wenn die Schleuse öffnet",
    ]
    assert rows[0]["outlet"] == "'=HYPERLINK()"
    assert rows[1]["condition"] == "wenn die Schleuse öffnet"


def test_articles_are_found_by_their_text(run: Run) -> None:
    """Title, outlet, date, the text around the words, the link."""
    result = run("search", "--articles", "Hafenmeisters")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Streit am Hafen  ·  Deichblatt  ·  2026-01-05",
        "    Hafenmeister Igor Peschkow sagte Anna Müller: „Wir reden, wenn die Schleuse",
        "    öffnet.“",
        "    https://x.example/1",
    ]
    assert run("search", "--articles", "Hafenmeister", "--from", "2026-02-01").exit_code == 1
    assert len(run("search", "--articles", "--json").stdout.splitlines()) == 2


def test_articles_are_json_and_csv_too(run: Run) -> None:
    """With offsets, and a snippet that steers no terminal and no spreadsheet."""
    (line,) = run("search", "--articles", "Hafen", "Schleusen", "--json").stdout.splitlines()
    found = json.loads(line)
    assert [ARTICLES[0].text[begin:end] for begin, end in found["highlights"]] == ["Schleuse"]
    assert found["title_highlights"] == [[10, 15]]
    assert found["article"]["url"] == "https://x.example/1"
    rows = list(csv.DictReader(io.StringIO(run("search", "--articles", "--csv").stdout)))
    assert [row["day"] for row in rows] == ["2026-03-20", "2026-01-05"]
    assert rows[0]["outlet"] == "'=HYPERLINK()"
    assert rows[0]["snippet"] == "Igor Peschkow bestritt�[31m alles: es gebe keine Reden."


def test_filters_of_statements_do_not_go_with_articles(run: Run) -> None:
    """The command names them."""
    result = run("search", "--articles", "--speaker", "Peschkow", "--verbatim")
    assert result.exit_code == 2
    assert "--speaker, --verbatim" in result.output


def test_a_snippet_shows_the_first_words_found_in_a_long_text(tmp_path: Path, run: Run) -> None:
    """Cut between words, with what lies apart left out."""
    text = f"Anfang. {'Das Wasser steigt. ' * 40}Der Deich hält. {'Es weht. ' * 40}Ein Damm brach."
    place = str(tmp_path / "long.db")
    with Record(place) as record:
        record.add(article(text, title=None))
    (line,) = run(
        "search", "--articles", "Deich OR Damm", "--json", "--record", place
    ).stdout.splitlines()
    snippet = json.loads(line)["snippet"]
    assert snippet.startswith("… ")
    assert "steigt. Der Deich hält. Es weht." in snippet
    assert snippet.endswith("weht. Ein Damm brach.")
    assert snippet.count(" … ") == 1
    assert set(snippet.split()) <= {*text.split(), "…"}
    (line,) = run("search", "--articles", "--json", "--record", place).stdout.splitlines()
    assert json.loads(line)["snippet"].startswith("Anfang. Das Wasser")


def test_nothing_found_and_not_understood_are_told_apart(run: Run) -> None:
    """By the exit status."""
    assert run("search", "unauffindbar").exit_code == 1
    assert run("search", "(").exit_code == 2
    assert run("search", "--json", "--csv").exit_code == 2


def test_a_dossier_is_printed(run: Run) -> None:
    """With a bar for every month between the first and the last."""
    result = run("person", "peschkow")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "Igor Peschkow (human): 2 statements  #1"
    assert "       1  Hafenmeister  (by 2026-01-05)" in lines
    months = [line for line in lines if line.startswith("2026-0")]
    assert months == [
        "2026-01      1  " + "█" * 40,
        "2026-02      0",
        "2026-03      1  " + "█" * 40,
    ]
    for title in ("Quoted by", "Speaks to", "Latest", "Earliest", "Conditions"):
        assert title in lines


def test_a_dossier_is_json_too(run: Run) -> None:
    """On one line."""
    found = json.loads(run("person", "Igor", "Peschkow", "--topic", "Hafen", "--json").stdout)
    assert found["months"] == {"2026-01": 1, "2026-03": 1}
    assert [each["url"] for each in found["latest"]] == ["https://x.example/1"]


def test_a_topic_without_statements_is_said(run: Run) -> None:
    """Rather than left out like what was not asked for."""
    result = run("person", "Peschkow", "--topic", "Mondlandung")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "nothing is on record of them about Mondlandung"
    assert "nothing is on record" not in run("person", "Peschkow", "--topic", "Hafen").stdout


def test_nobody_of_a_name_is_said(run: Run) -> None:
    """On standard error, with status 1."""
    assert run("person", "Niemand").exit_code == 1


def test_a_record_is_backed_up_restored_and_checked(run: Run, tmp_path: Path) -> None:
    """The copy finds what the record finds."""
    copy = str(tmp_path / "copy.db")
    assert run("backup", str(tmp_path / "backup")).exit_code == 0
    assert run("restore", str(tmp_path / "backup"), "--record", copy).exit_code == 0
    assert run("restore", str(tmp_path / "backup")).exit_code == 1
    assert run("check", "--record", copy).stdout == f"{copy}: all is well\n"
    assert run("search", "--json", "--record", copy).stdout == run("search", "--json").stdout
