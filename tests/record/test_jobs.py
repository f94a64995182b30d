"""What is to be added in the background: taken by one at a time, kept, gone on with."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from wortlaut.record import JobCounts, JobFailure, JobSource, JobState, Record

LEASE = timedelta(minutes=1)
NO_LEASE = timedelta(0)
PAGE = JobSource("https://example.org/a")
FILE = JobSource("upload:b.html", file="0123.html")


def test_a_job_waits_as_it_was_asked_for(record: Record) -> None:
    """With its sources in their order."""
    made = record.jobs.add([PAGE, FILE])
    assert made.state is JobState.QUEUED
    assert made.sources == (PAGE, FILE)
    assert not made.ended
    assert (made.started_at, made.heard_at, made.ended_at, made.problem) == (None,) * 4
    assert record.jobs.get(made.id) == made
    assert record.jobs.get(made.id + 1) is None


def test_a_job_without_sources_is_refused(record: Record) -> None:
    """It could never be seen to end."""
    with pytest.raises(ValueError, match="needs a source"):
        record.jobs.add([])


def test_jobs_are_taken_in_the_order_in_which_they_came(record: Record) -> None:
    """Each by one only."""
    first, second = record.jobs.add([PAGE]), record.jobs.add([FILE])
    taken = [record.jobs.take(holder, lease=LEASE) for holder in "abc"]
    assert [each and each.id for each in taken] == [first.id, second.id, None]
    assert taken[0] is not None
    assert taken[0].state is JobState.RUNNING
    assert taken[0].started_at == taken[0].heard_at


def test_one_job_is_taken_once_though_many_try(place: str) -> None:
    """From several records, as several processes would."""
    records = [Record(place) for _ in range(4)]
    job = records[0].jobs.add([PAGE])
    with ThreadPoolExecutor(4) as pool:
        taken = list(
            pool.map(lambda number: records[number].jobs.take(str(number), lease=LEASE), range(4))
        )
    for each in records:
        each.close()
    assert [each.id for each in taken if each] == [job.id]


def test_a_job_whose_holder_is_silent_is_taken_by_another(record: Record) -> None:
    """The first one learns of it, and can do nothing more to it."""
    job = record.jobs.add([PAGE])
    first = record.jobs.take("first", lease=LEASE)
    assert first is not None
    assert record.jobs.take("second", lease=LEASE) is None
    second = record.jobs.take("second", lease=NO_LEASE)
    assert second is not None
    assert second.id == job.id
    assert second.started_at == first.started_at
    for change in (
        record.jobs.keep(job.id, "first"),
        record.jobs.report(job.id, "first", 0, replace(PAGE, done=True)),
        record.jobs.end(job.id, "first"),
        record.jobs.release(job.id, "first"),
    ):
        assert not change
    assert record.jobs.get(job.id) == second
    assert record.jobs.keep(job.id, "second")


def test_what_has_come_of_a_source_is_kept(record: Record) -> None:
    """And counted together over the sources."""
    job = record.jobs.add([PAGE, FILE])
    record.jobs.take("me", lease=LEASE)
    failures = tuple(JobFailure(f"https://x/{n}", "is\0 gone", "look") for n in range(120))
    page = replace(
        PAGE,
        done=True,
        known=125,
        reached=125.0,
        counts=JobCounts(1, 1, 1, 2, 120, 9),
        failures=failures,
    )
    half = replace(FILE, known=3, reached=1.5, counts=JobCounts(added=1, statements=2))
    assert record.jobs.report(job.id, "me", 0, page)
    assert record.jobs.report(job.id, "me", 1, half)
    kept = record.jobs.get(job.id)
    assert kept is not None
    assert kept.counts == JobCounts(2, 1, 1, 2, 120, 11)
    assert kept.counts.articles == 6
    assert (kept.reached, kept.known) == (126.5, 128)
    assert len(kept.failures) == 100
    assert kept.failures[0] == JobFailure("https://x/0", "is\ufffd gone", "look")
    assert kept.sources[1] == half


@pytest.mark.parametrize(
    ("problem", "state"), [(None, JobState.DONE), ("the disk is full", JobState.FAILED)]
)
def test_a_job_ends(record: Record, problem: str | None, state: JobState) -> None:
    """Well or not; nobody takes it again."""
    job = record.jobs.add([PAGE])
    record.jobs.take("me", lease=LEASE)
    assert record.jobs.end(job.id, "me", problem)
    kept = record.jobs.get(job.id)
    assert kept is not None
    assert (kept.state, kept.problem, kept.ended) == (state, problem, True)
    assert kept.ended_at is not None
    assert record.jobs.take("me", lease=NO_LEASE) is None


def test_a_job_that_is_released_is_gone_on_with(record: Record) -> None:
    """By whoever comes next, at once, from where it was."""
    job = record.jobs.add([PAGE, FILE])
    record.jobs.take("first", lease=LEASE)
    record.jobs.report(job.id, "first", 0, replace(PAGE, done=True))
    assert record.jobs.release(job.id, "first")
    again = record.jobs.take("second", lease=LEASE)
    assert again is not None
    assert [each.done for each in again.sources] == [True, False]


def test_a_cancelled_job_is_not_gone_on_with(record: Record) -> None:
    """Whoever is at it learns of it; what had come of it is still kept."""
    job = record.jobs.add([PAGE])
    record.jobs.take("me", lease=LEASE)
    assert record.jobs.cancel(job.id)
    assert not record.jobs.keep(job.id, "me")
    assert not record.jobs.report(job.id, "me", 0, replace(PAGE, counts=JobCounts(added=1)))
    kept = record.jobs.get(job.id)
    assert kept is not None
    assert kept.state is JobState.CANCELLED
    assert kept.counts.added == 1
    assert not record.jobs.cancel(job.id)
    assert not record.jobs.cancel(job.id + 1)
    assert record.jobs.take("me", lease=NO_LEASE) is None


def test_a_job_that_is_forgotten_is_gone(record: Record) -> None:
    """Whoever is at it learns of it; its number is not given out again."""
    job = record.jobs.add([PAGE, FILE])
    record.jobs.take("me", lease=LEASE)
    assert record.jobs.remove(job.id)
    assert record.jobs.get(job.id) is None
    assert not record.jobs.report(job.id, "me", 0, PAGE)
    assert not record.jobs.remove(job.id)
    assert record.jobs.add([PAGE]).id == job.id + 1


def test_the_last_jobs_are_listed_page_by_page(record: Record) -> None:
    """The last one first."""
    numbers = [record.jobs.add([PAGE]).id for _ in range(5)]
    first = record.jobs.latest(limit=2)
    assert [each.id for each in first] == [numbers[4], numbers[3]]
    rest = record.jobs.latest(limit=9, before=first[-1].id)
    assert [each.id for each in rest] == numbers[2::-1]


def test_uploaded_files_are_needed_until_their_job_has_ended(record: Record) -> None:
    """Then they may go."""
    job = record.jobs.add([PAGE, FILE])
    assert record.jobs.unfinished_files() == {"0123.html"}
    record.jobs.take("me", lease=LEASE)
    assert record.jobs.unfinished_files() == {"0123.html"}
    record.jobs.end(job.id, "me")
    assert record.jobs.unfinished_files() == frozenset()


def test_jobs_move_with_a_backup(record: Record, tmp_path: Path) -> None:
    """With what has come of them, and no number is given out twice."""
    job = record.jobs.add([PAGE, FILE])
    record.jobs.take("me", lease=LEASE)
    record.jobs.report(job.id, "me", 0, replace(PAGE, counts=JobCounts(added=7)))
    record.back_up(tmp_path / "backup.gz")
    with Record(tmp_path / "other.db") as other:
        other.restore(tmp_path / "backup.gz")
        assert other.jobs.get(job.id) == record.jobs.get(job.id)
        assert other.jobs.add([PAGE]).id == job.id + 1
