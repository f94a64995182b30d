"""A text or an address read at once; nothing of it is kept."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from wortlaut._exceptions import ModelError, SourceError
from wortlaut._json_form import article_to_dict
from wortlaut.web._access import MAY_ASK
from wortlaut.web._limits import READING_PACE
from wortlaut.web._site import site_of
from wortlaut.web._wished_sources import ADDRESS, MOST_ADDRESS
from wortlaut.web.api._examples import TEXT
from wortlaut.web.api._json import JsonResponse
from wortlaut.web.api._operations import gives
from wortlaut.web.api._problems import Problem
from wortlaut.web.api._values import Day
from wortlaut.web.views._reading import MOST_TEXT, read_address, read_text

router = APIRouter()

_PUBLISHED = Field(
    strict=False,
    description="The day of publication, where the source gives none; 'on Friday' is reckoned "
    "from it.",
)


class _Source(BaseModel):
    """Exactly these fields, of exactly these kinds."""

    model_config = ConfigDict(strict=True, extra="forbid")

    published: Annotated[Day | None, _PUBLISHED] = None

    @property
    def day(self) -> date | None:
        return self.published


class TextSource(_Source):
    """A text that is sent along."""

    text: Annotated[
        str,
        Field(min_length=1, max_length=MOST_TEXT, description="The article's text."),
    ]


class AddressSource(_Source):
    """A page of the web."""

    url: Annotated[
        str,
        Field(
            max_length=MOST_ADDRESS,
            description="The page's address, http or https.",
            pattern=ADDRESS,
        ),
    ]


@router.post(
    "/read",
    tags=["Reading"],
    summary="Read a text or a page",
    dependencies=[MAY_ASK, READING_PACE],
    responses=gives(
        "read_article",
        "The article and what is said in it.",
        problems=[422, 429],
        conditional=False,
    ),
    openapi_extra={
        "requestBody": {
            "content": {
                "application/json": {
                    "examples": {
                        "text": {"value": {"text": TEXT, "published": "2026-11-18"}},
                        "url": {"value": {"url": "https://deichblatt.example/deich"}},
                    }
                }
            }
        }
    },
)
def read(request: Request, body: TextSource | AddressSource) -> Response:
    """Who says what in a text or on a page, as `wortlaut read --json` prints it.

    Nothing of it is kept. Addresses of this machine and of private networks are refused.
    """
    site = site_of(request)
    try:
        if isinstance(body, TextSource):
            article = read_text(site.reader(), body.text, body.day)
        else:
            private = site.settings.allow_private
            article = read_address(site.reader(), body.url, body.day, allow_private=private)
    except SourceError as error:
        raise Problem(422, f"{error.source} {error.problem}", error.advice) from error
    except ModelError as error:
        raise Problem(503, str(error)) from error
    return JsonResponse({"article": article_to_dict(article)})
