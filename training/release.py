"""The model folder that the reader loads, written from a trained network."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from training import export
from training.losses import chains_of
from training.network import Network
from training.pretrained import Blocks
from wortlaut.reading._labels import GUIDELINES
from wortlaut.reading._model_files import FORMAT, Tuning

UNTUNED = Tuning(
    begin=0.0,
    begin_nested=0.0,
    least_worth=-2.0,
    least_nested_worth=-2.0,
    nobody=0.0,
    no_addressee=0.0,
    cue=0.0,
    frame=0.0,
    confidence=(1.0, 0.0, 0.0),
)
_LICENCE = "CC BY-NC-SA 4.0 (weights); see docs/model-card.md"


def write_model(
    network: Network, embeddings: Blocks | None, tokenizer: Path, folder: Path, name: str
) -> None:
    """Write graphs, tokenizer and `reader.json`; with `embeddings`, the 8-bit model."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    with torch.no_grad():
        export.save(export.encoder_graph(network, embeddings), folder / "encoder.onnx")
        export.save(export.heads_graph(network), folder / "heads.onnx")
        chains = {
            guideline: [
                {"start": _list(chain.start), "transitions": _list(chain.transitions)}
                for chain in chains_of(network, export.CORPUS_OF[guideline])
            ]
            for guideline in GUIDELINES
        }
    if tokenizer != folder / "tokenizer.json":
        shutil.copyfile(tokenizer, folder / "tokenizer.json")
    content: dict[str, Any] = {
        "format": FORMAT,
        "name": name,
        "languages": list(GUIDELINES),
        "licence": _LICENCE,
        "tuning": {guideline: asdict(UNTUNED) for guideline in GUIDELINES},
        "chains": chains,
    }
    _write(folder, content)


def set_tuning(folder: Path, tuning: dict[str, Tuning]) -> None:
    """Put the tuned numbers into a model folder."""
    content = json.loads((folder / "reader.json").read_text("utf-8"))
    content["tuning"] = {guideline: asdict(values) for guideline, values in tuning.items()}
    _write(folder, content)


def rounded(tuning: Tuning) -> Tuning:
    """The same to four places."""
    numbers = {
        name: round(value, 4) for name, value in asdict(tuning).items() if name != "confidence"
    }
    first, second, third = (round(value, 4) for value in tuning.confidence)
    return replace(tuning, **numbers, confidence=(first, second, third))


def _write(folder: Path, content: dict[str, Any]) -> None:
    text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
    (folder / "reader.json").write_text(text, "utf-8")


def _list(values: NDArray[np.float32]) -> Any:
    return values.astype(float).round(4).tolist()
