"""What the command says beside its output, and text that a terminal cannot trip over."""

from __future__ import annotations

import re
import sys

# A page may hold escape sequences; shown as they are, they would steer the terminal.
# The right-to-left overrides would reorder what stands around them.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff]")


def harmless(text: str) -> str:
    """The text with everything that steers a terminal replaced, one code point for one."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str) -> str:
    """The text harmless and on one line, its white space taken together."""
    return harmless(" ".join(text.split()))


def say(message: str) -> None:
    """One line on standard error, under the command's name."""
    print(f"wortlaut: {one_line(message)}", file=sys.stderr, flush=True)
