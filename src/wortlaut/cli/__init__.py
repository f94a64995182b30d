"""The command line: each command reads its arguments, calls one function, prints."""

from __future__ import annotations

import logging
import sys

INTERRUPTED = 130
"""What a shell expects of a command that was stopped with Ctrl-C: 128 + SIGINT."""


def main() -> None:
    """Run the `wortlaut` command and leave the process with its exit status."""
    # Libraries log what they stumble over; what a person needs to know, we say ourselves.
    logging.getLogger().addHandler(logging.NullHandler())
    try:
        from wortlaut.cli._app import app  # noqa: PLC0415 - Ctrl-C may come during imports

        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
