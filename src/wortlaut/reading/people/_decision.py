"""Who a statement's words lead to, and why nobody."""

from __future__ import annotations

from dataclasses import dataclass

from wortlaut.model import PersonKind, Resolution
from wortlaut.reading.people._discourse import Referent

UNNAMED = "the text does not say who"
ASKED = "a question that the statement before answers; the text does not say who asked"
DOUBTFUL = "more than one may be meant"
NOTHING_BEFORE = "nobody is named before it"


@dataclass(frozen=True, slots=True)
class Decision:
    """Who a statement's words lead to, and on what evidence."""

    kind: PersonKind | None
    name: str
    by: Resolution | None
    evidence: str
    """The sort of evidence, for which the confidence is known."""
    share: float = 1.0
    """How far the best candidate outweighs the others."""
    referent: Referent | None = None
    runner_up: str | None = None
    place: tuple[int, int] | None = None
    """The words that were resolved, when they are a mention."""
    reason: str | None = None


def nobody(reason: str) -> Decision:
    return Decision(None, "", None, "nobody", reason=reason)
