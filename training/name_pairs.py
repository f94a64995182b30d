"""The written pairs of names, `benchmarks/gold/name_pairs.json`: one person or two?

A pair is an appearance and an identity, which one or several appearances make. Every side has
an id of the human or body that is meant (`who`), the same in all pairs. The pairs are divided
by a hash of the first side's id: weights are found on the develop half, and figures are told
of the held-back half, whose persons the other half does not put first.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from wortlaut.linking import Appearance, Identity, identity_of, with_appearance
from wortlaut.model import PersonKind

PAIRS = Path(__file__).parents[1] / "benchmarks" / "gold" / "name_pairs.json"
SEED = "wortlaut linking 1"


@dataclass(frozen=True, slots=True)
class Pair:
    """An appearance and an identity, and whether they are the same."""

    group: str
    same: bool
    appearance: Appearance
    others: tuple[Appearance, ...]
    who: str
    other_who: str

    @property
    def identity(self) -> Identity:
        """The identity that the other appearances make."""
        identity = identity_of(1, self.others[0])
        for other in self.others[1:]:
            identity = with_appearance(identity, other)
        return identity

    @property
    def held_back(self) -> bool:
        """Not of the develop half."""
        return hashlib.sha256(f"{SEED}:{self.who}".encode()).digest()[0] % 2 == 1


def load_pairs(path: Path = PAIRS) -> list[Pair]:
    """All pairs, in the order written."""
    return [
        Pair(
            group=pair["group"],
            same=pair["same"],
            appearance=_appearance(pair["one"]),
            others=tuple(_appearance(side) for side in pair["other"]),
            who=pair["one"]["who"],
            other_who=pair["other"][0]["who"],
        )
        for pair in json.loads(path.read_text("utf-8"))
    ]


def develop(pairs: Iterable[Pair]) -> list[Pair]:
    """The half that weights and rules may be made on."""
    return [pair for pair in pairs if not pair.held_back]


def held_back(pairs: Iterable[Pair]) -> list[Pair]:
    """The half that figures are told of."""
    return [pair for pair in pairs if pair.held_back]


def _appearance(side: dict[str, Any]) -> Appearance:
    published = side.get("published")
    return Appearance(
        name=side["name"],
        kind=PersonKind(side.get("kind", "human")),
        roles=tuple(side.get("roles", ())),
        companions=tuple(side.get("companions", ())),
        published=date.fromisoformat(published) if published else None,
        language=side.get("language"),
    )
