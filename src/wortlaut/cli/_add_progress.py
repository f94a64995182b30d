"""The progress bar of `wortlaut add`: how far, how fast, how long yet."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from wortlaut.cli._messages import say

if TYPE_CHECKING:
    import rich.progress

    from wortlaut.sources import Progress


class Counted(Protocol):
    """Articles on their way, of which is known how many there are: an `Intake`."""

    @property
    def progress(self) -> Progress:
        """How far it has come."""


class AddProgress:
    """Draws the bar on standard error, where that is a terminal.

    Counts articles that are on record; the sources before them, which the bar is about, are
    looked at a little ahead.
    """

    def __init__(self, intake: Counted, *, shown: bool) -> None:
        self._intake = intake
        self._shown = shown and sys.stderr.isatty()
        self._articles = 0
        self._bar: rich.progress.Progress | None = None

    def __enter__(self) -> AddProgress:
        if self._shown:
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

    def advance(self) -> None:
        """One more article is on record."""
        self._articles += 1
        if self._bar is None:
            return
        progress = self._intake.progress
        task = self._bar.tasks[0]
        rate = self._articles / task.elapsed if task.elapsed else 0.0
        self._bar.update(
            task.id,
            completed=progress.done,
            total=progress.known,
            articles=self._articles,
            rate=f"{rate:.1f}",
        )

    def say(self, message: str) -> None:
        """One line on standard error, above the bar."""
        if self._bar is None:
            say(message)
            return
        self._bar.stop()
        try:
            say(message)
        finally:
            self._bar.start()

    def _draw(self) -> None:
        from rich.console import Console  # noqa: PLC0415 - only where a bar is drawn
        from rich.progress import (  # noqa: PLC0415
            BarColumn,
            Progress,
            TaskProgressColumn,
            TextColumn,
            TimeRemainingColumn,
        )

        self._bar = Progress(
            TextColumn("Adding"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[articles]:,} articles, {task.fields[rate]}/s"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
            # Rich would send standard output to the bar's console, which is standard error.
            redirect_stdout=False,
            redirect_stderr=False,
        )
        known = self._intake.progress.known
        self._bar.add_task("", total=known, articles=0, rate="0.0")
        self._bar.start()
