"""What people decide: who is who, and who said what."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from wortlaut._exceptions import ContradictoryRuling, NoSuchStatement, PersonUnclear
from wortlaut.model import PersonKind
from wortlaut.web._access import MAY_WRITE
from wortlaut.web._site import record_of
from wortlaut.web.api._json import JsonResponse
from wortlaut.web.api._operations import Responses, gives, refusals
from wortlaut.web.api._problems import Problem
from wortlaut.web.api._values import Name, Number, Positive

router = APIRouter(dependencies=[MAY_WRITE])

_MOST_ARTICLES = 1000
_DONE: Responses = {204: {"description": "It is kept as a person's decision."}}


class _Body(BaseModel):
    """What an operation takes: exactly these fields, of exactly these kinds."""

    model_config = ConfigDict(strict=True, extra="forbid")


class OtherPerson(_Body):
    """The other one of two."""

    other: Annotated[Positive, Field(description="The other one's number.")]
    anew: Annotated[
        bool, Field(description="Whether to take back what people said otherwise before.")
    ] = False


class ArticlesOfAnother(_Body):
    """The articles in which somebody else speaks."""

    articles: Annotated[
        list[Name],
        Field(
            min_length=1,
            max_length=_MOST_ARTICLES,
            description="The articles' addresses, or `text:` and a hash for those without one.",
        ),
    ]
    anew: Annotated[
        bool, Field(description="Whether to take back what people said otherwise before.")
    ] = False


class Speaker(_Body):
    """Who said it."""

    name: Annotated[Name, Field(description="The name, as articles give it.")]
    # Strict models take enumerations only as Python's; JSON has strings.
    kind: Annotated[
        PersonKind | None,
        Field(
            strict=False,
            description="Who that is; that of somebody of this name in the article, or a human.",
        ),
    ] = None


@router.post(
    "/persons/{number}/merge",
    tags=["Decisions"],
    summary="Say that two are one person",
    responses=gives(
        "person_number", "The number that stays.", problems=[404, 409], conditional=False
    ),
    openapi_extra={"requestBody": {"content": {"application/json": {"example": {"other": 40}}}}},
)
def merge(request: Request, number: Number, body: OtherPerson) -> Response:
    """Two people on record are one from now on; no later run undoes it.

    The lower number stays, and the other leads to it.
    """
    with _told():
        stays = record_of(request).merge(number, body.other, anew=body.anew)
    return JsonResponse({"id": stays})


@router.post(
    "/persons/{number}/keep-apart",
    tags=["Decisions"],
    summary="Say that two are two people",
    status_code=204,
    responses={**_DONE, **refusals([404, 409])},
    openapi_extra={"requestBody": {"content": {"application/json": {"example": {"other": 40}}}}},
)
def keep_apart(request: Request, number: Number, body: OtherPerson) -> Response:
    """Two people on record are not merged, nor asked about again."""
    with _told():
        record_of(request).keep_apart(number, body.other, anew=body.anew)
    return Response(status_code=204)


@router.post(
    "/persons/{number}/split",
    tags=["Decisions"],
    summary="Say that articles speak of somebody else",
    responses=gives(
        "person_number", "The number of the other person.", problems=[404, 409], conditional=False
    ),
    openapi_extra={
        "requestBody": {
            "content": {
                "application/json": {"example": {"articles": ["https://deichblatt.example/deich"]}}
            }
        }
    },
)
def split(request: Request, number: Number, body: ArticlesOfAnother) -> Response:
    """Whoever speaks in these articles is somebody else than this person."""
    with _told():
        new = record_of(request).split(number, body.articles, anew=body.anew)
    return JsonResponse({"id": new})


@router.put(
    "/statements/{number}/confirmation",
    tags=["Decisions"],
    summary="Say that a statement is right",
    status_code=204,
    responses={**_DONE, **refusals([404])},
)
def confirm(request: Request, number: Number) -> Response:
    """The statement is right as it stands, and no reader changes it any more."""
    with _told():
        record_of(request).confirm(number)
    return Response(status_code=204)


@router.put(
    "/statements/{number}/speaker",
    tags=["Decisions"],
    summary="Say who said it",
    status_code=204,
    responses={**_DONE, **refusals([404])},
    openapi_extra={
        "requestBody": {"content": {"application/json": {"example": {"name": "Wiebke Harms"}}}}
    },
)
def attribute(request: Request, number: Number, body: Speaker) -> Response:
    """Somebody else has said the statement than the record has it."""
    with _told():
        record_of(request).attribute(number, body.name, body.kind)
    return Response(status_code=204)


@router.delete(
    "/statements/{number}",
    tags=["Decisions"],
    summary="Take a statement out",
    status_code=204,
    responses={**_DONE, **refusals([404])},
)
def take_out(request: Request, number: Number) -> Response:
    """It is no statement; a reader who finds it again does not bring it back."""
    with _told():
        record_of(request).take_out(number)
    return Response(status_code=204)


@contextmanager
def _told() -> Iterator[None]:
    """Turns what the record will not have into problems."""
    try:
        yield
    except NoSuchStatement as error:
        raise Problem(404, f"statement {error.number} {error.problem}", error.advice) from error
    except ValueError as error:
        raise Problem(422, str(error), "Give a name with a letter in it.") from error
    except PersonUnclear as error:
        known: Any = 404 if error.problem.startswith("nobody") else 409
        raise Problem(known, f"{error.asked}: {error.problem}", error.advice) from error
    except ContradictoryRuling as error:
        raise Problem(
            409, str(error), "Send it again with `anew` to take those back first."
        ) from error
