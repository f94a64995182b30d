"""Whether two statements are records of the same utterance.

The answer depends on the two statements alone, so that groups made of such answers are the
same in whatever order statements arrive.
"""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from wortlaut._exceptions import ModelError
from wortlaut.wording._features import NAMES, Profile, features, profile_of
from wortlaut.wording._said import Said
from wortlaut.wording._vectors import name_of_vectors

SHIPPED_SAMENESS = Path(__file__).with_name("sameness.json")
_LONG_ENOUGH = 8
"""Words that are the same by chance no more, where no date tells the occasion."""
_LEAST_HEADS = 0.2
"""Share of the shorter wording's longer words that the other one has too."""
_FEWEST_CUT = 4
"""Words that a quotation keeps when it is cut to less than half."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How surely two statements are the same utterance."""

    probability: float
    why: str
    """What spoke most for it or against it, for a person to read."""
    same: bool
    """Whether the probability reaches the threshold that groups are made with."""


@dataclass(frozen=True, slots=True)
class Sameness:
    """What was learnt: weights of the features, within one language and across two."""

    within: tuple[float, ...]
    across: tuple[float, ...]
    threshold: float
    least_cosine: float
    """Statements whose vectors are less near are not looked at."""

    @classmethod
    def load(cls, path: Path = SHIPPED_SAMENESS) -> Sameness:
        """Read the weights; raises `ModelError` where they are missing or do not fit."""
        return _loaded(path)


def same_utterance(a: Said | Profile, b: Said | Profile, model: Sameness | None = None) -> Verdict:
    """Whether two statements record the same words of one person on one occasion.

    Different persons never do, nor a person that is not known, nor times that are further
    apart than a day. Statements without any date are the same only where their words are.
    """
    model = model or Sameness.load()
    one = a if isinstance(a, Profile) else profile_of(a)
    other = b if isinstance(b, Profile) else profile_of(b)
    if one.said.person is None or one.said.person != other.said.person:
        return Verdict(0.0, "not the same person", same=False)
    if one.window is None or other.window is None:
        return _undated(one, other)
    if not one.window.near(other.window):
        days = one.window.days_apart(other.window)
        return Verdict(0.0, f"{days} days apart", same=False)
    if _too_little(one, other):
        return Verdict(0.0, "too few words, or too few of them shared", same=False)
    values = features(one, other)
    if values[NAMES.index("cosine")] < model.least_cosine:
        return Verdict(0.0, "neither words nor meaning are near", same=False)
    weights = model.within if one.said.language == other.said.language else model.across
    parts = [weight * value for weight, value in zip(weights, values, strict=True)]
    probability = _logistic(sum(parts))
    return Verdict(probability, _why(values, one, other), probability >= model.threshold)


@lru_cache(maxsize=1)
def way_of_comparing() -> str:
    """The name of the shipped vectors and weights: with other ones, groups may be others."""
    digest = hashlib.sha256(SHIPPED_SAMENESS.read_bytes()).hexdigest()[:12]
    return f"{name_of_vectors()}, {digest}"


def share_words(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two wordings in one language may be the same, by their `heads_of`.

    None of those written for training and testing is, though they share fewer.
    """
    least = min(len(one), len(other))
    return len(one & other) >= _LEAST_HEADS * least


def _too_little(one: Profile, other: Profile) -> bool:
    """Whether one is a name or a phrase, which the other may hold for any reason, or the two
    have hardly a word in common though they are in one language.
    """
    if one.said.language == other.said.language and not share_words(one.heads, other.heads):
        return True
    less, more = sorted((len(one.keys), len(other.keys)))
    return less < _FEWEST_CUT and more > 2 * less


def _undated(one: Profile, other: Profile) -> Verdict:
    alike = one.keys == other.keys and len(one.keys) >= _LONG_ENOUGH
    alike = alike and one.window is None and other.window is None
    if alike:
        return Verdict(1.0, "the same words, of no known date", same=True)
    return Verdict(0.0, "no date tells whether it is one occasion", same=False)


def _logistic(logit: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, logit))))


def _why(values: tuple[float, ...], one: Profile, other: Profile) -> str:
    value = dict(zip(NAMES, values, strict=True))
    if one.said.language == other.said.language:
        said = [f"{value['containment']:.0%} of the shorter one's words are in the other"]
    else:
        said = ["in two languages"]
    said.append(f"meaning near by {value['cosine']:.2f}")
    if value["numbers_differ"]:
        said.append("numbers differ")
    elif value["numbers"]:
        said.append("numbers agree")
    if value["negation_differs"]:
        said.append("only one is negated")
    if value["acts_oppose"]:
        said.append("opposite acts")
    if value["days_apart"]:
        said.append(f"{value['days_apart']:.0f} day apart")
    return "; ".join(said)


@lru_cache(maxsize=2)
def _loaded(path: Path) -> Sameness:
    try:
        content = json.loads(path.read_text("utf-8"))
        counts = {len(content["within"]), len(content["across"])}
        if content["features"] != list(NAMES) or counts != {len(NAMES)}:
            raise ModelError(
                f"{path}: made for other features; run `python -m training.utterances`"
            )
        return Sameness(
            tuple(float(weight) for weight in content["within"]),
            tuple(float(weight) for weight in content["across"]),
            float(content["threshold"]),
            float(content["least_cosine"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path}: missing or damaged ({error}); reinstall wortlaut") from error
