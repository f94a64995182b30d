"""`wortlaut demo`: its options and what `--help` says about it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

_HELP = (
    "Make a demonstration record and show it in the browser.\n\n"
    "The articles, German and English, were written for it: seven outlets that do not exist report "
    "for a year on two countries that do not exist either. They are read as any others are. "
    "The record stays, for all other commands, and is used again the next time.\n\n"
    "Leaves with 0 when it was stopped with Ctrl-C, or 1 when the record, the model or the port "
    "could not be used."
)
_EXAMPLES = """[bold]Examples[/bold]

  wortlaut demo
  wortlaut demo --no-open --record demo.sqlite
  wortlaut search Wasser --record demo.sqlite"""


def register(app: typer.Typer) -> None:
    """Put the command into the app."""
    app.command(help=_HELP, epilog=_EXAMPLES)(demo)


def demo(
    *,
    record: Annotated[
        Path | None,
        typer.Option(
            "--record",
            metavar="FILE",
            help="Where the record goes. Without it, a file in your cache directory.",
            show_default=False,
        ),
    ] = None,
    anew: Annotated[bool, typer.Option("--anew", help="Throw the record away first.")] = False,
    no_open: Annotated[
        bool,
        typer.Option("--no-open", help="Only make the record; start no server, open no browser."),
    ] = False,
    port: Annotated[
        int,
        typer.Option(
            min=0, max=65535, metavar="NUMBER", help="Serve on this port; 0 takes a free one."
        ),
    ] = 8000,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print neither a progress bar nor the summary.")
    ] = False,
) -> None:
    """Make the record, serve it until stopped, and leave with the exit status."""
    from wortlaut.cli._demonstrating import (  # noqa: PLC0415 - not for --help
        make_demo,
        next_steps,
        serve_demo,
    )

    path = record or _default_path()
    status = make_demo(path, anew=anew, quiet=quiet)
    if status == 0 and not no_open:
        status = serve_demo(path, port)
    elif status == 0 and not quiet:
        for line in next_steps(path):
            typer.echo(line)
    raise typer.Exit(status)


def _default_path() -> Path:
    from platformdirs import user_cache_path  # noqa: PLC0415 - not for --help

    return user_cache_path("wortlaut", appauthor=False) / "demo.sqlite"
