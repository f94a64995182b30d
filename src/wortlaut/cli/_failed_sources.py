"""`wortlaut failed`: what could not be read, and another try at it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wortlaut._exceptions import LexiconError, ModelError, RecordError
from wortlaut.adding import UPLOADED, kept_name
from wortlaut.cli import INTERRUPTED
from wortlaut.cli._adding import ALL_ADDED, SOME_FAILED, Adding, Manner, Tally
from wortlaut.cli._messages import harmless, say
from wortlaut.cli._opened_record import opened_record

if TYPE_CHECKING:
    from wortlaut.record import Record

_NUMBERED = re.compile(r"(.+):\d+", re.S)


def list_failed(place: str, *, as_json: bool) -> int:
    """Print each source that failed; returns the exit status."""
    found = 0
    try:
        with opened_record(place, create=False) as record:
            for each in record.failed():
                found += 1
                when = each.last_failed_at
                if as_json:
                    fields = {
                        "source": each.source,
                        "problem": each.problem,
                        "advice": each.advice,
                        "attempts": each.attempts,
                        "last_failed_at": when.isoformat(timespec="seconds"),
                    }
                    print(json.dumps(fields, ensure_ascii=False))
                    continue
                times = "once" if each.attempts == 1 else f"{each.attempts} times"
                print(harmless(each.source))
                print(harmless(f"    {each.problem}; {each.advice}"))
                print(f"    tried {times}, last on {when:%Y-%m-%d at %H:%M} UTC")
    except RecordError as error:
        say(f"error: {error}")
        return SOME_FAILED
    if not found and not as_json:
        print("nothing failed")
    return SOME_FAILED if found else ALL_ADDED


def forget_failed(place: str, sources: Sequence[str] | None) -> int:
    """Take these sources, or all, off the list; returns the exit status."""
    try:
        with opened_record(place, create=False) as record:
            kept = {each.source for each in record.failed()}
            wanted = kept if sources is None else _kept_names(sources, kept)
            forgotten = record.forget_failed(sorted(wanted))
    except RecordError as error:
        say(f"error: {error}")
        return SOME_FAILED
    print(f"{forgotten:,} forgotten, {len(kept) - forgotten:,} left")
    return SOME_FAILED if len(kept) > forgotten or wanted - kept else ALL_ADDED


def _kept_names(sources: Sequence[str], kept: set[str]) -> set[str]:
    """The names under which these are kept aside; says of which there is none."""
    names = {source if source in kept else kept_name(source) for source in sources}
    for name in sorted(names - kept):
        say(f"error: {name}: is not among the failed sources; `wortlaut failed` lists them")
    return names


def retry_failed(place: str, manner: Manner) -> int:
    """Try each source that failed again; returns the exit status."""
    try:
        with opened_record(place, create=False) as record:
            tally = _retried(record, manner)
    except (LexiconError, ModelError, RecordError) as error:
        say(f"error: {error}")
        return SOME_FAILED
    except KeyboardInterrupt:
        say("stopped; what is on record stays there")
        return INTERRUPTED
    if not manner.quiet:
        for line in tally.lines():
            print(line)
    return SOME_FAILED if tally.failed else ALL_ADDED


def _retried(record: Record, manner: Manner) -> Tally:
    by_source: dict[str, list[str]] = {}
    total = Tally()
    for each in record.failed():
        source = to_open_again(each.source)
        if source is None:
            way = "was uploaded" if each.source.startswith(UPLOADED) else "came from standard input"
            say(f"error: {each.source}: {way}; give it again")
            total.failed.add(each.source)
        else:
            by_source.setdefault(source, []).append(each.source)
    adding = Adding(record, manner)
    # Files first: those that lead to addresses try them, which are not tried once more then.
    for source, names in sorted(by_source.items(), key=lambda item: "://" in item[0]):
        still = {each.source for each in record.failed()} - total.failed
        if still.isdisjoint(names):
            continue
        tally = adding.add([source])
        # What a file holds may have moved to another line: what did not fail again is over.
        record.forget_failed([name for name in names if name not in tally.failed])
        total.outcomes += tally.outcomes
        total.statements += tally.statements
        total.failed |= tally.failed
    return total


def to_open_again(source: str) -> str | None:
    """What to open for a source that failed: the whole file for one of its lines or records.

    None for standard input and for what was uploaded, which are gone.
    """
    if source == "-" or source.startswith(("-:", UPLOADED)):
        return None
    if "://" in source or Path(source).exists():
        return source
    numbered = _NUMBERED.fullmatch(source)
    return numbered[1] if numbered and Path(numbered[1]).exists() else source
