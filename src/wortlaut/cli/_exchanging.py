"""`wortlaut export` and `wortlaut import`: the record out to other tools, corrections back."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from wortlaut._exceptions import ExchangeError, QueryError, RecordError
from wortlaut.cli import INTERRUPTED
from wortlaut.cli._messages import say
from wortlaut.cli._opened_record import opened_record
from wortlaut.exchange import (
    FORMATS,
    LABELING_CONFIG,
    Correction,
    Returned,
    article_urn,
    corrections,
    exported,
    returned,
)

if TYPE_CHECKING:
    from wortlaut.record import Filters, KeptArticle, Record

DONE = 0
SOME_FAILED = 1
PIPE_CLOSED = 141
_STANDARD = "-"
_BINARY = ("parquet", "cas")


def print_labeling_config() -> int:
    """Print Label Studio's labeling interface for our tasks."""
    print(LABELING_CONFIG, end="")
    return DONE


def export_articles(
    place: str, form: str, output: str, *, words: str, filters: Filters, quiet: bool
) -> int:
    """Write the articles of the record at `place` to `output`; returns the exit status.

    A file is whole or not there: it is written beside its place and put there at the end.
    """
    if output == _STANDARD and form in _BINARY and sys.stdout.isatty():
        say(f"error: {form} is not for a terminal; name a file with --output")
        return SOME_FAILED
    try:
        with opened_record(place, create=False) as record, _written(output) as file:
            from wortlaut.record._identity import identity  # noqa: PLC0415 - pulls in SQLAlchemy

            articles = record.articles(filters, words)
            for piece in exported(articles, form, key=identity):
                file.write(piece)
            file.flush()
    except BrokenPipeError:
        _abandon_output()
        return PIPE_CLOSED
    except (ExchangeError, QueryError, RecordError) as error:
        say(f"error: {error}")
        return SOME_FAILED
    except OSError as error:
        say(f"error: {output}: cannot be written ({error.strerror or error})")
        return SOME_FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    if FORMATS[form].loses and not quiet:
        say(f"{form} cannot carry: {'; '.join(FORMATS[form].loses)}")
    return DONE


@contextmanager
def _written(output: str) -> Iterator[BinaryIO]:
    if output == _STANDARD:
        yield sys.stdout.buffer
        return
    from wortlaut.record._overwriting import refuse_record  # noqa: PLC0415 - pulls in SQLAlchemy

    place = Path(output)
    refuse_record(place)
    beside = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            yield file
        beside.replace(place)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _abandon_output() -> None:
    """Leave the interpreter nothing that it could fail to write at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError):
        sys.stdout.flush()
    os.dup2(nowhere, sys.stdout.fileno())


def import_files(place: str, form: str, files: Sequence[str], *, quiet: bool) -> int:
    """Store what was corrected in these files; returns the exit status."""
    counts: Counter[str] = Counter()
    try:
        with opened_record(place, create=False) as record:
            for name in files:
                _import_file(record, form, name, counts)
    except RecordError as error:
        say(f"error: {error}")
        return SOME_FAILED
    except KeyboardInterrupt:
        say("stopped; articles that were taken in are corrected")
        return INTERRUPTED
    if not quiet:
        told = ", ".join(f"{counts[kind]:,} {kind}" for kind in ("changed", "added", "removed"))
        where = f"{counts['articles']:,} article{'' if counts['articles'] == 1 else 's'}"
        print(f"{told} statements in {where}; {counts['failed']:,} failed")
    return SOME_FAILED if counts["failed"] else DONE


def _import_file(record: Record, form: str, name: str, counts: Counter[str]) -> None:
    try:
        with nullcontext(sys.stdin.buffer) if name == _STANDARD else Path(name).open("rb") as file:
            nothing = True
            for each in returned(file, form, source=name):
                nothing = False
                try:
                    found = _taken_in(record, each)
                except ExchangeError as error:
                    counts["failed"] += 1
                    say(f"error: {error}")
                else:
                    counts["articles"] += 1
                    counts.update(correction.kind.value for correction in found)
            if nothing:
                counts["failed"] += 1
                say(f"error: {name}: holds no article; give what the tool wrote")
    except ExchangeError as error:
        counts["failed"] += 1
        say(f"error: {error}")
    except OSError as error:
        counts["failed"] += 1
        say(f"error: {name}: cannot be read ({error.strerror or error})")


def _taken_in(record: Record, given: Returned | ExchangeError) -> Sequence[Correction]:
    """Store what was corrected of one article, and give it back.

    Raises `ExchangeError` where that cannot be.
    """
    if isinstance(given, ExchangeError):
        raise given
    kept, found = _corrections(record, given)
    try:
        if found:
            record.correct(kept, found)
    except ValueError as error:
        raise ExchangeError(
            given.where, f"was corrected by somebody else meanwhile ({error})", "import it again"
        ) from error
    return found


def _corrections(record: Record, given: Returned) -> tuple[KeptArticle, Sequence[Correction]]:
    """The version that was exported, told by its text, and what is to be corrected in it.

    Raises `ExchangeError` where the record has no such article, or the annotations do not fit.
    """
    versions = tuple(reversed(record.versions(given.key))) if given.key else ()
    if given.text is not None:
        versions = tuple(kept for kept in versions if kept.article.text == given.text)
        versions = versions or record.with_text(given.text)
    elif given.urn is not None:
        named = given.key or ""
        versions = tuple(kept for kept in versions if article_urn(kept.article, named) == given.urn)
    if not versions:
        raise ExchangeError(
            given.where, "is on no article of this record", "name the record it was exported from"
        )
    failure: ExchangeError | None = None
    for kept in versions:
        try:
            return kept, corrections(kept.article, given)
        except ExchangeError as error:
            failure = failure or error
    assert failure is not None  # there is at least one version
    raise failure
