"""Add: files and addresses put on record in the background, with progress and what failed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData

from wortlaut.record import Job
from wortlaut.web._access import MAY_WRITE
from wortlaut.web._additions import additions_of
from wortlaut.web._rendering import render
from wortlaut.web._site import record_of, site_of
from wortlaut.web._uploads import TooLarge
from wortlaut.web._wished_sources import (
    ADDRESSES_FIELD,
    MOST_SOURCES,
    NoRoom,
    NotWished,
    checked,
    grant,
    wish_in_form,
)
from wortlaut.web.views._add import add_view

router = APIRouter(include_in_schema=False, prefix="/add")

_MOST_NUMBER = 2**53
Sources = Annotated[list[str], Form(max_length=MOST_SOURCES)]


@router.get("")
def add_form(
    request: Request,
    source: Annotated[str, Query(max_length=2000)] = "",
    before: Annotated[int | None, Query(ge=1, le=_MOST_NUMBER)] = None,
) -> Response:
    """The form, the last jobs and what failed."""
    return _page(request, source, before=before)


@router.post("", dependencies=[MAY_WRITE])
async def add(request: Request) -> Response:
    """Ask for addresses and files to be added; where that cannot be, the form with the reason."""
    form = await request.form()
    return await run_in_threadpool(_added, request, form)


def _added(request: Request, form: FormData) -> Response:
    site = site_of(request)
    given = form.get(ADDRESSES_FIELD)
    addresses = given if isinstance(given, str) else ""
    try:
        wish = wish_in_form(form)
        job = grant(site.record, additions_of(request), wish, site.settings.upload_limit)
    except NotWished as error:
        return _page(request, addresses, problem=error.kind, detail=error.value, status=422)
    except TooLarge:
        return _page(request, addresses, problem="too_large", status=413)
    except NoRoom as error:
        return _page(request, addresses, problem="no_room", detail=str(error), status=503)
    return RedirectResponse(f"/add#job-{job.id}", 303)


@router.get("/jobs/{number}")
def one_job(request: Request, number: int) -> Response:
    """One job, as the page shows it; for the page's script."""
    return render(request, "_job.html", _job(request, number))


@router.post("/jobs/{number}", dependencies=[MAY_WRITE])
def decide_on_job(
    request: Request,
    number: int,
    decision: Annotated[str, Form(pattern="^(cancel|remove)$")],
) -> Response:
    """Cancel a job, or take it off the list."""
    job = _job(request, number)
    jobs = record_of(request).jobs
    if decision == "cancel":
        jobs.cancel(number)
    else:
        jobs.remove(number)
    additions_of(request).uploads.drop(each.file for each in job.sources if each.file)
    return RedirectResponse("/add#jobs", 303)


@router.post("/failed", dependencies=[MAY_WRITE])
def decide_on_failed(
    request: Request,
    decision: Annotated[str, Form(pattern="^(retry|forget)$")],
    source: Sources,
) -> Response:
    """Try sources that failed again, or take them off the list."""
    site = site_of(request)
    if decision == "forget":
        site.record.forget_failed(source)
        return RedirectResponse("/add#failed", 303)
    known = {each.source for each in site.record.failed()}
    try:
        wish = checked([each for each in source if each in known])
    except NotWished as error:
        return _page(request, problem=error.kind, detail=error.value, status=422)
    job = grant(site.record, additions_of(request), wish, site.settings.upload_limit)
    return RedirectResponse(f"/add#job-{job.id}", 303)


def _job(request: Request, number: int) -> Job:
    found = record_of(request).jobs.get(number) if 0 < number < _MOST_NUMBER else None
    if found is None:
        raise HTTPException(404)
    return found


def _page(
    request: Request,
    addresses: str = "",
    *,
    before: int | None = None,
    problem: str | None = None,
    detail: str = "",
    status: int = 200,
) -> Response:
    return render(
        request,
        "add.html",
        add_view(record_of(request), before),
        status=status,
        addresses=addresses,
        problem=problem,
        detail=detail,
        most_megabytes=site_of(request).settings.upload_limit // 2**20,
    )
