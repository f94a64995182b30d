"""Who a statement is by, when and where it was made, in one line for a person."""

from __future__ import annotations

from datetime import date

from wortlaut.cli._messages import one_line
from wortlaut.model import Act, Article, Person, Span, Statement, When, WhenBasis

_SEPARATOR = " · "


def resolved_line(article: Article, statement: Statement) -> str:
    """Person, role, to whom, about whom, date and occasion, as far as they are known."""
    return _SEPARATOR.join(
        part
        for part in (
            _who(statement),
            _to_whom(statement.addressee_person),
            _about(statement),
            statement.via and f"via {one_line(statement.via.value)}",
            statement.said_on and when_line(article, statement.said_on),
            statement.occasion and _words(article, statement.occasion.words),
        )
        if part
    )


def act_line(article: Article, statement: Statement) -> str:
    """What the speaker does with it where that is more than to assert, and on what condition."""
    act = statement.act
    return _SEPARATOR.join(
        part
        for part in (
            act.value if act and act is not Act.ASSERTS else "",
            "negated" if statement.negated else "",
            _labelled("condition", article, statement.condition),
            _labelled("not grammatical", article, statement.damage),
        )
        if part
    )


def _who(statement: Statement) -> str:
    if statement.person is None:
        reason = statement.person_unknown
        return f"unknown: {one_line(reason)}" if reason else ""
    person = statement.person
    role = f", {one_line(person.role.value)}" if person.role else ""
    doubt = ""
    if person.runner_up:
        doubt = f" ({person.confidence:.0%}, or {one_line(person.runner_up)})"
    return f"{one_line(person.name)}{role}{doubt}"


def _to_whom(addressee: Person | None) -> str:
    return f"to {one_line(addressee.name)}" if addressee else ""


def _about(statement: Statement) -> str:
    names = ", ".join(one_line(mention.name) for mention in statement.about)
    return f"about {names}" if names else ""


def when_line(article: Article, when: When) -> str:
    """The day, the days, or the day `by` which it was said."""
    if when.begin is None and when.end is None:
        # A day without its date still tells something: the reader has the page's.
        return f"{_words(article, (when.words,))} (date unknown)" if when.words else ""
    if when.basis is WhenBasis.PUBLISHED or when.begin is None:
        return f"by {_day(when.end)}"
    if when.end is None or when.begin == when.end:
        return _day(when.begin)
    return f"{_day(when.begin)} to {_day(when.end)}"


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _labelled(label: str, article: Article, spans: tuple[Span, ...]) -> str:
    return f"{label}: {_words(article, spans)}" if spans else ""


def _words(article: Article, spans: tuple[Span, ...]) -> str:
    return one_line(article.words(spans))
