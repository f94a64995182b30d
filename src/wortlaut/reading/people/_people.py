"""The people of an article: who makes each of its statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from wortlaut.model import Article, Located, Mention, Person, PersonKind, Span
from wortlaut.reading.names import Name
from wortlaut.reading.people._cast import cast_of
from wortlaut.reading.people._confidence import confidence_of
from wortlaut.reading.people._decision import DOUBTFUL, Decision
from wortlaut.reading.people._discourse import discourse_of
from wortlaut.reading.people._first_speakers import first_speaker
from wortlaut.reading.people._names import names_in
from wortlaut.reading.people._offices import Offices
from wortlaut.reading.people._resolving import Resolver
from wortlaut.reading.people._spoken_about import spoken_about
from wortlaut.reading.people._text import Text, text_of
from wortlaut.reading.people._via import is_own_outlet, relays_of
from wortlaut.reading.places import Places

_LEAST = 0.35
"""A resolution that is wrong more often than not is left open."""

_DOUBTFUL = 0.9
"""Below this, a person carries the runner-up."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who makes one statement."""

    person: Person | None
    reason: str | None
    """Why `person` is None; None where there is one."""
    via: Located | None = None
    """The outlet that relays the words of `person`."""
    addressee: Person | None = None
    """To whom it was said, where that is somebody named."""
    about: tuple[Mention, ...] = ()
    """Who is named within the quoted words, in order."""


def resolve_people(article: Article, names: Sequence[Name], places: Places) -> list[Resolved]:
    """Who makes each statement of an article, one value a statement, in order.

    `names` are the article's names as a tagger found them; all spans count code points of
    `article.text`. A person whom two statements share has all mentions in both.
    """
    if not article.statements:
        return []
    text = text_of(article)
    spoken = set(text.places(span for s in article.statements for span in s.speaker))
    cast = cast_of(text, names_in(text, names, spoken, places), tagged=bool(names))
    offices = Offices(cast.members, places)
    discourse = discourse_of(text, cast, offices)
    resolver = Resolver(article, text, cast, discourse, places, offices)
    decisions = [resolver.resolve(statement) for statement in article.statements]
    told = [
        first_speaker(article, text, discourse, statement, decision)
        for statement, decision in zip(article.statements, decisions, strict=True)
    ]
    decisions = [t.decision if t else d for t, d in zip(told, decisions, strict=True)]
    addressees = [
        None
        if is_own_outlet(text, text.places(statement.addressee))
        else resolver.addressee(statement)
        for statement in article.statements
    ]
    relays = [
        first.via if first else relay
        for first, relay in zip(told, relays_of(article, text, cast, decisions), strict=True)
    ]
    people = _People(text, decisions, addressees)
    resolved: list[Resolved] = []
    for statement, decision, addressee, via in zip(
        article.statements, decisions, addressees, relays, strict=True
    ):
        person = people.person(decision)
        reason = None if person else decision.reason or DOUBTFUL
        to = people.person(addressee) if addressee else None
        about = spoken_about(resolver, statement, decision)
        resolved.append(Resolved(person, reason, via if person else None, to, about))
    return resolved


class _People:
    """Makes persons of decisions; those of one name and kind share their mentions."""

    def __init__(
        self, text: Text, decisions: Sequence[Decision], addressees: Sequence[Decision | None]
    ) -> None:
        self._text = text
        self._mentions: dict[tuple[str, PersonKind], set[Span]] = defaultdict(set)
        for decision in (*decisions, *addressees):
            if decision is None or decision.kind is None:
                continue
            found = self._mentions[decision.name, decision.kind]
            if decision.referent is not None:
                found.update(text.span(first, last) for first, last in decision.referent.mentions)
            if decision.place:
                found.add(text.span(*decision.place))

    def person(self, decision: Decision) -> Person | None:
        """The person that a decision is for; None where it is too doubtful."""
        if decision.kind is None or not decision.name:
            return None
        confidence = confidence_of(decision)
        if confidence < _LEAST:
            return None
        assert decision.by is not None
        return Person(
            name=decision.name,
            kind=decision.kind,
            role=self._role(decision),
            mentions=_apart(self._mentions[decision.name, decision.kind]),
            resolved_by=decision.by,
            confidence=confidence,
            runner_up=decision.runner_up if confidence < _DOUBTFUL else None,
        )

    def _role(self, decision: Decision) -> Located | None:
        """The fullest of the first roles that the article gives a human."""
        member = decision.referent.member if decision.referent else None
        if member is None or decision.kind is not PersonKind.HUMAN or not member.roles:
            return None
        role = member.roles[0]
        return Located(role.value, self._text.span(role.first, role.last))


def _apart(spans: set[Span]) -> tuple[Span, ...]:
    """The spans in order, those inside others left out."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.begin, -span.end)):
        if not kept or span.begin >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
