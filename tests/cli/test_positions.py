"""`wortlaut positions`, `wortlaut compare` and `wortlaut search --like` on a small record."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from tests.record.test_positions import SPEECHES
from wortlaut.cli import _look_up, _position_lines, _positions
from wortlaut.cli._terminal import ArticleConsole
from wortlaut.record import Record

Run = Callable[..., Result]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A record of seven speeches."""
    place = tmp_path / "record.db"
    with Record(place) as record:
        list(record.add_many(SPEECHES))
    return place


@pytest.fixture
def run(place: Path) -> Run:
    """Runs a command on it."""
    app = typer.Typer()
    _look_up.register(app)
    _positions.register(app)

    def run_command(*words: str) -> Result:
        return CliRunner().invoke(app, list(words), env={"WORTLAUT_RECORD": str(place)})

    return run_command


def test_positions_are_printed_in_order_of_time(run: Run) -> None:
    """With what is known of each, and the question below the later of two."""
    done = run("positions", "Harms", "--topic", "Hafen")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[:2] == [
        "Wiebke Harms  (human)  #1",
        "4 statements about Hafen, 1 to look at twice",
    ]
    heads = [line for line in lines if line[:4].strip().isdigit()]
    assert heads == [
        " 1  2026-01-10  ·  refuses",
        " 2  2026-03-12  ·  asserts, negated",
        " 3  2026-04-01  ·  asserts, negated  ·  close in meaning",
        " 4  2026-06-02  ·  agrees",
    ]
    question = "    ? may differ from 2 (2026-03-12): only one is negated; look at both"
    assert lines[-1] == question
    assert max(map(len, lines)) <= 80


def test_positions_as_json(run: Run) -> None:
    """One line with every number that leads further."""
    done = run("positions", "#1", "--topic", "Hafen", "--json")
    (line,) = done.stdout.splitlines()
    form = json.loads(line)
    assert form["person"]["name"] == "Wiebke Harms"
    assert [each["came"] for each in form["statements"]].count("meaning") == 1
    assert {each["person_id"] for each in form["statements"]} == {1}
    (question,) = form["questions"]
    ids = [each["id"] for each in form["statements"]]
    assert ids.index(question["earlier"]) < ids.index(question["later"])
    assert question["grounds"] == ["negation"]
    assert form["more"] is False


def test_two_persons_where_it_is_piped(run: Run) -> None:
    """One list, each with the name."""
    done = run("compare", "Wiebke Harms", "Wendel", "--topic", "Hafen")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[:2] == ["Wiebke Harms  (human)  #1", "Jost Wendel  (human)  #2"]
    assert " 2  Jost Wendel  2026-02-14  ·  demands" in lines
    assert any("? may differ from 2 (Jost Wendel, 2026-02-14)" in line for line in lines)
    form = json.loads(run("compare", "1", "2", "--topic", "Hafen", "--json").stdout)
    assert (form["one"]["id"], form["other"]["id"]) == (1, 2)
    assert {each["person_id"] for each in form["statements"]} == {1, 2}


@pytest.mark.parametrize("columns", [80, 120])
def test_two_persons_stand_side_by_side_on_a_terminal(
    place: Path, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second one's column begins at one place, and no line is too long."""
    console = ArticleConsole()
    console.file = io.StringIO()
    console._force_terminal = True
    console._color_system = None
    console.width = columns
    monkeypatch.setattr(_position_lines, "ArticleConsole", lambda: console)
    assert _position_lines.print_compared(str(place), "1", "2", "Hafen", as_json=False) == 0
    lines = console.file.getvalue().splitlines()
    assert max(map(len, lines)) <= columns
    begins = {line.index(name) for line in lines for name in ("Jost Wendel  (h",) if name in line}
    begins |= {line.index(" 2  ") for line in lines if " 2  2026-02-14" in line}
    begins |= {line.index(" 6  ") for line in lines if " 6  2026-07-01" in line}
    assert len(begins) == 1


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["positions", "Unbekannt", "--topic", "Hafen"], 1, "nobody of this name"),
        (["positions", "Harms", "--topic", "–"], 2, "no letter or figure"),
        (["positions", "Harms"], 2, ""),
        (["compare", "Harms", "#1", "--topic", "Hafen"], 1, "the same person"),
        (["search", "--like", "…"], 2, "no letter or figure"),
        (["search", "Hafen", "--like", "Hafen"], 2, ""),
        (["search", "--articles", "--like", "Hafen"], 2, ""),
    ],
)
def test_what_cannot_be_answered_is_said(
    run: Run, words: list[str], status: int, told: str
) -> None:
    """With the status that tells a mistake from nothing found."""
    done = run(*words)
    assert done.exit_code == status
    assert told in done.stderr


def test_nothing_on_the_topic_is_said(run: Run) -> None:
    """And told by the status, as for a search."""
    done = run("positions", "Harms", "--topic", "Eishockey")
    assert done.exit_code == 1
    assert "nothing is on record about Eishockey" in done.stdout


def test_like_finds_by_meaning(run: Run) -> None:
    """Nearest first, with the filters, as every search prints it."""
    done = run("search", "--like", "Will the port be sold?", "--json", "-n", "3")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == 3
    assert found[0]["article"]["url"] == "https://x.example/5"
    assert found[0]["score"] >= found[1]["score"] >= found[2]["score"]
    done = run("search", "--like", "Will the port be sold?", "--speaker", "Wendel")
    assert "Jost Wendel" in done.stdout
    assert "Harms" not in done.stdout
