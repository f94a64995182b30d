"""Statements that were looked for, a page of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from wortlaut.record import Filters, Found, Order, Record
from wortlaut.web.views._statement_card import StatementCard, statement_card

PAGE = 20
"""Statements on a page, where nobody asks for another number."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for, and which page of it."""

    words: str = ""
    filters: Filters = field(default_factory=Filters)
    order: Order = Order.DATE
    limit: int = PAGE
    after: str | None = None
    """Where the page before ended."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """A page of what was found."""

    asked: Asked
    found: tuple[Found, ...]
    after: str | None
    """What to ask for next; None on the last page."""

    @property
    def cards(self) -> tuple[StatementCard, ...]:
        """The statements as pages show them."""
        return tuple(map(statement_card, self.found))


def search_view(record: Record, asked: Asked) -> SearchView:
    """The statements that are looked for.

    Raises `QueryError` where the words, or where the page begins, cannot be understood.
    """
    page = record.search(
        asked.words, asked.filters, order=asked.order, limit=asked.limit, after=asked.after
    )
    return SearchView(asked, page.found, page.after)
