"""What the reader finds: quotations with the words around them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wortlaut.model._circumstances import Act, Occasion
from wortlaut.model._located import Located
from wortlaut.model._person import Mention, Person
from wortlaut.model._span import Span
from wortlaut.model._when import When


class QuotationType(StrEnum):
    """How a quotation renders what was said.

    The five types are those of Brunner and others, "Redewiedergabe" (LREC 2020), in the
    form that Petersen-Frey and Biemann (LREC-COLING 2024) annotate in news.
    """

    DIRECT = "direct"
    """Verbatim: *„Wir kommen", sagte sie.*"""
    INDIRECT = "indirect"
    """Needs a frame: *Sie sagte, dass sie kämen.*"""
    INDIRECT_FREE_INDIRECT = "indirect_free_indirect"
    """Subjunctive that runs on without a frame: *Dies sei der Plan.*"""
    FREE_INDIRECT = "free_indirect"
    """Somebody's words without a mark of it: *Es soll mehr Geld fließen.*"""
    REPORTED = "reported"
    """The act only: *Sie forderte eine schnellere Entscheidung.*"""


class Medium(StrEnum):
    """How the words were first uttered, or a mixture where the text leaves it open."""

    SPEECH = "speech"
    WRITING = "writing"
    THOUGHT = "thought"
    SPEECH_OR_WRITING = "speech_or_writing"
    SPEECH_OR_THOUGHT = "speech_or_thought"
    THOUGHT_OR_WRITING = "thought_or_writing"


@dataclass(frozen=True, slots=True)
class Statement:
    """A quotation and the words of the article that say who, how and to whom.

    Every tuple of spans is in the order of the text, counted in code points of
    `Article.text`; an empty tuple means that the article has no such words.
    """

    id: int
    """Counts from 1 within the article, in order of the text."""
    type: QuotationType
    medium: Medium
    quote: tuple[Span, ...]
    """The quoted words, marks included; several pieces where a frame splits them."""
    confidence: float
    """Between 0 and 1: the share of such statements that are right (see docs/accuracy.md)."""
    speaker: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    frame: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()
    nested_in: int | None = None
    """The `id` of the statement in whose words this one stands."""
    mixed: bool = False
    """Whether verbatim words stand inside a quotation that is not direct."""
    person: Person | None = None
    """Who said it; None where the article does not tell, or not surely enough."""
    person_unknown: str | None = None
    """Why `person` is None."""
    via: Located | None = None
    """The outlet or agency that relays the words: *wie die dpa meldet*."""
    addressee_person: Person | None = None
    """To whom it was said, where the addressee is named."""
    about: tuple[Mention, ...] = ()
    """Who is named within the quoted words, the speaker aside: each once, in order of the text."""
    said_on: When | None = None
    occasion: Occasion | None = None
    in_reply_to: tuple[Span, ...] = ()
    """The question that it answers: *auf die Frage, ob ...*."""
    act: Act | None = None
    """What the cue says the speaker does; None where there is no cue that tells."""
    condition: tuple[Span, ...] = ()
    """Words inside the quotation that condition it: *wenn er bereit ist*."""
    negated: bool = False
    """Whether the main clause of the quotation is negated."""
    damage: tuple[Span, ...] = ()
    """Words whose grammar a machine translation has broken."""

    def __post_init__(self) -> None:
        if not self.quote:
            raise ValueError("a statement needs quoted words")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence is between 0 and 1, not {self.confidence}")
