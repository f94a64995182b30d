"""Outlets that relay what somebody else said: *laut Spiegel*, *wie die dpa meldet*."""

from __future__ import annotations

from collections.abc import Sequence

from wortlaut.model import Article, Located
from wortlaut.reading.people._cast import Cast
from wortlaut.reading.people._resolving import Decision
from wortlaut.reading.people._text import Text


def relays_of(
    article: Article, text: Text, cast: Cast, decisions: Sequence[Decision]
) -> list[Located | None]:
    """The outlet that relays each statement, in order; None where none does."""
    return [None for _ in decisions]
