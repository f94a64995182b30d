"""`wortlaut add`: sources in, articles read and kept, a summary at the end."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wortlaut import adding
from wortlaut._exceptions import LexiconError, ModelError, RecordError, SourceError
from wortlaut.cli import INTERRUPTED
from wortlaut.cli._add_progress import AddProgress
from wortlaut.cli._messages import say
from wortlaut.cli._opened_record import opened_record
from wortlaut.cli._reading_options import Reading

if TYPE_CHECKING:
    from wortlaut.record import Record

ALL_ADDED = 0
SOME_FAILED = 1

_OUTCOMES = {
    "new": "new",
    "unchanged": "unchanged",
    "changed": "changed",
    "same_text": "same text elsewhere",
}
_STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Manner:
    """How sources are added."""

    allow_private: bool = False
    quiet: bool = False
    reading: Reading = field(default_factory=Reading)


@dataclass(slots=True)
class Tally:
    """What has come of the sources so far."""

    outcomes: Counter[str] = field(default_factory=Counter)
    """Articles by what adding them did."""
    statements: int = 0
    """Of articles that are new or changed."""
    failed: set[str] = field(default_factory=set)
    """Sources that failed, by the names under which they are kept aside."""
    passed_over: Counter[str] = field(default_factory=Counter)
    """What directories held that is no article."""
    left_behind: int = 0
    """Corrections whose words are not in an article's new text."""

    def lines(self) -> Iterator[str]:
        """The summary, for people."""
        counts = [f"{self.outcomes[name]:,} {what}" for name, what in _OUTCOMES.items()]
        counts.append(f"{len(self.failed):,} failed")
        yield f"{', '.join(counts)}; {self.statements:,} statements added"
        if self.left_behind:
            what = "correction" if self.left_behind == 1 else "corrections"
            yield (
                f"{self.left_behind:,} {what} could not be carried over:"
                " the new text has not their words; the old version keeps them"
            )
        kinds = [f"{count:,} {what}" for what, count in self.passed_over.items() if count]
        if kinds:
            yield f"passed over: {', '.join(kinds)}"
        if self.failed:
            yield "`wortlaut failed` lists what failed, `wortlaut failed --retry` tries it again"


def add_sources(sources: Sequence[str], place: str, manner: Manner) -> int:
    """Put every source on the record at `place`; returns the exit status.

    A source that fails is named on standard error and kept aside; the others are added.
    """
    try:
        with opened_record(place, create=True) as record:
            tally = Adding(record, manner).add(sources)
    except (LexiconError, ModelError, RecordError) as error:
        say(f"error: {error}")
        return SOME_FAILED
    except KeyboardInterrupt:
        say("stopped; what is on record stays there, and the same command goes on from there")
        return INTERRUPTED
    if not manner.quiet:
        for line in tally.lines():
            print(line)
    return SOME_FAILED if tally.failed else ALL_ADDED


class Adding:
    """Puts sources on a record and shows how far it is; the reader is loaded once, if needed."""

    def __init__(self, record: Record, manner: Manner) -> None:
        self._record = record
        self._manner = manner
        reading = manner.reading
        self._adding = adding.Adding(record, reading.reader, prepared=reading.dated)

    def add(self, sources: Sequence[str]) -> Tally:
        """Put these sources on record and say what came of them.

        Raises `RecordError` and `ModelError`; what has been added by then is kept.
        """
        from wortlaut.sources import Intake  # noqa: PLC0415 - pulls in the web

        tally = Tally()
        intake = Intake(sources, allow_private=self._manner.allow_private, heard=self._adding.hear)
        if _STANDARD_INPUT in sources and sys.stdin.isatty():
            say("reading standard input; Ctrl-D ends it")
        with AddProgress(intake, shown=not self._manner.quiet) as progress:
            self._adding.add(intake, _Counting(tally, progress))
        tally.passed_over.update(
            {"hidden": intake.hidden, "binary": intake.binary, "special": intake.special}
        )
        tally.left_behind = self._record.left_behind
        return tally


@dataclass(frozen=True, slots=True)
class _Counting:
    """Counts what comes of each source, and tells the person who waits."""

    tally: Tally
    progress: AddProgress

    def settled(self, taken: adding.Taken) -> None:
        self.tally.outcomes[taken.outcome.value] += 1
        self.tally.statements += taken.statements
        for warning in taken.article.warnings if taken.read else ():
            self.progress.say(f"warning: {taken.article.source}: {warning}")
        self.progress.advance()

    def failed(self, error: SourceError, name: str) -> None:
        self.tally.failed.add(name)
        self.progress.say(f"error: {error}")
