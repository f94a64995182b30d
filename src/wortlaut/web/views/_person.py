"""A person's page: what the record knows of them, counted, with the telling statements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wortlaut.model import PersonKind
from wortlaut.record import Dossier, Found, KnownPerson, Positions, Record, Share, Spelling
from wortlaut.web.views._people import latest_role
from wortlaut.web.views._positions import PositionsView, positions_view
from wortlaut.web.views._statement_card import StatementCard, statement_card


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody on record."""

    number: int
    name: str
    """The commonest of their names."""
    kind: PersonKind
    role: str | None
    """The role that was seen last."""
    statements: int
    """In current articles."""
    articles: int
    first: date | None
    last: date | None
    """The days of the first and the last article in which they speak."""
    spellings: tuple[Spelling, ...]
    roles: tuple[Share, ...]
    """In order of their first day, those of one office together."""
    months: tuple[tuple[date, int], ...]
    outlets: tuple[Share, ...]
    addressees: tuple[Share, ...]
    acts: tuple[Share, ...]
    latest: tuple[StatementCard, ...]
    conditions: tuple[StatementCard, ...]
    denials: tuple[StatementCard, ...]
    topic: str | None
    positions: PositionsView | None
    """What they said on the topic, where one is asked for."""
    person: KnownPerson
    """This and the next two as the record has them, which the API gives."""
    dossier: Dossier
    said: Positions | None


def known_person(record: Record, number: int) -> KnownPerson | None:
    """Whoever has this number, or whom they were merged into; None for nobody."""
    found = record.people(f"#{number}", limit=1)
    return found[0] if found else None


def person_view(record: Record, person: KnownPerson, topic: str | None = None) -> PersonView:
    """The page of somebody on record; with a topic, what they said on it too.

    Raises `QueryError` where the topic has no word.
    """
    known: Dossier = record.person(f"#{person.id}")
    said: Positions | None = record.positions(f"#{person.id}", topic) if topic else None
    return PersonView(
        number=person.id,
        name=person.name,
        kind=person.kind,
        role=latest_role(person),
        statements=person.statements,
        articles=person.articles,
        first=person.first,
        last=person.last,
        spellings=record.spellings(person.id),
        roles=known.offices,
        months=known.months,
        outlets=known.outlets,
        addressees=known.addressees,
        acts=known.acts,
        latest=_folded(known.latest),
        conditions=_folded(known.conditions),
        denials=_folded(known.denials),
        topic=topic,
        positions=None if said is None else positions_view(said),
        person=person,
        dossier=known,
        said=said,
    )


def _folded(statements: Iterable[Found]) -> tuple[StatementCard, ...]:
    """The statements, of several wordings of one utterance the first."""
    first: dict[int, StatementCard] = {}
    for each in statements:
        first.setdefault(each.utterance or each.id, statement_card(each))
    return tuple(first.values())
