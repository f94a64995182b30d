"""The HTTP API: the same views as the pages, as JSON."""

from wortlaut.web.api._allowed import allowed_methods
from wortlaut.web.api._answers import is_known
from wortlaut.web.api._document import document
from wortlaut.web.api._problems import KINDS, Problem, WrongValue, problem
from wortlaut.web.api._routes import router

__all__ = [
    "KINDS",
    "Problem",
    "WrongValue",
    "allowed_methods",
    "document",
    "is_known",
    "problem",
    "router",
]
