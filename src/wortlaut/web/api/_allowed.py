"""Which methods an address of the API has."""

from __future__ import annotations

import re

from fastapi import FastAPI

from wortlaut.web.api._document import document

_PART = re.compile(r"\\{[^}]+\\}")


def allowed_methods(app: FastAPI, path: str) -> str | None:
    """All methods of the address, as the header `Allow` has them; None where there are none.

    Each method is a route of its own, which knows nothing of the others.
    """
    for template, item in document(app)["paths"].items():
        if re.fullmatch(_PART.sub("[^/]+", re.escape(template)), path):
            return ", ".join(sorted(method.upper() for method in item))
    return None
