"""The page to add to the record: uploads, addresses, progress, failures; without JavaScript."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from tests.cli.scripted_reader import ScriptedReader
from tests.sources.local_web import LocalWeb, serving
from wortlaut import SourceNotFound
from wortlaut.record import JobSource, Record
from wortlaut.web import WebSettings, create_app

TEXT = "KIEL (dpa) – „Der Deich hält“, sagte Petersen am Montag."
PATIENCE = 30


@pytest.fixture
def settings() -> WebSettings:
    """With a reader that finds by pattern."""
    return WebSettings(
        hosts=frozenset({"testserver"}),
        reader=ScriptedReader,  # type: ignore[arg-type]
        allow_private=True,
    )


@pytest.fixture
def idle(record: Record, settings: WebSettings) -> TestClient:
    """A browser whose server begins no job."""
    app = create_app(record, settings)
    return TestClient(app, headers={"Accept-Language": "en"}, raise_server_exceptions=False)


@pytest.fixture
def web() -> Iterator[LocalWeb]:
    """A web server."""
    with serving() as server:
        yield server


def csrf(client: TestClient) -> dict[str, str]:
    """The field that every form of the page has."""
    found = re.search(r'name="csrf" value="([^"]+)"', client.get("/add").text)
    assert found
    return {"csrf": found[1]}


def wait(record: Record, number: int) -> None:
    """Until the job has ended."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        job = record.jobs.get(number)
        if job is not None and job.ended:
            return
        time.sleep(0.02)
    raise AssertionError(job)


def test_files_and_addresses_are_added(client: TestClient, record: Record, web: LocalWeb) -> None:
    """The page leads back to itself and shows what came of them."""
    answer = client.post(
        "/add",
        data={**csrf(client), "addresses": f"{web.page('/a')}\r\n\r\n  {web.status('/b', 404)} "},
        files=[("files", ("deich.txt", TEXT.encode())), ("files", ("leer.txt", b" "))],
        follow_redirects=False,
    )
    assert answer.status_code == 303
    assert answer.headers["location"] == "/add#job-1"
    wait(record, 1)
    page = client.get("/add").text
    assert 'id="job-1"' in page
    assert "2 articles new" in page
    assert "2 failed" in page
    assert "(HTTP 404); check the address" in re.sub(r"</?bdi>", "", page)
    assert "deich.txt" in page
    assert "<progress" not in page
    assert "Show how far it is now" not in page


def test_an_empty_form_says_what_to_give(idle: TestClient, record: Record) -> None:
    """A browser sends a nameless file where none was chosen."""
    answer = idle.post("/add", data={**csrf(idle), "addresses": " "}, files={"files": ("", b"")})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert "Give an address or a file." in answer.text
    assert record.jobs.latest() == ()


@pytest.mark.parametrize("address", ["/etc/passwd", "file:///etc/passwd", "ftp://x.example/", "-"])
def test_what_is_no_address_is_refused_and_stays_in_the_form(
    idle: TestClient, record: Record, address: str
) -> None:
    """To be put right; nothing is added by halves."""
    data = {**csrf(idle), "addresses": f"https://x.example/\n{address}"}
    answer = idle.post("/add", data=data, files={"files": ("a.txt", b"x")})
    assert answer.status_code == 422
    assert f"https://x.example/\n{address}</textarea>" in answer.text
    assert record.jobs.latest() == ()


def test_files_that_are_too_large_are_refused(record: Record, settings: WebSettings) -> None:
    """With what to do."""
    small = replace(settings, upload_limit=3000)
    client = TestClient(create_app(record, small), headers={"Accept-Language": "de"})
    files = [("files", (f"{number}.txt", b"x" * 1500)) for number in range(2)]
    answer = client.post("/add", data=csrf(client), files=files)
    assert answer.status_code == 413


def test_a_form_of_another_page_adds_nothing(idle: TestClient, record: Record) -> None:
    """Without our token."""
    assert idle.post("/add", data={"addresses": "https://x.example/"}).status_code == 403
    assert record.jobs.latest() == ()


def test_a_job_that_goes_on_shows_how_far_it_is(idle: TestClient, record: Record) -> None:
    """And a link to see again, for those without JavaScript; the script asks for the job alone."""
    record.jobs.add([JobSource("https://x.example/a"), JobSource("https://x.example/b")])
    page = idle.get("/add").text
    assert '<progress data-progress max="2" value="0' in page
    assert "Show how far it is now" in page
    alone = idle.get("/add/jobs/1", headers={"HX-Request": "true"}).text
    assert alone.strip().startswith("<article")
    assert alone.strip() in page
    assert idle.get("/add/jobs/99").status_code == 404


def test_a_job_is_stopped_and_taken_off_the_list(idle: TestClient, record: Record) -> None:
    """By a button each."""
    record.jobs.add([JobSource("https://x.example/a")])
    stopped = idle.post("/add/jobs/1", data={**csrf(idle), "decision": "cancel"})
    assert "stopped" in stopped.text
    gone = idle.post("/add/jobs/1", data={**csrf(idle), "decision": "remove"})
    assert 'id="job-1"' not in gone.text
    assert record.jobs.latest() == ()


def test_older_jobs_are_a_page_away(idle: TestClient, record: Record) -> None:
    """Ten on each."""
    for number in range(12):
        record.jobs.add([JobSource(f"https://x.example/{number}")])
    page = idle.get("/add").text
    assert len(re.findall(r'id="job-\d+"', page)) == 10
    older = re.search(r'href="(/add\?before=\d+)#jobs"', page)
    assert older
    assert re.findall(r'id="job-(\d+)"', idle.get(older[1]).text) == ["2", "1"]


def test_what_failed_is_tried_again_or_forgotten(idle: TestClient, record: Record) -> None:
    """Addresses can be tried from here; files of the server's machine are not opened by a page."""
    for source in ("https://x.example/a", "https://x.example/b", "/srv/c.txt", "upload:d.txt"):
        record.keep_failed(SourceNotFound(source, "is gone", "look"))
    page = idle.get("/add").text
    assert page.count('value="retry"') == 3  # of the two addresses, and of both together
    assert "Upload it again" in page
    assert "wortlaut failed --retry" in page
    token = csrf(idle)
    both = {"source": ["https://x.example/a", "/srv/c.txt", "https://elsewhere.example/"]}
    refused = idle.post("/add/failed", data={**token, **both, "decision": "retry"})
    assert refused.status_code == 422
    assert record.jobs.latest() == ()
    one = {"source": ["https://x.example/a", "https://elsewhere.example/"]}
    idle.post("/add/failed", data={**token, **one, "decision": "retry"})
    (job,) = record.jobs.latest()
    assert [each.source for each in job.sources] == ["https://x.example/a"]
    rest = {"source": ["https://x.example/b", "upload:d.txt"], "decision": "forget"}
    idle.post("/add/failed", data={**token, **rest})
    assert {each.source for each in record.failed()} == {"https://x.example/a", "/srv/c.txt"}


def test_an_address_can_be_handed_over(idle: TestClient) -> None:
    """As the page that reads at once does."""
    page = idle.get("/add", params={"source": "https://x.example/?a=1&b=<2>"}).text
    assert "https://x.example/?a=1&amp;b=&lt;2&gt;</textarea>" in page


def test_hostile_names_are_shown_harmless(idle: TestClient, record: Record) -> None:
    """Of files, of sources, of what went wrong."""
    evil = '"><script>alert(1)</script>\u202e'
    idle.post("/add", data=csrf(idle), files={"files": (f"{evil}.txt", b"x")})
    record.keep_failed(SourceNotFound(f"https://x.example/{evil}", evil, evil))
    page = idle.get("/add").text
    assert "<script>alert" not in page
    # A hidden field holds the name as it is, so that what is sent back is the same.
    assert "\u202e" not in re.sub(r'<input type="hidden"[^>]*>', "", page)
