"""`wortlaut add` as a process: its progress bar, signals, and a run that is killed."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE
from tests.cli.scripted_reader import SLOW
from wortlaut._exceptions import RecordError
from wortlaut.record import Record

COMMAND = [sys.executable, "-m", "tests.cli.record_commands", "add"]
ROOT = Path(__file__).parents[2]
PATIENCE = 60
MANY = 300
"""Articles: more than go into the record together."""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the record will be."""
    return tmp_path / "record.sqlite"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Many articles."""
    made = tmp_path / "seiten"
    made.mkdir()
    for number in range(MANY):
        (made / f"{number:03}.txt").write_text(ARTICLE.replace("Rat", f"Rat {number}"), "utf-8")
    return made


def start(folder: Path, place: Path, **options: object) -> subprocess.Popen[bytes]:
    """The command, from the project's folder."""
    environment = {**os.environ, "COLUMNS": "100", "TERM": "xterm-256color"}
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        [*COMMAND, str(folder), "--record", str(place)], cwd=ROOT, env=environment, **options
    )


def kept(place: Path) -> int:
    """How many statements the record has."""
    try:
        with Record(place, create=False) as record:
            return record.count()
    except RecordError:  # not there yet
        return 0


def when_some_are_kept(process: subprocess.Popen[bytes], place: Path) -> None:
    """Wait until the first articles are on record."""
    end = time.monotonic() + PATIENCE
    while not kept(place):
        assert process.poll() is None
        assert time.monotonic() < end
        time.sleep(0.05)


def test_terminal_shows_how_far_and_how_fast(folder: Path, place: Path) -> None:
    """On standard error; the summary is on standard output."""
    ours, theirs = pty.openpty()
    process = start(folder, place, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # Linux's way to say that the other side is gone
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    assert process.stdout is not None
    assert process.stdout.read().startswith(f"{MANY} new,".encode())
    assert process.wait(PATIENCE) == 0
    assert b"Adding" in shown
    assert b"/s" in shown
    assert f"{MANY} articles".encode() in shown


@pytest.mark.parametrize(("blow", "status"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_stopped_run_goes_on_where_it_was(
    folder: Path, place: Path, blow: signal.Signals, status: int
) -> None:
    """What was kept stays; started again, it ends as one that was not stopped."""
    slow = folder / f"{MANY - 1}.txt"
    last = slow.read_text("utf-8")
    slow.write_text(f"{last}{SLOW}", "utf-8")
    process = start(folder, place, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    when_some_are_kept(process, place)
    process.send_signal(blow)
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == status
    assert (b"goes on from there" in said) is (blow is signal.SIGINT)
    before = kept(place)
    assert 0 < before < 3 * MANY
    slow.write_text(last, "utf-8")
    again = start(folder, place, stdout=subprocess.PIPE)
    output, _ = again.communicate(timeout=PATIENCE)
    assert again.returncode == 0
    new = MANY - before // 3
    assert output.startswith(f"{new} new, {MANY - new} unchanged".encode())
    assert kept(place) == 3 * MANY


def test_two_processes_add_at_once(folder: Path, place: Path) -> None:
    """Both succeed, and every article is there once."""
    both = [start(folder, place, stdout=subprocess.PIPE) for _ in range(2)]
    outputs = [process.communicate(timeout=PATIENCE)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sum(int(output.split(b" new")[0]) for output in outputs) == MANY
    assert kept(place) == 3 * MANY
