"""`wortlaut export` and `wortlaut import`: their options and what `--help` says about them."""

from __future__ import annotations

from typing import Annotated

import typer

from wortlaut.cli import _filter_options as wanted
from wortlaut.cli._record_option import RecordOption, record_place

# `wortlaut.exchange.FORMATS`, which would bring all formats along for --help.
_OUT = ("jsonl", "csv", "parquet", "webannotation", "schemaorg", "cas", "labelstudio", "ftm")
_BACK = ("webannotation", "cas", "labelstudio")

_EXPORT_HELP = (
    "Write what is on record for other tools, whole or in part.\n\n"
    "[bold]jsonl[/bold] is our own form and holds all of the current articles and statements; "
    "of the others, standard error says what they cannot carry. Older versions, statements "
    "taken out, and which statements a person corrected are in no export: "
    "[bold]wortlaut backup[/bold] has them. "
    "[bold]cas[/bold] is UIMA CAS JSON for INCEpTION, in a ZIP archive; "
    "[bold]ftm[/bold] is FollowTheMoney. What comes back corrected from webannotation, cas or "
    "labelstudio, [bold]wortlaut import[/bold] takes in."
)
_EXPORT_EXAMPLES = """[bold]Examples[/bold]

  wortlaut export --format csv > statements.csv
  wortlaut export --format cas --speaker Peskow --output peskow.zip
  wortlaut export Verhandlungen --format parquet --from 2026-01-01 --output talks.parquet
  wortlaut export --format labelstudio --labeling-config > interface.xml"""
_IMPORT_HELP = (
    "Take corrections of statements back from another tool.\n\n"
    "Give what was exported, corrected there: statements that were changed, added or taken out "
    "are stored as a person's, and the reader never overwrites them. What is as it was changes "
    "nothing.\n\n"
    "Leaves with 0 when all fitted, 1 when something did not (each is named on standard error; "
    "the others were taken in), 2 when the command was not understood."
)


def register(app: typer.Typer) -> None:
    """Put the commands into the app."""
    app.command(help=_EXPORT_HELP, epilog=_EXPORT_EXAMPLES)(export)
    app.command("import", help=_IMPORT_HELP)(take_in)


def _known(names: tuple[str, ...], given: str) -> str:
    if given not in names:
        raise typer.BadParameter(f"{given!r} is not one of {', '.join(names)}")
    return given


def _out(given: str) -> str:
    return _known(_OUT, given)


def _back(given: str) -> str:
    return _known(_BACK, given)


def export(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORDS",
            help="Only statements with these words, as [bold]wortlaut search[/bold] finds them.",
            show_default=False,
        ),
    ] = None,
    *,
    form: Annotated[
        str,
        typer.Option("--format", metavar="FORMAT", help=f"{', '.join(_OUT)}.", callback=_out),
    ],
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="FILE", help="Where to; - is standard output."),
    ] = "-",
    speaker: wanted.SpeakerOption = None,
    about: wanted.AboutOption = None,
    mentions: wanted.MentionsOption = None,
    types: wanted.TypeOption = None,
    acts: wanted.ActOption = None,
    outlet: wanted.OutletOption = None,
    begin: wanted.FromOption = None,
    end: wanted.ToOption = None,
    language: wanted.LanguageOption = None,
    verbatim: wanted.VerbatimOption = False,
    labeling_config: Annotated[
        bool,
        typer.Option(
            "--labeling-config",
            help="With labelstudio: print the project's labeling interface instead.",
        ),
    ] = False,
    record: RecordOption = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Do not say what the format cannot carry.")
    ] = False,
) -> None:
    """Write the record's articles in a format and leave with the exit status."""
    from wortlaut.cli._exchanging import export_articles, print_labeling_config  # noqa: PLC0415

    if labeling_config:
        if form != "labelstudio":
            raise typer.BadParameter("--labeling-config goes with --format labelstudio")
        raise typer.Exit(print_labeling_config())
    filters = wanted.filters_of(
        speaker=speaker,
        about=about,
        mentions=mentions,
        types=types,
        acts=acts,
        outlet=outlet,
        begin=begin,
        end=end,
        language=language,
        verbatim=verbatim,
    )
    status = export_articles(
        record_place(record),
        form,
        output,
        words=" ".join(words or ()),
        filters=filters,
        quiet=quiet,
    )
    raise typer.Exit(status)


def take_in(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE", help="What the tool gave back; - is standard input.", show_default=False
        ),
    ],
    *,
    form: Annotated[
        str,
        typer.Option("--format", metavar="FORMAT", help=f"{', '.join(_BACK)}.", callback=_back),
    ],
    record: RecordOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print no summary.")] = False,
) -> None:
    """Store what a person corrected and leave with the exit status."""
    from wortlaut.cli._exchanging import import_files  # noqa: PLC0415 - not for --help

    raise typer.Exit(import_files(record_place(record), form, files, quiet=quiet))
