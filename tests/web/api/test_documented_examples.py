"""The examples in docs/api.md, run as they stand there against a server."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from tests.cli.scripted_reader import ScriptedReader
from wortlaut.record import Record
from wortlaut.web import WebSettings, create_app

PAGE = Path(__file__).parents[3] / "docs" / "api.md"
ADDRESS = "http://127.0.0.1:8000"


@pytest.fixture
def served(record: Record) -> Iterator[str]:
    """The address of a server on a free port."""
    app = create_app(record, WebSettings(reader=ScriptedReader))  # type: ignore[arg-type]
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    end = time.monotonic() + 60
    while not server.started:
        assert time.monotonic() < end
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def test_the_examples_run_as_they_stand(served: str, record: Record, tmp_path: Path) -> None:
    """One after the other, in an empty folder; each prints what the page says it does."""
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    assert len(blocks) >= 12
    folder = tmp_path / "examples"
    folder.mkdir()
    code = "\n".join(blocks)
    assert ADDRESS in code
    done = subprocess.run(
        [sys.executable, "-c", code.replace(ADDRESS, served)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    for said in (
        "2026-11-17 Wiebke Harms „Der Deich hält.“",
        "5 statements",
        "Wiebke Harms {'2026-11': 2} ['Hafenmeisterin']",
        "Deichblatt „Der Deich hält.“",
        "direct „Der Deich hält“",
        "202 /api/v1/jobs/1",
        "done {'added': 1,",
        "204 True",
        "304 0",
        "400 The request was not understood [{'where': 'query.limit'",
        "application/atom+xml; charset=utf-8 ",
    ):
        assert said in done.stdout, done.stdout
    assert "Wiebke Harms" in (folder / "statements.csv").read_text(encoding="utf-8")
    assert record.jobs.latest()[0].counts.added == 1
