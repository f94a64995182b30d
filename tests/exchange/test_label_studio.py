"""Tasks have the form that Label Studio asks for, and come back as it writes them."""

from __future__ import annotations

import io
import json
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.exchange.written_statements import ARTICLE, TEXT, WITHOUT_ADDRESS, span
from wortlaut._exceptions import ExchangeError
from wortlaut.exchange import LABELING_CONFIG, Correction, CorrectionKind, exported, imported


def tasks() -> list[Any]:
    """Those of two articles."""
    value = json.loads(b"".join(exported([ARTICLE, WITHOUT_ADDRESS], "labelstudio")))
    assert isinstance(value, list)
    return value


def back(result: list[Any], **annotation: Any) -> list[Correction]:
    """The corrections that an annotation of the first task brings."""
    task = tasks()[0]
    task["annotations"] = [{"result": result, **annotation}]
    return imported(ARTICLE, io.BytesIO(json.dumps([task]).encode()), "labelstudio")


def results() -> list[Any]:
    """What a person finds."""
    found = tasks()[0]["predictions"][0]["result"]
    assert isinstance(found, list)
    return found


def test_no_articles_are_an_empty_array() -> None:
    """Which is JSON all the same."""
    assert json.loads(b"".join(exported([], "labelstudio"))) == []


def test_every_control_is_in_the_labeling_interface() -> None:
    """Label Studio refuses predictions whose controls, labels and choices it does not know."""
    config = ElementTree.fromstring(LABELING_CONFIG)
    known = {
        element.get("name"): {child.get("value") for child in element}
        for element in config
        if element.get("name")
    }
    assert known["text"] == set()
    for result in results():
        if result["type"] == "relation":
            continue
        assert result["to_name"] == "text"
        values = result["value"].get("labels") or result["value"].get("choices")
        assert values is None or set(values) <= known[result["from_name"]]
        assert result["from_name"] in known


def test_regions_count_code_points() -> None:
    """And carry their words; relations lead to regions that are there."""
    regions = {each["id"]: each["value"] for each in results() if each["type"] == "labels"}
    for value in regions.values():
        assert TEXT[value["start"] : value["end"]] == value["text"]
    for each in results():
        if each["type"] == "relation":
            assert {each["from_id"], each["to_id"]} <= regions.keys()


def test_annotation_counts_more_than_the_prediction() -> None:
    """The last one that was not cancelled."""
    changed = results()
    changed[0]["value"]["labels"] = ["reported"]
    (found,) = back(changed)
    assert found.fields == ("type",)
    assert back(changed, was_cancelled=True) == []


def test_region_of_a_persons_own_is_added() -> None:
    """With a relation drawn either way, and words counted in UTF-16 units by an older version."""
    words = span("wies zurück")
    new = [
        {"id": "aB3", "type": "labels", "from_name": "quotation", "to_name": "text",
         "value": {"start": words.begin + 2, "end": words.end + 2, "text": "wies zurück",
                   "labels": ["reported"]}},
        {"id": "cD4", "type": "labels", "from_name": "role", "to_name": "text",
         "value": {"start": span("Sie").begin, "end": span("Sie").end, "labels": ["speaker"]}},
        {"type": "relation", "from_id": "cD4", "to_id": "aB3", "direction": "right"},
    ]  # fmt: skip
    (found,) = back([*results(), *new])
    assert found.kind is CorrectionKind.ADDED
    assert found.statement.quote == (words,)
    assert found.statement.speaker == (span("Sie"),)


@pytest.mark.parametrize("content", [b"", b"kaputt", b"[7]", b"[{}]", b'{"data": {}}'])
def test_what_is_no_task_is_an_error(content: bytes) -> None:
    """Never a correction."""
    with pytest.raises(ExchangeError):
        imported(ARTICLE, io.BytesIO(content), "labelstudio")


def test_region_that_is_not_in_the_text_is_an_error() -> None:
    """Nothing is guessed."""
    changed = results()
    changed[0]["value"] |= {"start": 5000, "end": 5001, "text": "Kiel"}
    with pytest.raises(ExchangeError, match="Kiel"):
        back(changed)
