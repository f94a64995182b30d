"""`wortlaut utterance`: its options and what `--help` says about it."""

from __future__ import annotations

from typing import Annotated

import typer

from wortlaut.cli._record_option import RecordOption, record_place

_HELP = (
    "Show what somebody said on one occasion in all wordings on record.\n\n"
    "Prints the wordings in order of time: which is the earliest, which the fullest, and where "
    "the others leave out, add or replace words. Where outlets give different words as the "
    "speaker's very own, that is pointed out (drift). Articles of nearly the same text, as an "
    "agency's report in several outlets, count as one source.\n\n"
    "Leaves with 0, with 1 when there is no statement of that number, 2 when the command was "
    "not understood."
)
_EXAMPLES = """[bold]Examples[/bold]

  wortlaut utterance 4711
  wortlaut utterance 4711 --json"""


def register(app: typer.Typer) -> None:
    """Put the command into the app."""
    app.command(help=_HELP, epilog=_EXAMPLES)(utterance)


def utterance(
    number: Annotated[
        int,
        typer.Argument(
            metavar="ID",
            min=1,
            help="The number of an utterance or of any statement, as `wortlaut search` shows it.",
            show_default=False,
        ),
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as one line of JSON.")] = False,
    record: RecordOption = None,
) -> None:
    """Print the utterance and leave with the exit status."""
    from wortlaut.cli._utterance_lines import print_utterance  # noqa: PLC0415 - not for --help

    raise typer.Exit(print_utterance(record_place(record), number, as_json=as_json))
