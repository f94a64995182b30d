"""The feeds that articles were added from, and when each was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from sqlalchemy import Connection, insert, select, update

from wortlaut.record._numbering import take_numbers
from wortlaut.record._reading_back import in_utc
from wortlaut.record._schema import feed
from wortlaut.record._stored_form import storable


class FeedRead(Protocol):
    """A feed that has just been read."""

    @property
    def address(self) -> str:
        """Where it is."""

    @property
    def title(self) -> str | None:
        """Its own."""

    @property
    def entries(self) -> int:
        """How many it has."""

    @property
    def damage(self) -> str | None:
        """What is wrong with it, where it breaks off."""


@dataclass(frozen=True, slots=True)
class KeptFeed:
    """A feed that articles were added from."""

    address: str
    title: str | None
    entries: int
    """How many it had when it was last read."""
    read_at: datetime
    """When it was last read, in UTC."""
    tried_at: datetime
    """When that was last tried, in UTC."""
    problem: str | None
    """Why it could not be read, or not wholly, the last time; None where it could."""


def keep_feed(connection: Connection, read: FeedRead) -> None:
    """Put down that a feed was read now."""
    now = datetime.now(UTC)
    told = {
        "title": read.title and storable(read.title),
        "entries": read.entries,
        "read_at": now,
        "tried_at": now,
        "problem": read.damage and storable(read.damage),
    }
    address = storable(read.address)
    known = connection.execute(update(feed).where(feed.c.address == address).values(**told))
    if not known.rowcount:
        number = take_numbers(connection, "feed", 1)
        connection.execute(insert(feed).values(id=number, address=address, **told))


def keep_failed_feed(connection: Connection, address: str, problem: str) -> None:
    """Put down that a feed could not be read now, if it is one that has been."""
    connection.execute(
        update(feed)
        .where(feed.c.address == storable(address))
        .values(tried_at=datetime.now(UTC), problem=storable(problem))
    )


def feeds(connection: Connection) -> Iterator[KeptFeed]:
    """Every feed that was read, by title and address."""
    rows = connection.execute(select(feed).order_by(feed.c.id)).all()
    for row in sorted(rows, key=lambda row: ((row.title or row.address).casefold(), row.address)):
        yield KeptFeed(
            row.address,
            row.title,
            row.entries,
            in_utc(row.read_at),
            in_utc(row.tried_at),
            row.problem,
        )
