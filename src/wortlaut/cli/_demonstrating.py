"""`wortlaut demo`: the record made, with a progress bar, and served."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wortlaut._exceptions import ModelError, RecordError, SourceError
from wortlaut.cli import INTERRUPTED
from wortlaut.cli._add_progress import AddProgress
from wortlaut.cli._messages import say
from wortlaut.cli._opened_record import opened_record

if TYPE_CHECKING:
    from wortlaut.adding import Taken

_MADE = 0
_FAILED = 1


def make_demo(path: Path, *, anew: bool, quiet: bool) -> int:
    """Have the demonstration's articles on the record at `path`; returns the exit status."""
    from wortlaut.demo import (  # noqa: PLC0415 - pulls in the web
        DemoArticles,
        add_demo_articles,
        remove_demo_record,
    )

    articles = DemoArticles()
    try:
        if anew:
            remove_demo_record(path)
        with opened_record(str(path), create=True) as record:
            with AddProgress(articles, shown=not quiet) as progress:
                counting = _Counting(progress)
                add_demo_articles(record, articles, listener=counting)
            if not quiet:
                print(_summary(counting, record.name))
    except (ModelError, RecordError) as error:
        say(f"error: {error}")
        return _FAILED
    except KeyboardInterrupt:
        say("stopped; the same command goes on from there")
        return INTERRUPTED
    return _MADE


def serve_demo(path: Path, port: int) -> int:
    """Serve the record and open the browser on it, until stopped; returns the exit status."""
    from wortlaut.cli._serving import Server, serve_record  # noqa: PLC0415 - pulls in the web
    from wortlaut.demo import demo_reader  # noqa: PLC0415

    server = Server(port=port, open_browser=True, reader=demo_reader)
    try:
        with opened_record(str(path), create=False) as record:
            return serve_record(record, server)
    except RecordError as error:
        say(f"error: {error}")
        return _FAILED


def next_steps(path: Path) -> Iterator[str]:
    """What to try on the record, a command a line."""
    place = shlex.quote(str(path))
    yield "Try:"
    yield f"  wortlaut serve --open --record {place}"
    yield f"  wortlaut search 'Wasser zurückhalten' --record {place}"
    yield f"  wortlaut person Ferrandi --record {place}"
    yield f"  wortlaut people Korowin --record {place}"


@dataclass(slots=True)
class _Counting:
    """Counts what is new, and moves the bar on."""

    progress: AddProgress
    articles: int = 0
    statements: int = 0

    def settled(self, taken: Taken) -> None:
        if taken.read:
            self.articles += 1
        self.statements += taken.statements
        self.progress.advance()

    def failed(self, error: SourceError, name: str) -> None:
        self.progress.say(f"error: {error}")


def _summary(counting: _Counting, name: str) -> str:
    if not counting.articles:
        return f"The demonstration is on record in {name}"
    return (
        f"{counting.articles:,} articles with {counting.statements:,} statements"
        f" were read; the record is {name}"
    )
