"""The weights of all evidence and the thresholds: `weights.toml`, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from wortlaut.linking._words import read_toml


@dataclass(frozen=True, slots=True)
class Weights:
    """What evidence weighs, in natural logarithms of odds, and what confidence is enough."""

    base: float
    of: dict[str, float]
    link: float
    """From this confidence on, an appearance is linked."""
    propose: float
    """From this one on, a person is asked."""


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The package's weights."""
    content = read_toml("weights.toml")
    thresholds = content["thresholds"]
    table = {
        f"{group}.{grade}": float(value)
        for group, grades in content["weights"].items()
        for grade, value in grades.items()
    }
    return Weights(float(content["base"]), table, thresholds["link"], thresholds["propose"])
