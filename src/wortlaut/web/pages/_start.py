"""The first page: what is in the record."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from wortlaut.web._rendering import render
from wortlaut.web._site import record_of
from wortlaut.web.views import bars, start_view

router = APIRouter(include_in_schema=False)


@router.get("/")
def start(request: Request) -> Response:
    """The first page."""
    view = start_view(record_of(request))
    growth = bars([each.statements for each in view.growth])
    most = max((each.statements for each in view.quoted), default=0)
    return render(request, "start.html", view, growth=growth, most=most)
