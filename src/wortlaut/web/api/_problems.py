"""Errors of the API as problem details (RFC 9457)."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import Request
from fastapi.responses import JSONResponse


def problem(request: Request, status: int, detail: str | None = None) -> JSONResponse:
    """An error as problem details."""
    body: dict[str, object] = {"title": HTTPStatus(status).phrase, "status": status}
    if detail is not None:
        body["detail"] = detail
    body["instance"] = request.url.path
    return JSONResponse(body, status, media_type="application/problem+json")
