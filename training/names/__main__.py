"""`python -m training.names`: from WikiNEuRal to a scored `names.onnx`.

The encoder's vectors are kept in `--out`; delete that folder when the encoder has changed.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import numpy as np
import torch

from training.export import save
from training.names._corpus import load
from training.names._export import names_graph
from training.names._network import NameNetwork, Shape
from training.names._news import NewsArticle, load_news, silver_examples
from training.names._scoring import count, reliability
from training.names._train import Plan, train
from training.names._vectors import Encoder, Example, examples
from wortlaut.reading._labels import GUIDELINES
from wortlaut.reading._model_files import find_model
from wortlaut.reading.names._tagger import NameTagger


def score(tagger: NameTagger, held: dict[str, list[Example]]) -> None:
    """Print entity F1 and reliability."""
    for language, chosen in held.items():
        found = [
            tagger.tag(example.text.text, example.words, example.vectors.astype(np.float32))
            for example in chosen
        ]
        for kind, counts in sorted(count(found, chosen).items()):
            print(f"{language} {kind:5}{counts.f1:6.2f}  {counts}")
        for number, mean, right in reliability(found, chosen):
            print(f"{language} confidence {mean:.3f}: {number:5} names, {right:.3f} right")


def teach(examples: list[Example], plan: Plan, model: Path, name: str) -> NameTagger:
    """Train a network from the beginning and export it."""
    torch.manual_seed(plan.seed)
    network = NameNetwork(Shape())
    train(network, examples, plan, lambda line: print(line, flush=True))
    with torch.no_grad():
        save(names_graph(network, name), model)
    return NameTagger(model)


def main() -> None:
    """Train, export and score, then once or twice more with news that the tagger marked."""
    parser = argparse.ArgumentParser(
        prog="python -m training.names",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="the corpora")
    parser.add_argument("--out", type=Path, default=Path("runs/names"), help="where to work")
    parser.add_argument("--model", type=Path, help="the reader's model folder (the shipped one)")
    parser.add_argument("--name", default="names-1", help="what the tagger calls itself")
    parser.add_argument("--epochs", type=int, default=Plan.epochs)
    parser.add_argument("--rounds", type=int, default=3, help="how often news is marked anew")
    parser.add_argument("--score", action="store_true", help="only score the model folder's tagger")
    arguments = parser.parse_args()
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    # More threads gain nothing on matrices this small.
    torch.set_num_threads(1)
    files = find_model(arguments.model)
    encoder = Encoder(files)
    held = {
        language: examples(
            load(arguments.data, language)[1],
            language,
            encoder,
            out / f"{language}-held-words.npy",
        )
        for language in GUIDELINES
    }
    if arguments.score:
        if files.names is None:
            parser.error(f"{files.encoder.parent} has no names.onnx; leave --score out to make it")
        score(NameTagger(files.names), held)
        return
    learnt: list[Example] = []
    news: list[NewsArticle] = []
    for language in GUIDELINES:
        to_learn = load(arguments.data, language)[0]
        learnt += examples(to_learn, language, encoder, out / f"{language}-learnt-words.npy")
        news += load_news(arguments.data, language, encoder, out / f"{language}-news-words.npy")
    plan = Plan(epochs=arguments.epochs)
    tagger = teach(learnt, plan, out / "names-round-0.onnx", arguments.name)
    score(tagger, held)
    for number in range(1, arguments.rounds + 1):
        silver = list(silver_examples(news, tagger))
        tagger = teach(learnt + silver, plan, out / f"names-round-{number}.onnx", arguments.name)
        score(tagger, held)
    shutil.copyfile(out / f"names-round-{arguments.rounds}.onnx", out / "names.onnx")


if __name__ == "__main__":
    main()
