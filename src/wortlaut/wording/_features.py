"""In what two statements agree, as numbers that a logistic model weighs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from wortlaut.model import Act
from wortlaut.wording._forms import function_keys
from wortlaut.wording._pieces import Pieces
from wortlaut.wording._said import Said, Window, window_of
from wortlaut.wording._vectors import cosines
from wortlaut.wording._words import Word, heads_of, words_of

_NEGATIONS = frozenset(
    "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder ohne "
    "not no never nobody none nothing neither nor cannot without".split()
)
_OPPOSITE_ACTS = frozenset(
    frozenset(pair)
    for pair in (
        (Act.AGREES, Act.REFUSES),
        (Act.CONFIRMS, Act.DENIES),
        (Act.CONCEDES, Act.DENIES),
        (Act.PROMISES, Act.REFUSES),
        (Act.ANNOUNCES, Act.REFUSES),
        (Act.PROPOSES, Act.REFUSES),
        (Act.DEMANDS, Act.REFUSES),
        (Act.ASSERTS, Act.DENIES),
        (Act.PRAISES, Act.ACCUSES),
    )
)
_FLOOR = 6.0
"""Nats that the commonest words carry; what a word carries beyond them is its weight."""
_PREFIX = 5
_PLENTY = 40.0
"""Weight of a wording of some eight telling words, which is enough to know it again."""


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """What of a statement is compared, taken from its words once."""

    said: Said
    window: Window | None
    keys: tuple[str, ...]
    """Of each word in order."""
    weights: dict[str, float]
    """How much each key tells, by key; words of grammar next to nothing."""
    surfaces: frozenset[str]
    """Longer words as they are spelt: names and loan words are shared between languages."""
    numbers: frozenset[str]
    negations: int
    heads: frozenset[str]
    """How its longer words begin, to tell quickly which statements share none."""


def profile_of(said: Said) -> Profile:
    """Take what is compared from a statement's words."""
    words = [word for word in words_of(said.words, said.language) if not word.ellipsis]
    weights: dict[str, float] = {}
    for word in words:
        weight = 0.1 if word.key in function_keys() else _weight(word.folded)
        weights[word.key] = max(weight, weights.get(word.key, 0.0))
    return Profile(
        said,
        window_of(said.begin, said.end, said.published),
        tuple(word.key for word in words),
        weights,
        frozenset(w.folded for w in words if len(w.folded) > 3 and not w.number),
        frozenset(w.number for w in words if w.number),
        sum(is_negation(word) for word in words),
        heads_of(said.words),
    )


@lru_cache(maxsize=1)
def _pieces() -> tuple[Pieces, tuple[float, ...]]:
    pieces = Pieces()
    return pieces, tuple(pieces.log_probabilities)


@lru_cache(maxsize=1 << 16)
def _weight(folded: str) -> float:
    """How much a word tells: its improbability as the tokenizer's vocabulary has it."""
    pieces, log_probabilities = _pieces()
    surprise = -sum(log_probabilities[piece] for piece in pieces.of(folded))
    return min(max(surprise - _FLOOR, 0.1), 12.0)


NAMES = (
    "constant", "cosine", "containment", "overlap", "pairs", "run", "numbers", "numbers_differ",
    "surfaces", "negation_differs", "acts_oppose", "both_verbatim",
    "verbatim_unlike", "days_apart", "length", "telling", "little_shared",
)  # fmt: skip
"""The features in the order of `features`."""


def features(a: Profile, b: Profile) -> tuple[float, ...]:
    """The features `NAMES` of two statements; the same whichever comes first."""
    less, more = sorted((a, b), key=lambda p: (sum(p.weights.values()), p.keys, p.said.id))
    shared = sum(w for key, w in less.weights.items() if key in more.weights)
    total_less, total_more = sum(less.weights.values()), sum(more.weights.values())
    containment = shared / total_less if total_less else 0.0
    union = total_less + total_more - shared
    both = float(a.said.verbatim and b.said.verbatim and a.said.language == b.said.language)
    pairs = _pairs(less.keys, more.keys)
    # Without two words in a row there is no run to look for, which takes longest of all.
    run = _longest_run(less.keys, more.keys) if pairs else 0
    apart = a.window.days_apart(b.window) if a.window and b.window else 0
    negated = (a.said.negated or a.negations > 0) != (b.said.negated or b.negations > 0)
    acts = (a.said.act, b.said.act)
    return (
        1.0,
        float(cosines(a.said.vector, b.said.vector[None])[0]),
        containment,
        shared / union if union else 0.0,
        pairs,
        run / max(len(less.keys), 1),
        float(bool(less.numbers & more.numbers)),
        _numbers_differ(less.numbers, more.numbers),
        _surfaces(less.surfaces, more.surfaces),
        negated * len(less.keys) / max(len(more.keys), 1),
        float(acts_oppose(*acts)),
        both,
        both * (1.0 - containment),
        float(apart),
        math.log((len(less.keys) + 1) / (len(more.keys) + 1)),
        min(total_less / _PLENTY, 1.0),
        containment * max(0.0, 1.0 - total_less / _PLENTY),
    )


def _pairs(less: Sequence[str], more: Sequence[str]) -> float:
    """The share of neighbouring words of the shorter that are neighbours in the longer."""
    ours = set(pairwise(less))
    return len(ours & set(pairwise(more))) / len(ours) if ours else 0.0


def _longest_run(less: Sequence[str], more: Sequence[str]) -> int:
    best = 0
    before = [0] * (len(more) + 1)
    for key in less:
        here = [0]
        here += [before[j] + 1 if key == other else 0 for j, other in enumerate(more)]
        best = max(best, *here)
        before = here
    return best


def _numbers_differ(less: frozenset[str], more: frozenset[str]) -> float:
    """The share of the numbers of one that the other lacks, where both have some."""
    if not less or not more:
        return 0.0
    return 1.0 - len(less & more) / min(len(less), len(more))


def _surfaces(less: frozenset[str], more: frozenset[str]) -> float:
    """The share of longer words that begin as one of the other's does."""
    if not less or not more:
        return 0.0
    if len(less) > len(more):
        less, more = more, less
    heads = {word[:_PREFIX] for word in more}
    return sum(word[:_PREFIX] in heads for word in less) / len(less)


def is_negation(word: Word) -> bool:
    """Whether a word denies: *nicht*, *keine*, *never*."""
    return word.folded in _NEGATIONS


def acts_oppose(one: Act | None, other: Act | None) -> bool:
    """Whether a person who does one of these takes back the other."""
    return one is not None and other is not None and frozenset((one, other)) in _OPPOSITE_ACTS
