"""Atom feeds of a search and of a person, so that a newsroom's reader can follow them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fastapi import APIRouter, HTTPException, Request, Response

import wortlaut
from wortlaut.record import Filters, Found, Order
from wortlaut.web._atom import MEDIA_TYPE, FeedHead, atom_feed
from wortlaut.web._languages import language_of
from wortlaut.web._search_address import address_of_search, asked_from, query_of
from wortlaut.web._site import record_of, site_of
from wortlaut.web._texts import Words
from wortlaut.web.api import is_known
from wortlaut.web.views import Asked, search_view

router = APIRouter(include_in_schema=False, prefix="/feeds")

_ENTRIES = 50
_HEADERS = {"Cache-Control": "private, no-cache", "Vary": "Accept-Language, Authorization, Cookie"}


@router.get("/search.atom")
def search_feed(request: Request) -> Response:
    """The newest statements that a search finds; the address is that of the search page."""
    asked = replace(asked_from(request.query_params), order=Order.DATE, limit=_ENTRIES, after=None)
    words = _words(request)
    what = asked.words or asked.filters.speaker or ""
    title = words("feeds.search_of", what=what) if what else words("feeds.search")
    query = query_of(asked, ordered=False)
    path = f"feeds/search.atom?{query}" if query else "feeds/search.atom"
    return _feed(request, asked, title, path, address_of_search(asked).removeprefix("/"))


@router.get("/people/{number}.atom")
def person_feed(request: Request, number: int) -> Response:
    """The newest statements of a person."""
    known = record_of(request).people(f"#{number}", limit=1) if number > 0 else ()
    if not known:
        raise HTTPException(404)
    (person,) = known
    asked = Asked(filters=Filters(speaker=f"#{person.id}"), limit=_ENTRIES)
    title = _words(request)("feeds.person", name=person.name)
    return _feed(request, asked, title, f"feeds/people/{person.id}.atom", f"people/{person.id}")


def _feed(request: Request, asked: Asked, title: str, path: str, page: str) -> Response:
    record = record_of(request)
    language = language_of(request)
    # Asked first: what changes while we look up has a newer mark.
    tag = f'W/"{record.mark()}.{wortlaut.__version__}.{language}"'
    headers = {**_HEADERS, "ETag": tag}
    if is_known(request, tag):
        return Response(status_code=304, headers=headers)
    found: Sequence[Found] = search_view(record, asked).found
    root = str(request.base_url)
    unknown = _words(request)("statement.nobody")
    head = FeedHead(title, root + path, root + page, root, language, unknown)
    kind = f"{MEDIA_TYPE}; charset=utf-8"
    return Response(atom_feed(head, found), headers=headers, media_type=kind)


def _words(request: Request) -> Words:
    return site_of(request).texts[language_of(request)]
