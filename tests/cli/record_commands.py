"""The commands that keep a record, with a reader that finds by pattern."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import typer
from typer.testing import CliRunner, Result

from wortlaut.cli import _add, _exchange

Command = Callable[..., Result]


def command(record: str | Path | None) -> Command:
    """Runs a command on this record, or on the one that the environment names."""
    app = typer.Typer()
    _add.register(app)
    _exchange.register(app)

    def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
        place = [] if record is None else ["--record", str(record)]
        return CliRunner().invoke(app, [*map(str, arguments), *place], input=stdin)

    return run
