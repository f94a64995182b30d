"""Sources that could not be read, kept aside until they can."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select, update

from wortlaut._exceptions import SourceError
from wortlaut.record._feeds import keep_failed_feed
from wortlaut.record._numbering import take_numbers
from wortlaut.record._reading_back import in_utc
from wortlaut.record._schema import failed_source
from wortlaut.record._stored_form import storable


@dataclass(frozen=True, slots=True)
class FailedSource:
    """A source that could not be read."""

    source: str
    kind: str
    """The name of the error: `EmptySource`."""
    problem: str
    advice: str
    first_failed_at: datetime
    """In UTC, as is the next."""
    last_failed_at: datetime
    attempts: int


def keep_failed(connection: Connection, error: SourceError) -> None:
    """Put a source aside; one that is there already counts one attempt more.

    Where it is a feed that has been read before, the feed tells of it too.
    """
    keep_failed_feed(connection, error.source, error.problem)
    source = storable(error.source)
    reason = {
        "kind": type(error).__name__,
        "problem": storable(error.problem),
        "advice": storable(error.advice),
        "last_failed_at": datetime.now(UTC),
    }
    known = connection.execute(
        update(failed_source)
        .where(failed_source.c.source == source)
        .values(attempts=failed_source.c.attempts + 1, **reason)
    )
    if not known.rowcount:
        number = take_numbers(connection, "failed_source", 1)
        connection.execute(
            insert(failed_source).values(
                id=number,
                source=source,
                attempts=1,
                first_failed_at=reason["last_failed_at"],
                **reason,
            )
        )


def failed(connection: Connection) -> Iterator[FailedSource]:
    """Every source that is kept aside, the one that failed last first."""
    columns = failed_source.c
    rows = connection.execute(
        select(failed_source).order_by(columns.last_failed_at.desc(), columns.id.desc())
    )
    for row in rows:
        yield FailedSource(
            row.source,
            row.kind,
            row.problem,
            row.advice,
            in_utc(row.first_failed_at),
            in_utc(row.last_failed_at),
            row.attempts,
        )


def forget_failed(connection: Connection, sources: Iterable[str]) -> int:
    """Forget these sources; returns how many of them were kept."""
    return sum(
        connection.execute(
            delete(failed_source).where(failed_source.c.source == storable(source))
        ).rowcount
        for source in sources
    )
