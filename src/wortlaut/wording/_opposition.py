"""Two statements of one person on one matter that seem to contradict each other.

Never a verdict: a reader is asked to look at both, and told what was noticed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from wortlaut.wording._features import Profile, acts_oppose, is_negation, profile_of
from wortlaut.wording._said import Said
from wortlaut.wording._vectors import cosines
from wortlaut.wording._words import words_of


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


LEAST_NEARNESS = 0.45
"""Cosine from which two statements of a person count as being on one matter."""
_LEAST_SHARED = 0.3
"""The same for the share of the shorter one's telling words, with half that cosine."""
_CLAUSE_END = re.compile(r"(?<=\w)[.;!?]|, (?:und|aber|weil|denn|doch|and|but|because)\b")
_OPPOSITES = """
öffnen offen geöffnet öffnet / schließen geschlossen schließt
open opens reopen / close closed closes shut
steigen steigt steige gestiegen / sinken sinkt sinke gesunken fallen fällt falle gefallen
rise rises rising rose / fall falls falling fell
bauen gebaut / abreißen abgerissen
wachsen wächst wachse / schrumpfen schrumpft schrumpfe
erhöhen erhöht heben hebt / senken senkt
raise raises raising / cut cuts
kaufen kauft / verkaufen verkauft
rechtmäßig / rechtswidrig
legal / illegal
verbieten verboten verbietet / erlauben erlaubt
ban banned bans / allow allowed allows
sicher / gefährlich gefahr
safe / dangerous danger
dafür / dagegen
"""


def opposed(
    statements: Sequence[Said], same_utterance_of: dict[int, int] | None = None
) -> list[Opposed]:
    """Pairs of one person's statements that a reader should see beside each other.

    `statements` in any order; give one for each utterance, or `same_utterance_of` (statement to
    utterance), so that two wordings of one utterance are not held against each other. Pairs
    come in order of time, then of nearness, nearest first.
    """
    order = sorted(statements, key=lambda said: (_day(said), said.id))
    profiles = [profile_of(said) for said in order]
    found: list[Opposed] = []
    for place, later in enumerate(profiles):
        if not place or later.said.person is None:
            continue
        near = cosines(later.said.vector, np.stack([p.said.vector for p in profiles[:place]]))
        for earlier, cosine in zip(profiles[:place], near.tolist(), strict=True):
            if earlier.said.person != later.said.person or _one(earlier, later, same_utterance_of):
                continue
            if not _same_matter(earlier, later, cosine):
                continue
            grounds = tuple(_grounds(earlier, later))
            if grounds:
                reason = _reason(grounds, earlier.said, later.said)
                found.append(Opposed(earlier.said.id, later.said.id, grounds, cosine, reason))
    days = {said.id: _day(said) for said in order}
    return sorted(found, key=lambda pair: (days[pair.later], -pair.nearness, pair.earlier))


def _day(said: Said) -> date:
    return said.begin or said.end or said.published or date.min


def _one(a: Profile, b: Profile, utterance: dict[int, int] | None) -> bool:
    if utterance is None:
        return False
    first = utterance.get(a.said.id)
    return first is not None and first == utterance.get(b.said.id)


def _same_matter(a: Profile, b: Profile, cosine: float) -> bool:
    if cosine >= LEAST_NEARNESS:
        return True
    if cosine < LEAST_NEARNESS / 2 or a.said.language != b.said.language:
        return False
    shared = sum(weight for key, weight in a.weights.items() if key in b.weights)
    least = min(sum(a.weights.values()), sum(b.weights.values()))
    return bool(least) and shared / least >= _LEAST_SHARED


def _grounds(a: Profile, b: Profile) -> list[Ground]:
    grounds: list[Ground] = []
    if acts_oppose(a.said.act, b.said.act):
        grounds.append(Ground.ACTS)
    if _negated(a.said) != _negated(b.said):
        grounds.append(Ground.NEGATION)
    if _sides(a.said) & {-side for side in _sides(b.said)}:
        grounds.append(Ground.WORDS)
    return grounds


def _negated(said: Said) -> bool:
    """Whether the reader found the main clause negated, or its first clause has such a word."""
    first = _CLAUSE_END.split(said.words, maxsplit=1)[0]
    return said.negated or any(is_negation(word) for word in words_of(first, said.language))


def _table() -> dict[str, int]:
    sides: dict[str, int] = {}
    for number, line in enumerate(_OPPOSITES.strip().splitlines(), 1):
        for sign, words in zip((1, -1), line.split("/"), strict=True):
            for word in words.split():
                sides[_folded(word)] = sign * number
    return sides


def _folded(word: str) -> str:
    return words_of(word, None)[0].folded


_SIDES = _table()


def _sides(said: Said) -> set[int]:
    words = words_of(said.words, said.language)
    return {_SIDES[word.folded] for word in words if word.folded in _SIDES}


def _reason(grounds: Sequence[Ground], a: Said, b: Said) -> str:
    parts: list[str] = []
    if Ground.ACTS in grounds and a.act and b.act:
        parts.append(f"{a.act.value}, then {b.act.value}")
    if Ground.NEGATION in grounds:
        parts.append("only one is negated")
    if Ground.WORDS in grounds:
        parts.append("words that exclude each other")
    return "; ".join(parts) + ": do they contradict each other?"
