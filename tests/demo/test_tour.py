"""The guided tour: its commands, run one after the other, print what it shows."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

from typer.testing import CliRunner

from wortlaut.cli._app import app

TOUR = Path(__file__).parents[2] / "docs" / "demo.md"
_STEP = re.compile(
    r"^```sh\n(?P<commands>(?:wortlaut .*\n)+)```\n```text\n(?P<shown>[^`]*)```", re.M
)


def test_the_tour_shows_what_the_commands_print(demo_record: Path, tmp_path: Path) -> None:
    """Each line of an excerpt stands in the output, in this order."""
    place = tmp_path / "demo.sqlite"
    shutil.copy(demo_record, place)
    steps = list(_STEP.finditer(TOUR.read_text("utf-8")))
    assert len(steps) >= 8
    for step in steps:
        printed = "".join(_printed(line, place) for line in step["commands"].splitlines())
        at = 0
        for line in step["shown"].splitlines():
            found = printed.find(line.strip(), at)
            assert found >= 0, f"{step['commands']}: {line!r} is not (or not here) in\n{printed}"
            at = found + len(line.strip())


def _printed(line: str, place: Path) -> str:
    arguments = shlex.split(line)[1:]
    result = CliRunner().invoke(
        app, arguments, env={"WORTLAUT_RECORD": str(place), "COLUMNS": "80"}
    )
    assert result.exit_code == 0, f"{line}: {result.output}"
    return result.output
