"""Who spoke, once the words that name a speaker are resolved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wortlaut.model._located import Located
from wortlaut.model._span import Span


class PersonKind(StrEnum):
    """What sort of speaker a person of the record is."""

    HUMAN = "human"
    """A man or a woman with a name: *Dmitri Peskow*."""
    BODY = "body"
    """What speaks with one voice: a government, ministry, party, company, agency, outlet."""
    GROUP = "group"
    """Several people: *die Demonstranten*, *Experten*, *Sonia und Willy Bogner*."""
    UNNAMED = "unnamed"
    """One person or several whom the article does not name: *ein Polizeisprecher*."""
    DOCUMENT = "document"
    """A text that speaks for itself: *die Studie*, *das Gesetz*, *Medienberichte*."""


class Resolution(StrEnum):
    """How the words that name the speaker led to the person."""

    NAME = "name"
    """The words hold the name, whole: *Kreml-Sprecher Dmitri Peskow*."""
    SURNAME = "surname"
    """A part of a name that stands whole elsewhere: *Peskow*."""
    ROLE = "role"
    """An office or a description: *der US-Präsident*, *ihr Sprecher*."""
    PRONOUN = "pronoun"
    """*Er*, *ihm zufolge*, *seinen Angaben nach*."""
    METONYM = "metonym"
    """A place or a building that speaks for its government: *Moskau*, *das Weiße Haus*."""
    CONTINUED = "continued"
    """No words at all: the speaker of the statement before goes on."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks in an article, as one statement's words led to them.

    Two statements of one article have the same person where `name` and `kind` are equal.
    """

    name: str
    """The fullest form that the article has, without titles, offices and articles."""
    kind: PersonKind
    role: Located | None = None
    """The office or description as the article gives it: *Kreml-Sprecher*."""
    mentions: tuple[Span, ...] = ()
    """Every mention in the article, pronouns that were resolved included, in order."""
    resolved_by: Resolution = Resolution.NAME
    confidence: float = 1.0
    """Between 0 and 1: the share of such resolutions that are right."""
    runner_up: str | None = None
    """The name of the next best candidate, where the resolution is doubtful."""

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("a person needs a name")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence is between 0 and 1, not {self.confidence}")


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody, or a body, named within the words of a quotation.

    They are the `Person` of another statement of the article where `name` and `kind` are equal.
    """

    name: str
    """The fullest form that the article has, as for `Person`."""
    kind: PersonKind
    span: Span
    """The first words of the quotation that name them."""

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("a mention needs a name")
