"""How often a resolution by each sort of evidence is right."""

from __future__ import annotations

from wortlaut.reading.people._resolving import Decision


def confidence_of(decision: Decision) -> float:
    """Between 0 and 1: the share of such resolutions that are right."""
    return round(decision.share, 3)
