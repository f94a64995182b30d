"""The example articles of the documents, read by the real command with the shipped model."""

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from wortlaut._json_schema import article_schema

ROOT = Path(__file__).parents[2]
EXAMPLES = ["docs/example.txt", "docs/example-en.txt"]


@cache
def command(*arguments: str) -> str:
    """What `wortlaut` prints with these arguments."""
    done = subprocess.run(
        [sys.executable, "-m", "wortlaut.cli", *arguments],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode("utf-8")


def article(example: str) -> dict[str, Any]:
    """An example as JSON."""
    read: dict[str, Any] = json.loads(command("read", "--json", example))
    return read


def words(spans: list[dict[str, Any]]) -> str:
    """The words of some spans."""
    return " … ".join(span["text"] for span in spans)


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_is_printed_follows_the_schema(example: str) -> None:
    """With real statements in it."""
    Draft202012Validator(article_schema()).validate(article(example))


@pytest.mark.parametrize(
    ("example", "quote", "speaker", "cue"),
    [
        ("docs/example.txt", "„Wir haben den Baugrund unterschätzt“", "Ada Petersen", "sagte"),
        ("docs/example.txt", "„und das tut mir leid.“", "Ada Petersen", "sagte"),
        ("docs/example.txt", "unter der Sohle liege eine Schicht", "Petersen", "erklärte"),
        ("docs/example.txt", "Der Minister hat uns im Mai noch gesagt", "Ommen", "sagte"),
        ("docs/example-en.txt", "We underestimated the ground", "Ada Petersen", "told"),
        ("docs/example-en.txt", "a layer of soft clay had been missed", "Petersen", "said"),
        ("docs/example-en.txt", "The minister told us in May", "Ormond", "said"),
    ],
)
def test_who_said_it_is_found(example: str, quote: str, speaker: str, cue: str) -> None:
    """The plainest statements of each example, with speaker and cue."""
    (found,) = [
        statement
        for statement in article(example)["statements"]
        if quote in words(statement["quote"]) and statement["nested_in"] is None
    ]
    assert speaker in words(found["speaker"])
    assert cue in words(found["cue"])


@pytest.mark.parametrize(
    ("example", "narrated"),
    [("docs/example.txt", "1913"), ("docs/example-en.txt", "1913")],
)
def test_what_nobody_said_is_left_alone(example: str, narrated: str) -> None:
    """The paragraph on the old lock is the author's, and the furniture is nobody's."""
    read = article(example)
    begin = read["text"].index(narrated)
    end = begin + len(narrated)
    quoted = [span for statement in read["statements"] for span in statement["quote"]]
    assert not [span for span in quoted if span["begin"] < end and begin < span["end"]]
    assert read["furniture"]
    for place in read["furniture"]:
        assert not [
            span for span in quoted if span["begin"] < place["end"] and place["begin"] < span["end"]
        ]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_dateline_is_in_the_head(example: str) -> None:
    """Agency and place, not a quotation."""
    head = command("read", example).splitlines()[1]
    expected = {
        "docs/example.txt": ("dpa", "WELLERHAFEN", "German"),
        "docs/example-en.txt": ("Reuters", "WELLHAVEN", "English"),
    }[example]
    assert [part for part in expected if part not in head] == []


@pytest.mark.parametrize("document", ["docs/quick-start.md", "docs/command-line.md"])
def test_statements_shown_in_the_documents_are_printed(document: str) -> None:
    """As they stand there; only the confidence may differ by a little between processors."""

    def comparable(text: str) -> str:
        return re.sub(r"\d+%", "%", text)

    text = (ROOT / document).read_text(encoding="utf-8")
    blocks = re.findall(r"^```(\w*)\n(.*?)^```", text, re.S | re.M)
    shown = [block for language, block in blocks if not language and block.startswith(" ")]
    printed = comparable(command("read", "docs/example.txt") + "\n")
    assert shown
    assert [block for block in shown if comparable(block) not in printed] == []


def test_the_picture_in_the_readme_is_of_this_command() -> None:
    """It shows the article as it is now; `python docs/make_picture.py` makes it anew."""
    picture = (ROOT / "docs/picture.svg").read_text(encoding="utf-8")
    title, *_ = (ROOT / "docs/example.txt").read_text(encoding="utf-8").splitlines()
    assert title.replace(" ", "&#160;") in picture
    assert "wortlaut read docs/example.txt" in picture.replace("&#160;", " ")
