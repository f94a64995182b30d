"""Jobs done in the background: what they add, what fails, how they are stopped and gone on with."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.scripted_reader import ScriptedReader
from tests.sources.local_web import LocalWeb, serving
from wortlaut import Article, ModelError
from wortlaut.record import Job, JobCounts, JobSource, JobState, Record
from wortlaut.web import _additions
from wortlaut.web._additions import Additions
from wortlaut.web._uploads import TooLarge, Uploads, uploads_beside

PATIENCE = 30
TEXT = "KIEL (dpa) – „Der Deich hält“, sagte Petersen. Der Rat forderte einen Bericht."


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    with Record(tmp_path / "record.sqlite") as made:
        yield made


@pytest.fixture
def uploads(tmp_path: Path) -> Uploads:
    """An empty folder."""
    return Uploads(tmp_path / "uploads")


@pytest.fixture
def web() -> Iterator[LocalWeb]:
    """A web server."""
    with serving() as server:
        yield server


def uploaded(uploads: Uploads, name: str, content: str) -> JobSource:
    """A file that was uploaded."""
    kept, _ = uploads.keep(io.BytesIO(content.encode()), name, 10_000)
    return JobSource(f"upload:{name}", kept)


def ended(record: Record, number: int) -> Job:
    """The job when it has ended."""
    return when(record, number, lambda job: job.ended)


def when(record: Record, number: int, so: Callable[[Job], bool]) -> Job:
    """The job as soon as it is so."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        job = record.jobs.get(number)
        assert job is not None
        if so(job):
            return job
        time.sleep(0.02)
    raise AssertionError(job)


class SlowReader(ScriptedReader):
    """Takes its time over each article."""

    def read(self, article: Article) -> Article:
        """The article, after a while."""
        time.sleep(0.05)
        return super().read(article)


def working(
    record: Record, uploads: Uploads, reader: type[ScriptedReader] = ScriptedReader
) -> Additions:
    """Additions that have begun; whatever they fetch is on this machine."""
    additions = Additions(record, reader, uploads, allow_private=True)  # type: ignore[arg-type]
    additions.start()
    return additions


def test_files_and_addresses_are_added(record: Record, uploads: Uploads, web: LocalWeb) -> None:
    """The files go by the names that they came with, and are gone afterwards."""
    page = web.page("/a")
    file = uploaded(uploads, "deich.txt", TEXT)
    number = record.jobs.add([file, JobSource(page)]).id
    additions = working(record, uploads)
    job = ended(record, number)
    additions.stop()
    assert job.state is JobState.DONE
    assert job.counts == replace(JobCounts(), added=2, statements=record.count())
    assert [each.done for each in job.sources] == [True, True]
    assert {each.source for each in record.articles()} == {"upload:deich.txt", page}
    assert list(uploads.folder.iterdir()) == []


def test_a_job_that_comes_later_is_begun_at_once(record: Record, uploads: Uploads) -> None:
    """Nobody waits until the next look."""
    additions = working(record, uploads)
    time.sleep(0.1)
    number = record.jobs.add([uploaded(uploads, "a.txt", TEXT)]).id
    additions.wake()
    assert ended(record, number).counts.added == 1
    additions.stop()


def test_what_fails_is_told_with_its_reason(
    record: Record, uploads: Uploads, web: LocalWeb
) -> None:
    """In the job, and among the failed sources of the record; the rest is added."""
    gone = web.status("/weg", 404)
    lines = uploaded(uploads, "b.jsonl", '{"text": ""}\n{"text": "„Ja“, sagte Hansen."}\n')
    missing = JobSource("upload:c.txt", "missing.txt")
    number = record.jobs.add([JobSource(gone), lines, missing]).id
    additions = working(record, uploads)
    job = ended(record, number)
    additions.stop()
    assert job.state is JobState.DONE
    assert (job.counts.added, job.counts.failed) == (1, 3)
    assert [each.source for each in job.failures] == [gone, "upload:b.jsonl:1", "upload:c.txt"]
    assert job.failures[0].problem.endswith("(HTTP 404)")
    assert job.failures[2].advice == "upload it again"
    assert {each.source for each in record.failed()} == {each.source for each in job.failures}


def test_a_feed_is_followed_and_counted(record: Record, uploads: Uploads, web: LocalWeb) -> None:
    """Each of its pages."""
    entries = "".join(
        f"<item><link>{web.page(f'/{number}', _page(number))}</link></item>" for number in range(3)
    )
    feed = web.page(
        "/feed",
        f'<rss version="2.0"><channel><title>Küste</title>{entries}</channel></rss>'.encode(),
        Content_Type="application/rss+xml",
    )
    number = record.jobs.add([JobSource(feed)]).id
    additions = working(record, uploads)
    job = ended(record, number)
    additions.stop()
    assert job.counts.added == 3, job
    assert (job.reached, job.known) == (4.0, 4)


def test_addresses_of_this_machine_are_refused_by_default(
    record: Record, uploads: Uploads, web: LocalWeb
) -> None:
    """As by `wortlaut read`."""
    number = record.jobs.add([JobSource(web.page("/a"))]).id
    additions = Additions(record, ScriptedReader, uploads)  # type: ignore[arg-type]
    additions.start()
    job = ended(record, number)
    additions.stop()
    assert job.counts.failed == 1
    assert "which Wortlaut does not ask" in job.failures[0].problem


def test_a_job_is_left_and_gone_on_with(record: Record, uploads: Uploads) -> None:
    """Every article is on record once, and counted as if nothing had been."""
    texts = "\n".join(f'{{"text": "„Ja {number}“, sagte Hansen."}}' for number in range(60))
    file = uploaded(uploads, "a.jsonl", texts)
    first = uploaded(uploads, "b.txt", TEXT)
    number = record.jobs.add([first, file]).id
    additions = working(record, uploads, SlowReader)
    when(record, number, lambda job: job.counts.articles > 5)
    additions.stop()
    left = record.jobs.get(number)
    assert left is not None
    assert left.state is JobState.QUEUED
    assert left.sources[0].done
    assert not left.sources[1].done
    assert uploads.path(file.file or "").exists()
    again = working(record, uploads)
    job = ended(record, number)
    again.stop()
    assert job.counts == JobCounts(added=61, statements=record.count())
    assert len(list(record.articles())) == 61


def test_a_job_whose_process_died_is_gone_on_with(
    record: Record, uploads: Uploads, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once it has been silent for long enough."""
    number = record.jobs.add([uploaded(uploads, "a.txt", TEXT)]).id
    record.jobs.take("dead", lease=timedelta(minutes=1))
    monkeypatch.setattr(_additions, "LEASE", timedelta(seconds=0.2))
    monkeypatch.setattr(_additions, "_LOOK_AGAIN", 0.05)
    additions = working(record, uploads)
    assert ended(record, number).counts.added == 1
    additions.stop()


def test_a_cancelled_job_stops_and_its_files_go(record: Record, uploads: Uploads) -> None:
    """What has been added stays."""
    texts = "\n".join(f'{{"text": "„Ja {number}“, sagte Hansen."}}' for number in range(200))
    file = uploaded(uploads, "a.jsonl", texts)
    number = record.jobs.add([file]).id
    after = record.jobs.add([uploaded(uploads, "b.txt", TEXT)]).id
    additions = working(record, uploads, SlowReader)
    when(record, number, lambda job: job.counts.articles > 0)
    assert record.jobs.cancel(number)
    assert ended(record, after).counts.added == 1
    additions.stop()
    job = record.jobs.get(number)
    assert job is not None
    assert job.state is JobState.CANCELLED
    assert 0 < len(list(record.articles())) < 201
    assert list(uploads.folder.iterdir()) == []


def test_what_keeps_a_job_from_going_on_is_told(record: Record, uploads: Uploads) -> None:
    """It has failed, and the next one is done."""

    def no_reader() -> ScriptedReader:
        raise ModelError("the model is missing")

    number = record.jobs.add([uploaded(uploads, "a.txt", TEXT)]).id
    additions = Additions(record, no_reader, uploads)  # type: ignore[arg-type]
    additions.start()
    job = ended(record, number)
    additions.stop()
    assert (job.state, job.problem) == (JobState.FAILED, "the model is missing")


def test_a_broken_reader_does_not_end_the_jobs(record: Record, uploads: Uploads) -> None:
    """What it says may name what is nobody's business, and stays in the log."""

    class Broken(ScriptedReader):
        """Breaks at one word."""

        def read(self, article: Article) -> Article:
            """The article, or an error."""
            if "Bericht" in article.text:
                raise RuntimeError("secret")
            return super().read(article)

    broken = record.jobs.add([uploaded(uploads, "a.txt", TEXT)]).id
    fine = record.jobs.add([uploaded(uploads, "b.txt", "„Ja“, sagte Hansen.")]).id
    additions = working(record, uploads, Broken)
    assert ended(record, fine).counts.added == 1
    additions.stop()
    job = record.jobs.get(broken)
    assert job is not None
    assert job.state is JobState.FAILED
    assert "secret" not in (job.problem or "")


def test_an_upload_that_is_too_large_leaves_nothing(uploads: Uploads) -> None:
    """Nor does one that breaks off."""
    with pytest.raises(TooLarge):
        uploads.keep(io.BytesIO(b"x" * 11), "a.txt", 10)
    assert list(uploads.folder.iterdir()) == []
    assert uploads.keep(io.BytesIO(b"x" * 10), "a.txt", 10)[1] == 10


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("a.html", ".html"),
        ("A.TXT", ".txt"),
        ("crawl.warc.gz", ".warc.gz"),
        ("../../etc/passwd", ""),
        ("a.tx\0t", ""),
        ("a." + "x" * 99, ""),
    ],
)
def test_of_an_uploads_name_only_the_suffix_is_kept(
    uploads: Uploads, name: str, suffix: str
) -> None:
    """The rest could lead anywhere."""
    kept, _ = uploads.keep(io.BytesIO(b"x"), name, 10)
    assert kept[32:] == suffix
    assert uploads.path(kept).parent == uploads.folder


def test_what_no_job_needs_is_tidied_away_after_a_while(uploads: Uploads) -> None:
    """A file whose job is only about to be made stays."""
    old, needed, new = (uploads.keep(io.BytesIO(b"x"), "a", 10)[0] for _ in range(3))
    for kept in (old, needed):
        os.utime(uploads.path(kept), (0, 0))
    uploads.tidy({needed})
    assert {path.name for path in uploads.folder.iterdir()} == {needed, new}


def test_uploads_lie_beside_a_record_that_is_a_file(tmp_path: Path) -> None:
    """Else among the user's data."""
    assert uploads_beside(f"{tmp_path}/a.sqlite") == tmp_path / "a.sqlite.uploads"
    assert uploads_beside("postgresql://x/y").name == "uploads"


def _page(number: int) -> bytes:
    words = f"„Der Deich {number} hält“, sagte Petersen am Montag. " * 5
    article = f"<article><h1>Deich {number}</h1><p>{words}</p></article>"
    return f"<html><body>{article}</body></html>".encode()
