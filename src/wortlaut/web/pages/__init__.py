"""The pages, one module each."""

from fastapi import APIRouter

from wortlaut.web.pages import _start

ROUTERS: tuple[APIRouter, ...] = (_start.router,)
"""One line a page; the routes of a page stand in its module."""
