"""Additions asked for, watched and cancelled over HTTP."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.sources.local_web import LocalWeb, serving
from wortlaut import SourceNotFound
from wortlaut.record import Record
from wortlaut.web import WebSettings, create_app

TEXT = "KIEL (dpa) – „Der Deich hält“, sagte Petersen am Montag."
PATIENCE = 30
PROGRAM = {"X-CSRF-Token": "none"}
"""What a program sends to upload without a token: no page elsewhere can."""


@pytest.fixture
def web() -> Iterator[LocalWeb]:
    """A web server."""
    with serving() as server:
        yield server


def ended(api: TestClient, number: int) -> Any:
    """The job when it has ended."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        job = api.get(f"jobs/{number}").json()
        if job["state"] not in ("queued", "running"):
            return job
        time.sleep(0.02)
    raise AssertionError(job)


def test_files_are_uploaded_and_added(working_api: TestClient, record: Record) -> None:
    """Several at once, with what failed among them."""
    files = [
        ("files", ("deich.txt", TEXT.encode())),
        ("files", ("..\\leer.txt", b"  ")),
        ("files", ("zwei.jsonl", b'{"text": "\\u201eJa\\u201c, sagte Hansen."}\n{"text": ""}\n')),
    ]
    asked = working_api.post("jobs", files=files, headers=PROGRAM)
    assert asked.status_code == 202
    assert asked.headers["location"] == f"/api/v1/jobs/{asked.json()['id']}"
    job = ended(working_api, asked.json()["id"])
    assert job["state"] == "done"
    assert (job["counts"]["added"], job["counts"]["failed"]) == (2, 2)
    assert [source["source"] for source in job["sources"]] == [
        "upload:deich.txt",
        "upload:leer.txt",
        "upload:zwei.jsonl",
    ]
    failures = [each["source"] for source in job["sources"] for each in source["failures"]]
    assert failures == ["upload:leer.txt", "upload:zwei.jsonl:2"]
    failed = working_api.get("failed").json()["failed"]
    assert {each["source"] for each in failed} == set(failures)
    assert record.count("Deich") > 0


def test_addresses_are_added(record: Record, settings: WebSettings, web: LocalWeb) -> None:
    """Where the server allows them."""
    with TestClient(create_app(record, replace(settings, allow_private=True))) as client:
        client.base_url = client.base_url.join("/api/v1/")
        asked = client.post("jobs", json={"addresses": [web.page("/a"), web.status("/b", 410)]})
        job = ended(client, asked.json()["id"])
    assert (job["counts"]["added"], job["counts"]["failed"]) == (1, 1)


def test_progress_comes_as_events(working_api: TestClient) -> None:
    """The last one says that the job has ended."""
    lines = "\n".join(json.dumps({"text": f"„Ja {n}“, sagte Hansen."}) for n in range(5))
    asked = working_api.post(
        "jobs", files=[("files", ("a.jsonl", lines.encode()))], headers=PROGRAM
    )
    answer = working_api.get(f"jobs/{asked.json()['id']}/events")
    assert answer.headers["content-type"].startswith("text/event-stream")
    events = [
        dict(line.split(": ", 1) for line in event.splitlines())
        for event in answer.text.strip().split("\n\n")
    ]
    assert [each["event"] for each in events][-1] == "end"
    assert {each["event"] for each in events[:-1]} <= {"progress"}
    last = json.loads(events[-1]["data"])
    assert (last["state"], last["counts"]["added"]) == ("done", 5)
    assert working_api.get("jobs/99/events").status_code == 404


def test_a_job_is_cancelled_and_forgotten(api: TestClient, record: Record) -> None:
    """Its files with it."""
    asked = api.post("jobs", files=[("files", ("a.txt", TEXT.encode()))], headers=PROGRAM)
    number = asked.json()["id"]
    folder = api.app.state.additions.uploads.folder  # type: ignore[attr-defined]
    assert len(list(folder.iterdir())) == 1
    cancelled = api.put(f"jobs/{number}/cancellation")
    assert cancelled.json()["state"] == "cancelled"
    assert list(folder.iterdir()) == []
    assert api.put(f"jobs/{number}/cancellation").status_code == 409
    assert api.put("jobs/99/cancellation").status_code == 404
    assert api.delete(f"jobs/{number}").status_code == 204
    assert api.get(f"jobs/{number}").status_code == 404
    assert api.delete(f"jobs/{number}").status_code == 404


def test_jobs_are_listed_page_by_page(api: TestClient) -> None:
    """The last one first."""
    for number in range(5):
        api.post("jobs", json={"addresses": [f"https://x.example/{number}"]})
    first = api.get("jobs", params={"limit": 2}).json()
    assert [each["id"] for each in first["jobs"]] == [5, 4]
    rest = api.get("jobs", params={"after": first["after"]}).json()
    assert [each["id"] for each in rest["jobs"]] == [3, 2, 1]
    assert rest["after"] is None
    tag = api.get("jobs").headers["etag"]
    assert api.get("jobs", headers={"If-None-Match": tag}).status_code == 304
    api.put("jobs/5/cancellation")
    assert api.get("jobs", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"addresses": []}, 400),
        ({"addresses": ["/etc/passwd"]}, 400),
        ({"addresses": ["file:///etc/passwd"]}, 400),
        ({"addresses": ["-"]}, 400),
        ({"addresses": ["https://x.example/ y"]}, 400),
        ({"addresses": ["https://x.example/\u202eleak"]}, 400),
        ({"addresses": ["https://["]}, 422),
        ({"addresses": "https://x.example/"}, 400),
        ({"addresses": ["https://x.example/"], "threads": 9}, 400),
        ({"addresses": ["https://x.example/"] * 501}, 400),
        ({}, 400),
    ],
)
def test_what_cannot_be_added_is_refused(api: TestClient, body: object, status: int) -> None:
    """No file of the server, and no job is made."""
    assert api.post("jobs", json=body).status_code == status
    assert api.get("jobs").json()["jobs"] == []


def test_other_media_types_are_refused(api: TestClient) -> None:
    """With those that are taken."""
    answer = api.post(
        "jobs", content=b"https://x.example/", headers={"Content-Type": "application/xml"}
    )
    assert answer.status_code == 415
    assert "multipart/form-data" in answer.json()["advice"]
    empty = api.post("jobs", files=[("other", ("a.txt", b"x"))], headers=PROGRAM)
    assert empty.status_code == 422


def test_files_that_are_too_large_are_refused_and_not_kept(
    record: Record, settings: WebSettings
) -> None:
    """Together, or as the request says itself."""
    app = create_app(record, replace(settings, upload_limit=3000))
    client = TestClient(app)
    files = [("files", (f"{number}.txt", b"x" * 1400)) for number in range(2)]
    assert client.post("/api/v1/jobs", files=files, headers=PROGRAM).status_code == 413
    assert client.post("/api/v1/jobs", files=files[:1], headers=PROGRAM).status_code == 202
    assert len(list(app.state.additions.uploads.folder.iterdir())) == 1


def test_an_upload_that_any_page_could_send_is_refused(api: TestClient) -> None:
    """It carries no header of ours."""
    assert api.post("jobs", files=[("files", ("a.txt", b"x"))]).status_code == 403


def test_what_failed_is_forgotten(api: TestClient, record: Record) -> None:
    """One by one."""
    for name in "abc":
        record.keep_failed(SourceNotFound(f"https://x.example/{name}", "is gone", "look"))
    gone = {"source": ["https://x.example/a", "https://x.example/b", "other"]}
    assert api.delete("failed", params=gone).json() == {"forgotten": 2}
    (left,) = api.get("failed").json()["failed"]
    assert (left["source"], left["attempts"]) == ("https://x.example/c", 1)
    assert api.delete("failed").status_code == 400
