"""The web application over one record."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

import wortlaut
from wortlaut.record import Record
from wortlaut.web import _assets, api, pages
from wortlaut.web._assets import shipped_assets
from wortlaut.web._errors import register_errors
from wortlaut.web._rendering import shipped_templates
from wortlaut.web._security_headers import SecurityHeaders
from wortlaut.web._settings import WebSettings
from wortlaut.web._site import Site, attach
from wortlaut.web._texts import shipped_texts


def create_app(record: Record, settings: WebSettings | None = None) -> FastAPI:
    """The pages and the API over a record, which stays open when the app ends."""
    site = Site(
        record,
        settings or WebSettings(),
        shipped_texts(),
        shipped_assets(),
        shipped_templates(),
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield

    app = FastAPI(
        title="Wortlaut",
        version=wortlaut.__version__,
        lifespan=lifespan,
        # FastAPI's own pages load from other hosts; the API serves its document itself.
        openapi_url=None,
        telemetry={"tracing": False},
    )
    attach(app, site)
    register_errors(app)
    for router in (_assets.router, *pages.ROUTERS, api.router):
        app.include_router(router)
    app.add_middleware(SecurityHeaders)
    return app
