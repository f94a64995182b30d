"""Who may do what.

Without a file of tokens whoever reaches the server may read and write: it listens on loopback
only, and answers only to its own names, so that no page elsewhere can speak to it by a name of
its own. With one, everything needs a token: as `Authorization: Bearer`, or by signing in.

A write of a browser must come from our own page: its origin is checked, and it sends the
session's CSRF token. What a page elsewhere cannot send without asking us first (RFC 6454 and the
fetch standard call it not simple) needs no CSRF token at the API where no session is used, so
that `curl --json` works on one's own machine.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from fastapi import Depends, HTTPException, Request
from fastapi.responses import RedirectResponse
from starlette.datastructures import URL
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from wortlaut.web._errors import error_response
from wortlaut.web._rendering import is_part
from wortlaut.web._sessions import SESSION_COOKIE, Session
from wortlaut.web._site import Site, site_of
from wortlaut.web._tokens import Grant, Role
from wortlaut.web._visitors import Visitor, meet, visitor_of

CSRF_FIELD = "csrf"
"""The field of a form that holds the CSRF token."""
CSRF_HEADER = "X-CSRF-Token"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OPEN = ("/static/", "/favicon.ico", "/healthz", "/readyz", "/login")
"""What needs no token: what the sign-in page needs, and what tells only that we are alive."""
_SIMPLE = ("application/x-www-form-urlencoded", "multipart/form-data", "text/plain", "")
"""Media types that a page elsewhere may send without asking first."""


class Access:
    """Turns away whoever may not even read, and whoever calls us by another's name."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        visitor = _visitor(request)
        meet(request, visitor)
        refusal = _refusal(request, visitor)
        await (refusal or self.app)(scope, receive, send)


async def may_ask(request: Request) -> Visitor:
    """Guards a POST that changes nothing, such as reading a text without keeping it.

    Raises `HTTPException` (403) where it does not come from our own page.
    """
    visitor = visitor_of(request)
    if not await _is_meant(request, visitor):
        raise HTTPException(403, "the page that sent this is too old, or not ours")
    return visitor


async def may_write(request: Request) -> Visitor:
    """Guards whatever changes the record.

    Raises `HTTPException` (403) where the visitor may only read, or as `may_ask` does.
    """
    visitor = await may_ask(request)
    if not visitor.may_write:
        raise HTTPException(403, "this token may read, not write")
    return visitor


MAY_ASK = Depends(may_ask)
MAY_WRITE = Depends(may_write)


def _visitor(request: Request) -> Visitor:
    site = site_of(request)
    session = site.sessions.from_cookie(request.cookies.get(SESSION_COOKIE))
    is_new = session is None
    session = session or site.sessions.new()
    if site.tokens is None:
        return Visitor(Role.WRITE, session, is_new=is_new)
    bearer = _bearer(request)
    by_bearer = bearer is not None
    grant = site.tokens.find(bearer) if bearer is not None else _signed_in(site, session)
    return Visitor(
        grant.role if grant else None,
        session,
        grant.name if grant else None,
        is_new=is_new,
        by_bearer=by_bearer,
    )


def _signed_in(site: Site, session: Session) -> Grant | None:
    assert site.tokens is not None
    return site.tokens.by_digest(session.digest) if session.digest else None


def _bearer(request: Request) -> str | None:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def _refusal(request: Request, visitor: Visitor) -> Response | None:
    """Why the request is not answered; None where it is."""
    site = site_of(request)
    path = request.url.path
    if site.tokens is None and _host(request) not in site.settings.hosts:
        return error_response(request, 421)
    if request.method not in _SAFE and not _from_here(request):
        return error_response(request, 403, "it was sent by a page elsewhere")
    if visitor.role is not None or any(path == each or path.startswith(each) for each in _OPEN):
        return None
    if is_part(request):
        # htmx would put the sign-in page into the middle of the one that is there.
        there = _path_and_query(URL(request.headers.get("hx-current-url", "/")))
        return error_response(request, 401, headers={"HX-Redirect": _sign_in_page(there)})
    if visitor.by_bearer or path.startswith("/api/") or request.method not in _SAFE:
        return error_response(request, 401, headers={"WWW-Authenticate": "Bearer"})
    return RedirectResponse(_sign_in_page(_path_and_query(request.url)), 303)


def _sign_in_page(there: str) -> str:
    return f"/login?next={quote(there, safe='/')}"


def _path_and_query(url: URL) -> str:
    return f"{url.path}?{url.query}" if url.query else url.path


def _host(request: Request) -> str:
    """By which name we were called, without the port."""
    try:
        return urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    except ValueError:
        return ""


def _from_here(request: Request) -> bool:
    """Whether the browser that sent this says it was one of our pages, or no browser did."""
    if request.headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    # Behind a proxy the scheme may be another, the name may not.
    return origin is None or origin.partition("://")[2] == request.headers.get("host")


async def _is_meant(request: Request, visitor: Visitor) -> bool:
    """Whether whoever is at the browser meant this request."""
    if visitor.by_bearer:
        return True
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    token = request.headers.get(CSRF_HEADER)
    if request.url.path.startswith("/api/") and visitor.is_new:
        # No page elsewhere can set a header of ours either, whatever stands in it.
        not_simple = kind not in _SIMPLE or request.method in ("PUT", "PATCH", "DELETE")
        return not_simple or token is not None
    if token is None and kind in _SIMPLE[:2]:
        field = (await request.form()).get(CSRF_FIELD)
        token = field if isinstance(field, str) else None
    return token is not None and site_of(request).sessions.is_csrf(visitor.session, token)
