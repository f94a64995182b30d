"""What is looked for, as the address of the search page says it, and back.

The parameters are those of the API. A form sends empty ones for what was left open; they ask
nothing, and the addresses that we make leave them out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from wortlaut._exceptions import QueryError
from wortlaut.model import Act, OccasionKind, QuotationType
from wortlaut.record import Filters, Order
from wortlaut.web.views import Asked

_NAMES = {
    "person": "speaker",
    "mentions": "mentions",
    "topic": "about",
    "addressee": "addressee",
    "outlet": "outlet",
    "via": "via",
    "language": "language",
}
"""Parameters that are texts, and the filter each of them is."""
_SETS: dict[str, tuple[str, type[StrEnum]]] = {
    "type": ("types", QuotationType),
    "act": ("acts", Act),
    "occasion": ("occasions", OccasionKind),
}
_DAYS = ("begin", "end")
_FLAGS = ("verbatim", "conditional", "negated", "human")
_MOST = 1000
"""Characters of a text."""
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class AskedFor:
    """One thing that is asked for: what a filter says, and how to ask without it."""

    parameter: str
    value: str
    without: Asked

    @property
    def day(self) -> date:
        """The value of `begin` or `end`."""
        return date.fromisoformat(self.value)


def asked_from(parameters: QueryParams) -> Asked:
    """What the address asks for.

    Raises `QueryError` where a value is none that its parameter may have.
    """
    fields: dict[str, object] = {
        field: text for name, field in _NAMES.items() if (text := _text(parameters, name))
    }
    for name, (field, kind) in _SETS.items():
        fields[field] = frozenset(_members(parameters, name, kind))
    for name in _DAYS:
        fields[name] = _day(parameters, name)
    for name in _FLAGS:
        fields[name] = _text(parameters, name) not in ("", "false")
    return Asked(
        _text(parameters, "q"),
        Filters(**fields),  # type: ignore[arg-type]
        order=next(_members(parameters, "order", Order), Order.DATE),
        after=_text(parameters, "after") or None,
    )


def query_of(asked: Asked, *, page: bool = False, ordered: bool = True) -> str:
    """The query string that asks for this; of the first page, or of the very `page`.

    An export or a feed has an order of its own, and is not `ordered`.
    """
    pairs = [("q", asked.words)] if asked.words else []
    pairs += [(name, value) for name, value in _pairs(asked.filters)]
    if ordered and asked.order is not Order.DATE:
        pairs.append(("order", asked.order.value))
    if page and asked.after is not None:
        pairs.append(("after", asked.after))
    return urlencode(pairs)


def address_of_search(asked: Asked, *, page: bool = False) -> str:
    """The address of the search page that asks for this."""
    query = query_of(asked, page=page)
    return f"/search?{query}" if query else "/search"


def each_asked_for(asked: Asked) -> tuple[AskedFor, ...]:
    """Every filter that is set, each with the search without it; the words are none."""
    filters = asked.filters
    result = []
    for parameter, value in _pairs(filters):
        if parameter in _SETS:
            field, kind = _SETS[parameter]
            left = getattr(filters, field) - {kind(value)}
            rest = replace(filters, **{field: left})
        else:
            field = _NAMES.get(parameter, parameter)
            nothing: dict[str, Any] = {field: False if parameter in _FLAGS else None}
            rest = replace(filters, **nothing)
        result.append(AskedFor(parameter, value, replace(asked, filters=rest, after=None)))
    return tuple(result)


def with_filter(asked: Asked, parameter: str, value: str) -> Asked:
    """The same search with one filter more, or another value of it."""
    if parameter in _SETS:
        field, kind = _SETS[parameter]
        members = getattr(asked.filters, field) | {kind(value)}
        return replace(asked, filters=replace(asked.filters, **{field: members}), after=None)
    changes: dict[str, Any] = {_NAMES[parameter]: value}
    return replace(asked, filters=replace(asked.filters, **changes), after=None)


def _pairs(filters: Filters) -> Iterator[tuple[str, str]]:
    for name, field in _NAMES.items():
        if text := getattr(filters, field):
            yield name, text
    for name, (field, _) in _SETS.items():
        for member in sorted(getattr(filters, field)):
            yield name, member.value
    for name in _DAYS:
        if (day := getattr(filters, name)) is not None:
            yield name, day.isoformat()
    for name in _FLAGS:
        if getattr(filters, name):
            yield name, "true"


def _text(parameters: QueryParams, name: str) -> str:
    text = parameters.get(name, "").strip()
    if "\x00" in text or len(text) > _MOST:
        raise QueryError(text, 0, f"{name}: more than {_MOST} characters, or one that is none")
    return text


def _members(parameters: QueryParams, name: str, kind: type[E]) -> Iterator[E]:
    values: Sequence[str] = parameters.getlist(name)
    for value in values:
        if not value:
            continue
        if value not in kind.__members__.values():
            raise QueryError(value, 0, f"{name}: is none of {', '.join(kind)}")
        yield kind(value)


def _day(parameters: QueryParams, name: str) -> date | None:
    text = _text(parameters, name)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise QueryError(text, 0, f"{name}: is no day such as 2026-11-23") from None
