"""Whether a statement's confidence means something: the share that is right, bin by bin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from training.scoring import Annotation, pair_quotations

FOUND = 0.5
RIGHT = 0.8


@dataclass(frozen=True, slots=True)
class Judged:
    """One predicted statement against the annotation of its article."""

    confidence: float
    found: bool
    """Paired with an annotated quotation at a token F1 of at least 0.5."""
    right: bool
    """Paired at 0.8 or more, and the speaker shares a token; or neither has a speaker."""


@dataclass(frozen=True, slots=True)
class Bin:
    """The statements whose confidence lies in `[lower, upper)`; the last bin holds 1 too."""

    lower: float
    upper: float
    count: int
    confidence: float
    """Mean confidence; 0 in an empty bin."""
    found: float
    """Share found; 0 in an empty bin."""
    right: float
    """Share right; 0 in an empty bin."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """A reliability table with its expected calibration errors, all between 0 and 1."""

    bins: tuple[Bin, ...]
    found_error: float
    """Mean distance of confidence and share found over the bins, weighted by their counts."""
    right_error: float


def judge(
    gold: Sequence[Annotation], predicted: Sequence[Annotation], confidences: Sequence[float]
) -> tuple[Judged, ...]:
    """Each prediction of one article, in the order of `predicted`, found and right or not.

    Raises `ValueError` when there is not one confidence for each prediction.
    """
    met = {
        pair.predicted_place: pair
        for pair in pair_quotations(gold, predicted)
        if pair.predicted_place is not None
    }
    judged = []
    for place, (statement, confidence) in enumerate(zip(predicted, confidences, strict=True)):
        annotated = met[place].gold
        overlap = met[place].overlap
        speaker_right = annotated is not None and (
            bool(annotated.speaker & statement.speaker)
            or not (annotated.speaker or statement.speaker)
        )
        judged.append(
            Judged(confidence, found=overlap >= FOUND, right=overlap >= RIGHT and speaker_right)
        )
    return tuple(judged)


def reliability(judged: Iterable[Judged], bins: int = 10) -> Reliability:
    """Sort statements into `bins` equal stretches of confidence and compare."""
    members: list[list[Judged]] = [[] for _ in range(bins)]
    for one in judged:
        members[min(int(one.confidence * bins), bins - 1)].append(one)
    filled = tuple(_bin(n / bins, (n + 1) / bins, held) for n, held in enumerate(members))
    total = sum(one.count for one in filled)
    return Reliability(
        bins=filled,
        found_error=sum(b.count * abs(b.confidence - b.found) for b in filled) / max(total, 1),
        right_error=sum(b.count * abs(b.confidence - b.right) for b in filled) / max(total, 1),
    )


def _bin(lower: float, upper: float, held: Sequence[Judged]) -> Bin:
    count = max(len(held), 1)
    return Bin(
        lower=lower,
        upper=upper,
        count=len(held),
        confidence=sum(one.confidence for one in held) / count,
        found=sum(one.found for one in held) / count,
        right=sum(one.right for one in held) / count,
    )


def as_markdown(table: Reliability) -> str:
    """The table for docs/accuracy.md, in percent, the calibration errors in a line below."""
    lines = [
        "| confidence | statements | mean confidence | found | right |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for one in table.bins:
        figures = f" {one.confidence:.1%} | {one.found:.1%} | {one.right:.1%} |"
        row = f"| {one.lower:.1f} to {one.upper:.1f} | {one.count} |"
        lines.append(row + (figures if one.count else " | | |"))
    lines += [
        "",
        f"Expected calibration error: {table.found_error:.1%} (found), "
        f"{table.right_error:.1%} (right).",
    ]
    return "\n".join(lines)
