"""Answers that were given before, for as long as the record is what it was then.

A page or an answer of the API that tells of the record alone is the same until the record
changes, and to look at its mark takes a tenth of the time of building it anew. What differs
between two who ask for the same must stand in the key, or be put in afterwards.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from threading import BoundedSemaphore, Lock

_ROOM = 64 * 1024 * 1024
"""Bytes of all that is kept together."""
_LARGEST = 1024 * 1024
"""Bytes of an answer that is kept; a larger one would push out too many others."""
_BESIDE = 1024
"""Bytes that an answer takes beside its body, about."""

_AT_ONCE = 4
"""Answers that are built at once. More threads finish none of them sooner: each row that SQLite
hands over is waited for until another thread lets go of the interpreter."""


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """The body of an answer, and headers that whoever asks gets."""

    body: bytes
    headers: tuple[tuple[str, str], ...]


class KeptAnswers:
    """The answers that were asked for last, as many as there is room for; for all threads."""

    def __init__(self, room: int = _ROOM) -> None:
        """`room` in bytes."""
        self.turns = BoundedSemaphore(_AT_ONCE)
        """To be held while an answer is built."""
        self._room = room
        self._left = room
        self._by_key: OrderedDict[Hashable, KeptAnswer] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> KeptAnswer | None:
        """The answer that was kept under this key, if it is there still."""
        with self._lock:
            found = self._by_key.get(key)
            if found is not None:
                self._by_key.move_to_end(key)
            return found

    def keep(self, key: Hashable, answer: KeptAnswer) -> None:
        """Keep the answer, and let go of those that were not asked for the longest."""
        size = _size(answer)
        if size > min(_LARGEST, self._room):
            return
        with self._lock:
            before = self._by_key.pop(key, None)
            if before is not None:
                self._left += _size(before)
            self._by_key[key] = answer
            self._left -= size
            while self._left < 0:
                _, gone = self._by_key.popitem(last=False)
                self._left += _size(gone)


def _size(answer: KeptAnswer) -> int:
    return len(answer.body) + _BESIDE
