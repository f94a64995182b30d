"""The pages, one module each."""

from fastapi import APIRouter

from wortlaut.web.pages import _login, _review, _start

ROUTERS: tuple[APIRouter, ...] = (
    _start.router,
    _login.router,
    _review.router,
)
"""The routes of each page stand in its module."""
