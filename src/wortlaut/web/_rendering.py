"""Templates filled: HTML pages, and the parts of pages that htmx asks for."""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import quote

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.datastructures import URL

from wortlaut.web._foreign_text import foreign, shown, visible, web_address
from wortlaut.web._languages import LANGUAGE_COOKIE, THEME_COOKIE, language_of, theme_of
from wortlaut.web._sessions import LASTS, SESSION_COOKIE, Session
from wortlaut.web._site import site_of
from wortlaut.web._visitors import visitor_of

CSRF_STANDS_FOR = "wortlaut.csrf_stands_for"
"""Where a request's scope says what pages hold instead of the CSRF token."""
_YEAR = 365 * 24 * 3600


@cache
def shipped_templates() -> Environment:
    """The templates in the package."""
    environment = Environment(
        loader=PackageLoader("wortlaut.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters |= {
        "foreign": foreign,
        "here": _here,
        "shown": shown,
        "visible": visible,
        "web_address": web_address,
    }
    return environment


def render(
    request: Request, template: str, view: object, *, status: int = 200, **more: Any
) -> HTMLResponse:
    """The template filled with `view`, in the request's language.

    Templates know `view` and whatever `more` names; `t` (texts: `t("search.title")`,
    `t.many("search.found", 3)`, `t.name("act", act)`, `t.day(...)`, `t.number(...)`), `asset`,
    `language`, `theme`, `request`, `visitor` (`visitor.may_write`), `csrf` (which every form that
    posts sends in a hidden field of this name), `is_part` (htmx asks for a part of the page); and
    the filters `foreign`, `shown` and `visible` for words, and `web_address` for addresses, that
    came from outside.
    """
    site = site_of(request)
    visitor = visitor_of(request)
    language, theme = language_of(request), theme_of(request)
    html = site.templates.get_template(template).render(
        view=view,
        t=site.texts[language],
        asset=site.assets.address,
        language=language,
        theme=theme,
        request=request,
        visitor=visitor,
        csrf=request.scope.get(CSRF_STANDS_FOR) or site.sessions.csrf(visitor.session),
        is_part=is_part(request),
        **more,
    )
    headers = {"Cache-Control": "private, no-cache", "Vary": "Accept-Language, Cookie, HX-Request"}
    response = HTMLResponse(html, status, headers)
    secure = request.url.scheme == "https"
    if request.query_params.get("lang") == language:
        response.set_cookie(
            LANGUAGE_COOKIE, language, _YEAR, secure=secure, httponly=True, samesite="lax"
        )
    if "theme" in request.query_params:
        # The switch's script sets it too.
        response.set_cookie(
            THEME_COOKIE, theme or "", _YEAR if theme else 0, secure=secure, samesite="lax"
        )
    if visitor.is_new:
        set_session(request, response, visitor.session)
    return response


def is_part(request: Request) -> bool:
    """Whether htmx asks for a part of a page, and not for the whole one to go back to."""
    headers = request.headers
    return "hx-request" in headers and "hx-history-restore-request" not in headers


def set_session(request: Request, response: Response, session: Session) -> None:
    """Give the browser this session."""
    response.set_cookie(
        SESSION_COOKIE,
        site_of(request).sessions.cookie(session),
        LASTS,
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )


def _here(url: URL) -> str:
    """Path and query only: behind a proxy we do not know our name."""
    path = quote(url.path)
    return f"{path}?{url.query}" if url.query else path
