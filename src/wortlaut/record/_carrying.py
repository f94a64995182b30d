"""What people put right in one version of an article, carried over to the next.

Deterministic: the same two versions give the same rows, whenever and with whatever else
they go in, so that a run that was killed and started again ends as an undisturbed one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from wortlaut.model import Article, Span, Statement
from wortlaut.record._adding import StatementOf, add_statement_rows
from wortlaut.record._corrections import remove_row, replace_row
from wortlaut.record._dictionaries import Dictionaries
from wortlaut.record._known_identities import Memory
from wortlaut.record._moving import Alignment
from wortlaut.record._relinking import link_again
from wortlaut.record._rows import ArticleRows, outlet_of, statement_row
from wortlaut.record._schema import article, article_version, statement
from wortlaut.record._stored_form import (
    article_from_stored,
    statement_from_stored,
    stored_statement,
)

_Quote = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """A row of a version with its statement."""

    row: Any
    statement: Statement


@dataclass(frozen=True, slots=True)
class _Carried:
    """What a person put right, on the new text's words, and the reader's row it replaces."""

    old_id: int
    statement: Statement
    instead_of: _Kept | None


def carry_over(
    connection: Connection,
    dictionaries: Dictionaries,
    memory: Memory,
    changed: Sequence[ArticleRows],
) -> int:
    """Carry corrections over to these new versions of articles, which are on record by now.

    Returns how many were left behind, as their words are not in the new text.
    """
    return sum(_carry(connection, dictionaries, memory, rows) for rows in changed)


def _carry(
    connection: Connection, dictionaries: Dictionaries, memory: Memory, rows: ArticleRows
) -> int:
    versions = connection.execute(
        select(article_version)
        .join(article, article.c.id == article_version.c.article_id)
        .where(article.c.identity == rows.identity)
        .order_by(article_version.c.number)
    ).all()
    place = next(i for i, row in enumerate(versions) if row.text_hash == rows.text_hash)
    new, old = versions[place], versions[place - 1]
    human = select(statement.c.id).where(statement.c.version_id == old.id, statement.c.human)
    if connection.execute(human.limit(1)).first() is None:
        return 0
    old_article, of_old = _statements(connection, old)
    new_article, of_new = _statements(connection, new)
    alignment = Alignment(old_article.text, new_article.text)
    # What a person looked at and left as it was is right beside what was put right.
    standing = {
        moved
        for each in of_old
        if not each.row.human and (moved := alignment.moved_quote(each.statement.quote))
    }
    readers = [each for each in of_new if each.statement.quote not in standing]
    corrected, removed, left = _moved(alignment, of_old)
    carried = _paired(corrected, readers)
    replaced = {each.instead_of.row.id for each in carried if each.instead_of}
    taken_out = [quote for quote, _ in removed] + [each.statement.quote for each in carried]
    for each in readers:
        if each.row.id not in replaced and any(
            _shared(each.statement.quote, quote) for quote in taken_out
        ):
            remove_row(connection, each.row)
    writing = _Writing(connection, dictionaries, new, new_article)
    writing.write(carried, of_old, of_new, alignment)
    # One that the reader has not found this time it may find the next time.
    for quote, gone in removed:
        if not any(_shared(quote, found.statement.quote) for found in readers):
            writing.add(gone, removed=True)
    # A person may have said of a statement whose it is.
    link_again(connection, memory, dictionaries, new.id)
    return left


def _statements(connection: Connection, version: Any) -> tuple[Article, list[_Kept]]:
    whole = article_from_stored(version.text, version.form, [])
    rows = connection.execute(
        select(statement).where(statement.c.version_id == version.id).order_by(statement.c.number)
    ).all()
    return whole, [_Kept(row, statement_from_stored(whole.text, row.form)) for row in rows]


def _moved(
    alignment: Alignment, of_old: Sequence[_Kept]
) -> tuple[list[Statement], list[tuple[_Quote, Statement]], int]:
    """A person's statements on the new text, those taken out, and the number left behind."""
    corrected: list[Statement] = []
    removed: list[tuple[_Quote, Statement]] = []
    left = 0
    for each in of_old:
        if not each.row.human:
            continue
        moved = alignment.moved(each.statement)
        if moved is None or (
            not each.row.removed and any(moved.quote == other.quote for other in corrected)
        ):
            left += 1
        elif each.row.removed:
            removed.append((moved.quote, moved))
        else:
            corrected.append(moved)
    return corrected, removed, left


def _paired(corrected: Sequence[Statement], readers: Sequence[_Kept]) -> list[_Carried]:
    """Each with the statement of the reader that is most like it and is no other's."""
    free = list(readers)
    pairs: list[_Carried] = []
    for each in corrected:
        best = max(free, key=lambda it: _likeness(it.statement.quote, each.quote), default=None)
        if best is not None and _shared(best.statement.quote, each.quote):
            free.remove(best)
        else:
            best = None
        pairs.append(_Carried(each.id, each, best))
    return pairs


def _shared(one: _Quote, other: _Quote) -> int:
    """How many characters two quotations share."""
    return sum(max(0, min(a.end, b.end) - max(a.begin, b.begin)) for a in one for b in other)


def _likeness(one: _Quote, other: _Quote) -> float:
    shared = _shared(one, other)
    return shared / (sum(map(len, one)) + sum(map(len, other)) - shared)


@dataclass(frozen=True, slots=True)
class _Writing:
    """Puts a person's statements into a version."""

    connection: Connection
    dictionaries: Dictionaries
    version: Any
    article: Article

    def write(
        self,
        carried: Sequence[_Carried],
        of_old: Sequence[_Kept],
        of_new: Sequence[_Kept],
        alignment: Alignment,
    ) -> None:
        """Replace and add, numbered within the new version."""
        next_id = max((each.statement.id for each in of_new), default=0) + 1
        by_quote = {each.statement.quote: each.statement.id for each in of_new}
        ids: dict[int, int] = {}
        for each in of_old:
            quote = alignment.moved_quote(each.statement.quote)
            if not each.row.human and quote in by_quote:
                ids[each.statement.id] = by_quote[quote]
        for one in carried:
            if one.instead_of:
                ids[one.old_id] = one.instead_of.statement.id
            else:
                ids[one.old_id] = next_id
                next_id += 1
        for one in carried:
            around = one.statement.nested_in
            new = dataclasses.replace(
                one.statement,
                id=ids[one.old_id],
                nested_in=None if around is None else ids.get(around),
            )
            if one.instead_of is None:
                self.add(new)
            else:
                row = self._row(new, one.instead_of.row.number)
                replace_row(self.connection, self.dictionaries, one.instead_of.row, row)

    def add(self, new: Statement, *, removed: bool = False) -> None:
        """A statement that the reader has not; one that was taken out is current nowhere."""
        numbers = self.connection.execute(
            select(statement.c.number).where(statement.c.version_id == self.version.id)
        ).scalars()
        row = self._row(new, max(numbers, default=0) + 1, removed=removed)
        current = self.version.current and not removed
        add_statement_rows(
            self.connection,
            self.dictionaries,
            [row],
            superseded=frozenset() if current else frozenset({self.version.id}),
        )

    def _row(self, new: Statement, number: int, *, removed: bool = False) -> StatementOf:
        row = statement_row(
            self.article, new, stored_statement(new), outlet_of(self.article), number, human=True
        )
        row.columns["removed"] = removed
        return StatementOf(self.version.id, self.version.outlet_id, row)
