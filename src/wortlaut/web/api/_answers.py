"""Answers of the API: JSON that a client need not fetch again while nothing has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from fastapi import Request
from starlette.responses import Response

import wortlaut
from wortlaut.web._kept_answers import KeptAnswer
from wortlaut.web._site import record_of, site_of
from wortlaut.web.api._json import JsonResponse, json_bytes

_HEADERS = {"Cache-Control": "private, no-cache", "Vary": "Authorization, Cookie"}
"""A client may keep an answer, and asks each time whether it still holds."""


def of_the_record(
    request: Request,
    build: Callable[[], object],
    headers: Callable[[], Mapping[str, str]] = dict,
) -> Response:
    """What `build` gives as JSON, or 304 where the client has it already.

    The tag is the record's mark, which changes with the record, so that for a 304 nothing is
    looked up. It is weak: the same tag vouches for the same content, not for the same bytes
    (RFC 9110, 8.8.1). `headers` is asked after `build`. What was built under the same mark for
    the same address is given again: nothing in it may depend on who asks.
    """
    # Asked first: what changes while we look up has a newer mark.
    tag = f'W/"{record_of(request).mark()}.{wortlaut.__version__}"'
    if is_known(request, tag):
        return Response(status_code=304, headers={**_HEADERS, "ETag": tag})
    kept, key = site_of(request).kept, (tag, str(request.url))
    answer = kept.get(key)
    if answer is None:
        with kept.turns:
            content = json_bytes(build())
        answer = KeptAnswer(content, tuple(headers().items()))
        kept.keep(key, answer)
    return JsonResponse(answer.body, headers={**_HEADERS, "ETag": tag, **dict(answer.headers)})


def of_the_moment(request: Request, value: object) -> Response:
    """The value as JSON, or 304 where the client has it; the tag is made of the content."""
    content = json_bytes(value)
    tag = f'W/"{hashlib.sha256(content).hexdigest()[:24]}"'
    if is_known(request, tag):
        return Response(status_code=304, headers={**_HEADERS, "ETag": tag})
    return JsonResponse(content, headers={**_HEADERS, "ETag": tag})


def is_known(request: Request, tag: str) -> bool:
    """Whether If-None-Match names the tag, compared weakly (RFC 9110, 13.1.2)."""
    given = request.headers.get("if-none-match", "")
    opaque = tag.removeprefix("W/")
    return given.strip() == "*" or any(
        each.strip().removeprefix("W/") == opaque for each in given.split(",")
    )


def next_page(request: Request, after: str | None) -> dict[str, str]:
    """A header that links to the page behind the one that ended at `after` (RFC 8288), if any.

    By its whole address: clients that put a base before addresses take it as it is.
    """
    if after is None:
        return {}
    kept = [pair for pair in request.query_params.multi_items() if pair[0] != "after"]
    there = request.url.replace(query=urlencode([*kept, ("after", after)]))
    return {"Link": f'<{there}>; rel="next"'}
