"""Statements grouped into utterances, one after the other.

Two statements belong together where `same_utterance` says so, or where a chain of such
statements links them: an utterance is a connected component. As every link depends on its
two statements alone, the groups are the same in whatever order statements are added, and
adding one touches only its speaker's statements of those days.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from wortlaut.wording._features import Profile, profile_of
from wortlaut.wording._said import LONGEST_REACH, SLACK, Said, window_of
from wortlaut.wording._sameness import Sameness, same_utterance
from wortlaut.wording._vectors import cosines


@dataclass(frozen=True, slots=True)
class Block:
    """Which stored statements may be the same utterance as a new one, for an index.

    Candidates have this person and a window (`window_of`, stored with the statement) that
    begins between `earliest` and `latest` and ends on `ends_from` or later; without days,
    those of the person that have no window either.
    """

    person: str
    earliest: date | None = None
    latest: date | None = None
    ends_from: date | None = None


def block_of(said: Said) -> Block | None:
    """Where to look for the same utterance; None for a statement of nobody known."""
    if said.person is None:
        return None
    window = window_of(said.begin, said.end, said.published)
    if window is None:
        return Block(said.person)
    slack = SLACK
    ends_from = date.fromordinal(window.begin.toordinal() - slack)
    latest = date.fromordinal(window.end.toordinal() + slack)
    return Block(said.person, window.begin - LONGEST_REACH, latest, ends_from)


@dataclass(frozen=True, slots=True)
class Joined:
    """Where a new statement belongs. An utterance is numbered by its first statement."""

    utterance: int
    """The number of the statement's utterance now: the least number of a statement in it."""
    absorbed: tuple[int, ...]
    """Utterances that are part of it from now on and lose their own number."""


def matches(
    new: Said, candidates: Sequence[Said | Profile], model: Sameness | None = None
) -> list[int]:
    """The numbers of those candidates that record the same utterance as `new`.

    All candidates' vectors are compared at once; only the near ones are looked at further.
    """
    model = model or Sameness.load()
    if not candidates:
        return []
    saids = [c.said if isinstance(c, Profile) else c for c in candidates]
    near = cosines(new.vector, np.stack([said.vector for said in saids]))
    profile = profile_of(new)
    undated = profile.window is None
    return [
        said.id
        for said, candidate, cosine in zip(saids, candidates, near, strict=True)
        if said.id != new.id
        and (undated or cosine >= model.least_cosine)
        and same_utterance(profile, candidate, model).same
    ]


def joined(statement: int, utterances: Iterable[int]) -> Joined:
    """The utterance of a statement that matched members of `utterances`."""
    found = {*utterances}
    least = min({statement, *found})
    return Joined(least, tuple(sorted(found - {least})))


def grouped(statements: Sequence[Said], model: Sameness | None = None) -> list[tuple[int, ...]]:
    """All statements grouped anew: the numbers of each utterance's, in order."""
    utterances = Utterances(model)
    for said in statements:
        utterances.add(said)
    return utterances.groups()


class Utterances:
    """Utterances kept in memory; what the record does with an index, for tests and lists."""

    def __init__(self, model: Sameness | None = None) -> None:
        self._model = model or Sameness.load()
        self._of: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self._by_person: dict[str, list[Profile]] = {}

    def add(self, said: Said) -> Joined:
        """Put one more statement where it belongs."""
        profile = profile_of(said)
        others = self._by_person.setdefault(said.person, []) if said.person else []
        linked = [self._of[number] for number in matches(said, others, self._model)]
        others.append(profile)
        result = joined(said.id, linked)
        members = [said.id]
        for number in {*linked}:
            members += self._members.pop(number)
        self._members[result.utterance] = members
        for member in members:
            self._of[member] = result.utterance
        return result

    def groups(self) -> list[tuple[int, ...]]:
        """The statements' numbers, by utterance, all in ascending order."""
        return sorted(tuple(sorted(members)) for members in self._members.values())
