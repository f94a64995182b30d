"""What the record is asked to do in the background, kept so that a crash loses none of it.

A job is taken by one process at a time, which says every few seconds that it is still at it;
whoever has been silent for longer has lost the job, and another one may take it and go on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, or_, select, update

from wortlaut.record._numbering import take_numbers
from wortlaut.record._reading_back import in_utc
from wortlaut.record._schema import job, job_source
from wortlaut.record._stored_form import storable

_Connecting = Callable[[], AbstractContextManager[Connection]]
_MOST_FAILURES = 100
"""Failures of a source that are told one by one; all of them are counted."""


class JobState(StrEnum):
    """How far a job is."""

    QUEUED = "queued"
    """It waits for its turn, or to be gone on with."""
    RUNNING = "running"
    DONE = "done"
    """All of its sources have been tried; some may have failed."""
    FAILED = "failed"
    """It could not go on; `problem` says why."""
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class JobCounts:
    """What has come of a job's sources so far; articles but for the last two."""

    added: int = 0
    changed: int = 0
    same_text: int = 0
    """Added, though their text was on record under another address."""
    unchanged: int = 0
    failed: int = 0
    """Sources: pages, files, entries of feeds."""
    statements: int = 0
    """Of articles that were added or changed."""

    @property
    def articles(self) -> int:
        """All articles that are on record now."""
        return self.added + self.changed + self.same_text + self.unchanged


@dataclass(frozen=True, slots=True)
class JobFailure:
    """A source of a job that could not be read."""

    source: str
    problem: str
    advice: str


@dataclass(frozen=True, slots=True)
class JobSource:
    """One of the things that a job is to add."""

    source: str
    """An address, or the name of a file that was uploaded."""
    file: str | None = None
    """The name under which the uploaded file is kept until the job has ended."""
    done: bool = False
    known: int = 1
    """Files and pages that it is known to lead to, itself included."""
    reached: float = 0.0
    """How many of these have been gone through."""
    counts: JobCounts = JobCounts()
    failures: tuple[JobFailure, ...] = ()
    """The first hundred."""


@dataclass(frozen=True, slots=True)
class Job:
    """Sources to be added in the background."""

    id: int
    state: JobState
    sources: tuple[JobSource, ...]
    made_at: datetime
    """In UTC, as are the next three."""
    started_at: datetime | None
    """When it was first taken."""
    heard_at: datetime | None
    """When whoever has taken it last said so."""
    ended_at: datetime | None
    problem: str | None
    """Why it failed."""

    @property
    def counts(self) -> JobCounts:
        """What has come of all sources together."""
        return JobCounts(
            *(
                sum(getattr(each.counts, name) for each in self.sources)
                for name in JobCounts.__slots__
            )
        )

    @property
    def failures(self) -> tuple[JobFailure, ...]:
        """Of each source, the first hundred."""
        return tuple(failure for each in self.sources for failure in each.failures)

    @property
    def reached(self) -> float:
        """How many files and pages have been gone through."""
        return sum(each.known if each.done else each.reached for each in self.sources)

    @property
    def known(self) -> int:
        """How many files and pages there are, as far as is known; feeds turn up more."""
        return sum(each.known for each in self.sources)

    @property
    def ended(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state not in (JobState.QUEUED, JobState.RUNNING)


class Jobs:
    """The jobs of a record: `Record.jobs`."""

    def __init__(self, reading: _Connecting, writing: _Connecting) -> None:
        self._reading = reading
        self._writing = writing

    def add(self, sources: Iterable[JobSource]) -> Job:
        """Ask for these sources to be added, after all that was asked for before.

        Raises `ValueError` where there are none.
        """
        wanted = list(sources)
        if not wanted:
            raise ValueError("a job needs a source")
        now = datetime.now(UTC)
        with self._writing() as connection:
            number = take_numbers(connection, "job", 1)
            state = JobState.QUEUED.value
            connection.execute(insert(job).values(id=number, state=state, made_at=now))
            rows = [
                {"job_id": number, "number": index, **_columns(each)}
                for index, each in enumerate(wanted)
            ]
            connection.execute(insert(job_source), rows)
            return _found(connection, job.c.id == number)[0]

    def get(self, number: int) -> Job | None:
        """The job with this number; None where there is none."""
        with self._reading() as connection:
            found = _found(connection, job.c.id == number)
        return found[0] if found else None

    def latest(self, *, limit: int = 50, before: int | None = None) -> tuple[Job, ...]:
        """The last jobs, the last one first; with `before`, those before that number."""
        wanted = job.c.id < before if before is not None else job.c.id > 0
        with self._reading() as connection:
            return _found(connection, wanted, limit=limit)

    def unfinished_files(self) -> frozenset[str]:
        """The names of uploaded files that jobs still need."""
        states = [JobState.QUEUED.value, JobState.RUNNING.value]
        with self._reading() as connection:
            names = connection.execute(
                select(job_source.c.file)
                .join(job, job.c.id == job_source.c.job_id)
                .where(job.c.state.in_(states), job_source.c.file.is_not(None))
            )
            return frozenset(names.scalars())

    def take(self, holder: str, *, lease: timedelta) -> Job | None:
        """Take the oldest job that waits, or whose holder has been silent for `lease`.

        None where there is none. Two processes never take the same one.
        """
        now = datetime.now(UTC)
        waits = or_(
            job.c.state == JobState.QUEUED.value,
            and_(job.c.state == JobState.RUNNING.value, job.c.heard_at < now - lease),
        )
        # Asked without the right to write first, as there is mostly none.
        with self._reading() as connection:
            if connection.execute(select(job.c.id).where(waits).limit(1)).first() is None:
                return None
        with self._writing() as connection:
            number = connection.execute(
                select(job.c.id).where(waits).order_by(job.c.id).limit(1)
            ).scalar()
            if number is None:
                return None
            connection.execute(
                update(job)
                .where(job.c.id == number)
                .values(
                    state=JobState.RUNNING.value,
                    holder=holder,
                    heard_at=now,
                    started_at=func.coalesce(job.c.started_at, now),
                )
            )
            return _found(connection, job.c.id == number)[0]

    def keep(self, number: int, holder: str) -> bool:
        """Say that `holder` is still at it; False where the job is no longer theirs."""
        with self._writing() as connection:
            return _change(connection, _held(number, holder), heard_at=datetime.now(UTC))

    def report(self, number: int, holder: str, index: int, source: JobSource) -> bool:
        """Keep what has come of a job's source so far; `index` counts them from 0.

        False where the job is no longer `holder`'s, or has been cancelled.
        """
        with self._writing() as connection:
            mine = connection.execute(
                select(job.c.state).where(job.c.id == number, job.c.holder == holder)
            ).scalar()
            if mine is None:
                return False
            connection.execute(
                update(job_source)
                .where(job_source.c.job_id == number, job_source.c.number == index)
                .values(_columns(source))
            )
            return _change(connection, _held(number, holder), heard_at=datetime.now(UTC))

    def end(self, number: int, holder: str, problem: str | None = None) -> bool:
        """Say that a job is done, or with `problem` that it failed.

        False where it is no longer `holder`'s.
        """
        state = JobState.DONE if problem is None else JobState.FAILED
        told = None if problem is None else storable(problem)
        with self._writing() as connection:
            return _change(
                connection,
                _held(number, holder),
                state=state.value,
                problem=told,
                ended_at=datetime.now(UTC),
            )

    def release(self, number: int, holder: str) -> bool:
        """Let another one, or the same one later, go on with a job.

        False where it is no longer `holder`'s.
        """
        with self._writing() as connection:
            return _change(
                connection, _held(number, holder), state=JobState.QUEUED.value, holder=None
            )

    def cancel(self, number: int) -> bool:
        """End a job before its time; what it has added stays on record.

        Whoever is at it stops at the next article. False where there is no such job, or it
        has ended.
        """
        open_ = [JobState.QUEUED.value, JobState.RUNNING.value]
        with self._writing() as connection:
            return _change(
                connection,
                and_(job.c.id == number, job.c.state.in_(open_)),
                state=JobState.CANCELLED.value,
                ended_at=datetime.now(UTC),
            )

    def remove(self, number: int) -> bool:
        """Forget a job, which is not gone on with; what it has added stays on record.

        False where there is none.
        """
        with self._writing() as connection:
            connection.execute(delete(job_source).where(job_source.c.job_id == number))
            return bool(connection.execute(delete(job).where(job.c.id == number)).rowcount)


def _held(number: int, holder: str) -> ColumnElement[bool]:
    return and_(job.c.id == number, job.c.holder == holder, job.c.state == JobState.RUNNING.value)


def _change(connection: Connection, wanted: ColumnElement[bool], **values: Any) -> bool:
    return bool(connection.execute(update(job).where(wanted).values(**values)).rowcount)


def _found(
    connection: Connection, wanted: ColumnElement[bool], *, limit: int = 1
) -> tuple[Job, ...]:
    rows = connection.execute(
        select(job).where(wanted).order_by(job.c.id.desc()).limit(limit)
    ).all()
    sources: dict[int, list[JobSource]] = {row.id: [] for row in rows}
    # A list of jobs is short: as many parameters do no harm.
    for row in connection.execute(
        select(job_source)
        .where(job_source.c.job_id.in_(list(sources)))
        .order_by(job_source.c.job_id, job_source.c.number)
    ):
        sources[row.job_id].append(_source(row))
    return tuple(_job(row, sources[row.id]) for row in rows)


def _job(row: Any, sources: Sequence[JobSource]) -> Job:
    return Job(
        id=row.id,
        state=JobState(row.state),
        sources=tuple(sources),
        made_at=in_utc(row.made_at),
        started_at=_moment(row.started_at),
        heard_at=_moment(row.heard_at),
        ended_at=_moment(row.ended_at),
        problem=row.problem,
    )


def _moment(value: datetime | None) -> datetime | None:
    return None if value is None else in_utc(value)


def _source(row: Any) -> JobSource:
    return JobSource(
        source=row.source,
        file=row.file,
        done=row.done,
        known=row.known,
        reached=row.reached,
        counts=JobCounts(*(getattr(row, name) for name in JobCounts.__slots__)),
        failures=tuple(JobFailure(*each) for each in json.loads(row.failures)),
    )


def _columns(source: JobSource) -> dict[str, Any]:
    told = [
        [storable(failure.source), storable(failure.problem), storable(failure.advice)]
        for failure in source.failures[:_MOST_FAILURES]
    ]
    return {
        "source": storable(source.source),
        "file": source.file,
        "done": source.done,
        "known": source.known,
        "reached": source.reached,
        **{name: getattr(source.counts, name) for name in JobCounts.__slots__},
        "failures": json.dumps(told, ensure_ascii=False),
    }
