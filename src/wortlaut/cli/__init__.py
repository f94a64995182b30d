"""The command line: each command reads its arguments, calls one function, prints."""

from __future__ import annotations

import sys

INTERRUPTED = 130
"""What a shell expects of a command that was stopped with Ctrl-C: 128 + SIGINT."""


def main() -> None:
    """Run the `wortlaut` command and leave the process with its exit status."""
    try:
        from wortlaut.cli._app import app  # noqa: PLC0415 - Ctrl-C may come during imports

        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
