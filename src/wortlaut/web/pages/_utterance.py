"""An utterance: what was said once, in all the wordings on record."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Request, Response
from fastapi.responses import RedirectResponse

from wortlaut.web._rendering import render
from wortlaut.web._site import record_of
from wortlaut.web.views import utterance_view

router = APIRouter(include_in_schema=False)


@router.get("/utterances/{number}")
def utterance(request: Request, number: Annotated[int, Path(ge=1, lt=2**63)]) -> Response:
    """All wordings of the utterance that the statement with this number is of."""
    view = utterance_view(record_of(request), number)
    if view is None:
        raise HTTPException(404)
    if view.number != number:
        # Any of its statements leads to it; its own address is the least number of them.
        return RedirectResponse(f"/utterances/{view.number}", 307)
    return render(request, "utterance.html", view)
