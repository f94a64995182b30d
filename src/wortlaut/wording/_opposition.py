"""Two statements of one person on one matter that seem to contradict each other.

Never a verdict: a reader is asked to look at both, and told what was noticed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from wortlaut.wording._features import Profile, acts_oppose, profile_of
from wortlaut.wording._said import Said
from wortlaut.wording._stances import Stance, stance_of
from wortlaut.wording._vectors import cosines


class Ground(StrEnum):
    """What was noticed about two statements."""

    ACTS = "acts"
    """Opposite acts: refuses, then agrees."""
    NEGATION = "negation"
    """Only one of them is negated."""
    WORDS = "words"
    """Words that exclude each other: *öffnen*, *schließen*."""


@dataclass(frozen=True, slots=True)
class Opposed:
    """A question to the reader: do these two contradict each other?"""

    earlier: int
    """Number of the statement that was made first (or stands first, on one day)."""
    later: int
    grounds: tuple[Ground, ...]
    nearness: float
    """How surely both are on the same matter, as the cosine of their vectors."""
    reason: str


LEAST_ALIKE = 0.74
"""From when two statements in one language count as on one matter: their cosine, and half of
the share of the shorter one's telling words that the other has."""
_MOST_BY_WORDS = 0.5
LEAST_NEARNESS = 0.45
"""The cosine from which two statements in two languages do."""


def opposed(
    statements: Sequence[Said], same_utterance_of: dict[int, int] | None = None
) -> list[Opposed]:
    """Pairs of one person's statements that a reader should see beside each other.

    `statements` in any order; give one for each utterance, or `same_utterance_of` (statement to
    utterance), so that two wordings of one utterance are not held against each other. Pairs
    come in order of time, then of nearness, nearest first.
    """
    order = _in_order(statements)
    near = np.triu(_cosines(order, order), 1)
    found = [
        pair
        for pair in _pairs(order, order, near)
        if pair[0].said.person is not None
        and pair[0].said.person == pair[1].said.person
        and not _one(pair[0].said, pair[1].said, same_utterance_of)
    ]
    days = {each.said.id: _day(each.said) for each in order}
    noticed = [each for pair in found if (each := _noticed(*pair)) is not None]
    return sorted(noticed, key=lambda pair: (days[pair.later], -pair.nearness, pair.earlier))


def changes_of_mind(statements: Sequence[Said]) -> list[Opposed]:
    """Of what `opposed` finds in one person's statements only the turning points.

    Who says no, no, yes and yes is asked once: about the second and the third.
    """
    pairs = opposed(statements)
    rank = {each.id: place for place, each in enumerate(sorted(statements, key=_rank))}
    last: dict[int, int] = {}
    first: dict[int, int] = {}
    for pair in pairs:
        earlier, later = rank[pair.earlier], rank[pair.later]
        last[pair.later] = max(earlier, last.get(pair.later, earlier))
        first[pair.earlier] = min(later, first.get(pair.earlier, later))
    return [
        pair
        for pair in pairs
        if last[pair.later] == rank[pair.earlier] and first[pair.earlier] == rank[pair.later]
    ]


def opposed_between(ours: Sequence[Said], theirs: Sequence[Said]) -> list[Opposed]:
    """Statements of two persons that seem to speak against each other, in order of time.

    Each is held against the one of the other person that is nearest to it in meaning, so that
    who repeats something is not asked about it again and again.
    """
    one, other = _in_order(ours), _in_order(theirs)
    near = _cosines(one, other)
    found = (_noticed(*pair) for pair in _pairs(one, other, near))
    pairs = [pair for pair in found if pair is not None]
    best: dict[int, Opposed] = {}
    for pair in pairs:
        for number in (pair.earlier, pair.later):
            best[number] = max(pair, best.get(number, pair), key=lambda each: each.nearness)
    days = {each.said.id: _day(each.said) for each in (*one, *other)}
    kept = (p for p in pairs if best[p.earlier] is p and best[p.later] is p)
    return sorted(kept, key=lambda pair: (days[pair.later], days[pair.earlier], pair.later))


def _in_order(statements: Sequence[Said]) -> list[_Weighed]:
    ordered = sorted(statements, key=_rank)
    return [_Weighed(profile_of(said), stance_of(said)) for said in ordered]


@dataclass(frozen=True, slots=True, eq=False)
class _Weighed:
    """A statement as it is held against others."""

    profile: Profile
    stance: Stance

    @property
    def said(self) -> Said:
        return self.profile.said


def _rank(said: Said) -> tuple[date, int]:
    return _day(said), said.id


def _cosines(ones: Sequence[_Weighed], others: Sequence[_Weighed]) -> NDArray[np.float32]:
    """How near each of the ones (rows) is to each of the others (columns)."""
    if not ones or not others:
        return np.zeros((len(ones), len(others)), np.float32)
    vectors = np.stack([each.said.vector for each in others])
    return np.stack([cosines(each.said.vector, vectors) for each in ones])


def _pairs(
    ones: Sequence[_Weighed], others: Sequence[_Weighed], near: NDArray[np.float32]
) -> Iterator[tuple[_Weighed, _Weighed, float]]:
    """Those that may be on one matter by their vectors alone, which is told of many at once."""
    least = min(LEAST_ALIKE - _MOST_BY_WORDS, LEAST_NEARNESS)
    for row, column in np.argwhere(near >= least).tolist():
        yield ones[row], others[column], float(near[row, column])


def _noticed(one: _Weighed, other: _Weighed, cosine: float) -> Opposed | None:
    """What a reader should be asked about two statements, if anything."""
    earlier, later = sorted((one, other), key=lambda each: _rank(each.said))
    grounds = _grounds(earlier, later)
    if not grounds or not _same_matter(one.profile, other.profile, cosine):
        return None
    reason = _reason(grounds, earlier.said, later.said)
    return Opposed(earlier.said.id, later.said.id, grounds, cosine, reason)


def _day(said: Said) -> date:
    return said.begin or said.end or said.published or date.min


def _one(a: Said, b: Said, utterance: dict[int, int] | None) -> bool:
    if utterance is None:
        return False
    first = utterance.get(a.id)
    return first is not None and first == utterance.get(b.id)


def _same_matter(a: Profile, b: Profile, cosine: float) -> bool:
    if a.said.language != b.said.language:
        return cosine >= LEAST_NEARNESS
    shared = sum(weight for key, weight in a.weights.items() if key in b.weights)
    least = min(sum(a.weights.values()), sum(b.weights.values()))
    return cosine + _MOST_BY_WORDS * min(shared / max(least, 1e-9), 1.0) >= LEAST_ALIKE


def _grounds(a: _Weighed, b: _Weighed) -> tuple[Ground, ...]:
    """What speaks for a contradiction; nothing where two reversals undo each other."""
    one, other = a.stance, b.stance
    reversed_words = bool(one.sides & {-side for side in other.sides})
    if one.negative != other.negative and (one.doubtful or other.doubtful):
        return ()
    if (one.negative != other.negative) == reversed_words:
        # Who neither turned round nor took an opposite word may still praise, then accuse.
        turned = acts_oppose(a.said.act, b.said.act) and not one.negative and not reversed_words
        return (Ground.ACTS,) if turned else ()
    grounds: list[Ground] = []
    if acts_oppose(a.said.act, b.said.act):
        grounds.append(Ground.ACTS)
    if one.by_words != other.by_words:
        grounds.append(Ground.NEGATION)
    if reversed_words:
        grounds.append(Ground.WORDS)
    return tuple(grounds) or (Ground.ACTS,)


def _reason(grounds: Sequence[Ground], a: Said, b: Said) -> str:
    parts: list[str] = []
    if Ground.ACTS in grounds and a.act and b.act:
        parts.append(f"{a.act.value}, then {b.act.value}")
    if Ground.NEGATION in grounds:
        parts.append("only one is negated")
    if Ground.WORDS in grounds:
        parts.append("words that exclude each other")
    return "; ".join(parts) + ": do they contradict each other?"
