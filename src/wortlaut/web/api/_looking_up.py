"""Statements, articles and people, looked up."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from wortlaut._json_found import found_article_to_dict, found_to_dict
from wortlaut._json_people import known_person_to_dict, proposal_to_dict
from wortlaut._json_utterance import utterance_to_dict
from wortlaut.record import Filters, Order
from wortlaut.web._site import record_of
from wortlaut.web.api._answers import next_page, of_the_record
from wortlaut.web.api._asked import (
    AskedFilters,
    AskedLimit,
    AskedOrder,
    AskedPage,
    AskedWords,
)
from wortlaut.web.api._forms import dossier_to_dict, kept_to_dict
from wortlaut.web.api._operations import gives
from wortlaut.web.api._problems import Problem
from wortlaut.web.api._values import After, Day, Name, Number, Positive, Words
from wortlaut.web.views import (
    article_view,
    known_person,
    person_view,
    search_view,
    utterance_view,
)
from wortlaut.web.views._search import PAGE

router = APIRouter()


@router.get(
    "/statements",
    tags=["Statements"],
    summary="Search statements",
    responses=gives("statements", "A page of statements.", problems=[422], pages=True),
)
def statements(request: Request, asked: AskedPage) -> Response:
    """Statements of current articles that have these words and pass all filters.

    The page after a page is asked for with its `after`, or by the header `Link`.
    """
    links: dict[str, str] = {}

    def build() -> object:
        view = search_view(record_of(request), asked)
        links.update(next_page(request, view.after))
        return {"statements": [found_to_dict(each) for each in view.found], "after": view.after}

    return of_the_record(request, build, lambda: links)


@router.get(
    "/like",
    tags=["Statements"],
    summary="Find statements by meaning",
    responses=gives("statements", "The nearest in meaning first.", problems=[422]),
)
def like(
    request: Request,
    filters: AskedFilters,
    text: Annotated[Name, Query(description="Words whose meaning is looked for, in any language.")],
    limit: AskedLimit = PAGE,
) -> Response:
    """Statements that mean much the same as a text, in either language, whatever their words.

    Each has the cosine of both vectors as its `score`. There is no next page: ask for more.
    """

    def build() -> object:
        page = record_of(request).like(text, filters, limit=limit)
        return {"statements": [found_to_dict(each) for each in page.found], "after": page.after}

    return of_the_record(request, build)


@router.get(
    "/statements/{number}",
    tags=["Statements"],
    summary="Get a statement",
    responses=gives("found_statement", "The statement.", problems=[404]),
)
def statement(request: Request, number: Number) -> Response:
    """The statement with this number, also one of an article's older text."""

    def build() -> object:
        found = record_of(request).statement(number)
        if found is None:
            raise Problem(404, f"the record has no statement {number}")
        return found_to_dict(found)

    return of_the_record(request, build)


@router.get(
    "/articles",
    tags=["Articles"],
    summary="Search articles",
    responses=gives("articles", "A page of articles.", problems=[422], pages=True),
)
def articles(  # noqa: PLR0917 - FastAPI calls it by the parameters' names
    request: Request,
    q: AskedWords = "",
    outlet: Annotated[Name | None, Query(description="Words of the outlet's name.")] = None,
    language: Annotated[
        str | None, Query(description="The article's language (ISO 639-1).", pattern="^[a-z]{2}$")
    ] = None,
    begin: Annotated[Day | None, Query(description="The first day of publication.")] = None,
    end: Annotated[Day | None, Query(description="The last day, included.")] = None,
    order: AskedOrder = Order.DATE,
    limit: AskedLimit = PAGE,
    after: After = None,
) -> Response:
    """Current articles with these words in title and text; without words, all of them."""
    links: dict[str, str] = {}
    filters = Filters(outlet=outlet, language=language, begin=begin, end=end)

    def build() -> object:
        page = record_of(request).search_articles(q, filters, order=order, limit=limit, after=after)
        links.update(next_page(request, page.after))
        found = [found_article_to_dict(each) for each in page.found]
        return {"articles": found, "after": page.after}

    return of_the_record(request, build, lambda: links)


@router.get(
    "/articles/{number}",
    tags=["Articles"],
    summary="Get an article",
    responses=gives("kept_article", "The article with its statements.", problems=[404]),
)
def article(
    request: Request,
    number: Number,
    version: Annotated[
        Positive | None,
        Query(description="Which of its texts; the current one without it."),
    ] = None,
) -> Response:
    """The article's text and all statements in it, as it was put on record or corrected."""

    def build() -> object:
        view = article_view(record_of(request), number, version)
        if view is None:
            which = "" if version is None else f" with a version {version}"
            raise Problem(404, f"the record has no article {number}{which}")
        return kept_to_dict(view.kept)

    return of_the_record(request, build)


@router.get(
    "/persons",
    tags=["People"],
    summary="Find people",
    responses=gives("persons", "Whoever is called so.", problems=[422], pages=True),
)
def persons(
    request: Request,
    q: Annotated[
        Words, Query(description="A name in any spelling or script. Without it, the most quoted.")
    ] = "",
    limit: AskedLimit = PAGE,
    after: Annotated[Positive | None, Query(description="The `after` of the page before.")] = None,
) -> Response:
    """People on record, those with the most statements first."""
    links: dict[str, str] = {}

    def build() -> object:
        skip = after or 0
        found = record_of(request).people(q.strip(), limit=limit + 1, skip=skip)
        more = str(skip + limit) if len(found) > limit else None
        links.update(next_page(request, more))
        return {"persons": [known_person_to_dict(each) for each in found[:limit]], "after": more}

    return of_the_record(request, build, lambda: links)


@router.get(
    "/persons/{number}",
    tags=["People"],
    summary="Get a person's dossier",
    responses=gives("dossier", "What the record knows of the person.", problems=[404, 422]),
)
def person(
    request: Request,
    number: Number,
    topic: Annotated[
        Name | None,
        Query(description="A topic: what they said on it comes too, as `positions`."),
    ] = None,
) -> Response:
    """Roles, months, outlets, addressees, acts, and the telling statements of a person.

    A person who was merged into another is answered with that one.
    """

    def build() -> object:
        record = record_of(request)
        known = known_person(record, number)
        if known is None:
            raise Problem(404, f"the record knows no person {number}")
        view = person_view(record, known, topic)
        return dossier_to_dict(view.person, view.dossier, view.said)

    return of_the_record(request, build)


@router.get(
    "/utterances/{number}",
    tags=["Statements"],
    summary="Get all wordings of what was said",
    responses=gives("utterance", "The utterance with all its wordings.", problems=[404]),
)
def utterance(request: Request, number: Number) -> Response:
    """What one person said on one occasion, in the words of each outlet, held against each other.

    The number of any of its statements leads to it.
    """

    def build() -> object:
        view = utterance_view(record_of(request), number)
        if view is None:
            raise Problem(404, f"the record has no statement {number}")
        return utterance_to_dict(view.said)

    return of_the_record(request, build)


@router.get(
    "/proposals",
    tags=["People"],
    summary="List who may be one person",
    responses=gives("proposals", "What is for a person to decide."),
)
def proposals(request: Request, limit: AskedLimit = PAGE) -> Response:
    """Two and two who may be one person, the likeliest first."""
    return of_the_record(
        request,
        lambda: {
            "proposals": [
                proposal_to_dict(each) for each in record_of(request).proposals(limit=limit)
            ]
        },
    )
