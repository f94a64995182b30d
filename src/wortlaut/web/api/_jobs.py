"""Additions in the background: asked for, watched, cancelled; and what failed."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from wortlaut.record import Job
from wortlaut.web._access import MAY_WRITE
from wortlaut.web._additions import additions_of
from wortlaut.web._site import record_of, site_of
from wortlaut.web._uploads import TooLarge
from wortlaut.web._wished_sources import (
    ADDRESS,
    ADDRESSES_FIELD,
    FILES_FIELD,
    MOST_ADDRESS,
    MOST_SOURCES,
    NoRoom,
    NotWished,
    Wish,
    checked,
    grant,
    wish_in_form,
)
from wortlaut.web.api._answers import of_the_moment
from wortlaut.web.api._forms import failed_to_dict, job_summary, job_to_dict
from wortlaut.web.api._job_events import EVENT_SCHEMA, EVENT_STREAM, job_events
from wortlaut.web.api._json import JsonResponse
from wortlaut.web.api._operations import gives, refusals
from wortlaut.web.api._problems import Problem
from wortlaut.web.api._values import Hundred, Name, Number, Positive

router = APIRouter()

_PAGE = 20
_JSON = "application/json"
_FORM = "multipart/form-data"


class WishedAddresses(BaseModel):
    """What is to be added, where no files are sent."""

    model_config = ConfigDict(strict=True, extra="forbid")

    addresses: Annotated[
        list[Annotated[str, Field(max_length=MOST_ADDRESS, pattern=ADDRESS)]],
        Field(
            min_length=1,
            max_length=MOST_SOURCES,
            description="Pages, feeds (RSS, Atom), lists of addresses, OPML: http or https.",
        ),
    ]


_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            _JSON: {
                "schema": WishedAddresses.model_json_schema(),
                "example": {"addresses": ["https://deichblatt.example/feed.xml"]},
            },
            _FORM: {
                "schema": {
                    "type": "object",
                    "description": "A file or an address at least.",
                    "properties": {
                        FILES_FIELD: {
                            "type": "array",
                            "items": {"type": "string", "format": "binary"},
                            "minItems": 1,
                            "maxItems": 100,
                            "description": "Web pages, texts, JSON Lines, ninjs, WARC, feeds, "
                            "lists of addresses; gzipped or not.",
                        },
                        ADDRESSES_FIELD: {
                            "type": "string",
                            "pattern": r"^https?://[a-z0-9.-]+$",
                            "description": "Addresses, one a line.",
                        },
                    },
                    "required": [FILES_FIELD],
                },
            },
        },
    }
}


@router.post(
    "/jobs",
    tags=["Adding"],
    summary="Add addresses or files",
    status_code=202,
    dependencies=[MAY_WRITE],
    responses={
        **gives(
            "job",
            "It is begun as soon as its turn comes.",
            status=202,
            problems=[415, 422],
            conditional=False,
        ),
    },
    openapi_extra=_BODY,
)
async def add(request: Request) -> Response:
    """Put pages, feeds or files on record in the background, as `wortlaut add` does.

    The job is kept in the record: where the server is stopped or dies, the job is gone on with.
    Files are kept until it has ended.
    """
    wish = await _wished(request)
    site = site_of(request)
    try:
        job = await run_in_threadpool(
            grant, site.record, additions_of(request), wish, site.settings.upload_limit
        )
    except TooLarge as error:
        limit = site.settings.upload_limit / 2**20
        raise Problem(413, f"the files have more than {limit:.3g} MiB together") from error
    except NoRoom as error:
        raise Problem(503, f"the files cannot be kept ({error})") from error
    return JsonResponse(job_to_dict(job), 202, {"Location": f"{request.url.path}/{job.id}"})


@router.get(
    "/jobs",
    tags=["Adding"],
    summary="List jobs",
    responses=gives("jobs", "A page of jobs."),
)
def jobs(
    request: Request,
    limit: Annotated[Hundred, Query(description="How many at most.")] = _PAGE,
    after: Annotated[
        Positive | None,
        Query(description="The `after` of the page before."),
    ] = None,
) -> Response:
    """What was asked to be added, the last job first."""
    found = record_of(request).jobs.latest(limit=limit + 1, before=after)
    shown = found[:limit]
    more = str(shown[-1].id) if len(found) > limit else None
    return of_the_moment(request, {"jobs": [job_summary(each) for each in shown], "after": more})


@router.get(
    "/jobs/{number}",
    tags=["Adding"],
    summary="Get a job",
    responses=gives("job", "The job, and how far it is.", problems=[404]),
)
def job(request: Request, number: Number) -> Response:
    """What has come of each of a job's sources, with the reasons where some failed."""
    return of_the_moment(request, job_to_dict(_job(request, number)))


@router.put(
    "/jobs/{number}/cancellation",
    tags=["Adding"],
    summary="Cancel a job",
    dependencies=[MAY_WRITE],
    responses=gives("job", "It is cancelled.", problems=[404, 409], conditional=False),
)
def cancel(request: Request, number: Number) -> Response:
    """End a job before its time; what it has added stays on record."""
    found = _job(request, number)
    record = record_of(request)
    if not record.jobs.cancel(number):
        raise Problem(409, f"job {number} has ended already", "There is nothing to cancel.")
    additions_of(request).uploads.drop(each.file for each in found.sources if each.file)
    return JsonResponse(job_to_dict(_job(request, number)))


@router.delete(
    "/jobs/{number}",
    tags=["Adding"],
    summary="Take a job off the list",
    status_code=204,
    dependencies=[MAY_WRITE],
    responses={204: {"description": "It is cancelled and gone."}, **refusals([404])},
)
def remove(request: Request, number: Number) -> Response:
    """Cancel a job if it has not ended, and forget it; what it has added stays on record."""
    found = _job(request, number)
    record_of(request).jobs.remove(number)
    additions_of(request).uploads.drop(each.file for each in found.sources if each.file)
    return Response(status_code=204)


@router.get(
    "/jobs/{number}/events",
    tags=["Adding"],
    summary="Follow a job",
    responses={
        200: {
            "description": "Server-sent events: `progress` with the job as `GET /jobs` lists it, "
            "whenever it is further; `end` with the same when it has ended.",
            "content": {EVENT_STREAM: {"schema": EVENT_SCHEMA}},
        },
        **refusals([404]),
    },
)
async def events(request: Request, number: Number) -> Response:
    """How far a job is, as it goes on; the stream ends with the job, or after five minutes.

    A browser's EventSource connects again by itself.
    """
    first = await run_in_threadpool(_job, request, number)
    return job_events(request, first)


@router.get(
    "/failed",
    tags=["Adding"],
    summary="List what failed",
    responses=gives("failed_sources", "The sources that could not be read."),
)
def failed(request: Request) -> Response:
    """Sources that are kept aside until they can be read, with the reasons."""
    found = record_of(request).failed()
    return of_the_moment(request, {"failed": [failed_to_dict(each) for each in found]})


@router.delete(
    "/failed",
    tags=["Adding"],
    summary="Forget what failed",
    dependencies=[MAY_WRITE],
    responses=gives("forgotten", "What was taken off the list.", conditional=False),
)
def forget(
    request: Request,
    source: Annotated[
        list[Name],
        Query(
            min_length=1,
            max_length=MOST_SOURCES,
            description="A source as the list has it; give it again for another one.",
        ),
    ],
) -> Response:
    """Take sources off the list; they are not tried again."""
    return JsonResponse({"forgotten": record_of(request).forget_failed(source)})


async def _wished(request: Request) -> Wish:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        if kind == _FORM:
            return wish_in_form(await request.form(max_files=MOST_SOURCES))
        if kind == _JSON:
            given = WishedAddresses.model_validate_json(await request.body())
            return checked(given.addresses)
    except ValidationError as error:
        raise RequestValidationError(_errors(error)) from error
    except NotWished as error:
        raise Problem(422, str(error), "Give addresses or files.") from error
    raise Problem(415, f"{kind or 'nothing'} was sent", f"Send {_JSON} or {_FORM}.")


def _errors(error: ValidationError) -> list[Any]:
    return [{**each, "loc": ("body", *each["loc"])} for each in error.errors(include_url=False)]


def _job(request: Request, number: int) -> Job:
    found = record_of(request).jobs.get(number)
    if found is None:
        raise Problem(404, f"the record has no job {number}")
    return found
