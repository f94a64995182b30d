"""A server that is killed or stopped in the middle of a job: another one goes on with it."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from wortlaut.record import Record

ROOT = Path(__file__).parents[2]
PATIENCE = 90
MANY = 300
"""Articles: some six seconds of reading."""


@contextmanager
def served(place: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server as a process, and its API's address."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.web.serving_process", str(place)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr is not None
        told = process.stderr.readline()
        found = re.search(r"http://\S+/", told)
        assert found, told + process.stderr.read()
        yield process, f"{found[0]}api/v1"
    finally:
        process.kill()
        process.wait()


def when(address: str, so: Callable[[Any], bool]) -> Any:
    """The job as soon as it is so."""
    end = time.monotonic() + PATIENCE
    job = None
    while time.monotonic() < end:
        job = httpx.get(address, timeout=30).json()
        if so(job):
            return job
        time.sleep(0.1)
    raise AssertionError(job)


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGTERM])
def test_a_job_outlives_its_server(tmp_path: Path, blow: signal.Signals) -> None:
    """Killed or stopped, it ends as if nothing had been: every article once, and all counted."""
    place = tmp_path / "record.sqlite"
    lines = "\n".join(
        json.dumps({"text": f"„Ja {number}“, sagte Hansen.", "url": f"https://x.example/{number}"})
        for number in range(MANY)
    )
    files = [
        ("files", ("erst.txt", b"\xe2\x80\x9eNein\xe2\x80\x9c, sagte Petersen.")),
        ("files", ("viele.jsonl", lines.encode())),
    ]
    with served(place) as (process, api):
        asked = httpx.post(f"{api}/jobs", files=files, headers={"X-CSRF-Token": "none"})
        assert asked.status_code == 202, asked.text
        number = asked.json()["id"]
        when(f"{api}/jobs/{number}", lambda job: job["counts"]["added"] > 20)
        process.send_signal(blow)
        process.wait(PATIENCE)
    with Record(place) as record:
        left = record.jobs.get(number)
        assert left is not None
        assert left.state.value == ("running" if blow is signal.SIGKILL else "queued")
        assert 20 < record.count() < MANY
    with served(place) as (_, api):
        job = when(f"{api}/jobs/{number}", lambda job: job["state"] not in ("queued", "running"))
    assert job["state"] == "done", job
    assert job["counts"]["added"] == MANY + 1
    assert (job["counts"]["unchanged"], job["counts"]["failed"]) == (0, 0)
    with Record(place) as record:
        articles = list(record.articles())
        assert len(articles) == len({article.text for article in articles}) == MANY + 1
        assert record.count() == job["counts"]["statements"] == MANY + 1
        assert list(record.check()) == []
    assert list(Path(f"{place}.uploads").iterdir()) == []


def test_whoever_follows_a_job_holds_up_no_stop(tmp_path: Path) -> None:
    """The stream ends whole, and is not cut off after the server's grace."""
    lines = "\n".join(json.dumps({"text": f"„Ja {n}“, sagte Hansen."}) for n in range(2000))
    files = [("files", ("viele.jsonl", lines.encode()))]
    with served(tmp_path / "record.sqlite") as (process, api):
        number = httpx.post(f"{api}/jobs", files=files, headers={"X-CSRF-Token": "none"}).json()[
            "id"
        ]
        with httpx.stream("GET", f"{api}/jobs/{number}/events", timeout=60) as answer:
            pieces = answer.iter_raw()
            assert b"event: progress" in next(pieces)
            process.send_signal(signal.SIGTERM)
            for _ in pieces:
                pass
        assert process.wait(PATIENCE) == 0
