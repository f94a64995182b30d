"""`wortlaut utterance` shows all wordings of what was said, held against the fullest."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from tests.record.test_utterances import told
from wortlaut.cli import _look_up, _utterance
from wortlaut.model import QuotationType
from wortlaut.record import Record

_FULL = "Die Schleuse in Varelhafen bleibt den ganzen Winter über geschlossen"
_OTHER = "Die Schleuse in Varelhafen bleibt den ganzen Sommer über geschlossen"
_AGENCY = (
    "Der Hafen war am Montag Thema im Rat der Stadt. Vor der Sitzung hatten Fischer, Segler "
    "und Kaufleute gegen die Pläne protestiert, die seit dem Frühjahr bekannt sind. "
)
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command on a record of one utterance in five wordings, and another one."""
    place = tmp_path / "record.db"
    with Record(place) as record:
        list(
            record.add_many(
                [
                    told(1, _FULL, text=_AGENCY),
                    told(2, _FULL, text=_AGENCY, day=21),
                    told(3, _OTHER, day=21),
                    told(
                        4,
                        "die Schleuse bleibe den Winter über geschlossen",
                        type=QuotationType.INDIRECT,
                        day=21,
                    ),
                    told(5, "The lock in Varelhafen will stay closed all winter", language="en"),
                    told(6, "Der Haushalt der Stadt ist so ausgeglichen wie nie\x1b[31m zuvor"),
                ]
            )
        )
    app = typer.Typer()
    _look_up.register(app)
    _utterance.register(app)

    def run_command(*words: str, colours: bool = False) -> Result:
        environment = {"FORCE_COLOR": "1", "COLORTERM": "truecolor"} if colours else {}
        arguments = ["utterance", *words, "--record", str(place)]
        return CliRunner().invoke(app, arguments, env={"COLUMNS": "100", **environment})

    return run_command


def test_the_wordings_are_shown_in_order_of_time(run: Run) -> None:
    """With what each is, and how it differs from the fullest."""
    result = run("4")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "Wiebke Harms: 5 wordings from 4 sources  #1"
    assert lines[1] == "Drift: outlets give different words as the speaker's very own (!)."
    assert "earliest, fullest  ·  Blatt 1  ·  published 2026-11-20" in lines[3]
    assert lines[4] == f"    {_FULL}"
    assert "den ganzen ![-Winter-] {+Sommer+} über" in result.stdout
    assert "in English  ·  Blatt 5" in result.stdout


def test_one_agencys_words_are_shown_once(run: Run) -> None:
    """With the other outlets that have them in nearly the same article."""
    result = run("1")
    assert result.stdout.count(f"    {_FULL}\n") == 1
    assert "in nearly the same article: Blatt 2 (#2)" in result.stdout


def test_what_was_left_out_and_added_has_colours(run: Run) -> None:
    """Where there are some; no signs then."""
    result = run("1", colours=True)
    assert "\x1b[" in result.stdout
    assert "[-" not in result.stdout
    assert "{+" not in result.stdout


def test_a_statement_by_itself_is_one_wording(run: Run) -> None:
    """And nothing that a terminal would obey is printed."""
    result = run("6")
    assert result.exit_code == 0
    assert "1 wording from 1 source  #6" in result.stdout
    assert "\x1b" not in result.stdout


def test_an_utterance_as_json(run: Run) -> None:
    """One line, with the pieces of every wording."""
    result = run("3", "--json")
    (line,) = result.stdout.splitlines()
    form = json.loads(line)
    assert (form["id"], form["drifts"]) == (1, True)
    assert form["sources"][0] == {"id": 1, "statements": [1, 2], "outlets": ["Blatt 1", "Blatt 2"]}
    by_number = {each["found"]["id"]: each for each in form["wordings"]}
    drifting = [piece for piece in by_number[3]["pieces"] if piece["drift"]]
    assert [(piece["words"], piece["fullest_words"]) for piece in drifting] == [
        ("Sommer ", "Winter")
    ]
    begin, end = drifting[0]["span"]
    assert by_number[3]["quote"][begin:end] == "Sommer"
    for each in form["wordings"]:
        assert "".join(piece["words"] for piece in each["pieces"]) == each["quote"]


def test_a_number_that_no_statement_has(run: Run) -> None:
    """Is told, and the command leaves with 1."""
    result = run("99")
    assert result.exit_code == 1
    assert "no statement on record has this number" in result.output


def test_a_word_is_no_number(run: Run) -> None:
    """The command was not understood."""
    assert run("Harms").exit_code == 2
