"""Two statements of one person on one matter that seem to contradict each other.

Never a verdict: a reader is asked to look at both, and told what was noticed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
    order = _in_order(statements)
    found: list[Opposed] = []
    for place, later in enumerate(order):
        if not place or later.said.person is None:
            continue
        before = [
            earlier
            for earlier in order[:place]
            if earlier.said.person == later.said.person
            and not _one(earlier.said, later.said, same_utterance_of)
        ]
        found += _against(later, before)
    days = {each.said.id: _day(each.said) for each in order}
    return sorted(found, key=lambda pair: (days[pair.later], -pair.nearness, pair.earlier))


def changes_of_mind(statements: Sequence[Said]) -> list[Opposed]:
    """Of what `opposed` finds in one person's statements only the turning points.

    Who says no, no, yes and yes is asked once: about the second and the third.
    """
    pairs = opposed(statements)
    rank = {each.said.id: place for place, each in enumerate(_in_order(statements))}
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
    pairs = [pair for each in one for pair in _against(each, other)]
    best: dict[int, Opposed] = {}
    for pair in pairs:
        for number in (pair.earlier, pair.later):
            best[number] = max(pair, best.get(number, pair), key=lambda each: each.nearness)
    days = {each.said.id: _day(each.said) for each in (*one, *other)}
    kept = (p for p in pairs if best[p.earlier] is p and best[p.later] is p)
    return sorted(kept, key=lambda pair: (days[pair.later], days[pair.earlier], pair.later))


def _in_order(statements: Sequence[Said]) -> list[Profile]:
    return [profile_of(said) for said in sorted(statements, key=_rank)]


def _rank(said: Said) -> tuple[date, int]:
    return _day(said), said.id


def _against(one: Profile, others: Sequence[Profile]) -> Iterator[Opposed]:
    """Those of the others that seem to contradict this one."""
    if not others:
        return
    near = cosines(one.said.vector, np.stack([each.said.vector for each in others]))
    for other, cosine in zip(others, near.tolist(), strict=True):
        if not _same_matter(one, other, cosine):
            continue
        earlier, later = sorted((one, other), key=lambda profile: _rank(profile.said))
        grounds = tuple(_grounds(earlier, later))
        if grounds:
            reason = _reason(grounds, earlier.said, later.said)
            yield Opposed(earlier.said.id, later.said.id, grounds, cosine, reason)


def _day(said: Said) -> date:
    return said.begin or said.end or said.published or date.min


def _one(a: Said, b: Said, utterance: dict[int, int] | None) -> bool:
    if utterance is None:
        return False
    first = utterance.get(a.id)
    return first is not None and first == utterance.get(b.id)


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
