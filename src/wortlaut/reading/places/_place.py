"""What a place is to the record: who speaks when it speaks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PlaceKind(StrEnum):
    """What sort of place it is, and so how it can come to speak."""

    COUNTRY = "country"
    """A country, a territory, the European Union or the United Nations."""
    CAPITAL = "capital"
    """A town that may stand for a government, or be no more than a town."""
    SEAT = "seat"
    """A building or a street that stands for who sits in it: *der Kreml*."""


@dataclass(frozen=True, slots=True)
class Place:
    """A country, a capital or a seat of power.

    Two places speak for the same where `country` and `office` are equal: *Moskau*, *der Kreml*
    and *Russland* do.
    """

    country: str
    """ISO 3166 code, or EU or UN."""
    kind: PlaceKind
    de: str
    """Its commonest German name, in the nominative, without article."""
    en: str
    """Its commonest English name."""
    office: tuple[str, ...] = ()
    """Who speaks where that is not the whole government: *US-Verteidigungsministerium*."""
