"""`wortlaut people`, `wortlaut merge` and `wortlaut split`: who is who on record."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from wortlaut.cli._record_option import RecordOption, record_place

if TYPE_CHECKING:
    from wortlaut.record import Record

_PEOPLE_HELP = (
    "List who speaks on record, most often quoted first: number, names, roles, days, counts.\n\n"
    "With a name, whoever is called so, in any spelling: Selenskyj finds Zelensky. With "
    "--proposals, two and two who may be one person, with what speaks for it (+) and against it "
    "(-): decide with merge, or with merge --never.\n\n"
    "Leaves with 0 when there is somebody to list, else with 1."
)
_MERGE_HELP = (
    "Say that two on record are one person, or with --never that they are two.\n\n"
    "Both are named by their numbers, as people shows them, or by names that only one has. No "
    "later run undoes it. Leaves with 0, with 1 when it cannot be done."
)
_SPLIT_HELP = (
    "Say that who speaks in some articles under a person's name is somebody else.\n\n"
    "They become a person of their own. No later run undoes it. Leaves with 0, with 1 when it "
    "cannot be done."
)
_AnewOption = Annotated[
    bool, typer.Option("--anew", help="Take back earlier decisions that say otherwise.")
]


def register(app: typer.Typer) -> None:
    """Put the commands into the app."""
    app.command(help=_PEOPLE_HELP)(people)
    app.command(help=_MERGE_HELP)(merge)
    app.command(help=_SPLIT_HELP)(split)


def people(
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Only those called so.", show_default=False),
    ] = None,
    *,
    proposals: Annotated[
        bool, typer.Option("--proposals", help="List who may be one person.")
    ] = False,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, metavar="NUMBER", help="Show at most so many.")
    ] = 50,
    as_json: Annotated[bool, typer.Option("--json", help="Print a line of JSON for each.")] = False,
    record: RecordOption = None,
) -> None:
    """Print the list and leave with the exit status."""
    from wortlaut.cli._people_lines import print_people, print_proposals  # noqa: PLC0415

    if proposals and name:
        raise typer.BadParameter("give a name or --proposals, not both")

    def listed(opened: Record) -> int:
        if proposals:
            return print_proposals(opened.proposals(limit=limit), as_json=as_json)
        return print_people(opened.people(" ".join(name or ()), limit=limit), as_json=as_json)

    raise typer.Exit(_done(record, listed))


def merge(
    one: Annotated[str, typer.Argument(metavar="ONE", help="A number or name.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Another one.")],
    *,
    never: Annotated[
        bool, typer.Option("--never", help="They are two people: do not ask again.")
    ] = False,
    anew: _AnewOption = False,
    record: RecordOption = None,
) -> None:
    """Store the decision and leave with the exit status."""

    def decided(opened: Record) -> int:
        if never:
            opened.keep_apart(one, other, anew=anew)
            print(f"{one} and {other} are two")
        else:
            kept = opened.merge(one, other, anew=anew)
            print(f"{one} and {other} are one: #{kept}")
        return 0

    raise typer.Exit(_done(record, decided))


def split(
    person: Annotated[str, typer.Argument(metavar="PERSON", help="A number or name.")],
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE", help="Addresses of articles.")
    ],
    *,
    anew: _AnewOption = False,
    record: RecordOption = None,
) -> None:
    """Store the decision and leave with the exit status."""

    def decided(opened: Record) -> int:
        number = opened.split(person, articles, anew=anew)
        print(f"who speaks there is #{number}")
        return 0

    raise typer.Exit(_done(record, decided))


def _done(record: str | None, does: Callable[[Record], int]) -> int:
    """Do it on the record; returns the exit status."""
    from wortlaut._exceptions import ContradictoryRuling, PersonUnclear  # noqa: PLC0415
    from wortlaut.cli._looking_up import NOTHING, Stopped, told_errors  # noqa: PLC0415
    from wortlaut.cli._messages import say  # noqa: PLC0415
    from wortlaut.cli._opened_record import opened_record  # noqa: PLC0415

    try:
        with told_errors(), opened_record(record_place(record), create=False) as opened:
            return does(opened)
    except Stopped as stopped:
        return stopped.status
    except PersonUnclear as error:
        say(f"error: {error}")
    except ContradictoryRuling as error:
        say(f"error: {error}, with --anew")
    return NOTHING
