"""The commands that keep a record, with a reader that finds by pattern.

Run as a program it is `wortlaut` with these commands and that reader.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import typer
from typer.testing import CliRunner, Result

from wortlaut.cli import _add, _exchange

Command = Callable[..., Result]


def app() -> typer.Typer:
    """Only these commands."""
    made = typer.Typer()
    _add.register(made)
    _exchange.register(made)
    return made


def command(record: str | Path | None) -> Command:
    """Runs a command on this record, or on the one that the environment names."""

    def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
        place = [] if record is None else ["--record", str(record)]
        return CliRunner().invoke(app(), [*map(str, arguments), *place], input=stdin)

    return run


if __name__ == "__main__":
    import sys

    import wortlaut.reading
    from tests.cli.scripted_reader import ScriptedReader
    from wortlaut.cli import INTERRUPTED

    wortlaut.reading.Reader = ScriptedReader  # type: ignore[misc,assignment]
    try:
        app()()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
