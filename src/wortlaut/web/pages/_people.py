"""People: the list, a person, and two of them side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Path, Query, Request, Response
from fastapi.responses import RedirectResponse

from wortlaut._exceptions import QueryError
from wortlaut.model import Act
from wortlaut.record import Counterpart
from wortlaut.web._charts import months_chart, shares, stretches
from wortlaut.web._kept_pages import page_of_the_record
from wortlaut.web._languages import language_of
from wortlaut.web._rendering import render
from wortlaut.web._site import record_of, site_of
from wortlaut.web.views import (
    PEOPLE_PAGE,
    CompareView,
    PeopleView,
    PersonView,
    SurroundingsView,
    compare_view,
    known_person,
    people_view,
    person_view,
    surroundings_view,
)

router = APIRouter(include_in_schema=False, prefix="/people")

Words = Annotated[str, Query(max_length=300)]
_Tally = list[tuple[str, int, str | None]]


@router.get("")
def people(
    request: Request, name: Words = "", page: Annotated[int, Query(ge=1, le=100_000)] = 1
) -> Response:
    """Who is on record."""
    name = name.strip()
    problem, view = None, PeopleView(name, page, (), more=False)
    try:
        view = people_view(record_of(request), name, page)
    except QueryError as error:
        problem = str(error)
    return render(
        request,
        "people.html",
        view,
        problem=problem,
        first=(page - 1) * PEOPLE_PAGE + 1,
        widths=shares([each.statements for each in view.people]),
        status=400 if problem else 200,
    )


@router.get("/compare")
def compare(request: Request, one: Words = "", other: Words = "", topic: Words = "") -> Response:
    """Two persons side by side on one topic."""
    one, other, topic = one.strip(), other.strip(), topic.strip()
    problem = None
    view = CompareView(one, other, topic, (), False, None, None, None)
    try:
        view = compare_view(record_of(request), one, other, topic)
    except QueryError as error:
        problem = str(error)
    return render(request, "compare.html", view, problem=problem, status=400 if problem else 200)


@router.get("/{number}")
def person(
    request: Request, number: Annotated[int, Path(ge=1, lt=2**63)], topic: Words = ""
) -> Response:
    """A person's page."""
    return page_of_the_record(request, lambda: _person(request, number, topic))


def _person(request: Request, number: int, topic: str) -> Response:
    record = record_of(request)
    known = known_person(record, number)
    if known is None:
        raise HTTPException(404)
    if known.id != number:
        # They were merged; the lower number stays.
        query = request.url.query
        return RedirectResponse(f"/people/{known.id}{'?' + query if query else ''}", 308)
    problem, topic = None, topic.strip()
    try:
        view = person_view(record, known, topic or None)
    except QueryError as error:
        problem, view = str(error), person_view(record, known)
    return render(
        request,
        "person.html",
        view,
        problem=problem,
        chart=months_chart(view.months),
        role_stretches=stretches([(role.first, role.last) for role in view.roles]),
        shares=shares,
        tallies=_tallies(request, view),
        status=400 if problem else 200,
    )


@router.get("/{number}/around")
def around(request: Request, number: Annotated[int, Path(ge=1, lt=2**63)]) -> Response:
    """With whom a person has to do: a part of their page that is fetched once it stands."""
    return page_of_the_record(request, lambda: _around(request, number))


def _around(request: Request, number: int) -> Response:
    record = record_of(request)
    known = known_person(record, number)
    if known is None:
        raise HTTPException(404)
    view = surroundings_view(record, known)
    return render(request, "person_around.html", view, shares=shares, tallies=_tallies_around(view))


def _tallies(request: Request, view: PersonView) -> Sequence[tuple[str, _Tally]]:
    """What the page counts, by the names of its sections, each line with its search."""
    words = site_of(request).texts[language_of(request)]
    their = f"/search?person=%23{view.number}"
    acts = [(words.name("act", Act(act.what)), act) for act in view.acts]
    outlets: _Tally = [
        (each.what, each.count, f"{their}&outlet={quote(each.what, safe='')}")
        for each in view.outlets
    ]
    return (
        ("outlets", outlets),
        ("acts", [(name, act.count, f"{their}&act={act.what}") for name, act in acts]),
    )


def _tallies_around(view: SurroundingsView) -> Sequence[tuple[str, _Tally]]:
    """The same for what stands around a person; who has a page is linked to it."""
    their = f"/search?person=%23{view.number}"
    around = view.around
    topics: _Tally = [
        (each.word, each.statements, f"{their}&q={quote(each.word, safe='')}")
        for each in around.topics
    ]
    return (
        ("topics", topics),
        ("addressees", [_line(each, f"{their}&addressee=") for each in around.addressees]),
        ("about", [_line(each, f"{their}&mentions=") for each in around.about]),
        (
            "named_by",
            [_line(each, f"/search?mentions=%23{view.number}&person=") for each in around.named_by],
        ),
    )


def _line(each: Counterpart, search: str) -> tuple[str, int, str | None]:
    """Somebody, leading to the statements that are counted."""
    asked = (
        f"#{each.id}" if each.id is not None and not search.endswith("addressee=") else each.name
    )
    return each.name, each.statements, search + quote(asked, safe="")
