"""The progress bar: on standard error, on a terminal, and only when there is much to read."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING

from wortlaut.cli._messages import say

if TYPE_CHECKING:
    import rich.progress

_FEW_SOURCES = 3
_FEW_ARTICLES = 10


class Progress:
    """Counts sources and articles, and draws the bar where one is wanted.

    A source counts as done when an article of a later one has been printed: the reader
    looks ahead, so what has been opened says little about what has been read.
    """

    def __init__(self, sources: int, *, shown: bool) -> None:
        self._sources = sources
        self._shown = shown and sys.stderr.isatty()
        self._in_reading: deque[int] = deque()
        self._articles = 0
        self._bar: rich.progress.Progress | None = None

    def __enter__(self) -> Progress:
        if self._sources > _FEW_SOURCES:
            self._draw()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def opened(self, source: int) -> None:
        """An article of the source with this index, from 0, goes to the reader."""
        self._in_reading.append(source)

    def printed(self) -> None:
        """The article opened first among those in reading is done."""
        source = self._in_reading.popleft()
        self._articles += 1
        if self._articles > _FEW_ARTICLES:
            self._draw()
        if self._bar is not None:
            task = self._bar.task_ids[0]
            self._bar.update(task, completed=source, articles=self._articles)

    def say(self, message: str) -> None:
        """One line on standard error, above the bar."""
        with self.set_aside():
            say(message)

    @contextmanager
    def set_aside(self) -> Iterator[None]:
        """Take the bar off the screen while something else is printed there."""
        if self._bar is None:
            yield
            return
        self._bar.stop()
        try:
            yield
        finally:
            self._bar.start()

    def _draw(self) -> None:
        if self._bar is not None or not self._shown:
            return
        from rich.console import Console  # noqa: PLC0415 - most runs draw no bar
        from rich.progress import (  # noqa: PLC0415
            BarColumn,
            MofNCompleteColumn,
            TextColumn,
        )
        from rich.progress import Progress as Bar  # noqa: PLC0415

        one = self._sources == 1
        counts = () if one else (MofNCompleteColumn(), TextColumn("sources"))
        self._bar = Bar(
            TextColumn("Reading"),
            BarColumn(),
            *counts,
            TextColumn("{task.fields[articles]} articles"),
            console=Console(stderr=True),
            transient=True,
            # Rich would send standard output to the bar's console, which is standard error.
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._bar.add_task("", total=None if one else self._sources, articles=self._articles)
        self._bar.start()
