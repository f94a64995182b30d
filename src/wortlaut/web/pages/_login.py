"""Signing in with a token, and out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from wortlaut.web._access import MAY_ASK
from wortlaut.web._limits import pace_signing_in
from wortlaut.web._rendering import render, set_session
from wortlaut.web._site import site_of

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class LoginView:
    """The sign-in page."""

    after: str
    """Where to go once signed in: a path of ours."""
    wrong: bool = False
    """Whether a token was given that is none."""


@router.get("/login")
def login(request: Request, next: str = "/") -> Response:  # noqa: A002 - the address's word
    """The page that asks for a token; without a file of tokens there is nothing to sign in to."""
    if site_of(request).tokens is None:
        return RedirectResponse("/", 303)
    return render(request, "login.html", LoginView(local_path(next)))


@router.post("/login", dependencies=[MAY_ASK, Depends(pace_signing_in)])
def sign_in(
    request: Request,
    token: Annotated[str, Form()],
    next: Annotated[str, Form()] = "/",  # noqa: A002
) -> Response:
    """Give a session to whoever knows a token."""
    site = site_of(request)
    grant = site.tokens.find(token.strip()) if site.tokens else None
    if grant is None:
        return render(request, "login.html", LoginView(local_path(next), wrong=True), status=401)
    response = RedirectResponse(local_path(next), 303)
    # A new one: nobody can have put the visitor's old one into their browser.
    set_session(request, response, site.sessions.new(grant.digest))
    return response


@router.post("/logout", dependencies=[MAY_ASK])
def sign_out(request: Request) -> Response:
    """Take the session back."""
    response = RedirectResponse("/login", 303)
    set_session(request, response, site_of(request).sessions.new())
    return response


def local_path(path: str) -> str:
    """The path, if it leads to a page of ours; the start page's otherwise."""
    parts = urlsplit(path)
    # Browsers take a backslash for a slash, and drop tabs and line breaks.
    is_ours = not parts.scheme and not parts.netloc and path.startswith("/")
    if not is_ours or path.startswith("//") or "\\" in path or not path.isprintable():
        return "/"
    return path
