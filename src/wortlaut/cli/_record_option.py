"""Which record a command is about."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

RecordOption = Annotated[
    str | None,
    typer.Option(
        "--record",
        envvar="WORTLAUT_RECORD",
        metavar="FILE|URL",
        help="The record: a file, or the address of a PostgreSQL database "
        "(postgresql://USER@HOST/NAME). Without it, a file among your user data.",
        show_default=False,
    ),
]


def record_place(option: str | None) -> str:
    """Where the record is: as told, or the file in the user's data directory."""
    if option:
        return option
    from platformdirs import user_data_path  # noqa: PLC0415 - not for --help

    return str(Path(user_data_path("wortlaut", appauthor=False), "record.sqlite"))
