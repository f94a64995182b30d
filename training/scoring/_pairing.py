"""Which predicted quotation stands for which annotated one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from training.scoring._annotation import Annotation
from training.scoring._assignment import best_assignment

SAME_TYPE = 0.01
SAME_MEDIUM = 0.001


@dataclass(frozen=True, slots=True)
class Pair:
    """An annotated and a predicted quotation of one article; None where one stands alone."""

    gold: Annotation | None
    predicted: Annotation | None
    overlap: float
    """Token F1 of the two quotations, between 0 and 1."""
    gold_place: int | None = None
    """Where `gold` stands in the sequence it came from."""
    predicted_place: int | None = None


def overlap_f1(gold: frozenset[int], predicted: frozenset[int]) -> float:
    """Token F1 of two sets; 0 when both are empty."""
    size = len(gold) + len(predicted)
    return 2 * len(gold & predicted) / size if size else 0.0


def pair_quotations(
    gold: Sequence[Annotation], predicted: Sequence[Annotation], *, chance: bool = False
) -> list[Pair]:
    """All quotations of an article, paired one to one for the highest sum of token F1.

    The same type adds 0.01 and the same medium 0.001, where there is overlap. What is left
    over stands alone, unless `chance` is set: then leftovers of both sides are paired
    without overlap, as the published scorer does.
    """
    overlaps = np.array(
        [[overlap_f1(g.quote, p.quote) for p in predicted] for g in gold], dtype=np.float64
    ).reshape(len(gold), len(predicted))
    same_type = np.array([[g.type == p.type for p in predicted] for g in gold], dtype=bool)
    same_medium = np.array([[g.medium == p.medium for p in predicted] for g in gold], dtype=bool)
    bonus = SAME_TYPE * same_type + SAME_MEDIUM * same_medium
    weights = overlaps + (overlaps > 0) * bonus.reshape(overlaps.shape)
    kept = [(i, j) for i, j in best_assignment(weights) if chance or overlaps[i, j] > 0]
    with_gold = {i for i, _ in kept}
    with_predicted = {j for _, j in kept}
    return [
        *(Pair(gold[i], predicted[j], float(overlaps[i, j]), i, j) for i, j in kept),
        *(Pair(g, None, 0.0, gold_place=i) for i, g in enumerate(gold) if i not in with_gold),
        *(
            Pair(None, p, 0.0, predicted_place=j)
            for j, p in enumerate(predicted)
            if j not in with_predicted
        ),
    ]
