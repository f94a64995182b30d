"""The record's questions about itself as a whole: what pages show beside what was found."""

from __future__ import annotations

from datetime import date

from wortlaut.record._changes import change_mark
from wortlaut.record._facets import Facets, facets
from wortlaut.record._feeds import KeptFeed, feeds
from wortlaut.record._filters import Filters
from wortlaut.record._histogram import MOST_BINS, Histogram, histogram
from wortlaut.record._network import Network, network
from wortlaut.record._open_record import OpenRecord
from wortlaut.record._overview import Grown, Overview, Quoted, grown, most_quoted, overview
from wortlaut.record._surroundings import Surroundings, surroundings


class PageQuestions(OpenRecord):
    """What can be asked of a record beside its statements; `Record` is one."""

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

    def histogram(
        self, words: str = "", filters: Filters | None = None, *, bins: int = MOST_BINS
    ) -> Histogram:
        """The days of the statements that `search` would find, in so many bins at most.

        Bins are days, weeks, months or years, the finest that fit. Of two thousand
        statements each is counted; more are counted in the index of words, or estimated.

        Raises `QueryError` as `search` does, `ValueError` for fewer than one bin or more
        than 120.
        """
        with self._database.reading() as connection:
            return histogram(connection, words, filters or Filters(), bins)

    def facets(self, words: str = "", filters: Filters | None = None, *, limit: int = 10) -> Facets:
        """Outlets, types, acts, languages and people of what `search` would find.

        Counted among the newest thousand; of each sort the `limit` most frequent.

        Raises `QueryError` as `search` does.
        """
        with self._database.reading() as connection:
            return facets(connection, words, filters or Filters(), limit)

    def surroundings(self, person: int, *, limit: int = 12) -> Surroundings:
        """To whom and about whom a person speaks, who speaks about them, and on what.

        By the record's number, as `KnownPerson.id`; `limit` of each, the most frequent first.
        Everything is empty where there is nobody of this number.
        """
        with self._database.reading() as connection:
            return surroundings(connection, person, limit)

    def feeds(self) -> tuple[KeptFeed, ...]:
        """The feeds that articles were added from, by their titles."""
        with self._database.reading() as connection:
            return tuple(feeds(connection))

    def network(
        self, *, begin: date | None = None, end: date | None = None, limit: int = 60
    ) -> Network:
        """Who speaks to whom and about whom in these days, the `limit` strongest ties.

        Takes the longer the more statements these days have, as each is counted.
        """
        with self._database.reading() as connection:
            return network(connection, begin, end, limit)
