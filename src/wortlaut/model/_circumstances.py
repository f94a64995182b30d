"""Where and how something was said, and what kind of act it was."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wortlaut.model._span import Span


class OccasionKind(StrEnum):
    """A coarse kind of occasion."""

    PRESS_CONFERENCE = "press_conference"
    """Also calls and briefings with reporters."""
    INTERVIEW = "interview"
    STATEMENT = "statement"
    """A written or official statement, a press release."""
    POST = "post"
    """On a platform of the web: *auf X*."""
    LETTER = "letter"
    """Also electronic mail and messages."""
    SPEECH = "speech"
    REPORT = "report"
    """A study, a book, a newspaper's report."""
    COURT = "court"
    PARLIAMENT = "parliament"
    UNKNOWN = "unknown"
    """An occasion of another kind: *bei einem Besuch in Prag*."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """The words that tell where and how a statement was made."""

    kind: OccasionKind
    words: tuple[Span, ...]

    def __post_init__(self) -> None:
        if not self.words:
            raise ValueError("an occasion needs words")


class Act(StrEnum):
    """What a speaker does with a statement, as the cue tells it."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DEMANDS = "demands"
    PROPOSES = "proposes"
    PROMISES = "promises"
    ANNOUNCES = "announces"
    THREATENS = "threatens"
    WARNS = "warns"
    ACCUSES = "accuses"
    CONCEDES = "concedes"
    PRAISES = "praises"
    REGRETS = "regrets"
    ASKS = "asks"
    REFUSES = "refuses"
    AGREES = "agrees"
    CONFIRMS = "confirms"
