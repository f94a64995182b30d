"""The API's description, for people; programs read `/api/v1/openapi.json`."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from wortlaut.web._rendering import render
from wortlaut.web.api import KINDS, document
from wortlaut.web.views._api import api_view

router = APIRouter(include_in_schema=False)


@router.get("/api")
def api(request: Request) -> Response:
    """Every operation with its parameters, an example, and what each status means."""
    return render(request, "api.html", api_view(document(request.app)), problems=KINDS)
