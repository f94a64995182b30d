"""Makes docs/picture.svg: what `wortlaut read` prints of docs/example.txt on a terminal.

Run it in the project's folder where Wortlaut is installed: `python docs/make_picture.py`.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

DOCS = Path(__file__).parent
COMMAND = "wortlaut read docs/example.txt --published 2026-11-20"
WIDTH = 96
"""Columns; a README is rarely shown wider."""


def printed() -> str:
    """What the command prints, colours included."""
    terminal = {"COLUMNS": str(WIDTH), "FORCE_COLOR": "1", "COLORTERM": "truecolor"}
    environment = {**os.environ, **terminal, "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    done = subprocess.run(
        [sys.executable, "-m", "wortlaut.cli", *COMMAND.split()[1:]],
        cwd=DOCS.parent,
        env=environment,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode("utf-8")


def picture(output: str) -> str:
    """The output as an SVG of a terminal window."""
    console = Console(
        record=True,
        width=WIDTH,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        highlight=False,
    )
    console.print(Text.from_ansi(output))
    svg = console.export_svg(title=COMMAND, theme=MONOKAI, unique_id="wortlaut")
    # Pages that show the picture load no fonts for it, and need not be made to ask.
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL).replace(
        "font-family: Fira Code", "font-family: 'Fira Code', 'DejaVu Sans Mono'"
    )


if __name__ == "__main__":
    (DOCS / "picture.svg").write_text(picture(printed()), encoding="utf-8")
