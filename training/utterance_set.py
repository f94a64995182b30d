"""The utterances that were written for measuring, with all their wordings."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from wortlaut.model import Act, QuotationType
from wortlaut.wording import Profile, Said, SentenceVectors, profile_of

GOLD = Path(__file__).resolve().parents[1] / "benchmarks" / "gold" / "utterances.json"
HALVES = ("develop", "held_back")


@dataclass(frozen=True, slots=True)
class Wording:
    """One statement of the set, with what is known of it."""

    profile: Profile
    utterance: int
    """Statements of one utterance belong together, all others apart."""
    variant: str
    """How it renders its utterance: original, exact, cut, altered, ..."""
    distractor: str | None
    """Why its utterance is in the set only to be confused with another; None for others."""


def wordings(half: str, vectors: SentenceVectors, path: Path = GOLD) -> list[Wording]:
    """All statements of one half, persons' names as the persons' keys.

    Raises `FileNotFoundError` without the set, `ValueError` for an unknown half.
    """
    if half not in HALVES:
        raise ValueError(f"{half}: the halves are {' and '.join(HALVES)}")
    utterances = [u for u in json.loads(path.read_text("utf-8")) if u["half"] == half]
    rows = [(u, s) for u in utterances for s in u["statements"]]
    stored = vectors.of([s["words"] for _, s in rows])
    return [
        Wording(
            profile_of(_said(number, u, s, vector)),
            u["utterance"],
            s["variant"],
            u.get("distractor"),
        )
        for number, ((u, s), vector) in enumerate(zip(rows, stored, strict=True), 1)
    ]


def _said(number: int, utterance: dict[str, Any], statement: dict[str, Any], vector: Any) -> Said:
    begin, end = map(date.fromisoformat, statement["said"]) if statement["said"] else (None, None)
    return Said(
        number,
        utterance["person"],
        statement["words"],
        statement["language"],
        vector,
        verbatim=statement["type"] == QuotationType.DIRECT,
        act=Act(statement["act"]),
        negated=statement["negated"],
        begin=begin,
        end=end,
        published=date.fromisoformat(statement["published"]),
    )
