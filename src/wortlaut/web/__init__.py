"""The record in the browser: pages and an HTTP API over it.

How a page is made: `views/` asks the record and gives frozen values, `pages/` gives such a value
to a template with `render`, `api/` the same value as JSON. All words of the interface stand in
`texts/`. Nothing here writes SQL, and no page has a script or a style in its HTML.
"""

from wortlaut.web._app import create_app
from wortlaut.web._settings import WebSettings

__all__ = ["WebSettings", "create_app"]
