"""Overlapping stretches of a text as well-formed nested marks.

A quotation may stand in another one, a speaker across the end of one, a cue in the middle: HTML
elements can only nest. `nested` cuts the stretches where they cross, so that every character
stands within exactly the marks that cover it, and no character is added or lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from wortlaut.model import Span

T = TypeVar("T")


class Edge(Enum):
    """What happens at a place of the text."""

    BEGIN = "begin"
    END = "end"


@dataclass(frozen=True, slots=True)
class Mark(Generic[T]):
    """A stretch of the text and what it is."""

    span: Span
    what: T


@dataclass(frozen=True, slots=True)
class Step(Generic[T]):
    """One mark begins or ends."""

    edge: Edge
    mark: Mark[T]
    whole: bool
    """Whether this is the mark's own end, and not one where it was cut to let another pass."""


def nested(marks: Iterable[Mark[T]], within: Span) -> Iterator[Span | Step[T]]:
    """Go through `within`: the stretches of plain text in order, and between them the steps.

    Steps come as elements do: what began last ends first. Where several marks begin at one
    place the longest is the outermost, and of equals the one that was given first. Stretches
    that lie outside `within` are left out, those that reach over its ends are cut.
    """
    begins: dict[int, list[Mark[T]]] = defaultdict(list)
    ends: set[int] = set()
    for mark in marks:
        if mark.span.overlaps(within):
            begins[max(mark.span.begin, within.begin)].append(mark)
            ends.add(min(mark.span.end, within.end))
    is_open: list[Mark[T]] = []
    at = within.begin
    for place in sorted({within.begin, within.end, *begins, *ends}):
        if place > at:
            yield Span(at, place)
            at = place
        cut: list[Mark[T]] = []
        while any(_ends(mark, place, within) for mark in is_open):
            mark = is_open.pop()
            yield Step(Edge.END, mark, whole=mark.span.end == place)
            if not _ends(mark, place, within):
                cut.append(mark)
        fresh = begins.get(place, ())
        for mark in sorted([*reversed(cut), *fresh], key=lambda each: -each.span.end):
            is_open.append(mark)
            yield Step(Edge.BEGIN, mark, whole=mark.span.begin == place)


def _ends(mark: Mark[T], place: int, within: Span) -> bool:
    return min(mark.span.end, within.end) == place
