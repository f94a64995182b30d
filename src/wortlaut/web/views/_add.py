"""The page to add to the record: what was asked for, how far it is, and what failed."""

from __future__ import annotations

from dataclasses import dataclass

from wortlaut.adding import UPLOADED
from wortlaut.record import FailedSource, Job, Record

JOBS = 10
"""Jobs on a page."""
FAILED = 50
"""Failed sources that are shown; all are counted."""


@dataclass(frozen=True, slots=True)
class FailedShown:
    """A source that could not be read."""

    failed: FailedSource

    @property
    def is_address(self) -> bool:
        """Whether it may be tried again from here; a file is not the server's to open."""
        return self.failed.source.startswith(("http://", "https://"))

    @property
    def was_uploaded(self) -> bool:
        """Whether somebody can upload it again."""
        return self.failed.source.startswith(UPLOADED)


@dataclass(frozen=True, slots=True)
class AddView:
    """Jobs and failures."""

    jobs: tuple[Job, ...]
    """The last one first."""
    before: int | None
    """The number to ask for older jobs with; None where there are none."""
    failed: tuple[FailedShown, ...]
    """The last one first."""
    failures: int
    """All of them."""

    @property
    def goes_on(self) -> bool:
        """Whether something is still being added."""
        return any(not each.ended for each in self.jobs)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Those of the failed sources shown that can be tried again."""
        return tuple(each.failed.source for each in self.failed if each.is_address)


def add_view(record: Record, before: int | None = None) -> AddView:
    """The last jobs, or those before one, and what failed."""
    jobs = record.jobs.latest(limit=JOBS + 1, before=before)
    failed = record.failed()
    return AddView(
        jobs=jobs[:JOBS],
        before=jobs[JOBS - 1].id if len(jobs) > JOBS else None,
        failed=tuple(map(FailedShown, failed[:FAILED])),
        failures=len(failed),
    )
