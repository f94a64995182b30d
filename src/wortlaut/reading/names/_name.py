"""Names: what somebody or something is called, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wortlaut.model import Span


class NameKind(StrEnum):
    """What sort of thing a name names."""

    PERSON = "person"
    """A man or a woman, surname alone or whole: *Peskow*, *Dmitri Peskow*."""
    PLACE = "place"
    """A country, town, river, building: *Russland*, *der Rhein*."""
    ORGANISATION = "organisation"
    """A party, ministry, company, club, outlet: *SPD*, *Amnesty International*."""
    OTHER = "other"
    """Works, events, products, peoples: *Star Wars*, *Zweiter Weltkrieg*."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in an article, without article, title or office before it."""

    span: Span
    kind: NameKind
    confidence: float
    """Between 0 and 1: how sure it is that just these words are a name of this kind."""
