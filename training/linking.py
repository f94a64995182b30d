"""Finds the weights of linking: `python -m training.linking`.

A logistic regression over the evidence of the develop half of `benchmarks/gold/name_pairs.json`.
A few hundred pairs cannot tell forty weights apart, so each is drawn towards a value set by
hand (`PRIOR`), as a Gaussian prior around it; what the pairs do not speak of stays as it was.
Prints what each threshold would give in cross-validation, the log-loss before and after, and
writes `weights.toml`.
"""

from __future__ import annotations

import argparse
import hashlib
import tomllib
from pathlib import Path

import numpy as np

import wortlaut.linking
from training.name_pairs import Pair, develop, load_pairs
from wortlaut.linking._evidence import evidence

WEIGHTS = Path(wortlaut.linking.__file__).with_name("weights.toml")
PRIOR = Path(__file__).with_name("linking_prior.toml")
SPREAD = 1.0
"""Standard deviation of the prior, in log-odds."""
FOLDS = 5
FIXED = {
    "kind.other", "family.same", "family.other", "given.same", "body.other", "field.same",
}  # fmt: skip
"""Not moved: what rules a link out, what all others are measured against, and the same walk of
life, which the written namesakes, more than life has, would make evidence against a link."""


def main() -> None:
    """Fits, prints, and writes the weights."""
    parser = argparse.ArgumentParser(description="Find the weights of linking.")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    arguments = parser.parse_args()
    prior = tomllib.loads(PRIOR.read_text("utf-8"))
    names = [f"{group}.{grade}" for group, grades in prior["weights"].items() for grade in grades]
    start = np.array(
        [
            prior["base"],
            *(value for grades in prior["weights"].values() for value in grades.values()),
        ]
    )
    pairs = develop(load_pairs())
    matrix, same = _matrix(pairs, names)
    free = np.array([True, *(name not in FIXED for name in names)])
    found = fit(matrix, same, start, free)
    _print_cross_validation(pairs, matrix, same, start, free)
    print(f"{len(pairs)} pairs; log-loss {loss(matrix, same, start):.3f}", end="")
    print(f" with the prior's weights, {loss(matrix, same, found):.3f} with those found")
    _write(arguments.out, prior, names, found)


def _print_cross_validation(
    pairs: list[Pair], matrix: np.ndarray, same: np.ndarray, start: np.ndarray, free: np.ndarray
) -> None:
    """What each threshold would give, on folds of persons that the weights have not seen."""
    fold = np.array([hashlib.sha256(pair.who.encode()).digest()[1] % FOLDS for pair in pairs])
    odds = np.zeros(len(pairs))
    for number in range(FOLDS):
        held = fold == number
        odds[held] = matrix[held] @ fit(matrix[~held], same[~held], start, free)
    chance = 1.0 / (1.0 + np.exp(-odds))
    for threshold in (0.85, 0.9, 0.93, 0.95, 0.97):
        linked = chance >= threshold
        right = same[linked].sum()
        print(
            f"linked from {threshold}: precision {right / linked.sum():.3f}, "
            f"recall {right / same.sum():.3f} in {FOLDS}-fold cross-validation"
        )


def fit(matrix: np.ndarray, same: np.ndarray, start: np.ndarray, free: np.ndarray) -> np.ndarray:
    """The weights of the greatest posterior probability, by Newton's method.

    A weight that would change its sign is held at zero: evidence for a link must not become
    evidence against it because two reasons often come together.
    """
    weights = _newton(matrix, same, start, free)
    while (turned := free & (weights * start < 0)).any():
        free = free & ~turned
        start = np.where(turned, 0.0, start)
        weights = _newton(matrix, same, start, free)
    return weights


def _newton(
    matrix: np.ndarray, same: np.ndarray, start: np.ndarray, free: np.ndarray
) -> np.ndarray:
    weights = start.copy()
    for _ in range(100):
        chance = 1.0 / (1.0 + np.exp(-(matrix @ weights)))
        slope = matrix.T @ (same - chance) - (weights - start) / SPREAD**2
        curve = (matrix * (chance * (1.0 - chance))[:, None]).T @ matrix
        curve += np.eye(len(weights)) / SPREAD**2
        step = np.zeros_like(weights)
        step[free] = np.linalg.solve(curve[np.ix_(free, free)], slope[free])
        weights += step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def loss(matrix: np.ndarray, same: np.ndarray, weights: np.ndarray) -> float:
    """Mean negative log-likelihood of the pairs, in nats."""
    odds = matrix @ weights
    return float(np.mean(np.logaddexp(0.0, odds) - same * odds))


def _matrix(pairs: list[Pair], names: list[str]) -> tuple[np.ndarray, np.ndarray]:
    column = {name: place for place, name in enumerate(names, 1)}
    matrix = np.zeros((len(pairs), len(names) + 1))
    matrix[:, 0] = 1.0
    for row, pair in enumerate(pairs):
        for piece in evidence(pair.appearance, pair.identity):
            matrix[row, column[piece.weight]] += piece.strength
    return matrix, np.array([float(pair.same) for pair in pairs])


def _write(path: Path, prior: dict[str, object], names: list[str], found: np.ndarray) -> None:
    table = dict(zip(names, found[1:], strict=True))
    lines = [
        "# What evidence weighs, in natural logarithms of odds. Written by",
        "# `python -m training.linking`; not to be edited, but for the thresholds, which stay.",
        "",
        f"base = {found[0]:.2f}",
        "",
        "[thresholds]",
    ]
    thresholds = prior["thresholds"]
    assert isinstance(thresholds, dict)
    lines += [f"{name} = {value}" for name, value in thresholds.items()]
    group = ""
    for name, value in table.items():
        head, _, grade = name.partition(".")
        if head != group:
            lines += ["", f"[weights.{head}]"]
            group = head
        lines.append(f"{grade} = {value:.2f}")
    path.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
