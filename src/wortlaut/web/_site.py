"""What every request needs: the record, the settings, the templates, the reader."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, cast

from fastapi import FastAPI, Request

from wortlaut.record import Record
from wortlaut.web._assets import Assets
from wortlaut.web._kept_answers import KeptAnswers
from wortlaut.web._pace import Pace
from wortlaut.web._sessions import Sessions
from wortlaut.web._settings import WebSettings
from wortlaut.web._texts import Texts
from wortlaut.web._tokens import TokenFile

if TYPE_CHECKING:
    from jinja2 import Environment

    from wortlaut.reading import Reader

_MINUTE = 60.0


@dataclass(slots=True)
class Site:
    """One server's things, shared by its threads."""

    record: Record
    settings: WebSettings
    texts: Texts
    assets: Assets
    templates: Environment
    tokens: TokenFile | None
    sessions: Sessions
    reading_pace: Pace
    sign_in_pace: Pace
    kept: KeptAnswers = field(default_factory=KeptAnswers)
    _reader: Reader | None = None
    _languages: tuple[str, ...] = ()
    _languages_at: float = -inf
    _lock: Lock = field(default_factory=Lock)

    def reader(self) -> Reader:
        """The reader, made when it is first asked for."""
        with self._lock:
            if self._reader is None:
                self._reader = self.settings.reader()
            return self._reader

    def languages(self) -> tuple[str, ...]:
        """The languages of the articles on record, the commonest first; at most a minute old."""
        if monotonic() - self._languages_at > _MINUTE:
            held = self.record.overview().languages
            self._languages = tuple(each.language for each in held if each.language)
            self._languages_at = monotonic()
        return self._languages


def attach(app: FastAPI, site: Site) -> None:
    """Let the app's requests find the site."""
    app.state.site = site


def site_of(request: Request) -> Site:
    """The site that the request came to."""
    return cast(Site, request.app.state.site)


def record_of(request: Request) -> Record:
    """The record that the pages are about."""
    return site_of(request).record
