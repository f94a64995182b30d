"""The network: who speaks to whom and about whom, as a picture and as a table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response

from wortlaut._exceptions import QueryError
from wortlaut.record import Tie, TieKind
from wortlaut.web import _network_drawing as drawing
from wortlaut.web._rendering import render
from wortlaut.web._site import record_of
from wortlaut.web.views import NetworkView, TieShown, network_view

router = APIRouter(include_in_schema=False)

Day = Annotated[str, Query(max_length=10)]


@router.get("/network")
def network(
    request: Request,
    begin: Day = "",
    end: Day = "",
    kind: Annotated[str, Query(pattern="^(to|about|)$")] = "",
) -> Response:
    """The network of a period."""
    asked = TieKind(kind) if kind else None
    view = network_view(record_of(request), _day(begin), _day(end), asked)
    return render(
        request, "network.html", view, picture=_picture(view), to_statements=_address(view)
    )


def _day(text: str) -> date | None:
    """The day that a form's field holds.

    Raises `QueryError` where it is none.
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise QueryError(text, 0, "is no day; write it as 2026-11-23") from None


def _picture(view: NetworkView) -> drawing.Drawing:
    ties = [Tie(tie.source.id, tie.target.id, tie.kind, tie.statements) for tie in view.ties]
    return drawing.drawn({each.id: max(each.statements, 1) for each in view.people}, ties)


def _address(view: NetworkView) -> Callable[[TieShown], str]:
    """Where the statements of a tie are found."""

    def of_tie(tie: TieShown) -> str:
        asked = {"person": f"#{tie.source.id}"}
        if tie.kind is TieKind.TO:
            asked["addressee"] = tie.target.name
        else:
            asked["mentions"] = f"#{tie.target.id}"
        if view.begin:
            asked["begin"] = view.begin.isoformat()
        if view.end:
            asked["end"] = view.end.isoformat()
        return f"/search?{urlencode(asked)}"

    return of_tie
