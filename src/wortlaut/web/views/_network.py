"""Who speaks to whom, about whom: over a period, as people and the ties between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from wortlaut.record import Network, Record, Speaker, TieKind

_DAYS = (timedelta(days=90), timedelta(days=365))
"""What is shown first: the last quarter of a year, or the last year where that shows little."""
_LITTLE = 12
_TIES = 60


@dataclass(frozen=True, slots=True)
class TieShown:
    """One who speaks to, or about, another, and how often."""

    source: Speaker
    target: Speaker
    kind: TieKind
    statements: int


@dataclass(frozen=True, slots=True)
class NetworkView:
    """The strongest ties of some days."""

    begin: date | None
    end: date | None
    """The first and the last day; None where the record has no days at all."""
    kind: TieKind | None
    """Which ties are shown; None for both kinds."""
    people: tuple[Speaker, ...]
    ties: tuple[TieShown, ...]
    more: bool


def network_view(
    record: Record,
    begin: date | None = None,
    end: date | None = None,
    kind: TieKind | None = None,
) -> NetworkView:
    """The network of these days; without any, of the record's last ones."""
    if begin is None and end is None:
        begin, end, found = _first_shown(record)
    else:
        found = record.network(begin=begin, end=end, limit=_TIES)
    known = {each.id: each for each in found.people}
    ties = tuple(
        TieShown(known[each.source], known[each.target], each.kind, each.statements)
        for each in found.ties
        if kind in (None, each.kind) and each.source in known and each.target in known
    )
    tied = {each.id for tie in ties for each in (tie.source, tie.target)}
    people = tuple(each for each in found.people if each.id in tied)
    return NetworkView(begin, end, kind, people, ties, found.more)


def _first_shown(record: Record) -> tuple[date | None, date | None, Network]:
    end = record.overview().last
    if end is None:
        return None, None, Network((), (), more=False)
    for days in _DAYS:
        begin = max(end, date.min + days) - days
        found = record.network(begin=begin, end=end, limit=_TIES)
        if len(found.ties) >= _LITTLE:
            break
    return begin, end, found
