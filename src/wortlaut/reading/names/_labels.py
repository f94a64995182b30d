"""The labels that the network gives to words."""

from __future__ import annotations

from collections.abc import Sequence

from wortlaut.reading.names._name import NameKind

KINDS = (NameKind.PERSON, NameKind.PLACE, NameKind.ORGANISATION, NameKind.OTHER)
LABELS = 1 + 2 * len(KINDS)
"""No name, then for each kind: the first word of a name, and a further word."""


def first_of(kind: int) -> int:
    """The label of a first word."""
    return 1 + 2 * kind


def runs(labels: Sequence[int], paragraphs: Sequence[int]) -> list[tuple[int, int, int]]:
    """Names as `(begin, end, kind)`, ranges of words.

    A further word without a first one before it in its paragraph begins a name all the same.
    """
    found: list[tuple[int, int, int]] = []
    begin = end = -1
    open_kind = -1
    for place, label in enumerate(labels):
        if not label:
            continue
        kind = (label - 1) // 2
        goes_on = place == end and kind == open_kind and label != first_of(kind)
        if goes_on and paragraphs[place] == paragraphs[begin]:
            end += 1
            continue
        if open_kind >= 0:
            found.append((begin, end, open_kind))
        begin, end, open_kind = place, place + 1, kind
    if open_kind >= 0:
        found.append((begin, end, open_kind))
    return found
