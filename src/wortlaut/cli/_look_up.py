"""`wortlaut search` and `wortlaut person`: their options and what `--help` says about them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from wortlaut.cli import _filter_options as wanted
from wortlaut.cli._record_option import RecordOption, record_place

_SEARCH_HELP = (
    "Find who said what on record.\n\n"
    "Words are found in the quotations, in either spelling of umlauts and in inflected forms that "
    "share their stem (Verhandlung finds Verhandlungen, but sagen does not find sagte). "
    '"A phrase" is found in exactly its words, verhandl* by its beginning; as the shell eats '
    """quotation marks and tries to fill in *, put single ones around: '"a phrase"', """
    "'verhandl*'. AND, OR, NOT (in capitals) and parentheses join them; a blank is an AND. Without "
    "words, the options alone say what is meant.\n\n"
    "Leaves with 0 when something was found, 1 when nothing was, 2 when the words or the "
    "command were not understood."
)
_SEARCH_EXAMPLES = """[bold]Examples[/bold]

  wortlaut search Verhandlungen --speaker Peskow
  wortlaut search '"zu Verhandlungen bereit" OR waffenruh*' --from 2026-01-01
  wortlaut search 'Gas NOT Preis' --verbatim --outlet tagesschau --sort relevance
  wortlaut search --act denies --about Ukraine --csv > denials.csv
  wortlaut search --like "Der Hafen wird nicht verkauft" --from 2026-01-01
  wortlaut search --articles 'Sanktion* NOT Gas' --outlet tagesschau"""
_PERSON_HELP = (
    "Show what is on record of a person: roles, statements by month, who quotes them, to whom "
    "they speak, the latest and earliest statements, conditions they set, and denials.\n\n"
    "Whoever is called so is meant, in any spelling (Selenskyj finds Zelensky), or the one of a "
    "number (17) that wortlaut people shows; else all whose names hold the words.\n\n"
    "Leaves with 0, with 1 when nobody of that name is on record, 2 when the command was not "
    "understood."
)


class Sort(StrEnum):
    """How what was found is sorted."""

    DATE = "date"
    OLDEST = "oldest"
    RELEVANCE = "relevance"


def register(app: typer.Typer) -> None:
    """Put the commands into the app."""
    app.command(help=_SEARCH_HELP, epilog=_SEARCH_EXAMPLES)(search)
    app.command(help=_PERSON_HELP)(person)


def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS", help="What to look for.", show_default=False),
    ] = None,
    *,
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
    like: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            help="Find what means much the same as this, in German and English, the nearest "
            "first, instead of words. All other options that say what is meant apply.",
            show_default=False,
        ),
    ] = None,
    articles: Annotated[
        bool,
        typer.Option(
            "--articles",
            help="Find articles by their title and whole text instead. Of the filters, "
            "--outlet, --language, --from and --to apply; days are those of publication.",
        ),
    ] = False,
    sort: Annotated[
        Sort,
        typer.Option(
            metavar="ORDER",
            help="date (newest first), oldest, or relevance, which picks the best of the "
            "newest three hundred that are found.",
        ),
    ] = Sort.DATE,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, metavar="NUMBER", help="Show at most so many.")
    ] = 20,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print each statement found on a line of JSON.")
    ] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a table as CSV, in UTF-8.")] = False,
    record: RecordOption = None,
) -> None:
    """Print what is found and leave with the exit status."""
    from wortlaut.cli._looking_up import Asked, Output, print_found  # noqa: PLC0415

    if as_json and as_csv:
        raise typer.BadParameter("give --json or --csv, not both")
    if articles:
        _refuse_with_articles(
            speaker=speaker,
            about=about,
            mentions=mentions,
            type=types,
            act=acts,
            verbatim=verbatim,
            like=like,
        )
    if like is not None and (words or sort is not Sort.DATE):
        raise typer.BadParameter("--like stands instead of WORDS and --sort; leave those out")
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
    output = Output.JSON if as_json else Output.CSV if as_csv else Output.TERMINAL
    asked = Asked(" ".join(words or ()), filters, sort.value, limit, like)
    raise typer.Exit(print_found(record_place(record), asked, output, articles=articles))


def _refuse_with_articles(**given: object) -> None:
    named = [f"--{name}" for name, value in given.items() if value]
    if named:
        raise typer.BadParameter(
            f"{', '.join(named)}: asked of statements, not of articles; leave out --articles"
        )


def person(
    name: Annotated[
        list[str], typer.Argument(metavar="NAME", help="The name.", show_default=False)
    ],
    *,
    topic: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="Show statements about this.", show_default=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as one line of JSON.")] = False,
    record: RecordOption = None,
) -> None:
    """Print the dossier and leave with the exit status."""
    from wortlaut.cli._dossier_lines import print_dossier  # noqa: PLC0415 - not for --help

    raise typer.Exit(print_dossier(record_place(record), " ".join(name), topic, as_json=as_json))
