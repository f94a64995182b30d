"""Statements grouped into utterances as they come in, change and go.

Whether two statements belong together depends on these two alone (`wortlaut.wording`), and an
utterance is whatever such links connect. So only the statements of one speaker in the days
around need to be looked at, and the groups are those that grouping everything anew would make.
An utterance is called by the least number of its statements.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, text, update

from wortlaut.record._inserting import insert_rows
from wortlaut.record._many import is_among
from wortlaut.record._schema import appearance, statement, wording
from wortlaut.record._utterance_links import Placed, labelled, links_between
from wortlaut.wording import (
    LONGEST_REACH,
    SLACK,
)


def whose_of(identity_id: int | None, person_id: int | None, *, current: bool = True) -> int | None:
    """By what a statement is grouped: the identity, else the person's number negated."""
    if not current:
        return None
    if identity_id is not None:
        return identity_id
    return None if person_id is None else -person_id


def take_in(connection: Connection, new: Sequence[Placed]) -> None:
    """Put statements that are on record by now, with the highest numbers, into utterances."""
    if not new:
        return
    wanted = [each for each in new if each.whose is not None]
    labels = _joined(connection, wanted, _candidates(connection, wanted))
    insert_rows(
        connection,
        wording,
        [
            {
                "statement_id": each.number,
                "whose": each.whose,
                "window_begin": each.begin,
                "window_end": each.end,
                "utterance_id": labels.get(each.number),
                "vector": each.vector,
            }
            for each in new
        ],
    )


def regroup(connection: Connection, numbers: Collection[int]) -> None:
    """Group statements anew of which the speaker, the words or the time have changed.

    Their rows tell so already, but for the utterances, which are still the old ones: whoever
    is left behind in these is grouped anew too.
    """
    if not numbers:
        return
    changed = _placed(connection, is_among(connection, wording.c.statement_id, numbers))
    left = {each.utterance for each in changed} - {None}
    touched = {each.number: each for each in changed}
    if left:
        behind = is_among(connection, wording.c.utterance_id, [n for n in left if n])
        touched |= {each.number: each for each in _placed(connection, behind)}
    _name(connection, [(number, None) for number, each in touched.items() if each.utterance])
    new = [
        replace(each, utterance=None)
        for _, each in sorted(touched.items())
        if each.whose is not None
    ]
    labels = _joined(connection, new, _candidates(connection, new))
    _name(connection, labels.items())


def align(connection: Connection, versions: Collection[int]) -> None:
    """Let statements of these versions be grouped as what `statement` says of them now."""
    if not versions:
        return
    columns = statement.c
    rows = connection.execute(
        select(
            columns.id,
            columns.current,
            columns.identity_id,
            columns.person_id,
            wording.c.whose,
            wording.c.utterance_id,
        )
        .join(wording, wording.c.statement_id == columns.id)
        .where(is_among(connection, columns.version_id, versions))
    ).all()
    changed = {}
    for row in rows:
        whose = whose_of(row.identity_id, row.person_id, current=row.current)
        if whose != row.whose or (whose is None and row.utterance_id is not None):
            changed[row.id] = whose
    if changed:
        connection.execute(
            update(wording)
            .where(wording.c.statement_id == bindparam("number"))
            .values(whose=bindparam("now")),
            [{"number": number, "now": whose} for number, whose in changed.items()],
        )
        regroup(connection, changed)


def take_over(connection: Connection, gone: int, kept: int) -> None:
    """What one identity said was said by another, as both are one."""
    moved = connection.execute(
        update(wording)
        .where(wording.c.whose == gone)
        .values(whose=kept)
        .returning(wording.c.statement_id)
    )
    regroup(connection, moved.scalars().all())


def reword(
    connection: Connection, number: int, window: tuple[date | None, date | None], vector: bytes
) -> None:
    """A statement has other words now; it is grouped when its version is aligned."""
    connection.execute(
        update(wording)
        .where(wording.c.statement_id == number)
        .values(whose=None, window_begin=window[0], window_end=window[1], vector=vector)
    )


def group_all(connection: Connection) -> None:
    """Group every statement; none is in an utterance yet."""
    for labels in all_labels(connection):
        _name(connection, labels)


def all_labels(connection: Connection) -> Iterator[list[tuple[int, int]]]:
    """By speaker: the statements that are not alone, each with its utterance, grouped anew."""
    speakers = connection.execute(
        select(wording.c.whose)
        .where(wording.c.whose.is_not(None))
        .group_by(wording.c.whose)
        .having(func.count() > 1)
        .order_by(wording.c.whose)
    )
    for whose in speakers.scalars().all():
        placed = _placed(connection, wording.c.whose == whose)
        alone = [replace(each, utterance=None) for each in placed]
        links = links_between(connection, alone, [])
        yield list(labelled(links, {each.number: each for each in alone}))


def label_of(connection: Connection, number: int) -> int:
    """The utterance of a statement; where it is not grouped, the one that its words are like."""
    (own,) = _placed(connection, wording.c.statement_id == number)
    if own.whose is not None:
        return own.label
    found = [number]
    for whose in _perhaps_whose(connection, number):
        asked = replace(own, whose=whose, utterance=None)
        others = _candidates(connection, [asked])
        labels = {each.number: each.label for each in others}
        links = links_between(connection, [asked], others)
        found += (labels[other] for link in links for other in link if other != number)
    return min(found[1:], default=number)


def _perhaps_whose(connection: Connection, number: int) -> list[int]:
    """By what a statement would be grouped: of one taken out, whoever bears its speaker's name."""
    row = connection.execute(
        select(statement.c.identity_id, statement.c.person_id).where(statement.c.id == number)
    ).one()
    whose = whose_of(row.identity_id, row.person_id)
    if row.identity_id is not None or whose is None:
        return [] if whose is None else [whose]
    identities = connection.execute(
        select(appearance.c.identity_id).where(appearance.c.person_id == row.person_id).distinct()
    )
    return [whose, *sorted(identities.scalars())]


def _placed(connection: Connection, wanted: Any) -> list[Placed]:
    columns = wording.c
    rows = connection.execute(
        select(
            columns.statement_id,
            columns.whose,
            columns.window_begin,
            columns.window_end,
            columns.utterance_id,
            columns.vector,
        )
        .where(wanted)
        .order_by(columns.statement_id)
    )
    return [Placed(*row) for row in rows]


def _candidates(connection: Connection, new: Sequence[Placed]) -> list[Placed]:
    """What is on record of the same speakers in the days around, new ones excepted."""
    ours = {each.number for each in new}
    found: dict[int, Placed] = {}
    ranges = _ranges(new)
    if ranges:
        for row in connection.execute(*_within(connection, ranges)):
            number, whose, begin, end, utterance, vector = row
            if number not in ours:
                found[number] = Placed(
                    number, whose, _day(begin), _day(end), utterance, bytes(vector)
                )
    undated = {each.whose for each in new if each.begin is None}
    if undated:
        of_nobodys_days = is_among(
            connection, wording.c.whose, [whose for whose in undated if whose is not None]
        ) & wording.c.window_begin.is_(None)
        for each in _placed(connection, of_nobodys_days):
            if each.number not in ours:
                found[each.number] = each
    return list(found.values())


def _ranges(new: Sequence[Placed]) -> list[tuple[int, date, date, date]]:
    """By speaker: windows to be looked at begin from one day to another and end after a third."""
    by_speaker: dict[int, set[tuple[date, date]]] = defaultdict(set)
    for each in new:
        if each.whose is not None and each.begin is not None and each.end is not None:
            by_speaker[each.whose].add((each.begin, each.end))
    ranges = []
    for whose, windows in by_speaker.items():
        merged: list[tuple[date, date, date]] = []
        for begin, end in sorted(windows):
            earliest = _shifted(begin, -LONGEST_REACH.days)
            latest, ends_from = _shifted(end, SLACK), _shifted(begin, -SLACK)
            if merged and earliest <= merged[-1][1]:
                before = merged[-1]
                merged[-1] = (before[0], max(before[1], latest), before[2])
            else:
                merged.append((earliest, latest, ends_from))
        ranges += [(whose, *window) for window in merged]
    return ranges


def _shifted(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


_COLUMNS = "w.statement_id, w.whose, w.window_begin, w.window_end, w.utterance_id, w.vector"
_WITHIN_SQLITE = text(
    f"SELECT {_COLUMNS} FROM json_each(:asked) a CROSS JOIN wording w"
    " ON w.whose = json_extract(a.value, '$[0]')"
    " AND w.window_begin >= json_extract(a.value, '$[1]')"
    " AND w.window_begin <= json_extract(a.value, '$[2]')"
    " AND w.window_end >= json_extract(a.value, '$[3]')"
)
_WITHIN_POSTGRESQL = text(
    f"SELECT {_COLUMNS} FROM unnest(CAST(:speakers AS bigint[]), CAST(:earliest AS date[]),"
    " CAST(:latest AS date[]), CAST(:ends_from AS date[]))"
    " AS a (whose, earliest, latest, ends_from)"
    " JOIN wording w ON w.whose = a.whose AND w.window_begin BETWEEN a.earliest AND a.latest"
    " AND w.window_end >= a.ends_from"
)


def _within(
    connection: Connection, ranges: Sequence[tuple[int, date, date, date]]
) -> tuple[Any, dict[str, Any]]:
    if connection.dialect.name == "sqlite":
        asked = json.dumps([[whose, *map(date.isoformat, days)] for whose, *days in ranges])
        return _WITHIN_SQLITE, {"asked": asked}
    names = ("speakers", "earliest", "latest", "ends_from")
    return _WITHIN_POSTGRESQL, {
        name: list(values) for name, values in zip(names, zip(*ranges, strict=True), strict=True)
    }


def _day(value: date | str | None) -> date | None:
    """SQLite's driver gives a day's words where no column says that it is one."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def _joined(
    connection: Connection, new: Sequence[Placed], others: Sequence[Placed]
) -> dict[int, int]:
    """The utterances of those of `new` that are not alone; the tables know of the others'."""
    links = links_between(connection, new, others)
    if not links:
        return {}
    by_number = {each.number: each for each in (*new, *others)}
    labels = dict(labelled(links, by_number))
    ours = {each.number for each in new}
    _name(connection, [(n, label) for n, label in labels.items() if n not in ours])
    # Whoever is not among the candidates but in an utterance with one of them goes along.
    renamed = {
        each.utterance: labels[each.number]
        for each in others
        if each.utterance and labels.get(each.number, each.utterance) != each.utterance
    }
    if renamed:
        connection.execute(
            update(wording)
            .where(wording.c.utterance_id == bindparam("was"))
            .values(utterance_id=bindparam("now")),
            [{"was": was, "now": now} for was, now in renamed.items()],
        )
    return {number: label for number, label in labels.items() if number in ours}


def _name(connection: Connection, labels: Iterable[tuple[int, int | None]]) -> None:
    rows = [{"number": number, "label": label} for number, label in labels]
    if rows:
        connection.execute(
            update(wording)
            .where(wording.c.statement_id == bindparam("number"))
            .values(utterance_id=bindparam("label")),
            rows,
        )
