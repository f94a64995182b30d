"""The first page: what is in the record."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from wortlaut.web._rendering import render

router = APIRouter(include_in_schema=False)


@router.get("/")
def start(request: Request) -> Response:
    """The first page."""
    return render(request, "start.html", None)
