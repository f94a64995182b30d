"""The API's own description: an OpenAPI 3.1 document, and where it is served."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from fastapi import APIRouter, FastAPI, Request
from fastapi.openapi.utils import get_openapi
from starlette.responses import Response

import wortlaut
from wortlaut._schema_parts import Schema
from wortlaut.web.api._answers import of_the_moment
from wortlaut.web.api._examples import EXAMPLES
from wortlaut.web.api._schemas import component_schemas

router = APIRouter()

TAGS = {
    "Reading": "Who says what in a text or on a page, without keeping it.",
    "Statements": "The record's statements: search them, get one.",
    "Articles": "The articles that the statements stand in.",
    "People": "Who is on record, and what the record knows of them.",
    "Exports": "Whatever a search finds, for other tools.",
    "Adding": "Pages, feeds and files put on record in the background.",
    "Decisions": "What people decide; no reader undoes it.",
    "About": "This description.",
}
_DESCRIPTION = (
    "Who said what, in which words: the record of `wortlaut serve` over HTTP.\n\n"
    "Every `GET` has an `ETag`; sent back as `If-None-Match` it spares the answer while nothing "
    "has changed. Lists come in pages: give the `after` of one to get the next, or follow the "
    "header `Link`. Errors are problem details (RFC 9457) with an `advice`. All offsets count "
    "Unicode code points of the article's text."
)
_METHODS = ("get", "put", "post", "delete")


@router.get(
    "/openapi.json",
    tags=["About"],
    summary="Get this description",
    responses={
        200: {
            "description": "An OpenAPI 3.1 document.",
            "content": {
                "application/json": {
                    "schema": {"type": "object"},
                    "example": {"openapi": "3.1.0"},
                }
            },
        },
        304: {"description": "It is as the client has it."},
    },
)
def openapi(request: Request) -> Response:
    """What the API can be asked, with examples, for programs."""
    return of_the_moment(request, document(request.app))


def document(app: FastAPI) -> Schema:
    """The OpenAPI document of an app's API."""
    found = getattr(app.state, "api_document", None)
    if found is None:
        found = app.state.api_document = _made(app)
    return cast(Schema, found)


def _made(app: FastAPI) -> Schema:
    made = get_openapi(
        title="Wortlaut",
        version=wortlaut.__version__,
        openapi_version="3.1.0",
        description=_DESCRIPTION,
        routes=app.routes,
        tags=[{"name": name, "description": told} for name, told in TAGS.items()],
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    made["paths"] = {
        path: item for path, item in made["paths"].items() if path.startswith("/api/v1/")
    }
    components = made.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    schemas.update(component_schemas())
    components["securitySchemes"] = {
        "token": {
            "type": "http",
            "scheme": "bearer",
            "description": "A token that `wortlaut token` made. Without `--tokens`, on loopback, "
            "none is needed.",
        }
    }
    made["security"] = [{"token": []}, {}]
    for operation in _operations(made):
        _finish(operation)
    return made


def _operations(made: Schema) -> Iterator[Schema]:
    for item in made["paths"].values():
        yield from (item[method] for method in _METHODS if method in item)


def _finish(operation: Schema) -> None:
    """Say of an operation what is so, where FastAPI supposes something else."""
    responses = operation["responses"]
    # Requests that are not understood get 400 here, and 422 means what we say it means.
    refused = responses.get("422", {}).get("content", {})
    refused.pop("application/json", None)
    if "422" in responses and not refused:
        del responses["422"]
    operation["operationId"] = operation["operationId"].partition("_api_v1")[0]
    for told in responses.values():
        content = told.get("content", {}).get("application/json", {})
        name = content.get("schema", {}).get("$ref", "").rpartition("/")[2]
        if name in EXAMPLES:
            # Put in here, as FastAPI leaves out what is null.
            content["example"] = EXAMPLES[name]
