"""What people decided: that two appearances are the same person, or that they are not.

A ruling speaks of appearances by their anchors, which outlive every run; so it holds however
often the record is linked anew. Sameness is closed: if A is B and B is not C, A is not C.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wortlaut._exceptions import ContradictoryRuling


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision of a person about two appearances."""

    one: str
    other: str
    same: bool


def rulings_of_split(moved: Sequence[str], kept: Sequence[str]) -> list[Ruling]:
    """What a person says who parts the appearances of one identity into two.

    All of each part are one, and the parts are two, so that even a record that is made anew
    from its articles parts them alike.
    """
    together = [Ruling(part[0], other, True) for part in (moved, kept) for other in part[1:]]
    return [*together, Ruling(moved[0], kept[0], False)]


class Rulings:
    """All rulings of a record, in the order in which they were made.

    Raises `ContradictoryRuling` at the first that earlier ones exclude.
    """

    def __init__(self, rulings: Iterable[Ruling] = ()) -> None:
        self._parent: dict[str, str] = {}
        self._apart: dict[str, set[str]] = {}
        for ruling in rulings:
            self._add(ruling)

    def verdict(self, one: Iterable[str], other: Iterable[str]) -> bool | None:
        """Whether a person said that two sets of anchors are one; None where nobody did."""
        roots = {self._root(anchor) for anchor in one if anchor in self._parent}
        if not roots:
            return None
        others = {self._root(anchor) for anchor in other if anchor in self._parent}
        if roots & others:
            return True
        if any(not self._apart.get(root, set()).isdisjoint(others) for root in roots):
            return False
        return None

    def __contains__(self, anchor: object) -> bool:
        """Some ruling speaks of `anchor`: an identity must keep it among its anchors."""
        return anchor in self._parent

    def _add(self, ruling: Ruling) -> None:
        one, other = self._root(ruling.one), self._root(ruling.other)
        if ruling.same:
            if other in self._apart.get(one, set()):
                raise ContradictoryRuling(ruling.one, ruling.other, ruling.same)
            self._join(one, other)
        else:
            if one == other:
                raise ContradictoryRuling(ruling.one, ruling.other, ruling.same)
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def _root(self, anchor: str) -> str:
        root = self._parent.setdefault(anchor, anchor)
        while root != self._parent[root]:
            root = self._parent[root]
        while self._parent[anchor] != root:
            self._parent[anchor], anchor = root, self._parent[anchor]
        return root

    def _join(self, one: str, other: str) -> None:
        if one == other:
            return
        keep, gone = sorted((one, other))
        self._parent[gone] = keep
        apart = self._apart.pop(gone, set())
        for enemy in apart:
            self._apart[enemy].discard(gone)
            self._apart[enemy].add(keep)
        if apart:
            self._apart.setdefault(keep, set()).update(apart)
