"""Identities as the record stores them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from wortlaut.linking import Identity, RoleSeen
from wortlaut.model import PersonKind


def profile_of(identity: Identity) -> str:
    """The fields of an identity as JSON, without its number and kind; empty ones left out."""
    form = {
        "names": identity.names,
        "roles": [
            [role.words, role.count, _written(role.first), _written(role.last), role.outlets]
            for role in identity.roles
        ],
        "companions": identity.companions,
        "countries": sorted(identity.countries),
        "first": _written(identity.first),
        "last": _written(identity.last),
        "appearances": identity.appearances,
        "anchors": sorted(identity.anchors),
    }
    return json.dumps(
        {name: value for name, value in form.items() if value},
        ensure_ascii=False,
        separators=(",", ":"),
    )


def identity_from_row(row: Any) -> Identity:
    """The identity of a row of the table."""
    form = json.loads(row.profile)
    return Identity(
        number=row.id,
        kind=PersonKind(row.kind),
        names=_counted(form.get("names", ())),
        roles=tuple(
            RoleSeen(words, count, _day(first), _day(last), tuple(outlets))
            for words, count, first, last, outlets in form.get("roles", ())
        ),
        companions=_counted(form.get("companions", ())),
        countries=frozenset(form.get("countries", ())),
        first=_day(form.get("first")),
        last=_day(form.get("last")),
        appearances=form.get("appearances", 0),
        anchors=frozenset(form.get("anchors", ())),
    )


def _counted(pairs: Any) -> tuple[tuple[str, int], ...]:
    return tuple((words, count) for words, count in pairs)


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
