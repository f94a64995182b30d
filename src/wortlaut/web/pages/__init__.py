"""The pages, one module each."""

from fastapi import APIRouter

from wortlaut.web.pages import (
    _add,
    _api,
    _article,
    _feeds,
    _login,
    _network,
    _people,
    _read,
    _review,
    _search,
    _start,
    _utterance,
)

ROUTERS: tuple[APIRouter, ...] = (
    _start.router,
    _search.router,
    _login.router,
    _review.router,
    _article.router,
    _people.router,
    _utterance.router,
    _read.router,
    _network.router,
    _feeds.router,
    _add.router,
    _api.router,
)
"""The routes of each page stand in its module."""
