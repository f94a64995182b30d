"""`wortlaut read`: sources in, printed articles out, an exit status at the end."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from itertools import chain

from wortlaut._exceptions import LexiconError, ModelError, SourceError
from wortlaut._json_form import article_to_json_line
from wortlaut.cli import INTERRUPTED
from wortlaut.cli._messages import say
from wortlaut.cli._progress import Progress
from wortlaut.cli._reading_options import Reading
from wortlaut.model import Article, QuotationType, Statement

ALL_READ = 0
SOME_FAILED = 1
PIPE_CLOSED = 141
"""What a shell sees of a command that wrote to a closed pipe: 128 + SIGPIPE."""

Printer = Callable[[Article, int], None]
"""Prints an article; the number counts its statements before any were left out."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which statements a person asked for."""

    types: frozenset[QuotationType]
    min_confidence: float

    def of(self, article: Article) -> Article:
        """The article with these statements only; they keep their numbers."""
        kept = tuple(statement for statement in article.statements if self._takes(statement))
        return replace(article, statements=kept)

    def _takes(self, statement: Statement) -> bool:
        return statement.type in self.types and statement.confidence >= self.min_confidence


def read_sources(
    sources: list[str],
    wanted: Wanted,
    reading: Reading,
    *,
    as_json: bool,
    quiet: bool,
    allow_private: bool,
) -> int:
    """Read every source and print it; returns the exit status.

    A source that fails is named on standard error and counted; the others are read.
    """
    opening = _Opening(sources, allow_private, Progress(len(sources), shown=not quiet))
    printer = _json_printer() if as_json else _terminal_printer(quiet=quiet)
    try:
        with opening.progress:
            for article in _read_all(opening.articles(), reading):
                _print(article, wanted, printer, opening.progress)
    except (ModelError, LexiconError) as error:
        say(f"error: {error}")
        return SOME_FAILED
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        _abandon_output()
        return PIPE_CLOSED
    except _Unwritable as error:
        _abandon_output()
        say(f"error: standard output: cannot be written ({error}); make room, then run it again")
        return SOME_FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    return SOME_FAILED if opening.failures else ALL_READ


class _Unwritable(Exception):
    """Standard output takes no more, for another reason than that its reader has gone."""


def _abandon_output() -> None:
    """Leave the interpreter nothing that it could fail to write at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, stream.fileno())


@dataclass(slots=True)
class _Opening:
    """Opens one source after the other, and keeps count of those that failed."""

    sources: list[str]
    allow_private: bool
    progress: Progress
    failures: int = 0

    def articles(self) -> Iterator[Article]:
        from wortlaut.sources import open_source  # noqa: PLC0415 - pulls in the web

        for index, source in enumerate(self.sources):
            if source == "-" and sys.stdin.isatty():
                say("reading standard input; Ctrl-D ends it")
            for found in open_source(source, allow_private=self.allow_private):
                if isinstance(found, SourceError):
                    self.failures += 1
                    self.progress.say(f"error: {found}")
                else:
                    self.progress.opened(index)
                    yield found


def _read_all(articles: Iterator[Article], reading: Reading) -> Iterable[Article]:
    first = next(articles, None)
    if first is None:
        # Nothing could be opened: no need to load the model to say so.
        return ()
    return reading.reader().read_many(map(reading.dated, chain([first], articles)))


def _print(article: Article, wanted: Wanted, printer: Printer, progress: Progress) -> None:
    for warning in article.warnings:
        progress.say(f"warning: {article.source}: {warning}")
    with progress.set_aside() if sys.stdout.isatty() else nullcontext():
        try:
            printer(wanted.of(article), len(article.statements))
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _Unwritable(error.strerror) from error
    progress.printed()


def _json_printer() -> Printer:
    if isinstance(sys.stdout, io.TextIOWrapper):
        # JSON is UTF-8 whatever the terminal speaks.
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")

    def print_line(article: Article, found: int) -> None:
        print(article_to_json_line(article))

    return print_line


def _terminal_printer(*, quiet: bool) -> Printer:
    from wortlaut.cli._terminal import (  # noqa: PLC0415 - Rich is not needed for JSON
        ArticleConsole,
        print_article,
    )

    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that lacks a letter shows "?" for it; the article is still read.
        sys.stdout.reconfigure(errors="replace")
    console = ArticleConsole()

    printed = 0

    def print_for_a_person(article: Article, found: int) -> None:
        nonlocal printed
        if printed:
            console.print()
        printed += 1
        print_article(console, article, found=found, head=not quiet)

    return print_for_a_person
