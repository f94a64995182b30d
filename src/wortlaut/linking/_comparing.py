"""How sure it is that an appearance is an identity."""

from __future__ import annotations

import math

from wortlaut.linking._evidence import Evidence, evidence
from wortlaut.linking._values import Appearance, Identity, Link
from wortlaut.linking._weights import Weights, weights

_SURE = 0.999
"""No evidence of names and roles is ever surer than this."""


def compare(appearance: Appearance, identity: Identity, stands_for: Identity | None = None) -> Link:
    """How sure it is that `appearance` is `identity`, looked at alone, and why.

    The evidence adds up as log-odds, as in Fellegi and Sunter, A Theory for Record Linkage
    (JASA 64, 1969), with weights that a logistic regression found for all of them together.
    Where `appearance` is a name of an identity, `stands_for` gives its roles and companions.
    """
    found = evidence(appearance, identity, stands_for)
    table = weights()
    return Link(
        identity.number,
        confidence_of(found, table),
        tuple(
            f"{'+' if table.of[piece.weight] >= 0 else '-'} {piece.weight}: {piece.words}"
            for piece in sorted(found, key=lambda item: -abs(_weighed(item, table)))
        ),
    )


def confidence_of(found: list[Evidence], table: Weights) -> float:
    """The probability that all of the evidence together stands for."""
    odds = table.base + sum(_weighed(piece, table) for piece in found)
    return min(_SURE, max(1.0 - _SURE, 1.0 / (1.0 + math.exp(-odds))))


def _weighed(piece: Evidence, table: Weights) -> float:
    return table.of[piece.weight] * piece.strength
