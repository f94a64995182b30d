"""Which words are a quotation's speaker, cue, frame and addressee."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wortlaut.reading._decoding import Pieces
from wortlaut.reading._labels import NAMED, NEAR, ROLES
from wortlaut.reading._model_files import Tuning

_LONGEST_NAME = 30
_LIKELIEST = 6


@dataclass(frozen=True, slots=True)
class Roles:
    """Words of each role as `[begin, end)` ranges."""

    speaker: Pieces
    cue: Pieces
    frame: Pieces
    addressee: Pieces


def find_roles(
    scores: NDArray[np.float32], nobody: NDArray[np.float32], pieces: Pieces, tuning: Tuning
) -> Roles:
    """The roles of one quotation from its scores (words, outputs), as `Judged` holds them."""
    low = max(0, pieces[0][0] + NEAR[0])
    high = min(len(scores), pieces[-1][1] + NEAR[1])
    own = np.zeros(len(scores), dtype=bool)
    for begin, end in pieces:
        own[begin:end] = True
    allowed = np.zeros(len(scores), dtype=bool)
    allowed[low:high] = True
    free = allowed & ~own
    borders = scores[:, len(ROLES) :]
    named: list[Pieces] = []
    for number, bias in enumerate((tuning.nobody, tuning.no_addressee)):
        role = scores[:, ROLES.index(NAMED[number])]
        first, last = borders[:, 2 * number], borders[:, 2 * number + 1]
        none = float(nobody[number]) + bias
        named.append(_name(first, last, role, allowed, none))
    return Roles(
        speaker=named[0],
        cue=_ranges(free & (scores[:, ROLES.index("cue")] > tuning.cue)),
        frame=_ranges(free & (scores[:, ROLES.index("frame")] > tuning.frame)),
        addressee=named[1],
    )


def _name(
    first: NDArray[np.float32],
    last: NDArray[np.float32],
    inside: NDArray[np.float32],
    allowed: NDArray[np.bool_],
    none: float,
) -> Pieces:
    """The one best stretch of words, or nothing where there being none scores higher.

    A stretch counts by its first word, its last word, and, mildly, by all its words being
    of the role: the three heads err apart.
    """
    first = np.where(allowed, first, -1e4)
    last = np.where(allowed, last, -1e4)
    sums = np.concatenate([[0.0], np.cumsum(np.clip(inside, -6.0, 6.0))])
    best, span = 2.0 * none, None
    ends = np.argsort(-last)[:_LIKELIEST].tolist()
    for a in np.argsort(-first)[:_LIKELIEST].tolist():
        for b in ends:
            if a <= b < a + _LONGEST_NAME:
                mean = (sums[b + 1] - sums[a]) / (b + 1 - a)
                score = float(first[a] + last[b] + 0.25 * mean)
                if score > best:
                    best, span = score, (a, b + 1)
    return [span] if span else []


def _ranges(chosen: NDArray[np.bool_]) -> Pieces:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], chosen, [False]]).astype(np.int8)))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
