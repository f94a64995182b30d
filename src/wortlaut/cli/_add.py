"""`wortlaut add` and `wortlaut failed`: their options and what `--help` says about them."""

from __future__ import annotations

from typing import Annotated

import typer

from wortlaut.cli._reading_options import (
    PublishedOption,
    Reading,
    ThreadsOption,
    WordListsOption,
)
from wortlaut.cli._record_option import RecordOption, record_place

_ADD_HELP = (
    "Read news articles and keep them, with who said what in them, on record.\n\n"
    "Takes all that [bold]wortlaut read[/bold] takes, and what leads to articles: directories, "
    "patterns (in quotes), files with an address on each line, RSS and Atom feeds, OPML. Archives "
    "(WARC, gzipped or not) and IPTC ninjs are read too.\n\n"
    "An article that is on record already is not read again; one whose text has changed becomes "
    "a new version, and the old one stays. Each article is kept as soon as it has been read, so "
    "that a run that was stopped can simply be started again. Sources that fail are kept aside: "
    "see [bold]wortlaut failed[/bold].\n\n"
    "Leaves with 0 when all was read, 1 when some sources failed, 2 when the command was not "
    "understood."
)
_ADD_EXAMPLES = """[bold]Examples[/bold]

  wortlaut add pages/
  wortlaut add 'archive/**/*.html.gz' crawl.warc.gz
  wortlaut add https://example.org/feed.xml
  wortlaut add addresses.txt --record news.sqlite
  wortlaut add feeds.opml --record postgresql://me@localhost/news"""
_FAILED_HELP = (
    "List the sources that could not be read, the last one first, with the reason and what to do."
    "\n\nWith --retry, try them again; with --forget, take the SOURCEs that are named off the "
    "list, or --all of them. Leaves with 0 when none is left, else with 1."
)

_QuietOption = Annotated[
    bool, typer.Option("--quiet", "-q", help="Print neither a progress bar nor the summary.")
]
_PrivateOption = Annotated[
    bool,
    typer.Option(
        "--allow-private", help="Let addresses lead to this machine and to private networks."
    ),
]


def register(app: typer.Typer) -> None:
    """Put the commands into the app."""
    app.command(help=_ADD_HELP, epilog=_ADD_EXAMPLES)(add)
    app.command(help=_FAILED_HELP)(failed)


def add(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Files, directories, patterns, addresses (pages, feeds), lists of addresses, "
            "or - for standard input.",
            show_default=False,
        ),
    ],
    *,
    record: RecordOption = None,
    allow_private: _PrivateOption = False,
    quiet: _QuietOption = False,
    published: PublishedOption = None,
    word_lists: WordListsOption = None,
    threads: ThreadsOption = None,
) -> None:
    """Put every source on record and leave with the exit status."""
    from wortlaut.cli._adding import Manner, add_sources  # noqa: PLC0415 - not for --help

    reading = Reading.asked(published, word_lists, threads)
    manner = Manner(allow_private=allow_private, quiet=quiet, reading=reading)
    raise typer.Exit(add_sources(sources, record_place(record), manner))


def failed(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE", help="With --forget: which ones, as listed.", show_default=False
        ),
    ] = None,
    *,
    retry: Annotated[bool, typer.Option("--retry", help="Try each of them again.")] = False,
    forget: Annotated[
        bool, typer.Option("--forget", help="Take these SOURCEs off the list.")
    ] = False,
    every: Annotated[bool, typer.Option("--all", help="With --forget: all of them.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print each on a line of JSON.")] = False,
    record: RecordOption = None,
    allow_private: _PrivateOption = False,
    quiet: _QuietOption = False,
    published: PublishedOption = None,
    word_lists: WordListsOption = None,
    threads: ThreadsOption = None,
) -> None:
    """List the failed sources, try them again or forget them; leave with the exit status."""
    from wortlaut.cli._adding import Manner  # noqa: PLC0415 - not for --help
    from wortlaut.cli._failed_sources import (  # noqa: PLC0415
        forget_failed,
        list_failed,
        retry_failed,
    )

    place = record_place(record)
    if (sources or every) and not forget:
        raise typer.BadParameter("SOURCE and --all go with --forget")
    if forget:
        if retry or as_json:
            raise typer.BadParameter("--forget goes with neither --retry nor --json")
        if every == bool(sources):
            raise typer.BadParameter("name what to --forget, or give --all")
        raise typer.Exit(forget_failed(place, sources or None))
    if retry:
        reading = Reading.asked(published, word_lists, threads)
        manner = Manner(allow_private=allow_private, quiet=quiet, reading=reading)
        raise typer.Exit(retry_failed(place, manner))
    raise typer.Exit(list_failed(place, as_json=as_json))
