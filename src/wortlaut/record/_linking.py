"""Persons of articles linked to identities, as the articles come in.

The same articles in the same order make the same identities, whether they come in one by one,
in groups, in a run that was killed and started again, or by migrating an older record: every
article is linked after those before it, in the transaction that takes it in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, delete, select, update

from wortlaut.linking import (
    Appearance,
    Identity,
    Link,
    identity_from,
    identity_of,
    link,
    reconsider,
    with_appearance,
)
from wortlaut.record._appearances import (
    appearance_from,
    appearance_of_anchor,
    form_of_appearance,
)
from wortlaut.record._inserting import insert_rows
from wortlaut.record._known_identities import OPEN, KnownIdentities, Memory
from wortlaut.record._schema import (
    appearance,
    article,
    article_version,
    outlet,
    person,
    statement,
)

PersonRow = tuple[int, Appearance]
"""An appearance and the number of its person."""
_MOST_RECONSIDERED = 16
"""Open questions that are asked again when an identity grows, the likeliest."""
_FEW = 8
"""Appearances up to which every new one leads to asking again; then it is at 16, 32, 64..."""
_COUNTS = 500
"""Appearances of an identity up to which it is made anew when an article that it stands in is
changed; to those that have more, one article's words make no difference."""


class Linker:
    """Links the appearances of articles within one transaction."""

    def __init__(self, connection: Connection, memory: Memory) -> None:
        self.identities = KnownIdentities(connection, memory)
        self._connection = connection
        self._rows: dict[tuple[int, int], dict[str, Any]] = {}
        self._whose: dict[tuple[int, int], int] = {}

    def take_in(
        self, version: int, persons: Sequence[PersonRow], *, replaced: int | None = None
    ) -> None:
        """Link the persons of an article's version.

        Who stood in the version that it replaces, by the same name, stays who it was.
        """
        held = {} if replaced is None else self._retire(replaced, version)
        new = []
        for person_id, found in persons:
            was = held.get(person_id)
            if was is None:
                new.append((person_id, found))
            else:
                sure = Link(was.identity_id, was.confidence, tuple(json.loads(was.why)))
                self._keep(version, person_id, found, sure, by_person=was.by_person)
        if held:
            self.write()
            for number in sorted(
                {self.identities.resolve(each.identity_id) for each in held.values()}
            ):
                if self.identities.get(number).appearances <= _COUNTS:
                    self.make_anew(number)
        for person_id, found in new:
            self._decide(version, person_id, found)

    def whose(self, version: int, person_id: int) -> int | None:
        """The identity of a person in a version that was taken in, if it has one."""
        number = self._whose.get((version, person_id))
        return None if number is None else self.identities.resolve(number)

    def make_anew(self, number: int, without: frozenset[str] = frozenset()) -> Identity:
        """An identity as the sum of its appearances in current versions.

        It keeps the anchors that rulings speak of, but those in `without`.
        """
        before = self.identities.get(number)
        rulings = self.identities.rulings
        whole: Identity | None = None
        for row in appearance_rows(
            self._connection,
            select_appearances().where(appearance.c.identity_id == number, appearance.c.current),
        ):
            found = appearance_from(row)
            whole = (
                identity_from(number, (found,), rulings)
                if whole is None
                else with_appearance(whole, found, rulings)
            )
        if whole is None:
            # Nobody speaks of them any more: they keep their number and are not linked again.
            whole = Identity(number, before.kind, names=(), appearances=0)
            for other in self.identities.proposals(number):
                self.identities.set_proposal(number, other, None)
        whole = replace(whole, anchors=(whole.anchors | before.anchors) - without)
        self.identities.put(whole)
        return whole

    def write(self) -> None:
        """Bring the tables up to what was linked; versions and persons must be there."""
        self.identities.write()
        for row in self._rows.values():
            row["identity_id"] = self.identities.resolve(row["identity_id"])
        insert_rows(self._connection, appearance, list(self._rows.values()))
        self._rows.clear()

    def _retire(self, replaced: int, version: int) -> dict[int, Any]:
        """The appearances of a version that is no longer current, by their persons."""
        self.write()
        of_version = appearance.c.version_id == replaced
        rows = self._connection.execute(select(appearance).where(of_version)).all()
        if replaced == version:
            self._connection.execute(delete(appearance).where(of_version))
        else:
            self._connection.execute(update(appearance).where(of_version).values(current=False))
        return {row.person_id: row for row in rows}

    def _decide(self, version: int, person_id: int, found: Appearance) -> None:
        known = self.identities
        decision = link(found, [*known.candidates(found), *self._ruled(found)], known.rulings)
        if decision.identity is None:
            number = known.new_number()
            known.put(identity_of(number, found, known.rulings))
            known.propose(number, decision.links)
            self._keep(version, person_id, found, Link(number, 1.0), by_person=False)
            return
        sure = decision.links[0]
        self._keep(version, person_id, found, sure, by_person=decision.by_person)
        known.put(with_appearance(known.get(sure.identity), found, known.rulings))
        self._reconsider(sure.identity)

    def _ruled(self, found: Appearance) -> Iterator[Identity]:
        """Whom a person said that this is, though no name tells."""
        known = self.identities
        if found.anchor not in known.rulings:
            return
        anchors = {anchor for each in known.said for anchor in (each.one, each.other)}
        same = (a for a in sorted(anchors) if known.rulings.verdict([found.anchor or ""], [a]))
        numbers = {whose_anchor(self._connection, anchor) for anchor in same}
        for number in sorted({known.resolve(each) for each in numbers if each is not None}):
            whole = known.get(number)
            if whole.kind is found.kind:
                yield whole

    def _reconsider(self, number: int) -> None:
        known = self.identities
        whole = known.get(number)
        if whole.appearances > _FEW and whole.appearances & (whole.appearances - 1):
            return
        asked = [
            (-proposed.confidence, other)
            for other, proposed in known.proposals(number).items()
            if proposed.state == OPEN
        ]
        if not asked:
            return
        others = [known.get(other) for _, other in sorted(asked)[:_MOST_RECONSIDERED]]
        decision = reconsider(whole, others, known.rulings)
        if decision.identity is not None:
            known.merge(number, decision.identity)

    def _keep(
        self, version: int, person_id: int, found: Appearance, sure: Link, *, by_person: bool
    ) -> None:
        self._whose[version, person_id] = sure.identity
        self._rows[version, person_id] = {
            "version_id": version,
            "person_id": person_id,
            "identity_id": sure.identity,
            "current": True,
            "confidence": sure.confidence,
            "why": json.dumps(sure.why, ensure_ascii=False),
            "by_person": by_person,
            "form": form_of_appearance(found),
        }


def select_appearances() -> Select[Any]:
    """Rows that tell all of an appearance, in the order in which they came."""
    columns = article_version.c
    return (
        select(
            appearance,
            person.c.name,
            person.c.kind,
            columns.published,
            columns.language,
            outlet.c.name.label("outlet"),
            article.c.identity.label("article"),
        )
        .join(person, person.c.id == appearance.c.person_id)
        .join(article_version, columns.id == appearance.c.version_id)
        .join(article, article.c.id == columns.article_id)
        .outerjoin(outlet, outlet.c.id == columns.outlet_id)
        .order_by(appearance.c.version_id, appearance.c.person_id)
    )


def appearance_rows(connection: Connection, wanted: Select[Any]) -> Iterator[Any]:
    """The rows of `select_appearances`, some at a time."""
    yield from connection.execute(wanted, execution_options={"yield_per": 500})


def whose_anchor(connection: Connection, anchor: str) -> int | None:
    """The identity of the appearance that an anchor was made of, if it is on record."""
    whose, name, kind = appearance_of_anchor(anchor)
    return connection.execute(
        select(appearance.c.identity_id)
        .join(person, person.c.id == appearance.c.person_id)
        .join(article_version, article_version.c.id == appearance.c.version_id)
        .join(article, article.c.id == article_version.c.article_id)
        .where(article.c.identity == whose, person.c.name == name, person.c.kind == kind)
        .order_by(appearance.c.version_id.desc())
        .limit(1)
    ).scalar()


def name_in_statements(connection: Connection, version: int | None = None) -> None:
    """Let the statements of a version, or all, say whose they are."""
    whose = (
        select(appearance.c.identity_id)
        .where(
            appearance.c.version_id == statement.c.version_id,
            appearance.c.person_id == statement.c.person_id,
        )
        .scalar_subquery()
    )
    wanted = update(statement).values(identity_id=whose)
    if version is None:
        wanted = wanted.where(statement.c.person_id.is_not(None))
    else:
        wanted = wanted.where(statement.c.version_id == version)
    connection.execute(wanted)
