"""Whatever a search finds, for other tools, as a stream."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

import wortlaut
from wortlaut._exceptions import ExchangeError
from wortlaut.exchange import FORMATS
from wortlaut.web._site import record_of
from wortlaut.web.api._answers import is_known
from wortlaut.web.api._asked import AskedFilters, AskedWords
from wortlaut.web.api._operations import refusals
from wortlaut.web.api._problems import Problem

router = APIRouter()

ExportFormat = StrEnum("ExportFormat", {name.upper(): name for name in FORMATS})  # type: ignore[misc]
_LINES = "application/x-ndjson"
_TYPES = {
    "jsonl": _LINES,
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "webannotation": _LINES,
    "schemaorg": _LINES,
    "cas": "application/zip",
    "labelstudio": "application/json",
    "ftm": _LINES,
}
_TEXTS = frozenset({"text/csv"})


@router.get(
    "/exports/{format}",
    tags=["Exports"],
    summary="Export what a search finds",
    response_class=StreamingResponse,
    responses={
        200: {
            "description": "The articles with their statements, in the format asked for. It "
            "begins at once and comes piece by piece, however large the record is.",
            "content": {media: {"schema": {}} for media in sorted(set(_TYPES.values()))},
        },
        304: {"description": "It is as the client has it."},
        **refusals([422]),
    },
)
def export(
    request: Request,
    format: Annotated[  # noqa: A002 - the parameter's name
        ExportFormat, Path(description="A format of `wortlaut export`.")
    ],
    filters: AskedFilters,
    q: AskedWords = "",
) -> Response:
    """Everything that is found, in a format of `wortlaut export`: all of it, without pages.

    `jsonl` is our own form and carries everything; docs/exchange.md tells what the others
    cannot carry.
    """
    record = record_of(request)
    tag = f'W/"{record.mark()}.{wortlaut.__version__}"'
    headers = {"Cache-Control": "private, no-cache", "Vary": "Authorization, Cookie", "ETag": tag}
    if is_known(request, tag):
        return Response(status_code=304, headers=headers)
    form = FORMATS[format.value]
    try:
        pieces = record.export(form.name, filters=filters, words=q)
        # What cannot be understood is told before the stream begins.
        first = next(pieces, b"")
    except ExchangeError as error:
        raise Problem(500, f"{error.what} {error.problem}", error.advice) from error
    headers["Content-Disposition"] = f'attachment; filename="wortlaut{form.suffix}"'
    media = _TYPES[form.name]
    return StreamingResponse(
        _streamed(pieces, first),
        headers={
            **headers,
            "Content-Type": f"{media}; charset=utf-8" if media in _TEXTS else media,
        },
    )


async def _streamed(pieces: Iterator[bytes], first: bytes) -> AsyncIterator[bytes]:
    """The pieces as they are made; where the client goes away, the record is let go of."""
    try:
        yield first
        while (piece := await run_in_threadpool(next, pieces, None)) is not None:
            yield piece
    finally:
        close = getattr(pieces, "close", None)
        if close is not None:
            close()
