"""Annotations have the shape that the standard's context asks for, and are found again."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from tests.exchange.web_annotation_schema import PAGE_SCHEMA
from tests.exchange.written_statements import ARTICLE, FULL, TEXT, WITHOUT_ADDRESS, articles
from wortlaut._exceptions import ExchangeError
from wortlaut.exchange import Correction, CorrectionKind, exported, imported
from wortlaut.model import Article

SHAPE = jsonschema.Draft202012Validator(PAGE_SCHEMA)


def page(article: Article) -> Any:
    """The page of one article."""
    (line,) = b"".join(exported([article], "webannotation")).splitlines()
    return json.loads(line)


def back(value: Any) -> list[Correction]:
    """The corrections that a page brings."""
    return imported(ARTICLE, io.BytesIO(json.dumps(value).encode()), "webannotation")


def test_page_has_the_standards_shape() -> None:
    """With an address, without, and without statements."""
    for article in (ARTICLE, WITHOUT_ADDRESS):
        SHAPE.validate(page(article))


@settings(max_examples=30)
@given(article=articles())
def test_every_page_has_the_standards_shape(article: Article) -> None:
    """Whatever stands in the text."""
    SHAPE.validate(page(article))


def test_positions_count_code_points_and_quotes_are_the_words() -> None:
    """An emoji before them counts once, as the model asks for; context is the text's own."""
    for item in page(ARTICLE)["items"]:
        for target in item["target"]:
            quote, position = target["selector"]
            begin, end = position["start"], position["end"]
            assert TEXT[begin:end] == quote["exact"]
            assert TEXT[:begin].endswith(quote["prefix"])
            assert TEXT[end:].startswith(quote["suffix"])
            assert target["source"] == ARTICLE.url
    first = page(ARTICLE)["items"][0]["target"][0]["selector"][1]
    assert first["start"] == FULL.quote[0].begin == 9


def test_another_version_has_other_names() -> None:
    """The same text always the same ones."""
    other = Article(text=TEXT + "!", url=ARTICLE.url)
    assert page(ARTICLE)["id"] == page(ARTICLE)["id"]
    assert page(ARTICLE)["partOf"]["id"] != page(other)["partOf"]["id"]


def test_quote_alone_is_found_by_its_context() -> None:
    """Tools in a browser know no positions in our text."""
    value = page(ARTICLE)
    for item in value["items"]:
        for target in item["target"]:
            target["selector"] = target["selector"][0]
    assert back(value) == []


def test_moved_positions_are_mended_by_the_quote() -> None:
    """As a tool would count that takes UTF-16 units."""
    value = page(ARTICLE)
    for item in value["items"]:
        for target in item["target"]:
            position = target["selector"][1]
            for name in ("start", "end"):
                position[name] = len(TEXT[: position[name]].encode("utf-16-le")) // 2
    assert back(value) == []


@pytest.mark.parametrize("form", ["array", "collection", "single"])
def test_annotations_come_in_other_containers(form: str) -> None:
    """An array tells nothing of what was taken out; a collection has its page inside."""
    value = page(ARTICLE)
    del value["items"][-1]
    if form == "array":
        assert back(value["items"]) == []
    elif form == "single":
        assert back(value["items"][0] | {"target": value["items"][0]["target"][0]})[0].fields == (
            "quote",
            "speaker",
            "cue",
            "frame",
            "addressee",
            "person",
            "via",
            "about",
            "said_on",
            "occasion",
            "in_reply_to",
            "condition",
            "damage",
        )
    else:
        collection = {**value["partOf"], "first": value}
        assert [found.kind for found in back(collection)] == [CorrectionKind.REMOVED]


def test_annotation_of_a_persons_own_is_added() -> None:
    """With nothing but a quote and a type, as simple tools write it."""
    value = page(ARTICLE)
    value["items"].append(
        {
            "type": "Annotation",
            "body": {"type": "TextualBody", "purpose": "classifying", "value": "reported"},
            "target": {
                "source": {"id": ARTICLE.url},
                "selector": {"type": "TextQuoteSelector", "exact": "wies zurück"},
            },
        }
    )
    (found,) = back(value)
    assert found.kind is CorrectionKind.ADDED
    assert ARTICLE.words(found.statement.quote) == "wies zurück"
    assert found.statement.id == 4


@pytest.mark.parametrize(
    ("selector", "problem"),
    [
        ({"type": "TextQuoteSelector", "exact": "Kiel"}, "not in the text"),
        ({"type": "TextQuoteSelector", "exact": "Deich"}, "2 times"),
        ({"type": "TextPositionSelector", "start": 5, "end": 10_000}, "not in the text"),
        ({"type": "SvgSelector"}, "neither"),
    ],
)
def test_place_that_is_not_in_the_text_is_an_error(selector: Any, problem: str) -> None:
    """Nothing is guessed."""
    value = page(ARTICLE)
    value["items"][0]["target"] = [{"source": ARTICLE.url, "selector": selector}]
    with pytest.raises(ExchangeError, match=problem):
        back(value)


def test_annotations_of_another_version_are_an_error() -> None:
    """Its statements may have other numbers, though the words be the same."""
    other = replace(ARTICLE, text=TEXT + "!")
    with pytest.raises(ExchangeError, match="another text"):
        imported(other, io.BytesIO(json.dumps(page(ARTICLE)).encode()), "webannotation")


@pytest.mark.parametrize(
    "content", [b"", b"kaputt", b"{}", b"[]", b"[1]", b'{"items": [7]}', b'{"items": [{}]}']
)
def test_what_is_no_page_is_an_error(content: bytes) -> None:
    """Never a correction."""
    with pytest.raises(ExchangeError):
        imported(ARTICLE, io.BytesIO(content), "webannotation")


def test_label_that_cannot_be_is_an_error() -> None:
    """A slip of the finger is told, with what it may be."""
    value = page(ARTICLE)
    value["items"][0]["body"][0]["value"] = "direkt"
    with pytest.raises(ExchangeError, match="direkt"):
        back(value)
