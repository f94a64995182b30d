"""Precision, recall and their harmonic mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall between 0 and 1; 0 where there was nothing to count."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 when both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @classmethod
    def counted(cls, right: int, predicted: int, annotated: int) -> Score:
        """From how many were right, of how many predicted and how many annotated (micro)."""
        return cls(right / predicted if predicted else 0.0, right / annotated if annotated else 0.0)

    @classmethod
    def averaged(cls, precisions: Sequence[float], recalls: Sequence[float]) -> Score:
        """From the values of single quotations, each weighing the same (macro)."""
        return cls(_mean(precisions), _mean(recalls))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
