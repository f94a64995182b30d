"""The routes of the API."""

from __future__ import annotations

from fastapi import APIRouter

from wortlaut.web.api import _deciding, _document, _exports, _jobs, _looking_up, _reading

router = APIRouter(prefix="/api/v1")
for _part in (_reading, _looking_up, _exports, _jobs, _deciding, _document):
    router.include_router(_part.router)
