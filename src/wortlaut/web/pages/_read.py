"""Read: a text or an address that somebody pastes, read at once and not kept."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response

from wortlaut import ModelError, SourceError
from wortlaut.model import Article
from wortlaut.web._access import MAY_ASK
from wortlaut.web._article_html import MarkedText
from wortlaut.web._limits import READING_PACE
from wortlaut.web._rendering import render
from wortlaut.web._site import Site, site_of
from wortlaut.web.pages._article import link_words
from wortlaut.web.views import MOST_TEXT, read_address, read_text, read_view

router = APIRouter(include_in_schema=False)

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
Source = Annotated[str, Form(max_length=MOST_TEXT)]


@router.get("/read")
def read_form(request: Request, source: Annotated[str, Query(max_length=2000)] = "") -> Response:
    """The empty form, or with an address that is to be read."""
    return _form(request, source)


@router.post("/read", dependencies=[MAY_ASK, READING_PACE])
def read(
    request: Request, source: Source = "", published: Annotated[str, Form(max_length=10)] = ""
) -> Response:
    """Who says what in it; where it cannot be read, the form again with the reason."""
    try:
        day = date.fromisoformat(published) if published else None
        article = _read(site_of(request), source.strip(), day)
    except SourceError as error:
        return _form(request, source, published, problem=error.problem, advice=error.advice)
    except ModelError as error:
        return _form(request, source, published, problem=str(error), status=503)
    except ValueError:
        return _form(request, source, problem=f"“{published}” is no day")
    view = read_view(article)
    address = source.strip() if _ADDRESS.fullmatch(source.strip()) else None
    return render(
        request,
        "read.html",
        view,
        text=MarkedText(view, link_words(request)),
        source="" if address is None else address,
        published=published,
        most=MOST_TEXT,
        problem=None,
        address=address,
    )


def _read(site: Site, source: str, day: date | None) -> Article:
    if _ADDRESS.fullmatch(source):
        private = site.settings.allow_private
        return read_address(site.reader(), source, day, allow_private=private)
    return read_text(site.reader(), source, day)


def _form(
    request: Request,
    source: str,
    published: str = "",
    *,
    problem: str | None = None,
    advice: str | None = None,
    status: int = 422,
) -> Response:
    return render(
        request,
        "read.html",
        None,
        status=200 if problem is None else status,
        source=source,
        published=published,
        most=MOST_TEXT,
        problem=problem,
        advice=advice,
    )
