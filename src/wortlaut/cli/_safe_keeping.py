"""`wortlaut backup`, `wortlaut restore` and `wortlaut check`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wortlaut.cli._record_option import RecordOption, record_place

_SOUND = 0
_FINDINGS = 1
_MOST_FINDINGS = 100

_FileArgument = Annotated[
    Path, typer.Argument(metavar="FILE", help="The backup.", show_default=False)
]


def register(app: typer.Typer) -> None:
    """Put the commands into the app."""
    app.command(
        help="Copy the whole record to a file, while it goes on being used.\n\nThe file "
        "(gzipped lines of JSON) can be restored into SQLite or PostgreSQL."
    )(backup)
    app.command(
        help="Fill a new record from a backup: all of it goes in, or nothing.\n\nThe record "
        "named by --record must be empty or not there yet."
    )(restore)
    app.command(
        help="Look whether everything on record is as it should be.\n\nEvery span must lie in "
        "its article, every quotation be its article's words, every statement be found by "
        "searching. Leaves with 0 when all is well, else with 1."
    )(check)


def backup(file: _FileArgument, *, record: RecordOption = None) -> None:
    """Write the backup and leave with the exit status."""
    from wortlaut.cli._looking_up import Stopped, told_errors  # noqa: PLC0415 - not for --help
    from wortlaut.cli._opened_record import opened_record  # noqa: PLC0415

    try:
        with told_errors(), opened_record(record_place(record), create=False) as opened:
            rows = opened.back_up(file)
            print(f"{rows:,} rows of {opened.name} are in {file}")
    except Stopped as stopped:
        raise typer.Exit(stopped.status) from None


def restore(file: _FileArgument, *, record: RecordOption = None) -> None:
    """Fill the record and leave with the exit status."""
    from wortlaut.cli._looking_up import Stopped, told_errors  # noqa: PLC0415 - not for --help
    from wortlaut.cli._opened_record import opened_record  # noqa: PLC0415

    try:
        with told_errors(), opened_record(record_place(record), create=True) as opened:
            rows = opened.restore(file)
            print(f"{rows:,} rows of {file} are in {opened.name}")
    except Stopped as stopped:
        raise typer.Exit(stopped.status) from None


def check(*, record: RecordOption = None) -> None:
    """Print what is wrong and leave with the exit status."""
    from wortlaut.cli._looking_up import Stopped, told_errors  # noqa: PLC0415 - not for --help
    from wortlaut.cli._messages import harmless  # noqa: PLC0415
    from wortlaut.cli._opened_record import opened_record  # noqa: PLC0415

    findings = 0
    try:
        with told_errors(), opened_record(record_place(record), create=False) as opened:
            for finding in opened.check():
                findings += 1
                if findings <= _MOST_FINDINGS:
                    print(harmless(finding))
            if findings > _MOST_FINDINGS:
                print(f"and {findings - _MOST_FINDINGS:,} more")
            elif not findings:
                print(f"{opened.name}: all is well")
    except Stopped as stopped:
        raise typer.Exit(stopped.status) from None
    raise typer.Exit(_FINDINGS if findings else _SOUND)
