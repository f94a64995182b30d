"""The web application over one record."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

import wortlaut
from wortlaut.record import Record
from wortlaut.web import _assets, _observing, api, pages
from wortlaut.web._access import Access
from wortlaut.web._additions import Additions
from wortlaut.web._assets import shipped_assets
from wortlaut.web._errors import register_errors
from wortlaut.web._limits import Limits
from wortlaut.web._observing import Figures, Observing, RecordFigures
from wortlaut.web._pace import Pace
from wortlaut.web._rendering import shipped_templates
from wortlaut.web._security_headers import SecurityHeaders
from wortlaut.web._sessions import Sessions
from wortlaut.web._settings import WebSettings
from wortlaut.web._site import Site, attach
from wortlaut.web._texts import shipped_texts
from wortlaut.web._tokens import TokenFile
from wortlaut.web._uploads import Uploads, uploads_beside


def create_app(record: Record, settings: WebSettings | None = None) -> FastAPI:
    """The pages and the API over a record, which stays open when the app ends.

    Raises `TokensError` where the file of tokens cannot be used.
    """
    settings = settings or WebSettings()
    site = Site(
        record,
        settings,
        shipped_texts(),
        shipped_assets(),
        shipped_templates(),
        TokenFile(settings.tokens) if settings.tokens is not None else None,
        Sessions(),
        Pace(settings.reads_a_minute),
        Pace(settings.sign_ins_a_minute),
    )

    additions = Additions(
        record,
        site.reader,
        Uploads(settings.uploads or uploads_beside(record.name)),
        allow_private=settings.allow_private,
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        additions.start()
        yield
        additions.stop()

    app = FastAPI(
        title="Wortlaut",
        version=wortlaut.__version__,
        lifespan=lifespan,
        # FastAPI's own pages load from other hosts; the API serves its document itself.
        openapi_url=None,
        telemetry={"tracing": False},
    )
    attach(app, site)
    app.state.figures = figures = Figures()
    figures.registry.register(RecordFigures(record))
    app.state.additions = additions
    register_errors(app)
    for router in (_assets.router, _observing.router, *pages.ROUTERS, api.router):
        app.include_router(router)
    # The last one is the outermost.
    app.add_middleware(Limits, settings=settings)
    app.add_middleware(Access)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(Observing, figures=figures)
    return app
