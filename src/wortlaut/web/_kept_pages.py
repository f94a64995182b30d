"""Pages that tell of the record alone, given again while it has not changed."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Hashable

from fastapi import Request, Response
from fastapi.responses import HTMLResponse

from wortlaut.web._kept_answers import KeptAnswer
from wortlaut.web._languages import language_of, theme_of
from wortlaut.web._rendering import CSRF_STANDS_FOR, is_part, set_session
from wortlaut.web._site import site_of
from wortlaut.web._visitors import visitor_of

_CSRF = secrets.token_hex(32)
"""Stands for the CSRF token of whoever asks; nobody outside ever sees it."""
_THEIR_OWN = frozenset({"set-cookie", "content-length"})
"""Headers that are made anew for each who asks."""
_CHOICES = ("lang", "theme")
"""Parameters that set a cookie; whoever asks with them is answered anew."""


def page_of_the_record(request: Request, build: Callable[[], Response]) -> Response:
    """What `build` renders, or what it did for the same address under the same mark.

    Only for pages that depend on nothing but the record, the address, the visitor's role and
    name, the language and the colours. Errors are not kept.
    """
    if any(name in request.query_params for name in _CHOICES):
        return build()
    site = site_of(request)
    # The mark is asked first: what changes while we look up has a newer one.
    key = _key(request)
    answer = site.kept.get(key)
    if answer is not None:
        response: Response = HTMLResponse(answer.body, headers=dict(answer.headers))
        if visitor_of(request).is_new:
            set_session(request, response, visitor_of(request).session)
    else:
        # Its own token is in no page that is kept, wherever somebody may have put it.
        request.scope[CSRF_STANDS_FOR] = _CSRF
        with site.kept.turns:
            response = build()
        if response.status_code == 200:
            site.kept.keep(key, KeptAnswer(bytes(response.body), _headers(response)))
    csrf = site.sessions.csrf(visitor_of(request).session)
    response.body = bytes(response.body).replace(_CSRF.encode(), csrf.encode())
    response.headers["Content-Length"] = str(len(response.body))
    return response


def _headers(response: Response) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in response.headers.items() if pair[0] not in _THEIR_OWN)


def _key(request: Request) -> Hashable:
    """All that two who are given the same page have in common."""
    site, visitor = site_of(request), visitor_of(request)
    return (
        site.record.mark(),
        # What the search page offers, which is up to a minute behind the record.
        site.languages(),
        request.url.path,
        request.url.query,
        is_part(request),
        language_of(request),
        theme_of(request),
        visitor.role,
        visitor.name,
    )
