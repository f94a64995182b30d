"""A model folder is read, or refused with the reason and what to do."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from tests.reading.model_values import TUNING
from wortlaut import ModelError
from wortlaut.reading import Reader
from wortlaut.reading._model_files import FORMAT, find_model

PARTS = ("encoder.onnx", "heads.onnx", "tokenizer.json")


def contents() -> dict[str, Any]:
    """What `reader.json` holds."""
    level = {"start": [0, 0, -1e4, -1e4], "transitions": [[0.0, 1, 2, 3]] * 4}
    return {
        "format": FORMAT,
        "name": "written for a test",
        "languages": ["de", "en"],
        "chains": {"de": [level, level], "en": [level, level]},
        "tuning": {"de": asdict(TUNING), "en": asdict(TUNING)},
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with all parts, of which only `reader.json` holds anything."""
    (tmp_path / "reader.json").write_text(json.dumps(contents()), "utf-8")
    for part in PARTS:
        (tmp_path / part).write_bytes(b"nothing yet")
    return tmp_path


def test_a_model_folder_is_read(folder: Path) -> None:
    """Numbers as the reader uses them, and where the large parts are."""
    files = find_model(folder)
    assert (files.name, files.languages) == ("written for a test", ("de", "en"))
    assert files.encoder == folder / "encoder.onnx"
    assert files.tuning["en"] == TUNING
    assert files.chains["de"][1].transitions.tolist() == [[0, 1, 2, 3]] * 4


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    """The folder is named, and what is missing from it."""
    with pytest.raises(ModelError, match=r"no model there \(reader.json is missing\)") as raised:
        find_model(tmp_path)
    assert str(tmp_path) in str(raised.value)


def test_a_file_is_no_model_folder(tmp_path: Path) -> None:
    """Somebody gave the file inside the folder."""
    path = tmp_path / "encoder.onnx"
    path.write_bytes(b"")
    with pytest.raises(ModelError, match="no model there"):
        find_model(path)


@pytest.mark.parametrize("part", PARTS)
def test_a_folder_without_one_of_its_parts_is_refused(folder: Path, part: str) -> None:
    """The part is named."""
    (folder / part).unlink()
    with pytest.raises(ModelError, match=f"{part}: missing from the model"):
        find_model(folder)


@pytest.mark.parametrize("content", [b"{", b"", b"\xff\xfe", b"nonsense"])
def test_what_is_not_json_is_damaged(folder: Path, content: bytes) -> None:
    """As after a broken download."""
    (folder / "reader.json").write_bytes(content)
    with pytest.raises(ModelError, match=r"reader\.json: damaged"):
        find_model(folder)


@pytest.mark.parametrize("content", ["[]", "3", "{}", '{"format": 999}'])
def test_another_format_is_refused(folder: Path, content: str) -> None:
    """An older or newer model, or something else altogether."""
    (folder / "reader.json").write_text(content, "utf-8")
    with pytest.raises(ModelError, match=f"this version reads {FORMAT}"):
        find_model(folder)


def _without_chains(content: dict[str, Any]) -> None:
    del content["chains"]


def _without_english(content: dict[str, Any]) -> None:
    del content["tuning"]["en"]


def _with_one_level(content: dict[str, Any]) -> None:
    content["chains"]["de"].pop()


def _with_three_tags(content: dict[str, Any]) -> None:
    content["chains"]["en"][0]["start"].pop()


def _with_words_for_numbers(content: dict[str, Any]) -> None:
    content["tuning"]["de"]["cue"] = "high"


def _with_an_unknown_number(content: dict[str, Any]) -> None:
    content["tuning"]["de"]["temperature"] = 1.0


def _with_two_weights(content: dict[str, Any]) -> None:
    content["tuning"]["de"]["confidence"] = [1.0, 0.0]


@pytest.mark.parametrize(
    "damage",
    [
        _without_chains,
        _without_english,
        _with_one_level,
        _with_three_tags,
        _with_words_for_numbers,
        _with_an_unknown_number,
        _with_two_weights,
    ],
)
def test_an_incomplete_description_is_refused(
    folder: Path, damage: Callable[[dict[str, Any]], None]
) -> None:
    """Before anything is read with wrong numbers."""
    content = contents()
    damage(content)
    (folder / "reader.json").write_text(json.dumps(content), "utf-8")
    with pytest.raises(ModelError, match="incomplete or damaged"):
        find_model(folder)


def test_a_damaged_graph_is_refused(folder: Path) -> None:
    """ONNX Runtime's reason is passed on."""
    with pytest.raises(ModelError, match=r"encoder\.onnx: cannot be loaded"):
        Reader(folder)
