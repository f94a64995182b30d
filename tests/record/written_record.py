"""Articles with statements, made by marking their words: what the record's tests put in.

article("Wiebke Harms sagte: „Der Deich hält.“", said("Der Deich hält", person="Wiebke Harms"))
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from wortlaut.model import (
    Article,
    Located,
    Medium,
    Person,
    PersonKind,
    Precision,
    QuotationType,
    Span,
    Statement,
    When,
    WhenBasis,
)

Saying = Callable[[str, int], Statement]


def place_of_words(text: str, words: str) -> Span:
    """Where `words` stand in `text` for the first time."""
    begin = text.index(words)
    return Span(begin, begin + len(words))


def said(
    quote: str,
    *,
    type: QuotationType = QuotationType.DIRECT,  # noqa: A002 - the field's name
    person: str | Person | None = None,
    role: str | None = None,
    speaker: str | None = None,
    addressee: str | None = None,
    condition: str | None = None,
    on: date | None = None,
    **fields: Any,
) -> Saying:
    """A statement of the article's words `quote`, by its text and number."""

    def build(text: str, number: int) -> Statement:
        who = person
        if isinstance(who, str):
            located = Located(role, place_of_words(text, role)) if role else None
            who = Person(who, PersonKind.HUMAN, role=located)
        return Statement(
            id=number,
            type=type,
            medium=Medium.SPEECH,
            quote=(place_of_words(text, quote),),
            confidence=0.9,
            speaker=(place_of_words(text, speaker),) if speaker else (),
            person=who,
            addressee=(place_of_words(text, addressee),) if addressee else (),
            addressee_person=Person(addressee, PersonKind.HUMAN) if addressee else None,
            condition=(place_of_words(text, condition),) if condition else (),
            said_on=When(WhenBasis.FRAME, on, on, Precision.DAY) if on else None,
            **fields,
        )

    return build


def article(
    text: str,
    *sayings: Saying,
    url: str | None = "https://deichblatt.example/artikel",
    outlet: str | None = "Deichblatt",
    language: str | None = "de",
    published: date | datetime | None = date(2026, 11, 20),
    **fields: Any,
) -> Article:
    """An article whose statements are numbered in the order given."""
    bare = Article(
        text=text, url=url, outlet=outlet, language=language, published=published, **fields
    )
    statements = tuple(build(text, number) for number, build in enumerate(sayings, 1))
    return replace(bare, statements=statements)
