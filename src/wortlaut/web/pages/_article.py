"""An article: the reading view, and what changed between its versions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query, Request, Response

from wortlaut.web._article_html import MarkedText
from wortlaut.web._kept_pages import page_of_the_record
from wortlaut.web._languages import language_of
from wortlaut.web._rendering import render
from wortlaut.web._site import record_of, site_of
from wortlaut.web._texts import Words
from wortlaut.web.views import Note, article_view, changes_view

router = APIRouter(include_in_schema=False, prefix="/articles")

Number = Annotated[int, Path(ge=1, lt=2**63)]
Version = Annotated[int, Query(ge=1, lt=2**31)]


@router.get("/{number}")
def article(request: Request, number: Number, version: Version | None = None) -> Response:
    """The article as a reader sees it."""
    return page_of_the_record(request, lambda: _article(request, number, version))


def _article(request: Request, number: int, version: int | None) -> Response:
    view = article_view(record_of(request), number, version)
    if view is None:
        raise HTTPException(404)
    text = MarkedText(view, link_words(request))
    return render(request, "article.html", view, text=text)


@router.get("/{number}/changes")
def changes(
    request: Request,
    number: Number,
    before: Annotated[int, Query(alias="from", ge=1, lt=2**31)],
    after: Annotated[int, Query(alias="to", ge=1, lt=2**31)],
) -> Response:
    """How one version of the article differs from another."""
    view = changes_view(record_of(request), number, before, after)
    if view is None:
        raise HTTPException(404)
    return render(request, "changes.html", view)


def link_words(request: Request) -> Callable[[Note], str]:
    """What the links from quotations to their notes say, in the request's language."""
    words = site_of(request).texts[language_of(request)]
    return lambda note: _called(words, note)


def _called(words: Words, note: Note) -> str:
    who = note.speaker.name if note.speaker else note.speaker_words
    return words(
        "article.to_note",
        place=note.place,
        who=who or words("article.nobody"),
        type=words.name("type", note.type),
    )
