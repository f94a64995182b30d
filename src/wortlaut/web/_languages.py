"""Which language and which colours a request is answered in."""

from __future__ import annotations

from starlette.requests import HTTPConnection

from wortlaut.web._texts import FALLBACK, LANGUAGES

LANGUAGE_COOKIE = "language"
THEME_COOKIE = "theme"
THEMES = ("light", "dark")


def language_of(request: HTTPConnection) -> str:
    """As the address says (`?lang=de`), as chosen before, as the browser wishes, or English."""
    for asked in (request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE)):
        if asked in LANGUAGES:
            return asked
    return wished(request.headers.get("accept-language", ""))


def theme_of(request: HTTPConnection) -> str | None:
    """`light` or `dark` as the address says or was chosen before; None for the system's."""
    asked = request.query_params.get("theme")
    if asked is not None:
        return asked if asked in THEMES else None
    chosen = request.cookies.get(THEME_COOKIE)
    return chosen if chosen in THEMES else None


def wished(header: str) -> str:
    """The language of ours that an Accept-Language header (RFC 9110, 12.5.4) likes best."""
    best, best_weight = FALLBACK, 0.0
    for choice in header.split(","):
        tag, _, weight = choice.partition(";q=")
        language = tag.strip().lower().partition("-")[0]
        try:
            liked = float(weight) if weight else 1.0
        except ValueError:
            continue
        if language in LANGUAGES and liked > best_weight:
            best, best_weight = language, liked
    return best
