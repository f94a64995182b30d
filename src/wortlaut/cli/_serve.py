"""`wortlaut serve` and `wortlaut token`: their options and what `--help` says about them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from wortlaut.cli._record_option import RecordOption

_SERVE_HELP = (
    "Show the record in the browser.\n\n"
    "Serves pages and an HTTP API (/api/v1/) until it is stopped with Ctrl-C. Without --tokens "
    "it listens on this machine only, and whoever uses the machine may read and write. With "
    "--tokens everything needs a token, and --host may be an address of the network.\n\n"
    "Leaves with 0 when it was stopped, 1 when it could not start, 2 when the command was not "
    "understood."
)
_SERVE_EXAMPLES = """[bold]Examples[/bold]

  wortlaut serve --open
  wortlaut serve --record postgresql://reader@db.example/record --port 8080
  wortlaut token newsroom --role write --tokens tokens.txt
  wortlaut serve --host 0.0.0.0 --tokens tokens.txt --log-format json"""
_TOKEN_HELP = (
    "Make a token for `wortlaut serve`, and print it.\n\n"
    "It is printed this once; the file gets its hash, name and role. Deleting the line takes the "
    "token back at once.\n\n"
    "Leaves with 0, with 1 when the file cannot be used or has the name already, 2 when the "
    "command was not understood."
)
_NEEDS_TOKENS = (
    "--host {host} lets other machines in, so it needs --tokens: otherwise everybody who reaches "
    "this machine could read the record and change it. Make a token with `wortlaut token NAME "
    "--role write --tokens tokens.txt`, then add `--tokens tokens.txt`. To show the record to "
    "yourself only, leave --host out"
)


class LogFormat(StrEnum):
    """How the server's log is written."""

    TEXT = "text"
    JSON = "json"


class TokenRole(StrEnum):
    """What a token lets somebody do."""

    READ = "read"
    WRITE = "write"


def register(app: typer.Typer) -> None:
    """Put the commands into the app."""
    app.command(help=_SERVE_HELP, epilog=_SERVE_EXAMPLES)(serve)
    app.command(help=_TOKEN_HELP)(token)


def serve(
    *,
    record: RecordOption = None,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Listen on this address.")
    ] = "127.0.0.1",
    port: Annotated[
        int,
        typer.Option(min=0, max=65535, metavar="NUMBER", help="And port; 0 takes a free one."),
    ] = 8000,
    tokens: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Let in only who has a token of this file; `wortlaut token` makes it.",
            show_default=False,
        ),
    ] = None,
    open_browser: Annotated[
        bool, typer.Option("--open", help="Open the first page in the browser.")
    ] = False,
    allow_private: Annotated[
        bool,
        typer.Option(
            "--allow-private",
            help="Let addresses that are read lead to this machine and to private networks.",
        ),
    ] = False,
    uploads: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Keep uploaded files here until they are added; beside the record without it, or "
            "among your user data where the record is no file.",
            show_default=False,
        ),
    ] = None,
    log_format: Annotated[
        LogFormat,
        typer.Option(
            metavar="FORMAT", help="text, or json: one object a line, for machines to read."
        ),
    ] = LogFormat.TEXT,
) -> None:
    """Serve until stopped and leave with the exit status."""
    from wortlaut.cli._serving import Server, serve_place  # noqa: PLC0415 - pulls in the web
    from wortlaut.web import is_loopback  # noqa: PLC0415

    if tokens is None and not is_loopback(host):
        raise typer.BadParameter(_NEEDS_TOKENS.format(host=host), param_hint="--host")
    server = Server(
        host,
        port,
        tokens,
        allow_private,
        open_browser,
        as_json=log_format is LogFormat.JSON,
        uploads=uploads,
    )
    raise typer.Exit(serve_place(record, server))


def token(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="Whose token it is, as the log tells it.", show_default=False
        ),
    ],
    *,
    role: Annotated[
        TokenRole,
        typer.Option(metavar="ROLE", help="read, or write: reading included.", show_default=False),
    ],
    tokens: Annotated[
        Path, typer.Option(metavar="FILE", help="The file of tokens; made where it is missing.")
    ] = Path("tokens.txt"),
) -> None:
    """Print the token and leave with the exit status."""
    from wortlaut.cli._serving import print_token  # noqa: PLC0415 - pulls in the web

    raise typer.Exit(print_token(tokens, name, role.value))
