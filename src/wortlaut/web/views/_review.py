"""What is for a person to decide: who is one, and who said what."""

from __future__ import annotations

from dataclasses import dataclass

from wortlaut.model import Person
from wortlaut.record import Filters, Found, KnownPerson, Record
from wortlaut.web.views._passage import Passage, passage

_QUESTIONS = 20
_SAYINGS = 2
"""Statements of each of two who may be one, to tell them by."""
_ROLES = 4
_SPELLINGS = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of two who may be the same, with what they say."""

    person: KnownPerson
    roles: tuple[str, ...]
    others: tuple[str, ...]
    """Other spellings of the name, the most frequent first."""
    said: tuple[Found, ...]
    """Their latest statements."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two may be one, or may not."""

    speaks_for: bool
    evidence: str
    """What was compared: `family`, `given`, `office`..., or `other`."""
    words: str


@dataclass(frozen=True, slots=True)
class MergeQuestion:
    """Are these two the same?"""

    one: Candidate
    other: Candidate
    confidence: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class SpeakerQuestion:
    """Did this person say that?"""

    found: Found
    person: Person
    passage: Passage
    names: tuple[str, ...]
    """Others who speak in the article, the runner-up first."""


@dataclass(frozen=True, slots=True)
class MergesView:
    """Pairs to be decided, the likeliest first."""

    questions: tuple[MergeQuestion, ...]
    more: bool
    """Whether there are others when these are decided."""


@dataclass(frozen=True, slots=True)
class SpeakersView:
    """Doubtful attributions, the newest first."""

    questions: tuple[SpeakerQuestion, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a question."""

    outcome: str
    """`same`, `apart`, `right`, `other`, `none`; or why it was not decided: `contradiction`,
    `gone`, `no_name`."""
    number: int
    """Of the person who stays, or of the statement."""
    other: int | None = None
    detail: str | None = None

    @property
    def is_done(self) -> bool:
        """Whether the question is settled."""
        return self.outcome not in ("contradiction", "gone", "no_name")


def merges_view(record: Record) -> MergesView:
    """The pairs that may be one person."""
    found = record.proposals(limit=_QUESTIONS + 1)
    questions = tuple(
        MergeQuestion(
            _candidate(record, each.one),
            _candidate(record, each.other),
            each.confidence,
            tuple(map(_reason, each.why)),
        )
        for each in found[:_QUESTIONS]
    )
    return MergesView(questions, len(found) > _QUESTIONS)


def speakers_view(record: Record, after: str | None = None) -> SpeakersView:
    """A page of statements of which it is doubtful who said them.

    Raises `QueryError` where `after` is not where a page ends.
    """
    page = record.doubtful(limit=_QUESTIONS, after=after)
    questions = []
    for each in page.found:
        person = each.statement.person
        assert person is not None
        kept = record.article_by_number(each.article_id, each.version)
        others = dict.fromkeys(
            statement.person.name
            for statement in (kept.article.statements if kept else ())
            if statement.person is not None
        )
        names = [person.runner_up] if person.runner_up else []
        names += [name for name in others if name not in (person.name, person.runner_up)]
        questions.append(
            SpeakerQuestion(each, person, passage(each.article, each.statement), tuple(names))
        )
    return SpeakersView(tuple(questions), page.after)


def _candidate(record: Record, person: KnownPerson) -> Candidate:
    said = record.search(filters=Filters(speaker=f"#{person.id}"), limit=_SAYINGS).found
    others = [name for name, _ in person.names if name != person.name]
    return Candidate(
        person=person,
        roles=tuple(role.words for role in person.roles[:_ROLES]),
        others=tuple(others[:_SPELLINGS]),
        said=said,
    )


def _reason(why: str) -> Reason:
    """The parts of a reason as linking writes it: *+ family.same: Putin / Putin*."""
    sign, _, rest = why.partition(" ")
    weight, colon, words = rest.partition(": ")
    if not colon:
        return Reason(sign == "+", "other", rest)
    return Reason(sign == "+", weight.partition(".")[0], words)
