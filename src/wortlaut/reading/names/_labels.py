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
    begin, open_kind = 0, -1
    for place, label in enumerate([*labels, 0]):
        kind = (label - 1) // 2 if label else -1
        ends = kind != open_kind or label == first_of(kind)
        if open_kind >= 0 and (ends or paragraphs[place] != paragraphs[begin]):
            found.append((begin, place, open_kind))
            open_kind = -1
        if kind >= 0 and open_kind < 0:
            begin, open_kind = place, kind
    return found
