"""Scoring of names: a name is right where its characters and its kind are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from training.names._corpus import KINDS
from training.names._vectors import Example
from wortlaut.reading.names._labels import KINDS as NAME_KINDS
from wortlaut.reading.names._name import Name

_CODE = dict(zip(NAME_KINDS, KINDS, strict=True))
SCORED = ("PER", "LOC", "ORG")
"""The kinds that the F1 over all counts."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Names that are right, found and annotated."""

    right: int
    found: int
    annotated: int

    @property
    def f1(self) -> float:
        """F1 in points; 0 where there is nothing."""
        both = self.found + self.annotated
        return 200.0 * self.right / both if both else 0.0


def count(found: Iterable[Sequence[Name]], examples: Iterable[Example]) -> dict[str, Counts]:
    """Counts by kind, and under `all` over `SCORED`."""
    totals = {kind: [0, 0, 0] for kind in KINDS}
    for names, example in zip(found, examples, strict=True):
        predicted = {(name.span, _CODE[name.kind]) for name in names}
        annotated = {(name.span, name.kind) for name in example.text.names}
        for place, group in enumerate((predicted & annotated, predicted, annotated)):
            for _, kind in group:
                totals[kind][place] += 1
    result = {kind: Counts(*numbers) for kind, numbers in totals.items()}
    result["all"] = Counts(*(sum(totals[kind][i] for kind in SCORED) for i in range(3)))
    return result


def reliability(
    found: Iterable[Sequence[Name]], examples: Iterable[Example]
) -> list[tuple[int, float, float]]:
    """For each tenth of confidence: how many names, mean confidence, share of right ones."""
    tenths: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for names, example in zip(found, examples, strict=True):
        annotated = {(name.span, name.kind) for name in example.text.names}
        for name in names:
            right = (name.span, _CODE[name.kind]) in annotated
            tenths[min(9, int(10 * name.confidence))].append((name.confidence, right))
    return [
        (
            len(group),
            sum(confidence for confidence, _ in group) / len(group),
            sum(right for _, right in group) / len(group),
        )
        for group in tenths
        if group
    ]
