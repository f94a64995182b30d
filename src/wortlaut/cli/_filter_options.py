"""The options that say which statements are meant, for every command that looks them up."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from wortlaut.model import Act, QuotationType

if TYPE_CHECKING:
    from wortlaut.record import Filters

SpeakerOption = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Said by somebody of this name.", show_default=False),
]
AboutOption = Annotated[
    str | None,
    typer.Option(
        metavar="WORDS",
        help="About this: in the quotation, the question or the headline.",
        show_default=False,
    ),
]
MentionsOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Naming somebody of this name in the quotation.", show_default=False
    ),
]
TypeOption = Annotated[
    list[QuotationType] | None,
    typer.Option(
        "--type",
        metavar="TYPE",
        help=f"Of this type: {', '.join(QuotationType)}. Give it again for another type.",
        show_default=False,
    ),
]
ActOption = Annotated[
    list[Act] | None,
    typer.Option(
        "--act",
        metavar="ACT",
        help=f"Of this act: {', '.join(Act)}. Give it again for another act.",
        show_default=False,
    ),
]
OutletOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Published by this outlet.", show_default=False)
]
FromOption = Annotated[
    datetime | None,
    typer.Option(
        "--from",
        formats=["%Y-%m-%d"],
        metavar="DATE",
        help="Said on this day (2026-11-23) or later.",
        show_default=False,
    ),
]
ToOption = Annotated[
    datetime | None,
    typer.Option(
        "--to",
        formats=["%Y-%m-%d"],
        metavar="DATE",
        help="Said on this day or before.",
        show_default=False,
    ),
]
LanguageOption = Annotated[
    str | None,
    typer.Option(
        metavar="CODE", help="In an article of this language: de, en.", show_default=False
    ),
]
VerbatimOption = Annotated[
    bool, typer.Option("--verbatim", help="Only with words as they were said.")
]


def filters_of(
    *,
    speaker: str | None,
    about: str | None,
    mentions: str | None,
    types: list[QuotationType] | None,
    acts: list[Act] | None,
    outlet: str | None,
    begin: datetime | None,
    end: datetime | None,
    language: str | None,
    verbatim: bool,
) -> Filters:
    """What the options ask for."""
    from wortlaut.record import Filters  # noqa: PLC0415 - pulls in SQLAlchemy

    return Filters(
        speaker=speaker,
        about=about,
        mentions=mentions,
        types=frozenset(types or ()),
        acts=frozenset(acts or ()),
        outlet=outlet,
        begin=begin.date() if begin else None,
        end=end.date() if end else None,
        language=language,
        verbatim=verbatim,
    )
