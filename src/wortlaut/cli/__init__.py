"""The command line: each command reads its arguments, calls one function, prints."""

from __future__ import annotations

import errno
import logging
import os
import sys

INTERRUPTED = 130
"""What a shell expects of a command that was stopped with Ctrl-C: 128 + SIGINT."""
PIPE_CLOSED = 141
"""And of one whose reader has gone, as `head` goes: 128 + SIGPIPE."""


def main() -> None:
    """Run the `wortlaut` command and leave the process with its exit status."""
    # Libraries log what they stumble over; what a person needs to know, we say ourselves.
    logging.getLogger().addHandler(logging.NullHandler())
    try:
        from wortlaut.cli._app import app  # noqa: PLC0415 - Ctrl-C may come during imports

        try:
            app()
        finally:
            # What is still held back may not fit either; else the interpreter would say so.
            if sys.stdout is not None:
                sys.stdout.flush()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        _abandon_output()
        sys.exit(PIPE_CLOSED)
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        from wortlaut.cli._messages import say  # noqa: PLC0415 - not for every command

        _abandon_output()
        reason = os.strerror(error.errno)
        say(f"error: standard output: cannot be written ({reason}); make room, then run it again")
        sys.exit(1)


def _abandon_output() -> None:
    """Leave the interpreter nothing that it could fail to write at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
