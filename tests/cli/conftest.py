"""The command line in this process, with a reader that finds by pattern."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import wortlaut.reading
from tests.cli.scripted_reader import ScriptedReader
from wortlaut.cli._app import app

Command = Callable[..., Result]

ARTICLE = (
    "KIEL (dpa) – „Der Deich hält“, sagte Petersen am Montag in einer Sitzung des Rates.\n"
    "\n"
    "Sie fügte hinzu, dass die Arbeiten bis Ostern dauern. Der Rat forderte einen Bericht.\n"
)


@pytest.fixture
def wortlaut_command(monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs `wortlaut` with these arguments, its reader exchanged for the scripted one."""
    monkeypatch.setattr(wortlaut.reading, "Reader", ScriptedReader, raising=False)
    for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str | Path, stdin: str | None = None) -> Result:
        return CliRunner().invoke(app, list(map(str, arguments)), input=stdin)

    return run


@pytest.fixture
def article_file(tmp_path: Path) -> Path:
    """A plain text page with a direct, an indirect and a reported quotation."""
    path = tmp_path / "deich.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path
