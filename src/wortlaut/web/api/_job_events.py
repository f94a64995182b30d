"""How far a job is, as server-sent events (HTML Standard, 9.2)."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import StreamingResponse

from wortlaut.record import Job
from wortlaut.web._additions import additions_of
from wortlaut.web._site import record_of
from wortlaut.web.api._forms import job_summary
from wortlaut.web.api._json import json_bytes

EVENT_STREAM = "text/event-stream"
EVENT_SCHEMA = {
    "type": "object",
    "description": "An event of the stream.",
    "properties": {
        "event": {"enum": ["progress", "end"], "description": "Whether more will come."},
        "data": {"type": "string", "description": "The job as JSON, as `GET /jobs` lists it."},
    },
    "required": ["event", "data"],
}
LOOK = 0.5
"""Seconds between two looks at the job."""
QUIET = 15.0
"""Seconds of silence after which a comment shows that we are still there."""
LONGEST = 300.0
"""Seconds after which the stream ends; whoever wants more connects again."""


def job_events(request: Request, first: Job) -> StreamingResponse:
    """The job's progress from now on, as a stream."""
    return StreamingResponse(
        _events(request, first),
        media_type=EVENT_STREAM,
        # Proxies would wait until they have much to give on.
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def _events(request: Request, job: Job) -> AsyncIterator[bytes]:
    additions = additions_of(request)
    jobs = record_of(request).jobs
    began = told_at = time.monotonic()
    told = b""
    while True:
        line = json_bytes(job_summary(job))
        if job.ended:
            yield _event("end", line)
            return
        now = time.monotonic()
        if line != told:
            yield _event("progress", line)
            told, told_at = line, now
        elif now - told_at > QUIET:
            yield b": still here\n\n"
            told_at = now
        if now - began > LONGEST or additions.stopping or await request.is_disconnected():
            return
        await asyncio.sleep(LOOK)
        found = await run_in_threadpool(jobs.get, job.id)
        if found is None:
            return
        job = found


def _event(name: str, data: bytes) -> bytes:
    return b"event: " + name.encode() + b"\ndata: " + data + b"\n\n"
