"""The identities of the record as linking works on them: in memory, written when it is done.

What was loaded is remembered from transaction to transaction, as long as nobody else has
linked in between: every transaction that links takes the next number of `linking`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, or_, select, update

from wortlaut.linking import Appearance, Identity, Link, Ruling, Rulings, keys, merged
from wortlaut.record._appearances import keys_of
from wortlaut.record._grouping import take_over
from wortlaut.record._inserting import insert_rows
from wortlaut.record._many import is_among
from wortlaut.record._numbering import take_numbers
from wortlaut.record._profiles import identity_from_row, profile_of
from wortlaut.record._schema import (
    appearance,
    identity,
    identity_key,
    proposal,
    ruling,
    statement,
)

OPEN = "open"
DECLINED = "declined"
_MOST_REMEMBERED = 60_000
"""Identities that are kept in memory between transactions."""
_MOST_COMPARED = 64
"""Identities with which an appearance is compared, those with the most appearances: whoever is
only ever called *Müller* would else be compared with every other one."""
_BATCH = 500


class Proposed(NamedTuple):
    """What is asked of people about two identities."""

    confidence: float
    why: tuple[str, ...]
    state: str


@dataclass(slots=True)
class Memory:
    """What is remembered between transactions."""

    change: int = -1
    identities: dict[int, Identity] = field(default_factory=dict)
    by_key: dict[str, set[int]] = field(default_factory=dict)
    """Of the keys that have been asked for, all identities."""
    proposals: dict[int, dict[int, Proposed]] = field(default_factory=dict)
    """Of the identities that are remembered, all, by the other one."""
    said: tuple[Ruling, ...] = ()
    rulings: Rulings = field(default_factory=Rulings)

    def forget(self) -> None:
        """Remember nothing: the transaction was taken back, or somebody else has linked."""
        self.change = -1
        for known in (self.identities, self.by_key, self.proposals):
            known.clear()


class KnownIdentities:
    """The identities within one transaction; nothing is written before `write`."""

    def __init__(self, connection: Connection, memory: Memory) -> None:
        self._connection = connection
        self._memory = memory
        change = take_numbers(connection, "linking", 1)
        if memory.change != change - 1 or len(memory.identities) > _MOST_REMEMBERED:
            memory.forget()
            self._load_rulings()
        memory.change = change
        self._first = self._next = take_numbers(connection, "identity", 0)
        self._changed: set[int] = set()
        self._new: set[int] = set()
        self._keys: dict[tuple[str, int], bool] = {}
        self._pairs: set[tuple[int, int]] = set()
        self._merged: dict[int, int] = {}
        self._unwritten: list[int] = []

    @property
    def rulings(self) -> Rulings:
        """What people have decided."""
        return self._memory.rulings

    @property
    def said(self) -> tuple[Ruling, ...]:
        """The decisions one by one, in their order."""
        return self._memory.said

    def decide(self, said: Iterable[Ruling]) -> None:
        """People's decisions are these from now on: `ruling` has been written."""
        self._memory.said = tuple(said)
        self._memory.rulings = Rulings(self._memory.said)

    def need(self, appearances: Iterable[Appearance]) -> None:
        """Load whoever these appearances may be, in one go."""
        known = self._memory.by_key
        wanted = {key for each in appearances for key in keys_of(each)} - known.keys()
        if not wanted:
            return
        self.write()
        found: dict[str, set[int]] = defaultdict(set)
        ordered = sorted(wanted)
        for begin in range(0, len(ordered), _BATCH):
            for row in self._connection.execute(
                select(identity_key).where(identity_key.c.key.in_(ordered[begin : begin + _BATCH]))
            ):
                found[row.key].add(row.identity_id)
        known.update({key: found[key] for key in ordered})
        self.load({number for numbers in found.values() for number in numbers})

    def load(self, numbers: Collection[int]) -> None:
        """Load identities by their numbers; those merged into others are left out."""
        known, merged_ones = self._memory.identities, self._merged
        missing = sorted(n for n in set(numbers) if n not in known and n not in merged_ones)
        if not missing:
            return
        self.write()
        for begin in range(0, len(missing), _BATCH):
            batch = missing[begin : begin + _BATCH]
            for row in self._connection.execute(
                select(identity).where(
                    is_among(self._connection, identity.c.id, batch),
                    identity.c.merged_into.is_(None),
                )
            ):
                self._memory.identities[row.id] = identity_from_row(row)
                self._memory.proposals[row.id] = {}
            columns = proposal.c
            for row in self._connection.execute(
                select(proposal).where(
                    or_(
                        is_among(self._connection, columns.identity_id, batch),
                        is_among(self._connection, columns.other_id, batch),
                    )
                )
            ):
                found = Proposed(row.confidence, tuple(json.loads(row.why)), row.state)
                self._remember(row.identity_id, row.other_id, found)

    def candidates(self, wanted: Appearance) -> list[Identity]:
        """Whom an appearance may be; quicker where it was announced to `need`."""
        known = self._memory
        asked = keys_of(wanted)
        if not asked <= known.by_key.keys():
            self.need([wanted])
        numbers = {number for key in asked for number in known.by_key[key]}
        self.load(numbers)
        found = [known.identities[number] for number in numbers if number in known.identities]
        if len(found) > _MOST_COMPARED:
            found.sort(key=lambda each: (-each.appearances, each.number))
        return found[:_MOST_COMPARED]

    def get(self, number: int) -> Identity:
        """The identity of this number, or the one that it was merged into."""
        number = self.resolve(number)
        if number not in self._memory.identities:
            self.load([number])
        return self._memory.identities[number]

    def resolve(self, number: int) -> int:
        """The number that stands for this one now, as far as this transaction merged it."""
        while number in self._merged:
            number = self._merged[number]
        return number

    def new_number(self) -> int:
        """The number of an identity that is to be put in before anything else is asked."""
        number = self._next
        self._next += 1
        self._new.add(number)
        self._memory.proposals[number] = {}
        return number

    def put(self, whole: Identity) -> None:
        """An identity as it is from now on."""
        known = self._memory
        before = known.identities.get(whole.number)
        known.identities[whole.number] = whole
        self._changed.add(whole.number)
        if before is None or len(before.names) != len(whole.names) or _keys(before) != _keys(whole):
            self._put_keys(whole.number, _keys(before) if before else frozenset(), _keys(whole))

    def propose(self, number: int, links: Iterable[Link]) -> None:
        """Ask people whether an identity is one of others."""
        for found in links:
            if found.identity != number:
                self.set_proposal(
                    number, found.identity, Proposed(found.confidence, found.why, OPEN)
                )

    def set_proposal(self, one: int, other: int, proposed: Proposed | None) -> None:
        """What is asked about two identities from now on; None for nothing."""
        self._remember(one, other, proposed)
        self._pairs.add((max(one, other), min(one, other)))

    def proposals(self, number: int) -> dict[int, Proposed]:
        """All that is or was asked about an identity, by the other one."""
        self.get(number)
        return dict(self._memory.proposals[number])

    def merge(self, one: int, other: int) -> int:
        """Make one identity of two; returns its number, which is the lower one."""
        keep, gone = sorted((one, other))
        kept, lost = self.get(keep), self.get(gone)
        asked = self.proposals(gone)
        self.load(asked)
        for partner, proposed in asked.items():
            self.set_proposal(gone, partner, None)
            if partner != keep and partner in self._memory.identities:
                known = self._memory.proposals[keep].get(partner)
                if known is None or known.state == OPEN:
                    self.set_proposal(keep, partner, proposed)
        self._put_keys(gone, _keys(lost), frozenset())
        self.put(merged(kept, lost))
        self._merged[gone] = keep
        self._unwritten.append(gone)
        del self._memory.identities[gone], self._memory.proposals[gone]
        return keep

    def write(self) -> None:
        """Bring the tables up to what is known here."""
        if self._next > self._first:
            take_numbers(self._connection, "identity", self._next - self._first)
            self._first = self._next
        self._write_identities()
        self._write_keys()
        self._write_merged()
        self._write_pairs()

    def _load_rulings(self) -> None:
        rows = self._connection.execute(select(ruling).order_by(ruling.c.id))
        self.decide(Ruling(row.one, row.other, row.same) for row in rows)

    def _remember(self, one: int, other: int, proposed: Proposed | None) -> None:
        for number, partner in ((one, other), (other, one)):
            known = self._memory.proposals.get(number)
            if known is not None and proposed is not None:
                known[partner] = proposed
            elif known is not None:
                known.pop(partner, None)

    def _put_keys(self, number: int, before: frozenset[str], after: frozenset[str]) -> None:
        for key in before ^ after:
            # What goes and comes back before it was written is as it was.
            if self._keys.pop((key, number), None) is None:
                self._keys[key, number] = key in after
            known = self._memory.by_key.get(key)
            if known is not None and key in after:
                known.add(number)
            elif known is not None:
                known.discard(number)

    def _write_identities(self) -> None:
        live = self._memory.identities
        insert_rows(
            self._connection,
            identity,
            [
                {
                    "id": number,
                    "kind": self.get(number).kind.value,
                    "profile": profile_of(live[number]) if number in live else "{}",
                    "merged_into": None,
                }
                for number in sorted(self._new)
            ],
        )
        changed = [
            {"number": number, "written": profile_of(live[number])}
            for number in sorted(self._changed - self._new)
            if number in live
        ]
        if changed:
            self._connection.execute(
                update(identity)
                .where(identity.c.id == bindparam("number"))
                .values(profile=bindparam("written")),
                changed,
            )
        self._new.clear()
        self._changed.clear()

    def _write_keys(self) -> None:
        if not self._keys:
            return
        gone = [
            {"gone": key, "number": number}
            for (key, number), is_there in sorted(self._keys.items())
            if not is_there
        ]
        if gone:
            self._connection.execute(
                delete(identity_key).where(
                    identity_key.c.key == bindparam("gone"),
                    identity_key.c.identity_id == bindparam("number"),
                ),
                gone,
            )
        there = sorted(pair for pair, is_there in self._keys.items() if is_there)
        rows = [{"key": key, "identity_id": number} for key, number in there]
        insert_rows(self._connection, identity_key, rows)
        self._keys.clear()

    def _write_merged(self) -> None:
        for gone in self._unwritten:
            kept = self.resolve(gone)
            for table in (appearance, statement):
                self._connection.execute(
                    update(table).where(table.c.identity_id == gone).values(identity_id=kept)
                )
            self._connection.execute(
                update(identity)
                .where(or_(identity.c.id == gone, identity.c.merged_into == gone))
                .values(merged_into=kept)
            )
            take_over(self._connection, gone, kept)
        self._unwritten.clear()

    def _write_pairs(self) -> None:
        if not self._pairs:
            return
        columns = proposal.c
        pairs = sorted(self._pairs)
        self._connection.execute(
            delete(proposal).where(
                columns.identity_id == bindparam("high"), columns.other_id == bindparam("low")
            ),
            [{"high": high, "low": low} for high, low in pairs],
        )
        rows: list[dict[str, Any]] = []
        for high, low in pairs:
            known = self._memory.proposals
            found = known.get(high, {}).get(low) or known.get(low, {}).get(high)
            if found is not None:
                rows.append(
                    {
                        "identity_id": high,
                        "other_id": low,
                        "confidence": found.confidence,
                        "why": json.dumps(found.why, ensure_ascii=False),
                        "state": found.state,
                    }
                )
        insert_rows(self._connection, proposal, rows)
        self._pairs.clear()


def _keys(whole: Identity) -> frozenset[str]:
    return frozenset(key for name, _ in whole.names for key in keys(name, whole.kind))
