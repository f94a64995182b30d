"""The record in the browser: pages and an HTTP API over it.

How a page is made: `views/` asks the record and gives frozen values, `pages/` gives such a value
to a template with `render`, `api/` the same value as JSON. All words of the interface stand in
`texts/`. Nothing here writes SQL, and no page has a script or a style in its HTML.
"""

from wortlaut.web._app import create_app
from wortlaut.web._logs import set_up_logs
from wortlaut.web._serving import address_of, is_loopback, listening, serve
from wortlaut.web._settings import LOOPBACK, WebSettings
from wortlaut.web._tokens import Role, make_token

__all__ = [
    "LOOPBACK",
    "Role",
    "WebSettings",
    "address_of",
    "create_app",
    "is_loopback",
    "listening",
    "make_token",
    "serve",
    "set_up_logs",
]
