"""What lies around a page of results: how many there are, how they lie in time, and whose."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wortlaut.record import Bin, Facets, Histogram, Record
from wortlaut.web.views._search import Asked

_BINS = 60
_FACETS = 6


@dataclass(frozen=True, slots=True)
class AroundView:
    """A search as a whole."""

    asked: Asked
    count: int
    """How many statements are found."""
    is_exact: bool
    """Whether each was counted; else it is an estimate."""
    is_more: bool
    """Whether there are more than were counted."""
    histogram: Histogram
    """Of the same search on all days, so that other days can be chosen."""
    facets: Facets

    @property
    def has_days(self) -> bool:
        """Whether days have been chosen."""
        return self.asked.filters.begin is not None or self.asked.filters.end is not None

    def is_chosen(self, stretch: Bin) -> bool:
        """Whether some of the stretch is within the chosen days."""
        begin, end = self.asked.filters.begin, self.asked.filters.end
        return (begin is None or stretch.end >= begin) and (end is None or stretch.begin <= end)

    @property
    def chosen(self) -> tuple[int, int] | None:
        """The first bin within the chosen days and how many there are; None without such days."""
        within = [at for at, each in enumerate(self.histogram.bins) if self.is_chosen(each)]
        return (within[0], len(within)) if self.has_days and within else None


def around_view(record: Record, asked: Asked) -> AroundView:
    """The search as a whole.

    Raises `QueryError` where the words cannot be understood.
    """
    on_all_days = replace(asked.filters, begin=None, end=None)
    histogram = record.histogram(asked.words, on_all_days, bins=_BINS)
    facets = record.facets(asked.words, asked.filters, limit=_FACETS)
    if not facets.more or on_all_days != asked.filters:
        return AroundView(asked, facets.statements, True, facets.more, histogram, facets)
    binned = sum(each.count for each in histogram.bins)
    count = binned + histogram.earlier + histogram.undated
    return AroundView(asked, count, histogram.exact, False, histogram, facets)
