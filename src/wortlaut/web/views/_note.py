"""A statement as it stands beside its article: everything that was read about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wortlaut.model import (
    Act,
    Article,
    Medium,
    OccasionKind,
    Person,
    PersonKind,
    Precision,
    QuotationType,
    Resolution,
    Statement,
    When,
    WhenBasis,
)

Numbers = Mapping[tuple[str, PersonKind], int]
"""By which number the record knows the persons of one article, by their name and kind."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person, as one place of an article speaks of them."""

    name: str
    kind: PersonKind
    number: int | None
    """The record's number; None for whoever it knows no more of than this."""
    role: str | None = None
    """In the article's words."""
    resolved_by: Resolution | None = None
    confidence: float | None = None
    """How sure it is that these words mean this person, between 0 and 1."""
    runner_up: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """When something was said."""

    begin: date | None
    end: date | None
    precision: Precision
    basis: WhenBasis
    words: str | None
    """The article's words that tell it."""


@dataclass(frozen=True, slots=True)
class Note:
    """What is known of one statement of an article."""

    number: int
    """The record's number of the statement."""
    place: int
    """Counts from 1 within the article, in order of the text."""
    type: QuotationType
    mixed: bool
    medium: Medium
    quote: str
    speaker: Somebody | None
    speaker_words: str | None
    """The words that name the speaker, also where nobody knows whom they mean."""
    why_nobody: str | None
    """Why nobody is known to have said it."""
    via: str | None
    addressee: Somebody | None
    addressee_words: str | None
    about: tuple[Somebody, ...]
    said: Said | None
    occasion: OccasionKind | None
    occasion_words: str | None
    question: str | None
    """What was asked."""
    act: Act | None
    cue: str | None
    condition: str | None
    negated: bool
    nested_in: int | None
    """The `place` of the statement within which this one stands."""
    damaged: bool
    confidence: float
    human: bool
    """Whether a person has corrected or confirmed it."""
    utterance: int | None = None
    """The record's number of the utterance."""
    articles: int = 1
    """In how many articles the utterance stands."""


def note_of(
    article: Article,
    statement: Statement,
    number: int,
    place: int,
    *,
    numbers: Numbers,
    human: bool,
    nested_in: int | None = None,
    utterance: tuple[int, int] | None = None,
) -> Note:
    """The note of one statement of `article`.

    `utterance` is its number and the number of articles in which it stands.
    """
    words = article.words
    occasion = statement.occasion
    return Note(
        number=number,
        place=place,
        type=statement.type,
        mixed=statement.mixed,
        medium=statement.medium,
        quote=words(statement.quote),
        speaker=_somebody(statement.person, numbers),
        speaker_words=words(statement.speaker) or None,
        why_nobody=statement.person_unknown,
        via=statement.via.value if statement.via else None,
        addressee=_somebody(statement.addressee_person, numbers),
        addressee_words=words(statement.addressee) or None,
        about=tuple(
            Somebody(each.name, each.kind, numbers.get((each.name, each.kind)))
            for each in statement.about
        ),
        said=said_of(article, statement.said_on),
        occasion=occasion.kind if occasion else None,
        occasion_words=words(occasion.words) if occasion else None,
        question=words(statement.in_reply_to) or None,
        act=statement.act,
        cue=words(statement.cue) or None,
        condition=words(statement.condition) or None,
        negated=statement.negated,
        nested_in=nested_in,
        damaged=bool(statement.damage),
        confidence=statement.confidence,
        human=human,
        utterance=utterance[0] if utterance else None,
        articles=utterance[1] if utterance else 1,
    )


def said_of(article: Article, when: When | None) -> Said | None:
    """When something was said, with the article's words for it; None where nothing tells."""
    if when is None or (when.begin is None and when.end is None and when.words is None):
        return None
    words = article.words(when.words) if when.words else None
    return Said(when.begin, when.end, when.precision, when.basis, words)


def _somebody(person: Person | None, numbers: Numbers) -> Somebody | None:
    if person is None:
        return None
    return Somebody(
        person.name,
        person.kind,
        numbers.get((person.name, person.kind)),
        person.role.value if person.role else None,
        person.resolved_by,
        person.confidence,
        person.runner_up,
    )
