"""The JSON Schema that `wortlaut schema` prints."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from tests.cli.conftest import Command
from wortlaut import Article, Located, Medium, QuotationType, Span, Statement
from wortlaut._json_form import article_to_dict


@pytest.fixture
def schema(wortlaut_command: Command) -> dict[str, Any]:
    """What the command prints, parsed."""
    printed: dict[str, Any] = json.loads(wortlaut_command("schema").stdout)
    return printed


def described(schema: dict[str, Any], path: str = "") -> list[str]:
    """The paths of all properties without a description."""
    lacking = []
    for name, value in schema.get("properties", {}).items():
        if not value.get("description"):
            lacking.append(f"{path}/{name}")
        lacking += described(value, f"{path}/{name}")
    for name, value in schema.get("$defs", {}).items():
        lacking += described(value, f"{path}/$defs/{name}")
    return lacking


def test_it_is_a_schema_of_draft_2020_12(schema: dict[str, Any]) -> None:
    """It names its draft and is valid under it."""
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


def test_every_field_is_described(schema: dict[str, Any]) -> None:
    """Nobody has to guess what a field holds."""
    assert described(schema) == []
    assert described({"properties": {"bare": {"type": "string"}}}) == ["/bare"]


def test_the_output_of_read_follows_it(
    schema: dict[str, Any], wortlaut_command: Command, article_file: Path
) -> None:
    """Every line that `read --json` prints is valid."""
    for line in wortlaut_command("read", "--json", article_file).stdout.splitlines():
        Draft202012Validator(schema).validate(json.loads(line))


@pytest.mark.parametrize("published", [None, date(2026, 1, 2), datetime(2026, 1, 2, 3, tzinfo=UTC)])
@pytest.mark.parametrize("full", [True, False])
def test_every_article_can_be_written_in_it(
    schema: dict[str, Any], published: date | None, full: bool
) -> None:
    """Fields that are there and fields that are not, every type and every medium."""
    span = Span(0, 2)
    located = Located("Ja", span) if full else None
    article = Article(
        text="Ja.",
        source="x",
        language="de" if full else None,
        title="t" if full else None,
        authors=("a",) if full else (),
        outlet="o" if full else None,
        url="u" if full else None,
        published=published,
        agency=located,
        place=located,
        paragraphs=(span,) if full else (),
        furniture=(span,) if full else (),
        warnings=("w",) if full else (),
        statements=tuple(
            Statement(
                id=1,
                type=kind,
                medium=medium,
                quote=(span,),
                confidence=1.0,
                speaker=(span,) if full else (),
                nested_in=1 if full else None,
            )
            for kind in QuotationType
            for medium in Medium
        ),
    )
    Draft202012Validator(schema).validate(article_to_dict(article))


@pytest.mark.parametrize(
    "change",
    [
        {"published": "yesterday"},
        {"text": None},
        {"extra": 1},
        {"schema_version": 2},
        {"furniture": [{"begin": -1, "end": 2, "text": "x"}]},
        {"statements": [{"id": 1}]},
    ],
)
def test_it_refuses_what_the_form_does_not_allow(
    schema: dict[str, Any], change: dict[str, Any]
) -> None:
    """A schema that takes everything would hold nothing."""
    with pytest.raises(ValidationError):
        Draft202012Validator(schema).validate(article_to_dict(Article(text="x")) | change)
