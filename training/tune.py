"""Sets the few numbers of a model folder that are not weights, on the dev split.

The network runs once an article; then thresholds are moved one after the other, and each
stays where the score is best. The figures that a tuned model reaches on the very articles it
was tuned on flatter it, so the search is also run on one half of the articles and scored on
the other, both ways (`cross_fitted`).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.dataset_form import (
    annotations_of,
    article_of,
    attribution_of,
    english_annotations,
    german_annotations,
)
from training.evaluation import (
    english_evaluation,
    german_evaluation,
    judge_english,
    judge_german,
    load_records,
    split_path,
)
from training.release import UNTUNED, rounded, set_tuning
from training.scoring import score_english, score_german
from wortlaut.model import Article, Statement
from wortlaut.reading import Reader
from wortlaut.reading._decoding import Pieces
from wortlaut.reading._model_files import Tuning, find_model
from wortlaut.reading._network import Encoded, Judged, Network

STEPS: dict[str, tuple[float, ...]] = {
    "begin": (-1.0, -0.5, 0.5, 1.0),
    "begin_nested": (-1.0, -0.5, 0.5, 1.0, 1.5),
    "least_worth": (-0.5, 0.5, 1.0, 1.5, 2.0, 2.5),
    "least_nested_worth": (-0.5, 0.5, 1.0, 1.5, 2.0, 2.5),
    "nobody": (-2.0, -1.0, -0.5, 0.5, 1.0),
    "no_addressee": (-1.5, -0.75, 0.75, 1.5),
    "cue": (-0.8, -0.4, 0.4, 0.8),
    "frame": (-0.8, -0.4, 0.4, 0.8),
}
"""How far each number is moved from where it stands, in one round."""


class _Remembering(Network):
    """Runs the network once for each question and remembers the answer."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._encoded: dict[Any, Encoded] = {}
        self._judged: dict[Any, Judged] = {}

    def encode(self, windows: Any, guideline: str) -> Encoded:
        key = (guideline, tuple(tuple(window.ids) for window in windows))
        if key not in self._encoded:
            self._encoded[key] = self._network.encode(windows, guideline)
        return self._encoded[key]

    def judge(
        self, encoded: Encoded, begin: int, end: int, quotations: Sequence[Pieces], guideline: str
    ) -> Judged:
        key = (id(encoded), begin, end, tuple(map(tuple, quotations)))
        if key not in self._judged:
            self._judged[key] = self._network.judge(encoded, begin, end, quotations, guideline)
        return self._judged[key]


Records = Sequence[dict[str, Any]]


class Tuner:
    """One language's dev articles, read again and again under different numbers."""

    def __init__(self, model: Path, records: Records, language: str) -> None:
        self._reader = Reader(model)
        self._reader._network = _Remembering(self._reader._network)
        self._language = language
        self.records = list(records)
        self._articles: list[Article] = [article_of(record, language) for record in records]
        self.start = find_model(model).tuning[language]
        self._gold: list[Any] = [
            german_annotations(r) if language == "de" else english_annotations(r) for r in records
        ]

    def read(self, tuning: Tuning, chosen: Sequence[int]) -> list[tuple[Statement, ...]]:
        """The statements of the chosen articles."""
        self._reader._files.tuning[self._language] = tuning
        return [self._reader.read(self._articles[i]).statements for i in chosen]

    def score(self, tuning: Tuning, chosen: Sequence[int]) -> float:
        """What the search raises: Joint and a little Form, or exact F1 of the three parts."""
        figures = self.figures(self.read(tuning, chosen), chosen)
        if self._language == "de":
            return figures["Joint"] + 0.1 * figures["Form"]
        return float(np.mean([figures["content"], figures["source"], figures["cue"]]))

    def figures(
        self, found: Sequence[tuple[Statement, ...]], chosen: Sequence[int] | None = None
    ) -> dict[str, float]:
        """The headline F1 figures of what was read, between 0 and 1."""
        chosen = range(len(self.records)) if chosen is None else chosen
        gold = [self._gold[i] for i in chosen]
        if self._language == "de":
            predicted = [
                annotations_of(statements, self.records[i])
                for i, statements in zip(chosen, found, strict=True)
            ]
            german = score_german(gold, predicted)
            return {
                "Messages": german.messages.f1,
                "Roles": german.roles.f1,
                "Joint": german.joint.f1,
                "Form": german.form.f1,
                "STWR": german.stwr.f1,
            }
        english = score_english(
            [self.records[i]["originalText"] for i in chosen],
            gold,
            [[attribution_of(statement) for statement in statements] for statements in found],
        )
        return {
            "content": english.content.exact.f1,
            "source": english.source.exact.f1,
            "cue": english.cue.exact.f1,
        }

    def search(self, chosen: Sequence[int], rounds: int = 2) -> Tuning:
        """Move one number after the other."""
        best = self.start
        score = self.score(best, chosen)
        for turn in range(rounds):
            for name, steps in STEPS.items():
                centre = getattr(best, name)
                for step in steps:
                    tried = replace(best, **{name: centre + step / (1 + turn)})
                    value = self.score(tried, chosen)
                    if value > score + 1e-5:
                        best, score = tried, value
        return best

    def calibrate(self, tuning: Tuning, chosen: Sequence[int]) -> Tuning:
        """Fit confidence to how often statements are found in the gold."""
        of_worth = self._confidences(replace(tuning, confidence=(1.0, 0.0, 0.0)), chosen)
        of_certainty = self._confidences(replace(tuning, confidence=(0.0, 1.0, 0.0)), chosen)
        features = np.stack(
            [_logit(of_worth[0]), _logit(of_certainty[0]), np.ones(len(of_worth[0]))], 1
        )
        weights = _logistic_regression(features, of_worth[1])
        return rounded(replace(tuning, confidence=tuple(weights.tolist())))

    def _confidences(
        self, tuning: Tuning, chosen: Sequence[int]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        found = tuple(self.read(tuning, chosen))
        records = tuple(self.records[i] for i in chosen)
        if self._language == "de":
            judged = judge_german(german_evaluation(records, found))
        else:
            judged = judge_english(english_evaluation(records, found))
        return (
            np.array([j.confidence for j in judged]),
            np.array([float(j.found) for j in judged]),
        )

    def tuned(self) -> Tuning:
        """Numbers tuned and calibrated on all articles."""
        everything = range(len(self.records))
        return self.calibrate(self.search(everything), everything)

    def cross_fitted(self) -> list[tuple[Statement, ...]]:
        """Every article read with numbers that were tuned on the other half."""
        halves = [list(range(0, len(self.records), 2)), list(range(1, len(self.records), 2))]
        found: dict[int, tuple[Statement, ...]] = {}
        for own, other in (halves, halves[::-1]):
            tuning = self.calibrate(self.search(other), other)
            found.update(zip(own, self.read(tuning, own), strict=True))
        return [found[i] for i in range(len(self.records))]


def _logit(confidence: NDArray[np.float64]) -> NDArray[np.float64]:
    clipped = np.clip(confidence, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(clipped / (1 - clipped)))


def _logistic_regression(
    features: NDArray[np.float64], right: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Weights by Newton's method, lightly held towards zero."""
    weights = np.zeros(features.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-features @ weights))
        gradient = features.T @ (right - p) - 0.1 * weights
        curvature = (features.T * (p * (1 - p))) @ features + 0.1 * np.eye(len(weights))
        step = np.linalg.solve(curvature, gradient)
        weights = weights + step
        if np.abs(step).max() < 1e-7:
            break
    return weights


def _print_scores(name: str, tuner: Tuner, found: Sequence[tuple[Statement, ...]]) -> None:
    """One line of the headline figures."""
    print(f"{name}: " + ", ".join(f"{k} {100 * v:.1f}" for k, v in tuner.figures(found).items()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Tune a model folder; print figures untuned, tuned, and tuned on the other half."""
    parser = argparse.ArgumentParser(prog="python -m training.tune", description=main.__doc__)
    parser.add_argument("--model", type=Path, required=True, help="a model folder")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--language", choices=["de", "en", "both"], default="both")
    parser.add_argument("--write", action="store_true", help="put the numbers into the folder")
    options = parser.parse_args(arguments)
    tuning = dict(find_model(options.model).tuning)
    for language in ("de", "en") if options.language == "both" else (options.language,):
        records = load_records(split_path(options.data, language))
        tuner = Tuner(options.model, records, language)
        everything = range(len(records))
        untuned = replace(UNTUNED, confidence=tuner.start.confidence)
        _print_scores(f"{language} untuned", tuner, tuner.read(untuned, everything))
        tuner.start = untuned
        _print_scores(f"{language} cross-fitted", tuner, tuner.cross_fitted())
        tuning[language] = tuner.tuned()
        _print_scores(f"{language} tuned", tuner, tuner.read(tuning[language], everything))
        print(tuning[language], flush=True)
    if options.write:
        set_tuning(options.model, tuning)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
