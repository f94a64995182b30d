"""Review: what is doubtful, confirmed or put right with one key each."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from wortlaut import ContradictoryRuling, NoSuchStatement, PersonUnclear
from wortlaut.record import Record
from wortlaut.web._access import MAY_WRITE
from wortlaut.web._rendering import render
from wortlaut.web._site import record_of
from wortlaut.web.views import Decided, merges_view, speakers_view

router = APIRouter(include_in_schema=False, prefix="/review")


@router.get("")
def who_is_one(request: Request) -> Response:
    """Pairs of persons who may be one."""
    return render(request, "review_people.html", merges_view(record_of(request)))


@router.get("/statements")
def who_said_it(request: Request, after: str | None = None) -> Response:
    """Statements of which it is doubtful who said them."""
    return render(request, "review_statements.html", speakers_view(record_of(request), after))


@router.post("/people", dependencies=[MAY_WRITE])
def decide_who_is_one(
    request: Request,
    one: Annotated[int, Form()],
    other: Annotated[int, Form()],
    decision: Annotated[str, Form(pattern="^(same|apart)$")],
) -> Response:
    """Take two persons for one, or keep them apart."""
    record = record_of(request)
    try:
        if decision == "same":
            decided = Decided("same", record.merge(f"#{one}", f"#{other}"))
        else:
            record.keep_apart(f"#{one}", f"#{other}")
            decided = Decided("apart", one, other)
    except ContradictoryRuling as error:
        decided = Decided("contradiction", one, other, str(error))
    except PersonUnclear:
        # Somebody else has merged one of them while the page was open.
        decided = Decided("gone", one, other)
    return _answer(request, decided, "/review")


@router.post("/statements", dependencies=[MAY_WRITE])
def decide_who_said_it(
    request: Request,
    statement: Annotated[int, Form(ge=1, lt=2**63)],
    decision: Annotated[str, Form(pattern="^(right|other|none)$")],
    name: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Confirm who said a statement, name somebody else, or take it out."""
    try:
        decided = _decide(record_of(request), statement, decision, name.strip())
    except NoSuchStatement as error:
        decided = Decided("gone", statement, detail=str(error))
    return _answer(request, decided, "/review/statements")


def _decide(record: Record, statement: int, decision: str, name: str) -> Decided:
    if decision == "right":
        record.confirm(statement)
    elif decision == "none":
        record.take_out(statement)
    elif not name:
        return Decided("no_name", statement)
    else:
        record.attribute(statement, name)
    return Decided(decision, statement, detail=name or None)


def _answer(request: Request, decided: Decided, page: str) -> Response:
    """What became of the question; without JavaScript, the page with the next ones."""
    if "hx-request" in request.headers:
        response = render(request, "_decided.html", decided)
        if not decided.is_done:
            # The question stays; only the notice above it changes.
            response.headers.update({"HX-Retarget": "#notice", "HX-Reswap": "innerHTML"})
        return response
    if decided.is_done:
        return RedirectResponse(page, 303)
    return render(request, "review_refused.html", decided, status=409)
