"""The model folder: graphs, a tokenizer, and what was learnt beside the weights."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from wortlaut._exceptions import ModelError
from wortlaut.reading._decoding import Chain
from wortlaut.reading._labels import GUIDELINES, LEVELS, TAGS

FORMAT = 1
"""The layout of the model folder that this version reads."""
SHIPPED = Path(__file__).with_name("shipped_model")


@dataclass(frozen=True, slots=True)
class Tuning:
    """Numbers set on held-out articles after training, for one guideline."""

    begin: float
    """Added to the score of a quotation beginning at a word: more or fewer are found."""
    begin_nested: float
    least_worth: float
    """Quotations whose worth (a logit) is lower are dropped."""
    least_nested_worth: float
    nobody: float
    """Added to the score of a quotation having no speaker."""
    no_addressee: float
    cue: float
    """Least score (a logit) of a word of the cue."""
    frame: float
    confidence: tuple[float, float, float]
    """Weights of worth, of tag certainty and a constant in the logit of being right."""


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """Where the graphs are, and everything small already read."""

    encoder: Path
    heads: Path
    tokenizer: Path
    names: Path | None
    """The tagger of names; None where the folder has none yet."""
    name: str
    languages: tuple[str, ...]
    """ISO 639-1 codes of the languages that the model was trained for."""
    chains: dict[str, tuple[Chain, ...]]
    """By guideline, one chain a level."""
    tuning: dict[str, Tuning]
    """By guideline."""


def find_model(folder: Path | None = None) -> ModelFiles:
    """Read a model folder, the shipped one unless told otherwise.

    Raises `ModelError` where the folder is incomplete, damaged or of another version.
    """
    folder = folder or SHIPPED
    path = folder / "reader.json"
    try:
        content = json.loads(path.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        raise ModelError(
            f"{folder}: no model there (reader.json is missing); "
            "reinstall wortlaut, or give a folder that `python -m training` made"
        ) from None
    except (OSError, ValueError) as error:
        raise ModelError(f"{path}: damaged ({error}); reinstall wortlaut") from error
    version = content.get("format") if isinstance(content, dict) else None
    if version != FORMAT:
        raise ModelError(
            f"{path}: made for model format {version}, this version reads "
            f"{FORMAT}; train it anew or install the version that made it"
        )
    try:
        files = ModelFiles(
            encoder=folder / "encoder.onnx",
            heads=folder / "heads.onnx",
            tokenizer=folder / "tokenizer.json",
            names=names if (names := folder / "names.onnx").is_file() else None,
            name=content["name"],
            languages=tuple(content["languages"]),
            chains={name: _chains(content["chains"][name]) for name in GUIDELINES},
            tuning={name: _tuning(content["tuning"][name]) for name in GUIDELINES},
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"{path}: incomplete or damaged ({error}); reinstall wortlaut") from error
    for part in (files.encoder, files.heads, files.tokenizer):
        if not part.is_file():
            raise ModelError(f"{part}: missing from the model; reinstall wortlaut")
    return files


def _chains(content: list[dict[str, Any]]) -> tuple[Chain, ...]:
    chains = tuple(
        Chain(
            np.array(level["start"], dtype=np.float32),
            np.array(level["transitions"], dtype=np.float32),
        )
        for level in content
    )
    if len(chains) != LEVELS:
        raise ValueError(f"{len(chains)} levels of quotations, not {LEVELS}")
    count = len(TAGS)
    for chain in chains:
        if chain.start.shape != (count,) or chain.transitions.shape != (count, count):
            raise ValueError(f"transitions are not between {count} tags")
    return chains


def _tuning(content: dict[str, Any]) -> Tuning:
    first, second, third = content["confidence"]
    numbers = {name: float(value) for name, value in content.items() if name != "confidence"}
    return Tuning(**numbers, confidence=(float(first), float(second), float(third)))
