"""Whatever happens to a run, what was acknowledged is there, and nothing by halves."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from collections.abc import Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from tests.record.adding_process import add_all, many_articles
from tests.record.people_on_record import who_is_who
from wortlaut.record import Record

_KILLS = 50
_ARTICLES = 160
_processes = multiprocessing.get_context("forkserver")
_processes.set_forkserver_preload(["tests.record.adding_process"])


def contents(record: Record) -> list[tuple[object, ...]]:
    """All that is on record, without numbers and times."""
    urls = dict.fromkeys(article.url or "" for article in many_articles(_ARTICLES))
    return [
        (kept.article, kept.version, kept.current, kept.same_text_as is None)
        for url in urls
        for kept in record.versions(url)
    ]


@pytest.fixture
def undisturbed(tmp_path: Path) -> list[tuple[object, ...]]:
    """What a run makes that nothing happens to."""
    with Record(tmp_path / "undisturbed.db") as record:
        list(record.add_many(many_articles(_ARTICLES)))
        return contents(record)


def test_a_run_that_is_killed_and_started_again_makes_the_same_record(
    place: str, undisturbed: list[tuple[object, ...]], tmp_path: Path
) -> None:
    """Killed at fifty random places, from the making of the tables on."""
    chance = random.Random(4)
    notes = tmp_path / "acknowledged"
    killed_at_work = 0
    for kill in range(_KILLS):
        process = _start(place, notes, together=chance.choice([1, 3, 8]))
        if kill >= 5:  # the first ones meet the making of the tables
            _wait_for(process, notes)
        time.sleep(chance.uniform(0, 0.08))
        killed_at_work += process.is_alive()
        _kill(process)
        _everything_acknowledged_is_whole(place, notes)
        notes.unlink(missing_ok=True)
    assert killed_at_work >= _KILLS * 0.8
    last = _start(place, notes, together=8)
    last.join(60)
    assert last.exitcode == 0
    with Record(place, create=False) as record:
        assert contents(record) == undisturbed
        with Record(tmp_path / "undisturbed.db") as other:
            assert who_is_who(record) == who_is_who(other)
        assert list(record.check()) == []


def test_two_processes_that_add_at_once_both_succeed(
    place: str, undisturbed: list[tuple[object, ...]], tmp_path: Path
) -> None:
    """The same articles, and each goes in once."""
    both = [_start(place, tmp_path / f"notes{number}", together=2) for number in range(2)]
    for process in both:
        process.join(120)
    assert [process.exitcode for process in both] == [0, 0]
    with Record(place, create=False) as record:
        there = [article for article, *_ in contents(record)]
        assert list(record.check()) == []
    # Which of two texts of one article comes first is a matter of chance.
    assert sorted(map(str, there)) == sorted(str(article) for article, *_ in undisturbed)


def _start(place: str, notes: Path, together: int) -> BaseProcess:
    process = _processes.Process(target=add_all, args=(place, _ARTICLES, str(notes), together))
    process.start()
    return process


def _kill(process: BaseProcess) -> None:
    if process.pid is not None and process.is_alive():
        os.kill(process.pid, signal.SIGKILL)
    process.join(30)


def _wait_for(process: BaseProcess, notes: Path) -> None:
    until = time.monotonic() + 30
    while process.is_alive() and time.monotonic() < until:
        if notes.exists() and notes.stat().st_size:
            return
        time.sleep(0.001)


def _everything_acknowledged_is_whole(place: str, notes: Path) -> None:
    numbers = [int(note) for note in _notes(notes)]
    expected = many_articles(_ARTICLES)
    texts = {(article.url, article.text): article for article in expected}
    with Record(place) as record:
        for kept in record.articles():
            assert kept == texts[kept.url, kept.text]
        for number in numbers:
            article = expected[number]
            versions = [kept.article for kept in record.versions(article.url or "")]
            assert article in versions


def _notes(notes: Path) -> Iterator[str]:
    if notes.exists():
        # A note that the kill cut off acknowledges nothing.
        whole = notes.read_text().rpartition("\n")[0]
        yield from (line for line in whole.splitlines() if line != "open")
