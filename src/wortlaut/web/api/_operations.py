"""What the API's document tells of an operation beside its parameters."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from wortlaut.web.api._problems import KINDS, MEDIA_TYPE
from wortlaut.web.api._schemas import ref

Responses = dict[int | str, dict[str, Any]]

ANYWHERE = (401, 403, 413, 421, 500, 503)
"""Problems that any operation may meet."""
_TAG = {
    "description": "Vouches for the content; send it as If-None-Match.",
    "schema": {"type": "string"},
}
_LINK = {
    "description": 'The next page, as `rel="next"` (RFC 8288); missing on the last one.',
    "schema": {"type": "string"},
}


def gives(
    name: str,
    description: str,
    *,
    problems: Collection[int] = (),
    status: int = 200,
    conditional: bool = True,
    pages: bool = False,
) -> Responses:
    """Responses of an operation that gives the schema of this name."""
    content = {"application/json": {"schema": ref(name)}}
    good: dict[str, Any] = {"description": description, "content": content}
    responses: Responses = {status: good, **refusals(problems)}
    headers = {"ETag": _TAG} if conditional else {}
    if conditional:
        responses[304] = {"description": "It is as the client has it.", "headers": {"ETag": _TAG}}
    if pages:
        headers["Link"] = _LINK
    if headers:
        good["headers"] = headers
    return responses


def refusals(statuses: Collection[int] = ()) -> Responses:
    """Responses that tell of problems: these, and those that any operation may meet."""
    return {
        status: {
            "description": KINDS[status].title,
            "content": {MEDIA_TYPE: {"schema": ref("problem")}},
        }
        for status in sorted({*statuses, *ANYWHERE, 400})
    }
