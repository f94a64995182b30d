"""The record's questions about itself as a whole: what pages show beside what was found."""

from __future__ import annotations

from datetime import date

from wortlaut.record._changes import change_mark
from wortlaut.record._connections import Database
from wortlaut.record._feeds import KeptFeed, feeds
from wortlaut.record._overview import Grown, Overview, Quoted, grown, most_quoted, overview


class PageQuestions:
    """What can be asked of a record beside its statements; `Record` is one."""

    _database: Database

    def mark(self) -> str:
        """A mark that changes whenever anything changes that this class or a search tells of.

        Ask for it before what it is to vouch for. What a background job notes about its
        progress is no change.
        """
        with self._database.reading() as connection:
            return change_mark(connection)

    def overview(self) -> Overview:
        """How much of everything is in the record, and since when."""
        with self._database.reading() as connection:
            return overview(connection)

    def growth(self, days: int = 30) -> tuple[Grown, ...]:
        """What came to the record on each of the last so many days (UTC), today the last one."""
        with self._database.reading() as connection:
            return grown(connection, days)

    def most_quoted(
        self, since: date, until: date | None = None, *, limit: int = 10
    ) -> tuple[Quoted, ...]:
        """Who has the most statements of these days, both included; the most first.

        Takes the longer the more statements these days have, as each is counted.
        """
        with self._database.reading() as connection:
            return most_quoted(connection, since, until, limit)

    def feeds(self) -> tuple[KeptFeed, ...]:
        """The feeds that articles were added from, by their titles."""
        with self._database.reading() as connection:
            return tuple(feeds(connection))
