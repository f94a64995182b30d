"""Whether identities, appearances and rulings of a record fit each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from sqlalchemy import Connection, and_, or_, select

from wortlaut._exceptions import ContradictoryRuling
from wortlaut.linking import LINKABLE, Identity, Ruling, Rulings, keys
from wortlaut.record._many import is_among
from wortlaut.record._profiles import identity_from_row
from wortlaut.record._schema import (
    appearance,
    identity,
    identity_key,
    person,
    proposal,
    ruling,
    statement,
)

_AT_ONCE = 500
_MOST = 1_000
"""Findings of one kind that are told."""


def check_people(connection: Connection) -> Iterator[str]:
    """What is wrong with who is who on record, one sentence each."""
    yield from _wrong_statements(connection)
    yield from _merged_but_used(connection)
    rulings = None
    try:
        rulings = Rulings(
            Ruling(row.one, row.other, row.same)
            for row in connection.execute(select(ruling).order_by(ruling.c.id))
        )
    except ContradictoryRuling as error:
        yield f"rulings: {error}"
    for batch in _batches(connection):
        for whole in batch:
            if rulings is not None and _parted(whole, rulings):
                yield f"identity {whole.number}: holds who a person said are two"
        yield from _unfindable(connection, batch)


def _wrong_statements(connection: Connection) -> Iterator[str]:
    columns = statement.c
    rows = connection.execute(
        select(columns.id)
        .join(person, person.c.id == columns.person_id)
        .outerjoin(
            appearance,
            and_(
                appearance.c.version_id == columns.version_id,
                appearance.c.person_id == columns.person_id,
            ),
        )
        .where(
            person.c.kind.in_([kind.value for kind in LINKABLE]),
            columns.current,
            or_(
                appearance.c.identity_id.is_(None),
                columns.identity_id.is_(None),
                appearance.c.identity_id != columns.identity_id,
            ),
        )
        .order_by(columns.id)
        .limit(_MOST)
    )
    for id_ in rows.scalars():
        yield f"statement {id_}: is not its speaker's"


def _merged_but_used(connection: Connection) -> Iterator[str]:
    for table, column in (
        (appearance, appearance.c.identity_id),
        (identity_key, identity_key.c.identity_id),
        (proposal, proposal.c.identity_id),
        (proposal, proposal.c.other_id),
        (identity, identity.c.merged_into),
    ):
        whose = identity.alias()
        rows = connection.execute(
            select(whose.c.id)
            .join(table, column == whose.c.id)
            .where(whose.c.merged_into.is_not(None))
            .distinct()
            .order_by(whose.c.id)
            .limit(_MOST)
        )
        for id_ in rows.scalars():
            yield f"identity {id_}: was merged, but table {table.name} still refers to it"


def _unfindable(connection: Connection, batch: list[Identity]) -> Iterator[str]:
    there: dict[int, set[str]] = {whole.number: set() for whole in batch}
    wanted = is_among(connection, identity_key.c.identity_id, list(there))
    for row in connection.execute(select(identity_key).where(wanted)):
        there[row.identity_id].add(row.key)
    for whole in batch:
        if there[whole.number] != {
            key for name, _ in whole.names for key in keys(name, whole.kind)
        }:
            yield f"identity {whole.number}: is not found by the names that it has"


def _parted(whole: Identity, rulings: Rulings) -> bool:
    return any(
        rulings.verdict([one], [other]) is False
        for one, other in combinations(sorted(whole.anchors), 2)
    )


def _batches(connection: Connection) -> Iterator[list[Identity]]:
    last = 0
    while True:
        rows = connection.execute(
            select(identity)
            .where(identity.c.id > last, identity.c.merged_into.is_(None))
            .order_by(identity.c.id)
            .limit(_AT_ONCE)
        ).all()
        yield [identity_from_row(row) for row in rows]
        if len(rows) < _AT_ONCE:
            return
        last = rows[-1].id
