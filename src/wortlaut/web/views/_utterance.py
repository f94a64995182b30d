"""What was said once, in all its wordings: who printed which, and what differs word by word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wortlaut.model import QuotationType, Span
from wortlaut.record import Piece, Record, Utterance, Wording
from wortlaut.web.views._statement_card import SpeakerShown, StatementCard, statement_card
from wortlaut.wording import Change, Relation


@dataclass(frozen=True, slots=True)
class Worded:
    """One wording of what was said."""

    card: StatementCard
    earliest: bool
    """Whether it was published first of all."""
    fullest: bool
    """Whether the others of its language are held against it."""
    translation: bool
    """Whether it is in another language than the fullest of all."""
    verbatim: bool
    """Whether it claims to be the speaker's very words."""
    drifts: bool
    """Whether it claims other words than the fullest wording does."""
    relation: Relation | None
    """How it stands to the fullest of its language; None for that one itself."""
    shared: float | None
    """How much of the shorter of the two is in the other, by words, between 0 and 1."""
    pieces: tuple[Piece, ...]
    """The whole wording in order, held against the fullest one."""

    @property
    def shown(self) -> tuple[Piece, ...]:
        """The pieces, or the bare words where hardly any are shared: there is nothing to see."""
        if self.relation is not Relation.OTHER:
            return self.pieces
        words = self.card.quote
        whole = Span(0, len(words)) if words else None
        return (Piece(Change.SAME, words, words, whole, whole, drift=False),)


@dataclass(frozen=True, slots=True)
class Witness:
    """One source: articles of nearly the same text count once."""

    outlets: tuple[str, ...]
    worded: tuple[Worded, ...]
    """Its wordings in order of time; the first stands for them all where they are the same."""

    @property
    def copies(self) -> tuple[Worded, ...]:
        """The wordings that repeat an earlier one of this source, character by character."""
        seen: set[str] = set()
        found = []
        for each in self.worded:
            if each.card.quote in seen:
                found.append(each)
            seen.add(each.card.quote)
        return tuple(found)

    @property
    def different(self) -> tuple[Worded, ...]:
        """The wordings without those that repeat an earlier one."""
        copies = {each.card.number for each in self.copies}
        return tuple(each for each in self.worded if each.card.number not in copies)


@dataclass(frozen=True, slots=True)
class UtteranceView:
    """What one person said on one occasion."""

    number: int
    speaker: SpeakerShown | None
    day: date | None
    wordings: int
    outlets: tuple[str, ...]
    """In order of time."""
    languages: tuple[str | None, ...]
    """That of the fullest wording first."""
    drifts: bool
    fullest: tuple[Worded, ...]
    """The fullest wording of each language, that of all first."""
    witnesses: tuple[Witness, ...]
    """In order of their first wordings."""
    said: Utterance
    """As the record has it, which the API gives."""


def utterance_view(record: Record, number: int) -> UtteranceView | None:
    """The utterance that the statement with this number is of; None where there is none."""
    said = record.utterance(number)
    return None if said is None else _view(said)


def _view(said: Utterance) -> UtteranceView:
    worded = {each.found.id: _worded(each) for each in said.wordings}
    fullest = sorted(
        (each for each in worded.values() if each.fullest), key=lambda each: each.translation
    )
    told = next((each for each in worded.values() if each.card.is_said_on), None)
    return UtteranceView(
        number=said.number,
        speaker=_speaker(worded.values()),
        day=(told or fullest[0]).card.said_until,
        wordings=len(worded),
        outlets=tuple(dict.fromkeys(name for each in said.sources for name in each.outlets)),
        languages=tuple(dict.fromkeys(each.card.language for each in fullest)),
        drifts=said.drifts,
        fullest=tuple(fullest),
        witnesses=tuple(
            Witness(each.outlets, tuple(worded[number] for number in each.statements))
            for each in said.sources
        ),
        said=said,
    )


def _speaker(worded: Iterable[Worded]) -> SpeakerShown | None:
    """The speaker as the first article names them whose speaker the record knows."""
    speakers = [each.card.speaker for each in worded if each.card.speaker is not None]
    known = [each for each in speakers if each.number is not None]
    return next(iter([*known, *speakers]), None)


def _worded(wording: Wording) -> Worded:
    comparison = wording.comparison
    return Worded(
        card=statement_card(wording.found),
        earliest=wording.earliest,
        fullest=wording.fullest,
        translation=wording.translation,
        verbatim=wording.found.statement.type is QuotationType.DIRECT,
        drifts=wording.drifts,
        relation=comparison.relation if comparison else None,
        shared=comparison.shared if comparison else None,
        pieces=wording.pieces,
    )
