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


PUBLISHED = ("--published", "2026-11-20")
"""A Friday, for the examples give no day of publication."""


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


def article(example: str, *options: str) -> dict[str, Any]:
    """An example as JSON."""
    read: dict[str, Any] = json.loads(command("read", "--json", *options, example))
    return read


def statement(example: str, quote: str, *options: str) -> dict[str, Any]:
    """The statement of an example whose quotation has these words."""
    (found,) = [
        statement
        for statement in article(example, *options)["statements"]
        if quote in words(statement["quote"]) and statement["nested_in"] is None
    ]
    return found  # type: ignore[no-any-return]


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
    found = statement(example, quote)
    assert speaker in words(found["speaker"])
    assert cue in words(found["cue"])


@pytest.mark.parametrize(
    ("example", "quote", "name", "role", "resolved_by"),
    [
        ("docs/example.txt", "Baugrund", "Ada Petersen", "Hafendirektorin", "name"),
        ("docs/example.txt", "unter der Sohle", "Ada Petersen", "Hafendirektorin", "surname"),
        (
            "docs/example.txt",
            "Zuschuss",
            "Tjark Ommen",
            "Vorsitzender des Schifferverbandes",
            "pronoun",
        ),
        (
            "docs/example.txt",
            "im Mai noch gesagt",
            "Tjark Ommen",
            "Vorsitzender des Schifferverbandes",
            "surname",
        ),
        ("docs/example-en.txt", "soft clay", "Ada Petersen", None, "surname"),
        ("docs/example-en.txt", "help small shipping firms", "Tom Ormond", None, "pronoun"),
        ("docs/example-en.txt", "The minister told us", "Tom Ormond", None, "surname"),
    ],
)
def test_who_spoke_is_resolved(
    example: str, quote: str, name: str, role: str | None, resolved_by: str
) -> None:
    """Surnames and pronouns lead to the human, with the role where the article's is plain."""
    person = statement(example, quote)["person"]
    assert (person["name"], person["kind"]) == (name, "human")
    assert person["resolved_by"] == resolved_by
    assert role is None or person["role"]["value"] == role


@pytest.mark.parametrize(
    ("example", "quote", "name"),
    [
        ("docs/example.txt", "wies die Kritik zurück", "Verkehrsministerium"),
        ("docs/example-en.txt", "will open two years later", "port authority"),
        ("docs/example-en.txt", "informed the associations", "transport ministry"),
    ],
)
def test_bodies_speak_too(example: str, quote: str, name: str) -> None:
    """A ministry and an authority."""
    person = statement(example, quote)["person"]
    assert (person["name"], person["kind"]) == (name, "body")


@pytest.mark.parametrize(
    ("example", "quote", "words"),
    [
        ("docs/example.txt", "Baugrund", "am Donnerstag"),
        ("docs/example-en.txt", "will open two years later", "on Thursday"),
    ],
)
def test_a_weekday_needs_a_day_of_publication(example: str, quote: str, words: str) -> None:
    """With one it is the Thursday before; without, the words and what is missing."""
    dated = statement(example, quote, *PUBLISHED)["said_on"]
    assert (dated["begin"], dated["end"]) == ("2026-11-19", "2026-11-19")
    assert (dated["basis"], dated["precision"]) == ("frame", "day")
    assert words in dated["words"]["text"]
    undated = statement(example, quote)["said_on"]
    assert (undated["begin"], undated["end"]) == (None, None)
    assert words in undated["words"]["text"]
    assert undated["unresolved"]


def test_what_is_dated_nowhere_was_said_by_the_day_of_publication() -> None:
    """And not necessarily on it."""
    said_on = statement("docs/example.txt", "im Mai noch gesagt", *PUBLISHED)["said_on"]
    assert (said_on["begin"], said_on["end"]) == (None, "2026-11-20")
    assert said_on["basis"] == "published"


@pytest.mark.parametrize(
    ("example", "quote", "act"),
    [
        ("docs/example.txt", "Baugrund", "asserts"),
        ("docs/example.txt", "Zuschuss", "demands"),
        ("docs/example.txt", "wies die Kritik zurück", "denies"),
        ("docs/example-en.txt", "help small shipping firms", "asks"),
    ],
)
def test_what_the_speaker_does_is_told(example: str, quote: str, act: str) -> None:
    """By the cue."""
    assert statement(example, quote)["act"] == act


def test_the_occasion_is_told_where_the_article_names_one() -> None:
    """Speaking before journalists is one; of the rest the article says nothing."""
    occasion = statement("docs/example.txt", "Baugrund")["occasion"]
    assert occasion["kind"] == "press_conference"
    assert words(occasion["words"]) == "vor Journalisten"
    for quote in ("Zuschuss", "im Mai noch gesagt"):
        assert statement("docs/example.txt", quote)["occasion"] is None
    assert statement("docs/example-en.txt", "The minister told us")["occasion"] is None


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


@pytest.fixture(scope="module")
def looked_up(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What is printed of both examples on record, with a day of publication."""
    record = ("--record", str(tmp_path_factory.mktemp("record") / "news.sqlite"))
    return "".join(
        [
            command("add", *EXAMPLES, *PUBLISHED, *record),
            command("search", "Pfahl", *record),
            command("person", "Ommen", *record),
            command("read", *PUBLISHED, "docs/example.txt"),
        ]
    )


@pytest.mark.parametrize("document", ["docs/quick-start.md", "docs/command-line.md"])
def test_statements_shown_in_the_documents_are_printed(document: str, looked_up: str) -> None:
    """As they stand there; only the confidence may differ by a little between processors."""

    def comparable(text: str) -> str:
        return re.sub(r"\d+%", "%", text)

    text = (ROOT / document).read_text(encoding="utf-8")
    blocks = re.findall(r"^```(\w*)\n(.*?)^```", text, re.S | re.M)
    usage = ("wortlaut ", "1 changed")  # the summary of an import needs an annotation tool
    shown = [block for language, block in blocks if not language and not block.startswith(usage)]
    printed = comparable(command("read", "docs/example.txt") + "\n" + looked_up)
    assert len(shown) > 1
    assert [block for block in shown if comparable(block) not in printed] == []


def test_the_picture_in_the_readme_is_of_this_command() -> None:
    """It shows the article as it is now; `python docs/make_picture.py` makes it anew."""
    picture = (ROOT / "docs/picture.svg").read_text(encoding="utf-8")
    title, *_ = (ROOT / "docs/example.txt").read_text(encoding="utf-8").splitlines()
    assert title.replace(" ", "&#160;") in picture
    assert "wortlaut read docs/example.txt" in picture.replace("&#160;", " ")
