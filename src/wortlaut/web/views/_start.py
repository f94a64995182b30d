"""What is in the record as a whole, for its first page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from wortlaut.record import Grown, KeptFeed, Overview, Quoted, Record
from wortlaut.web.views._statement_card import StatementCard, statement_card

_GROWTH = 30
"""Days."""
_WEEK = 7
_NEWEST = 8
_QUOTED = 8


@dataclass(frozen=True, slots=True)
class StartView:
    """The record at a glance."""

    held: Overview
    growth: tuple[Grown, ...]
    """What came on each of the last thirty days."""
    newest: tuple[StatementCard, ...]
    quoted: tuple[Quoted, ...]
    """Who was quoted most from `quoted_since` to `quoted_until`."""
    quoted_since: date | None
    quoted_until: date | None
    feeds: tuple[KeptFeed, ...]

    @property
    def grew(self) -> int:
        """Statements that came in these days."""
        return sum(max(each.statements, 0) for each in self.growth)


def start_view(record: Record, today: date | None = None) -> StartView:
    """The record at a glance.

    The week of who was quoted most is the last seven days (UTC), or the last seven days of a
    record that ends earlier.
    """
    held = record.overview()
    until = held.last and min(held.last, today or datetime.now(UTC).date())
    since = until and until - timedelta(days=_WEEK - 1)
    return StartView(
        held=held,
        growth=record.growth(_GROWTH),
        newest=tuple(map(statement_card, record.newest(_NEWEST))),
        quoted=record.most_quoted(since, until, limit=_QUOTED) if since else (),
        quoted_since=since,
        quoted_until=until,
        feeds=record.feeds(),
    )
