"""The jobs of a record, done in the background while pages are served."""

from __future__ import annotations

import logging
import os
import secrets
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, cast

from fastapi import Request

from wortlaut._exceptions import SourceError, SourceNotFound, WortlautError
from wortlaut.adding import Adding, Taken
from wortlaut.model import Article
from wortlaut.record import Added, Job, JobCounts, JobFailure, Jobs, JobSource, Record
from wortlaut.web._uploads import Uploads

if TYPE_CHECKING:
    from wortlaut.reading import Reader
    from wortlaut.sources import Intake

LEASE = timedelta(seconds=15)
"""After so much silence of a process, another one goes on with its job."""
_BEAT = 3.0
"""Seconds between two signs of life."""
_LOOK_AGAIN = 5.0
"""Seconds after which we look for jobs that another process was given or has left."""
_TELL = 0.5
"""Seconds between two reports of progress."""
_MOST_FAILURES = 100
"""Of a source, those that are told one by one."""

_log = logging.getLogger("wortlaut.web.jobs")

_COUNTED = {
    Added.NEW: "added",
    Added.CHANGED: "changed",
    Added.SAME_TEXT: "same_text",
    Added.UNCHANGED: "unchanged",
}


class Additions:
    """Does a record's jobs, one after the other, in a thread of its own."""

    def __init__(
        self,
        record: Record,
        reader: Callable[[], Reader],
        uploads: Uploads,
        *,
        allow_private: bool = False,
    ) -> None:
        self.uploads = uploads
        self._record = record
        self._reader = reader
        self._allow_private = allow_private
        self._holder = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
        self._stopping = Event()
        self._woken = Event()
        self._thread: Thread | None = None
        self._number: int | None = None

    @property
    def stopping(self) -> bool:
        """Whether the server is about to end."""
        return self._stopping.is_set()

    def start(self) -> None:
        """Begin with the job that has waited longest; does nothing if it has begun."""
        if self._thread is None:
            self._stopping.clear()
            self._thread = Thread(target=self._work, name="wortlaut-jobs", daemon=True)
            self._thread.start()

    def wake(self) -> None:
        """Look for a new job now."""
        self._woken.set()

    def leave(self) -> None:
        """Stop after the article that is being read, and wait for nothing."""
        self._stopping.set()
        self._woken.set()

    def stop(self, patience: float = 10.0) -> None:
        """Stop after the article that is being read, or after so many seconds.

        The job is left to whoever comes next, who goes on where it was.
        """
        self.leave()
        if self._thread is None:
            return
        self._thread.join(patience)
        number = self._number
        if self._thread.is_alive() and number is not None:
            # It waits for a slow page. What it still adds is there when the next one comes to it.
            self._record.jobs.release(number, self._holder)
        self._thread = None

    def _work(self) -> None:
        self._quietly(self._tidy)
        while not self.stopping:
            self._woken.clear()
            if not self._quietly(self._take_one):
                self._woken.wait(_LOOK_AGAIN)

    def _quietly(self, what: Callable[[], bool]) -> bool:
        """What it gives; False where it fails, which must not end the thread."""
        try:
            return what()
        except Exception as error:
            _log.exception("jobs: %s", error)
            return False

    def _tidy(self) -> bool:
        self.uploads.tidy(self._record.jobs.unfinished_files())
        return True

    def _take_one(self) -> bool:
        """Do one job; False where there is none."""
        jobs = self._record.jobs
        job = jobs.take(self._holder, lease=LEASE)
        if job is None:
            return False
        self._number = job.id
        resumed = job.started_at != job.heard_at
        _log.info("job %d: %s", job.id, "gone on with" if resumed else "begun")
        try:
            going = _Going(jobs, job.id, self._holder, self._stopping)
            with _Beating(going):
                self._do(job, going, resumed=resumed)
        finally:
            self._number = None
        ended = jobs.get(job.id)
        if ended is not None and ended.ended:
            self.uploads.drop(each.file for each in ended.sources if each.file)
            _log.info("job %d: %s", job.id, ended.state.value)
        return True

    def _do(self, job: Job, going: _Going, *, resumed: bool) -> None:
        problem: str | None = None
        try:
            since = job.started_at if resumed else None
            adding = Adding(self._record, self._reader, since=since)
            for index, source in enumerate(job.sources):
                if not source.done and going.on:
                    self._add(adding, going, index, source)
        except WortlautError as error:
            problem = str(error)
            _log.error("job %d: %s", job.id, problem)
        except Exception as error:
            problem = f"tripped over {type(error).__name__}; the server's log says more"
            _log.exception("job %d", job.id)
        if problem is not None or going.on:
            self._record.jobs.end(job.id, self._holder, problem)
        elif self.stopping:
            self._record.jobs.release(job.id, self._holder)

    def _add(self, adding: Adding, going: _Going, index: int, source: JobSource) -> None:
        from wortlaut.sources import Intake  # noqa: PLC0415 - pulls in the web

        path = None if source.file is None else self.uploads.path(source.file)
        intake = Intake(
            [source.source if path is None else path],
            allow_private=self._allow_private,
            # A feed that was uploaded is not here to stay, and will not be read again.
            heard=adding.hear if path is None else None,
        )
        heard = _Heard(going, index, replace(source, counts=JobCounts(), failures=()), intake)
        heard.tell()
        adding.add(_entries(intake, going, source.source, path), heard)
        heard.tell(done=going.on)


def _entries(
    intake: Intake, going: _Going, name: str, path: Path | None
) -> Iterator[Article | SourceError]:
    """What a source holds, as long as the job goes on; an upload goes by its own name."""
    if path is not None and not path.exists():
        yield SourceNotFound(name, "is not kept here any longer", "upload it again")
        return
    for found in intake:
        if not going.on:
            return
        if path is None:
            yield found
            continue
        shown = found.source.replace(str(path), name, 1)
        if isinstance(found, SourceError):
            yield type(found)(shown, found.problem, found.advice)
        else:
            yield replace(found, source=shown)


@dataclass(slots=True)
class _Going:
    """Whether a job is to be gone on with."""

    jobs: Jobs
    number: int
    holder: str
    stopping: Event
    lost: bool = False
    """Whether it has been cancelled, or taken by another."""

    @property
    def on(self) -> bool:
        return not (self.lost or self.stopping.is_set())

    def keep(self) -> None:
        """Say that the job is being worked at."""
        if not self.jobs.keep(self.number, self.holder):
            self.lost = True

    def tell(self, index: int, source: JobSource) -> None:
        """Have kept what has come of a source."""
        if not self.jobs.report(self.number, self.holder, index, source):
            self.lost = True


@dataclass(slots=True)
class _Heard:
    """Counts what comes of one source, and has it kept every now and then."""

    going: _Going
    index: int
    source: JobSource
    intake: Intake
    told: float = field(default_factory=monotonic)

    def settled(self, taken: Taken) -> None:
        counts = self.source.counts
        name = _COUNTED[taken.outcome]
        self._count(
            replace(
                counts,
                statements=counts.statements + taken.statements,
                **{name: getattr(counts, name) + 1},
            )
        )

    def failed(self, error: SourceError, name: str) -> None:
        failures = self.source.failures
        if len(failures) < _MOST_FAILURES:
            failure = JobFailure(name, error.problem, error.advice)
            self.source = replace(self.source, failures=(*failures, failure))
        self._count(replace(self.source.counts, failed=self.source.counts.failed + 1))

    def tell(self, *, done: bool = False) -> None:
        progress = self.intake.progress
        self.source = replace(
            self.source, done=done, known=max(progress.known, 1), reached=progress.done
        )
        self.going.tell(self.index, self.source)
        self.told = monotonic()

    def _count(self, counts: JobCounts) -> None:
        self.source = replace(self.source, counts=counts)
        if monotonic() - self.told > _TELL:
            self.tell()


class _Beating:
    """Says every few seconds that a job is being worked at, however long an article takes."""

    def __init__(self, going: _Going) -> None:
        self._going = going
        self._over = Event()
        self._thread = Thread(target=self._beat, name="wortlaut-jobs-alive", daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._thread.join()

    def _beat(self) -> None:
        while not self._over.wait(_BEAT):
            try:
                self._going.keep()
            except WortlautError as error:
                # The job itself will meet it too, or it passes.
                _log.warning("job %d: %s", self._going.number, error)


def additions_of(request: Request) -> Additions:
    """What does the jobs of the record that the request came to."""
    return cast(Additions, request.app.state.additions)
