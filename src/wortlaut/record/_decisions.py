"""What people decide on who is who; no later run undoes it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, update

from wortlaut._exceptions import ContradictoryRuling, PersonUnclear
from wortlaut.linking import Identity, Ruling, Rulings, reconsider, rulings_of_split
from wortlaut.record._appearances import anchor_of
from wortlaut.record._grouping import align
from wortlaut.record._identity import canonical_url
from wortlaut.record._inserting import insert_rows
from wortlaut.record._known_identities import DECLINED, OPEN, KnownIdentities, Memory, Proposed
from wortlaut.record._linking import Linker, appearance_rows, select_appearances
from wortlaut.record._numbering import take_numbers
from wortlaut.record._people import one_person
from wortlaut.record._schema import appearance, article, ruling, statement

_RULED = "+ a person said so"
_MOST_KEPT = 100
"""Appearances that are named as one when others are parted from them: a well-known person has
too many to name them all, and they stay together anyway."""


def merge(connection: Connection, memory: Memory, one: str, other: str, *, anew: bool) -> int:
    """Say that two are one; returns the number that stays.

    Raises `PersonUnclear` or `ContradictoryRuling`.
    """
    first, second = _two(connection, one, other)
    linker = Linker(connection, memory)
    known = linker.identities
    said = Ruling(_anchor(connection, first), _anchor(connection, second), same=True)
    if anew:
        # Whatever kept any part of the two apart is taken back.
        parts = (first.anchors | second.anchors) - {said.one, said.other}
        also = [Ruling(said.one, part, same=True) for part in sorted(parts)]
    elif known.rulings.verdict(first.anchors, second.anchors) is False:
        raise ContradictoryRuling(said.one, said.other, said.same)
    else:
        also = []
    _rule(connection, known, [said, *also], anew=anew)
    for whole, anchor in ((first, said.one), (second, said.other)):
        _anchored(known, whole.number, [anchor])
    _mark(connection, max(first.number, second.number))
    kept = known.merge(first.number, second.number)
    linker.write()
    return kept


def keep_apart(connection: Connection, memory: Memory, one: str, other: str, *, anew: bool) -> None:
    """Say that two are two, so that nothing merges them and nobody is asked again.

    Raises `PersonUnclear` or `ContradictoryRuling`.
    """
    first, second = _two(connection, one, other)
    linker = Linker(connection, memory)
    known = linker.identities
    said = Ruling(_anchor(connection, first), _anchor(connection, second), same=False)
    _rule(connection, known, [said], anew=anew)
    for whole, anchor in ((first, said.one), (second, said.other)):
        _anchored(known, whole.number, [anchor])
    asked = known.proposals(first.number).get(second.number)
    declined = Proposed(asked.confidence if asked else 0.0, asked.why if asked else (), DECLINED)
    known.set_proposal(first.number, second.number, declined)
    linker.write()


def split(
    connection: Connection, memory: Memory, who: str, articles: Iterable[str], *, anew: bool
) -> int:
    """Say that those who speak in `articles` are somebody else; returns their new number.

    Raises `PersonUnclear` where the person does not speak in one of the articles, or in no
    others, and `ContradictoryRuling`.
    """
    whole = one_person(connection, who)
    wanted = {canonical_url(url) or url: url for url in articles}
    moved, kept = _parted(connection, whole.number, set(wanted))
    for key in wanted.keys() - {row.article for row in moved}:
        problem = f"does not speak in {wanted[key]}"
        raise PersonUnclear(who, problem, "name articles that `wortlaut person` shows")
    if not any(row.current for row in kept) or not any(row.current for row in moved):
        problem = "would be left without any article"
        raise PersonUnclear(who, problem, "name some of their articles, not all")
    linker = Linker(connection, memory)
    known = linker.identities
    gone, stay = _anchors(moved), _anchors(kept)
    _rule(connection, known, rulings_of_split(gone, stay[:_MOST_KEPT]), anew=anew)
    before = known.get(whole.number)
    asked = [other for other, each in known.proposals(whole.number).items() if each.state == OPEN]
    number = known.new_number()
    known.put(Identity(number, before.kind, names=(), appearances=0))
    linker.write()
    _move(connection, moved, number)
    own = frozenset(gone)
    _anchored(known, number, before.anchors & own)
    linker.make_anew(number)
    linker.make_anew(whole.number, without=own)
    _ask_again(known, (whole.number, number), asked)
    linker.write()
    return number


def _ask_again(known: KnownIdentities, parts: Sequence[int], asked: Sequence[int]) -> None:
    """What was open about somebody who was parted is asked of each part, by its own evidence."""
    for other in asked:
        known.set_proposal(parts[0], other, None)
    others = [known.get(other) for other in asked]
    for part in parts:
        known.propose(part, reconsider(known.get(part), others, known.rulings).links)


def _two(connection: Connection, one: str, other: str) -> tuple[Identity, Identity]:
    first, second = one_person(connection, one), one_person(connection, other)
    if first.number == second.number:
        raise PersonUnclear(other, f"is {one} already: #{first.number}", "name two")
    if first.kind is not second.kind:
        raise PersonUnclear(
            other, f"is a {second.kind}, and {one} a {first.kind}", "name two of a kind"
        )
    return first, second


def _anchor(connection: Connection, whole: Identity) -> str:
    """The appearance by which a ruling names an identity: one that is ruled on, or its first."""
    if whole.anchors:
        return min(whole.anchors)
    wanted = select_appearances().where(
        appearance.c.identity_id == whole.number, appearance.c.current
    )
    row = next(appearance_rows(connection, wanted.limit(1)))
    return anchor_of(row.article, row.name, row.kind)


def _rule(
    connection: Connection, known: KnownIdentities, said: Sequence[Ruling], *, anew: bool
) -> None:
    """Put rulings on record; with `anew`, earlier ones that say otherwise are taken back."""
    earlier = list(known.said)
    if anew:
        earlier = _agreeing(earlier, said)
        for back in set(known.said) - set(earlier):
            connection.execute(
                delete(ruling).where(
                    ruling.c.one == back.one,
                    ruling.c.other == back.other,
                    ruling.c.same == back.same,
                )
            )
    known.decide([*earlier, *said])
    first = take_numbers(connection, "ruling", len(said))
    now = datetime.now(UTC)
    insert_rows(
        connection,
        ruling,
        [
            {"id": id_, "one": each.one, "other": each.other, "same": each.same, "made_at": now}
            for id_, each in enumerate(said, first)
        ],
    )


def _agreeing(earlier: Sequence[Ruling], said: Sequence[Ruling]) -> list[Ruling]:
    """Those of the earlier rulings that the new ones leave standing, the latest word first."""
    standing: list[Ruling] = []
    for each in reversed(earlier):
        try:
            Rulings([*said, *standing, each])
        except ContradictoryRuling:
            continue
        standing.append(each)
    return standing[::-1]


def _anchored(known: KnownIdentities, number: int, anchors: Iterable[str]) -> None:
    whole = known.get(number)
    known.put(replace(whole, anchors=whole.anchors | frozenset(anchors)))


def _mark(connection: Connection, number: int) -> None:
    """The appearances of an identity are where they are by a person's word."""
    connection.execute(
        update(appearance)
        .where(appearance.c.identity_id == number)
        .values(by_person=True, confidence=1.0, why=json.dumps([_RULED]))
    )


def _parted(connection: Connection, number: int, wanted: set[str]) -> tuple[list[Any], list[Any]]:
    """The appearances of an identity, those in the wanted articles first."""
    of_identity = select_appearances().where(appearance.c.identity_id == number)
    moved = list(appearance_rows(connection, of_identity.where(article.c.identity.in_(wanted))))
    rest = of_identity.where(article.c.identity.not_in(wanted))
    latest = rest.order_by(None).order_by(
        appearance.c.current.desc(), appearance.c.version_id.desc(), appearance.c.person_id
    )
    return moved, list(appearance_rows(connection, latest.limit(2 * _MOST_KEPT)))


def _anchors(rows: Iterable[Any]) -> list[str]:
    return list(dict.fromkeys(anchor_of(row.article, row.name, row.kind) for row in rows))


def _move(connection: Connection, rows: Collection[Any], number: int) -> None:
    said: dict[str, Any] = {"by_person": True, "confidence": 1.0, "why": json.dumps([_RULED])}
    for row in rows:
        for table, also in ((appearance, said), (statement, {})):
            columns = table.c
            connection.execute(
                update(table)
                .where(columns.version_id == row.version_id, columns.person_id == row.person_id)
                .values(identity_id=number, **also)
            )
    align(connection, {row.version_id for row in rows})
