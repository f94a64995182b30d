"""From scores over words to quotations with type, worth and roles, still in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from wortlaut.model import Medium, QuotationType
from wortlaut.reading._decoding import Chain, Pieces, best_path, marginals, pieces_of_path
from wortlaut.reading._labels import LEVELS, MEDIA, NEAR, ROLES, TAGS, TYPES
from wortlaut.reading._marks import close_marks
from wortlaut.reading._model_files import Tuning
from wortlaut.reading._network import Encoded, Network
from wortlaut.reading._roles import Roles, find_roles

_OUTSIDE, _BEGIN = TAGS.index("O"), TAGS.index("B")
_CLOSE = 8
"""Words from a quotation to the next within which its speaker is carried on."""
_SPREAD = 400
"""Quotations are judged together while they begin within so many words."""
_MOST_PAIRS = 30_000
"""And while there are at most so many pairs of a quotation and a word, each of which takes
about 2 kB: speeches of thousands of words would otherwise fill the memory."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation over words."""

    pieces: Pieces
    level: int
    type: QuotationType
    medium: Medium
    worth: float
    """Logit of how well it matches a true quotation."""
    certainty: float
    """The mean probability that its words are quoted, between 0 and 1."""
    roles: Roles


def find_quotations(  # noqa: PLR0917
    network: Network,
    encoded: Encoded,
    stretches: Sequence[tuple[int, int]],
    chains: Sequence[Chain],
    tuning: Tuning,
    guideline: str,
) -> list[Quotation]:
    """All quotations in the words that were encoded, in order of their first words.

    `stretches` are the words between quotation marks, as `marked_stretches` gives them.
    """
    result: list[Quotation] = []
    for group in _groups(_mark(encoded, stretches, chains, tuning)):
        result.extend(_judge(network, encoded, group, tuning, guideline))
    return list(_carry_speakers_on(result))


def _carry_speakers_on(quotations: Sequence[Quotation]) -> Iterator[Quotation]:
    """Give the speaker before to a cue that has none: *sagte, dass ..., aber hinzufügte, ...*.

    A second verb of the same sentence leaves its subject out, and the speaker stands with
    the first. Only a close neighbour counts.
    """
    before: Quotation | None = None
    for quotation in quotations:
        carried = quotation
        if (
            before is not None
            and quotation.roles.cue
            and not quotation.roles.speaker
            and quotation.pieces[0][0] - before.pieces[-1][1] <= _CLOSE
        ):
            carried = replace(
                quotation, roles=replace(quotation.roles, speaker=before.roles.speaker)
            )
        if not carried.level and carried.roles.speaker:
            before = carried
        yield carried


def _mark(
    encoded: Encoded,
    stretches: Sequence[tuple[int, int]],
    chains: Sequence[Chain],
    tuning: Tuning,
) -> list[tuple[Pieces, int, float]]:
    """Pieces, level and certainty of each quotation that the tags mark."""
    marked: list[tuple[Pieces, int, float]] = []
    outer: list[Pieces] = []
    for level in range(LEVELS):
        scores = encoded.tags[:, level].copy()
        scores[:, _BEGIN] += tuning.begin_nested if level else tuning.begin
        found = close_marks(pieces_of_path(best_path(scores, chains[level])), stretches)
        if not found:
            continue
        quoted = 1.0 - marginals(scores, chains[level])[:, _OUTSIDE]
        for pieces in found:
            # What both levels mark alike is one quotation, not one inside the other.
            if level and pieces in outer:
                continue
            sure = np.concatenate([quoted[begin:end] for begin, end in pieces])
            marked.append((pieces, level, float(sure.mean())))
        outer = outer or found
    return sorted(marked, key=lambda mark: (mark[0], mark[1]))


def _groups(
    marked: Sequence[tuple[Pieces, int, float]],
) -> Iterator[list[tuple[Pieces, int, float]]]:
    """Neighbours together, so that the words around them are looked at once."""
    group: list[tuple[Pieces, int, float]] = []
    begin = end = 0
    for mark in marked:
        first, last = mark[0][0][0], mark[0][-1][1]
        pairs = (len(group) + 1) * (max(end, last) - begin)
        if group and (first - begin > _SPREAD or pairs > _MOST_PAIRS):
            yield group
            group = []
        if not group:
            begin, end = first, last
        end = max(end, last)
        group.append(mark)
    if group:
        yield group


def _judge(
    network: Network,
    encoded: Encoded,
    group: Sequence[tuple[Pieces, int, float]],
    tuning: Tuning,
    guideline: str,
) -> Iterator[Quotation]:
    begin = max(0, group[0][0][0][0] + NEAR[0])
    end = min(len(encoded.words), max(pieces[-1][1] for pieces, *_ in group) + NEAR[1])
    judged = network.judge(encoded, begin, end, [pieces for pieces, *_ in group], guideline)
    for row, (pieces, level, certainty) in enumerate(group):
        worth = float(judged.worth[row])
        if worth < (tuning.least_nested_worth if level else tuning.least_worth):
            continue
        moved = [(a - begin, b - begin) for a, b in pieces]
        roles = find_roles(judged.roles[row], judged.nobody[row], moved, tuning)
        yield Quotation(
            pieces,
            level,
            TYPES[int(judged.types[row].argmax())],
            MEDIA[int(judged.media[row].argmax())],
            worth,
            certainty,
            Roles(*([(a + begin, b + begin) for a, b in getattr(roles, name)] for name in ROLES)),
        )
