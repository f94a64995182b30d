"""People for the tests of linking."""

from __future__ import annotations

from datetime import date

from wortlaut.linking import Appearance
from wortlaut.model import PersonKind


def seen(
    name: str,
    role: str = "",
    *,
    year: int | None = None,
    beside: tuple[str, ...] = (),
    kind: PersonKind = PersonKind.HUMAN,
    outlet: str | None = None,
    anchor: str | None = None,
) -> Appearance:
    """An appearance, in the middle of a year."""
    return Appearance(
        name,
        kind,
        roles=(role,) if role else (),
        companions=beside,
        published=date(year, 7, 1) if year else None,
        outlet=outlet,
        anchor=anchor,
    )
