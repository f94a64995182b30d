"""How often a client may ask for what is dear."""

from __future__ import annotations

import time
from collections import OrderedDict
from threading import Lock

_CLIENTS = 10_000
"""Clients that are remembered; the one that has been quiet for longest is forgotten first."""


class Pace:
    """A bucket for each client, which fills evenly and from which each request takes one."""

    def __init__(self, a_minute: int) -> None:
        self._a_minute = a_minute
        self._lock = Lock()
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str) -> float:
        """Takes one; returns 0, or the seconds until there is one to take."""
        now = time.monotonic()
        with self._lock:
            left, since = self._buckets.pop(client, (float(self._a_minute), now))
            left = min(self._a_minute, left + (now - since) * self._a_minute / 60)
            taken = left >= 1
            self._buckets[client] = (left - taken, now)
            if len(self._buckets) > _CLIENTS:
                self._buckets.popitem(last=False)
        return 0.0 if taken else (1 - left) * 60 / self._a_minute
