"""Errors as problem details (RFC 9457): what went wrong, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from fastapi import Request

from wortlaut.web.api._json import JsonResponse

MEDIA_TYPE = "application/problem+json"
_TYPES = "/api#"
"""Where the page on the API explains each kind of problem."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem, as the API's page explains it."""

    name: str
    title: str
    advice: str


KINDS: Mapping[int, Kind] = {
    400: Kind(
        "not-understood",
        "The request was not understood",
        "Compare it with the operation's description on /api, then send it again.",
    ),
    401: Kind(
        "token-missing",
        "A token is needed",
        "Send a token that `wortlaut tokens` made as `Authorization: Bearer TOKEN`.",
    ),
    403: Kind(
        "not-allowed",
        "This may not be done so",
        "Use a token with the role `write`; a browser also sends the page's CSRF token.",
    ),
    404: Kind("not-found", "There is no such thing", "Check the address or the number."),
    405: Kind(
        "wrong-method",
        "This address has no such method",
        "Use one of the methods that the header `Allow` names.",
    ),
    409: Kind(
        "contradiction",
        "This contradicts what is on record",
        "Look at what is on record now, then decide again.",
    ),
    413: Kind("too-large", "The request is too large", "Send less at a time."),
    415: Kind(
        "wrong-type",
        "The request has another media type",
        "Send one of the media types that the operation's description names.",
    ),
    421: Kind(
        "wrong-host",
        "This server is not called so",
        "Call it by a name that it was started with, such as 127.0.0.1.",
    ),
    422: Kind(
        "not-usable",
        "Nothing can be made of what was asked",
        "Look at what `detail` says is wrong, then ask otherwise.",
    ),
    429: Kind(
        "too-many-requests",
        "Too many requests",
        "Wait as long as the header `Retry-After` says, then try again.",
    ),
    500: Kind(
        "failure",
        "Something went wrong here",
        "Try again later; if it stays so, tell whoever runs this server.",
    ),
    503: Kind(
        "unavailable",
        "The record cannot be used now",
        "Try again later; if it stays so, tell whoever runs this server.",
    ),
}
_OTHER_CLIENT = KINDS[400]
_OTHER_SERVER = KINDS[500]


@dataclass(frozen=True, slots=True)
class WrongValue:
    """A part of a request that was not understood."""

    where: str
    """`query`, `path` or `body`, and the name, joined by points."""
    problem: str


@dataclass(slots=True)
class Problem(Exception):
    """What an operation of the API raises to end with a problem."""

    status: int
    detail: str
    advice: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


def problem(
    request: Request,
    status: int,
    detail: str | None = None,
    *,
    advice: str | None = None,
    wrong: Sequence[WrongValue] = (),
    headers: Mapping[str, str] | None = None,
) -> JsonResponse:
    """An error as problem details.

    Beside the members of RFC 9457 there are `advice`, what to do next, and, where parts of the
    request were not understood, `errors` with each part and what is wrong with it.
    """
    kind = KINDS.get(status, _OTHER_CLIENT if status < 500 else _OTHER_SERVER)
    told = "; ".join(f"{each.where}: {each.problem}" for each in wrong)
    content: dict[str, Any] = {
        "type": f"{_TYPES}{kind.name}",
        "title": kind.title,
        "status": status,
        "detail": detail or told or HTTPStatus(status).description or kind.title,
        "instance": request.url.path,
        "advice": advice or kind.advice,
    }
    if wrong:
        content["errors"] = [{"where": each.where, "problem": each.problem} for each in wrong]
    return JsonResponse(content, status, dict(headers or {}), MEDIA_TYPE)
