"""`wortlaut positions` and `wortlaut compare`: who said what on a topic, and since when."""

from __future__ import annotations

from typing import Annotated

import typer

from wortlaut.cli._record_option import RecordOption, record_place

_POSITIONS_HELP = (
    "Show what a person said on a topic, in order of time: act, condition, negation, when, "
    "outlet.\n\n"
    "Statements with the topic's words in any form are shown, or with such a headline, and those "
    "close in meaning to one that has them, in the other language too. Where two on the same "
    "matter seem to contradict each other, both are pointed at: a question to you, no verdict.\n\n"
    "Leaves with 0 when something is on record, 1 when nothing is or the name is nobody's or of "
    "several, 2 when the command was not understood."
)
_COMPARE_HELP = (
    "Show what two persons said on a topic side by side, in order of time, and where one seems "
    "to speak against the other: a question to you, no verdict.\n\n"
    "Each is named by a name that only one on record has, in any spelling, or by a number "
    "(17, #17) that wortlaut people shows; put names of several words in quotation marks. "
    "Leaves as positions does."
)
_COMPARE_EXAMPLES = """[bold]Examples[/bold]

  wortlaut positions Selenskyj --topic Waffenruhe
  wortlaut compare "Wladimir Putin" Selenskyj --topic Verhandlungen
  wortlaut compare 17 4 --topic "gas transit" --json"""
_TopicOption = Annotated[
    str, typer.Option("--topic", metavar="WORDS", help="What it is to be about.")
]
_JsonOption = Annotated[bool, typer.Option("--json", help="Print it as one line of JSON.")]


def register(app: typer.Typer) -> None:
    """Put the commands into the app."""
    app.command(help=_POSITIONS_HELP)(positions)
    app.command(help=_COMPARE_HELP, epilog=_COMPARE_EXAMPLES)(compare)


def positions(
    person: Annotated[
        list[str], typer.Argument(metavar="PERSON", help="A name or number.", show_default=False)
    ],
    *,
    topic: _TopicOption,
    as_json: _JsonOption = False,
    record: RecordOption = None,
) -> None:
    """Print the statements and leave with the exit status."""
    from wortlaut.cli._position_lines import print_positions  # noqa: PLC0415 - not for --help

    place = record_place(record)
    raise typer.Exit(print_positions(place, " ".join(person), topic, as_json=as_json))


def compare(
    one: Annotated[
        str, typer.Argument(metavar="ONE", help="A name or number.", show_default=False)
    ],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Another.", show_default=False)],
    *,
    topic: _TopicOption,
    as_json: _JsonOption = False,
    record: RecordOption = None,
) -> None:
    """Print both persons' statements and leave with the exit status."""
    from wortlaut.cli._position_lines import print_compared  # noqa: PLC0415 - not for --help

    raise typer.Exit(print_compared(record_place(record), one, other, topic, as_json=as_json))
