"""The HTTP API, `/api/v1/`: the same views as the pages, as JSON."""

from wortlaut.web.api._problems import problem
from wortlaut.web.api._routes import router

__all__ = ["problem", "router"]
