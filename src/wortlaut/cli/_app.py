"""The commands, their options and what `--help` says about them."""

from __future__ import annotations

from typing import Annotated

import typer

from wortlaut.cli import (
    _add,
    _demo,
    _exchange,
    _look_up,
    _people,
    _positions,
    _safe_keeping,
    _serve,
    _utterance,
)
from wortlaut.cli._reading_options import (
    PublishedOption,
    Reading,
    ThreadsOption,
    WordListsOption,
)
from wortlaut.model import QuotationType

app = typer.Typer(
    name="wortlaut",
    help="Read the news and see who said what, in which words.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)

_READ_HELP = (
    "Read news articles and show who said what in them.\n\n"
    "Prints each article with its quotations marked by type, and below it each statement: "
    "speaker, cue, addressee, type, line and column, confidence; who that is, when and where it "
    "was said; and the quoted words.\n\n"
    "Leaves with 0 when all sources were read, 1 when some failed (each is named on standard "
    "error), 2 when the command was not understood."
)
_READ_EXAMPLES = """[bold]Examples[/bold]

  wortlaut read article.txt
  wortlaut read https://example.org/news/lock.html
  wortlaut read pages/*.html.gz --json > articles.jsonl
  wortlaut read articles.jsonl --type direct --min-confidence 0.8
  curl -s https://example.org/news/lock.html | wortlaut read -"""


def _print_version(wanted: bool) -> None:
    if wanted:
        import wortlaut  # noqa: PLC0415 - the version is looked up only when asked for

        typer.echo(f"wortlaut {wortlaut.__version__}")
        raise typer.Exit


@app.callback()
def wortlaut(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and leave."
        ),
    ] = False,
) -> None:
    """Read the news and see who said what, in which words."""


@app.command(help=_READ_HELP, epilog=_READ_EXAMPLES)
def read(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Files (web page, gzipped web page, plain text, JSON Lines of articles), "
            "addresses (http, https), or - for standard input.",
            show_default=False,
        ),
    ],
    *,
    as_json: Annotated[
        bool,
        typer.Option(
            "--json",
            help="Print each article with its statements as one line of JSON; "
            "'wortlaut schema' describes it.",
        ),
    ] = False,
    types: Annotated[
        list[QuotationType] | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            help="Keep statements of this type only: "
            f"{', '.join(QuotationType)}. Give it again for another type.",
            show_default=False,
        ),
    ] = None,
    min_confidence: Annotated[
        float,
        typer.Option(
            min=0.0,
            max=1.0,
            metavar="SHARE",
            help="Leave out statements with less confidence than this.",
        ),
    ] = 0.0,
    quiet: Annotated[
        bool,
        typer.Option("--quiet", "-q", help="Print neither the articles' heads nor a progress bar."),
    ] = False,
    allow_private: Annotated[
        bool,
        typer.Option(
            "--allow-private",
            help="Let addresses lead to this machine and to private networks.",
        ),
    ] = False,
    published: PublishedOption = None,
    word_lists: WordListsOption = None,
    threads: ThreadsOption = None,
) -> None:
    """Read every source and leave with its exit status."""
    from wortlaut.cli._read import Wanted, read_sources  # noqa: PLC0415 - not for --help

    wanted = Wanted(frozenset(types) if types else frozenset(QuotationType), min_confidence)
    reading = Reading.asked(published, word_lists, threads)
    status = read_sources(
        sources, wanted, reading, as_json=as_json, quiet=quiet, allow_private=allow_private
    )
    raise typer.Exit(status)


@app.command()
def schema() -> None:
    """Print the JSON Schema of what 'read --json' prints.

    The schema follows draft 2020-12 and describes one line.
    """
    import json  # noqa: PLC0415 - not for --help

    from wortlaut._json_schema import article_schema  # noqa: PLC0415

    typer.echo(json.dumps(article_schema(), indent=2, ensure_ascii=False))


for room in (
    _add,
    _look_up,
    _utterance,
    _people,
    _positions,
    _exchange,
    _safe_keeping,
    _serve,
    _demo,
):
    room.register(app)
