"""A statement as every page shows it: its words, who said them, when, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from wortlaut.model import Act, PersonKind, QuotationType, Span, WhenBasis
from wortlaut.record import Found


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """Some of the quoted words, all searched for or none."""

    text: str
    searched: bool


@dataclass(frozen=True, slots=True)
class SpeakerShown:
    """Who said it."""

    name: str
    """The person's; where nobody is known, the article's words for who spoke."""
    number: int | None
    """The record's, under which the person has a page."""
    kind: PersonKind | None
    """None where nobody is known."""
    role: str | None
    confidence: float | None
    """That the words led to the right person."""


@dataclass(frozen=True, slots=True)
class StatementCard:
    """A statement on record, ready to be shown."""

    number: int
    """The statement's number in the record."""
    type: QuotationType
    words: tuple[tuple[QuotedWords, ...], ...]
    """The pieces of the quotation, each cut where what was searched for begins and ends."""
    speaker: SpeakerShown | None
    act: Act | None
    addressee: str | None
    condition: str | None
    via: str | None
    negated: bool
    said_from: date | None
    """The first day on which it may have been said."""
    said_until: date | None
    """The last one; None where nothing is known."""
    is_said_on: bool
    """Whether words of the article tell the days, and not only that it has been published."""
    language: str | None
    article: int
    """The article's number in the record."""
    version: int
    place: int
    """The statement's number within the article's version."""
    title: str | None
    outlet: str | None
    url: str | None
    published: date | datetime | None
    confidence: float
    human: bool
    """Whether a person has corrected or confirmed it."""
    utterance: int | None
    """The number of the utterance that it is a wording of."""
    wordings: int
    """In how many articles that utterance stands."""

    @property
    def quote(self) -> str:
        """The quoted words, pieces joined by ` … `."""
        return " … ".join("".join(part.text for part in piece) for piece in self.words)


def statement_card(found: Found) -> StatementCard:
    """The statement, as all pages and the API show it."""
    statement, article, when = found.statement, found.article, found.statement.said_on
    return StatementCard(
        number=found.id,
        type=statement.type,
        words=tuple(
            tuple(_cut(article.text, piece, found.highlights)) for piece in statement.quote
        ),
        speaker=_speaker(found),
        act=statement.act,
        addressee=_words(found, statement.addressee),
        condition=_words(found, statement.condition),
        via=statement.via.value if statement.via else None,
        negated=statement.negated,
        said_from=when.begin if when else None,
        said_until=when.end if when else None,
        is_said_on=when is not None and when.basis is not WhenBasis.PUBLISHED,
        language=article.language,
        article=found.article_id,
        version=found.version,
        place=statement.id,
        title=article.title,
        outlet=article.outlet,
        url=article.url,
        published=article.published,
        confidence=statement.confidence,
        human=found.human,
        utterance=found.utterance,
        wordings=found.wordings,
    )


def _speaker(found: Found) -> SpeakerShown | None:
    person = found.statement.person
    if person is not None:
        return SpeakerShown(
            person.name,
            found.identity_id,
            person.kind,
            person.role.value if person.role else None,
            person.confidence,
        )
    words = _words(found, found.statement.speaker)
    return SpeakerShown(words, None, None, None, None) if words else None


def _words(found: Found, spans: tuple[Span, ...]) -> str | None:
    return found.article.words(spans) if spans else None


def _cut(text: str, piece: Span, highlights: tuple[Span, ...]) -> Iterator[QuotedWords]:
    at = piece.begin
    for hit in sorted(highlights):
        if not piece.contains(hit) or hit.begin < at:
            continue
        if hit.begin > at:
            yield QuotedWords(text[at : hit.begin], searched=False)
        yield QuotedWords(hit.of(text), searched=True)
        at = hit.end
    if at < piece.end:
        yield QuotedWords(text[at : piece.end], searched=False)
