"""`wortlaut people`, `merge` and `split` on a small record."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from tests.record.people_on_record import make_older, speech
from wortlaut.cli import _look_up, _people
from wortlaut.record import Record

ARTICLES = [
    speech(1, "Wolodymyr Selenskyj", "ukrainischer Präsident", year=2022),
    speech(2, "Volodymyr Zelensky", "ukrainischer Präsident", year=2023, outlet="Anzeiger"),
    speech(3, "Selenskyj", year=2022),
    speech(4, "Ines Thal"),
]

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command on a record of four articles."""
    app = typer.Typer()
    _look_up.register(app)
    _people.register(app)
    place = tmp_path / "record.db"
    with Record(place) as record:
        list(record.add_many(ARTICLES))

    def run_command(*words: str) -> Result:
        return CliRunner().invoke(app, list(words), env={"WORTLAUT_RECORD": str(place)})

    return run_command


def test_people_are_listed_with_their_names_and_counts(run: Run) -> None:
    """The most quoted first."""
    lines = run("people").stdout.splitlines()
    assert lines[:3] == [
        "#1  Volodymyr Zelensky  (human)  ·  2 in 2 articles  ·  2022-07-01 to 2023-07-01",
        "    also: Wolodymyr Selenskyj",
        "    roles: ukrainischer Präsident",
    ]
    assert "#3  Ines Thal  (human)  ·  1 in 1 article  ·  2022-07-01" in lines


def test_people_are_found_by_any_spelling(run: Run) -> None:
    """As JSON with all that is known."""
    (line,) = run("people", "Volodymyr", "Selenskyj", "--json").stdout.splitlines()
    found = json.loads(line)
    assert (found["id"], found["statements"], found["articles"]) == (1, 2, 2)
    assert found["names"] == {"Volodymyr Zelensky": 1, "Wolodymyr Selenskyj": 1}
    assert found["roles"][0]["first"] == "2022-07-01"
    assert run("people", "Niemand").exit_code == 1


def test_a_proposal_shows_both_sides_and_is_decided(run: Run) -> None:
    """Once, by merging or for never."""
    result = run("people", "--proposals")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("#1 and #2: ")
    assert any(line.startswith("  #2  Selenskyj") for line in lines)
    assert any(line.startswith("    + ") or line.startswith("    - ") for line in lines)
    (line,) = run("people", "--proposals", "--json").stdout.splitlines()
    assert json.loads(line)["other"]["name"] == "Selenskyj"
    assert run("merge", "1", "2", "--never").exit_code == 0
    assert run("people", "--proposals").exit_code == 1
    assert run("merge", "1", "2").exit_code == 1
    merged = run("merge", "1", "2", "--anew")
    assert (merged.exit_code, merged.stdout) == (0, "1 and 2 are one: #1\n")
    assert "(human): 3 statements  #1" in run("person", "Zelensky").stdout


def test_who_was_taken_for_another_is_split_off(run: Run) -> None:
    """By the addresses of the articles."""
    result = run("split", "#1", "https://x.example/2")
    assert (result.exit_code, result.stdout) == (0, "who speaks there is #4\n")
    found = json.loads(run("people", "#4", "--json").stdout)
    assert found["names"] == {"Volodymyr Zelensky": 1}
    assert run("split", "#4", "https://x.example/2").exit_code == 1
    assert run("split", "Niemand", "https://x.example/2").exit_code == 1


def test_a_name_and_proposals_are_not_asked_for_at_once(run: Run) -> None:
    """The command is not understood."""
    assert run("people", "Thal", "--proposals").exit_code == 2


def test_a_record_of_an_older_form_is_said_to_take_time(run: Run, tmp_path: Path) -> None:
    """Once, when it is brought up to date; then the answer comes."""
    place = tmp_path / "older.db"
    make_older(str(place), [speech(1, "Anna Müller")], tmp_path / "beside.db")
    first = run("people", "--record", str(place))
    assert first.exit_code == 0
    assert "older.db was written by an older version" in first.stderr
    assert "Anna Müller" in first.stdout
    assert run("people", "--record", str(place)).stderr == ""
