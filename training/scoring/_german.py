"""The metric of the German data set, written anew from its description.

Petersen-Frey and Biemann, "Dataset of Quotation Attribution in German News Articles",
LREC-COLING 2024 (arXiv 2404.16764).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from training.scoring._annotation import PARTS, ROLES, Annotation
from training.scoring._pairing import Pair, pair_quotations
from training.scoring._score import Score


@dataclass(frozen=True, slots=True)
class TypeRecall:
    """How many annotated quotations of one type were found at all."""

    type: str
    nested: bool
    """Whether this row counts the quotations inside others, or those that are not."""
    annotated: int
    found: int
    """Paired with a predicted quotation that shares a token."""
    token_recall: float
    """The mean share of their tokens that the paired prediction has; 0 for the missed."""


@dataclass(frozen=True, slots=True)
class GermanScores:
    """The figures of one set of articles; every score lies between 0 and 1."""

    messages: Score
    roles: Score
    joint: Score
    form: Score
    """Of the type, micro."""
    stwr: Score
    """Of the medium (speech, thought, writing representation), micro."""
    speaker: Score
    cue: Score
    frame: Score
    addressee: Score
    exact_quote: Score
    """Exact figures count a part right when its tokens are those of its pair, to the last."""
    exact_speaker: Score
    exact_cue: Score
    exact_frame: Score
    exact_addressee: Score
    recall_by_type: tuple[TypeRecall, ...]
    matched: int
    """Pairs that share a token of the quotation."""
    spurious: int
    """Predicted quotations without such a pair."""
    missed: int
    """Annotated quotations without such a pair."""


def score_german(
    gold: Sequence[Sequence[Annotation]],
    predicted: Sequence[Sequence[Annotation]],
    *,
    chance_pairs: bool = True,
) -> GermanScores:
    """Score predictions article by article; both sequences hold the articles in one order.

    Each article's quotations are paired one to one for the highest sum of token F1. A part
    of a pair has a precision where it has predicted tokens and a recall where it has
    annotated ones; a quotation that stands alone counts as a pair with an empty one.
    Messages averages these over the quotations; Roles over every role of every pair, so that
    a pair with three roles weighs three times one with a single role; Joint over all five
    parts likewise. F1 is the harmonic mean of the two averages. Form and STWR count, over all
    pairs, types and media that agree. Nested quotations count like all others.

    The published scorer pairs what is left over of both sides even without overlap, and so
    counts a type, a medium or a role that agrees by chance. The headline follows it; with
    `chance_pairs` off, only quotations that share a token are a pair. Where it divides by
    zero (nothing predicted, nothing annotated), the score here is 0. Exact figures, counts
    and the recall by type never use pairs without overlap.

    Raises `ValueError` when the two do not hold the same number of articles.
    """
    articles = list(zip(gold, predicted, strict=True))
    met = [pair for g, p in articles for pair in pair_quotations(g, p)]
    pairs = (
        [pair for g, p in articles for pair in pair_quotations(g, p, chance=True)]
        if chance_pairs
        else met
    )
    return GermanScores(
        messages=_averaged(pairs, ("quote",)),
        roles=_averaged(pairs, ROLES),
        joint=_averaged(pairs, PARTS),
        form=_agreement((_type(pair.gold), _type(pair.predicted)) for pair in pairs),
        stwr=_agreement((_medium(pair.gold), _medium(pair.predicted)) for pair in pairs),
        speaker=_averaged(pairs, ("speaker",)),
        cue=_averaged(pairs, ("cue",)),
        frame=_averaged(pairs, ("frame",)),
        addressee=_averaged(pairs, ("addressee",)),
        exact_quote=_exact(met, "quote"),
        exact_speaker=_exact(met, "speaker"),
        exact_cue=_exact(met, "cue"),
        exact_frame=_exact(met, "frame"),
        exact_addressee=_exact(met, "addressee"),
        recall_by_type=_recall_by_type(gold, met),
        matched=sum(pair.gold is not None and pair.predicted is not None for pair in met),
        spurious=sum(pair.gold is None for pair in met),
        missed=sum(pair.predicted is None for pair in met),
    )


def _tokens(annotation: Annotation | None, part: str) -> frozenset[int]:
    return annotation.part(part) if annotation else frozenset()


def _type(annotation: Annotation | None) -> str | None:
    return annotation.type if annotation else None


def _medium(annotation: Annotation | None) -> str | None:
    return annotation.medium if annotation else None


def _averaged(pairs: Sequence[Pair], parts: Sequence[str]) -> Score:
    precisions: list[float] = []
    recalls: list[float] = []
    for pair in pairs:
        for part in parts:
            annotated, predicted = _tokens(pair.gold, part), _tokens(pair.predicted, part)
            hits = len(annotated & predicted)
            if predicted:
                precisions.append(hits / len(predicted))
            if annotated:
                recalls.append(hits / len(annotated))
    return Score.averaged(precisions, recalls)


def _agreement(labels: Iterable[tuple[str | None, str | None]]) -> Score:
    seen = list(labels)
    return Score.counted(
        right=sum(gold == predicted for gold, predicted in seen),
        predicted=sum(predicted is not None for _, predicted in seen),
        annotated=sum(gold is not None for gold, _ in seen),
    )


def _exact(pairs: Sequence[Pair], part: str) -> Score:
    seen = [(_tokens(pair.gold, part), _tokens(pair.predicted, part)) for pair in pairs]
    return Score.counted(
        right=sum(bool(gold) and gold == predicted for gold, predicted in seen),
        predicted=sum(bool(predicted) for _, predicted in seen),
        annotated=sum(bool(gold) for gold, _ in seen),
    )


def _recall_by_type(
    gold: Sequence[Sequence[Annotation]], pairs: Sequence[Pair]
) -> tuple[TypeRecall, ...]:
    inside = {
        id(annotation)
        for article in gold
        for annotation in article
        if any(annotation.quote < other.quote for other in article)
    }
    groups: dict[tuple[bool, str], list[Pair]] = {}
    for pair in pairs:
        if pair.gold is not None:
            groups.setdefault((id(pair.gold) in inside, pair.gold.type), []).append(pair)
    return tuple(
        TypeRecall(
            type=name,
            nested=nested,
            annotated=len(members),
            found=sum(pair.predicted is not None for pair in members),
            token_recall=_averaged(members, ("quote",)).recall,
        )
        for (nested, name), members in sorted(groups.items())
    )
