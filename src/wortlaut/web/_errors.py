"""What somebody sees when a page cannot be shown: why, and what to do next."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from wortlaut._exceptions import PersonUnclear, QueryError, RecordError
from wortlaut.web._rendering import render
from wortlaut.web._security_headers import HEADERS
from wortlaut.web.api import Problem, WrongValue, allowed_methods, problem

_log = logging.getLogger("wortlaut.web")


@dataclass(frozen=True, slots=True)
class ErrorView:
    """An error as the page tells it."""

    status: int
    kind: str
    """Which text of `errors` tells what happened."""
    detail: str | None = None
    """What exactly was wrong, in the words of whoever found it."""


_KINDS = {
    400: "bad_request",
    401: "sign_in",
    403: "forbidden",
    404: "not_found",
    405: "not_allowed",
    413: "too_large",
    421: "wrong_host",
    422: "bad_request",
    429: "too_many",
    503: "unavailable",
}


def register_errors(app: FastAPI) -> None:
    """Let every error be answered in the way of the place where it happened."""

    @app.exception_handler(HTTPException)
    def http_error(request: Request, error: HTTPException) -> Response:
        detail = None if error.detail == HTTPStatus(error.status_code).phrase else error.detail
        headers = dict(error.headers or {})
        if error.status_code == 405 and _is_api(request):
            headers["Allow"] = allowed_methods(app, request.url.path) or headers.get("Allow", "")
        return error_response(request, error.status_code, detail, headers)

    @app.exception_handler(RequestValidationError)
    def not_understood(request: Request, error: RequestValidationError) -> Response:
        wrong = [WrongValue(".".join(map(str, e["loc"])), e["msg"]) for e in error.errors()]
        if _is_api(request):
            return problem(request, 400, wrong=wrong)
        told = "; ".join(f"{each.where}: {each.problem}" for each in wrong)
        return error_response(request, 400, told)

    @app.exception_handler(Problem)
    def api_problem(request: Request, error: Problem) -> Response:
        return problem(
            request, error.status, error.detail, advice=error.advice, headers=error.headers
        )

    @app.exception_handler(PersonUnclear)
    @app.exception_handler(QueryError)
    def query_error(request: Request, error: Exception) -> Response:
        # The API keeps 400 for what its document does not allow.
        return error_response(request, 422 if _is_api(request) else 400, str(error))

    @app.exception_handler(RecordError)
    def record_error(request: Request, error: RecordError) -> Response:
        _log.error("the record: %s", error)
        return error_response(request, 503, f"{error.problem}; {error.advice}")

    @app.exception_handler(Exception)
    def our_error(request: Request, _: Exception) -> Response:
        # Starlette logs it; what went wrong inside is nobody's business outside. This answer
        # passes no middleware.
        return error_response(request, 500, None, HEADERS)


def error_response(
    request: Request,
    status: int,
    detail: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """An error as a page, or for the API as problem details."""
    if _is_api(request):
        response: Response = problem(request, status, detail)
    else:
        kind = _KINDS.get(status, "bad_request" if status < 500 else "failure")
        response = render(request, "error.html", ErrorView(status, kind, detail), status=status)
    response.headers.update(headers or {})
    return response


def _is_api(request: Request) -> bool:
    return request.url.path.startswith("/api/")
