"""The pages, one module each."""

from fastapi import APIRouter

from wortlaut.web.pages import _article, _login, _review, _start

ROUTERS: tuple[APIRouter, ...] = (
    _start.router,
    _login.router,
    _review.router,
    _article.router,
)
"""The routes of each page stand in its module."""
