"""Style sheets, scripts and pictures, under addresses that change with their content.

A browser keeps them for good: what is changed has another address.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from fastapi import APIRouter, HTTPException, Request, Response

_FOREVER = "public, max-age=31536000, immutable"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Asset:
    """A static file, read once."""

    address: str
    kind: str
    content: bytes
    packed: bytes
    """The content gzipped."""


@dataclass(frozen=True, slots=True)
class Assets:
    """The static files, by their names."""

    by_name: Mapping[str, Asset]

    def address(self, name: str) -> str:
        """Where the file is served; raises `KeyError` where there is none."""
        return self.by_name[name].address


@cache
def shipped_assets() -> Assets:
    """The static files in the package."""
    return Assets(dict(_assets(files("wortlaut.web") / "static")))


@router.get("/static/{digest}/{name:path}", name="static")
def static(request: Request, digest: str, name: str) -> Response:
    """A static file, to be kept for good."""
    asset = request.app.state.site.assets.by_name.get(name)
    if asset is None or asset.address != f"/static/{digest}/{name}":
        raise HTTPException(404)
    headers = {"Cache-Control": _FOREVER, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(asset.packed, media_type=asset.kind, headers=headers)
    return Response(asset.content, media_type=asset.kind, headers=headers)


@router.get("/favicon.ico")
def favicon(request: Request) -> Response:
    """The sign in a browser's tab, where the page's own link to it was not read."""
    asset = request.app.state.site.assets.by_name["sign.svg"]
    headers = {"Cache-Control": "public, max-age=86400"}
    return Response(asset.content, media_type=asset.kind, headers=headers)


def _assets(folder: Traversable, before: str = "") -> Iterator[tuple[str, Asset]]:
    for entry in folder.iterdir():
        name = f"{before}{entry.name}"
        if entry.is_dir():
            yield from _assets(entry, f"{name}/")
            continue
        content = entry.read_bytes()
        digest = hashlib.sha256(content).hexdigest()[:12]
        suffix = name[name.rfind(".") :]
        kind = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        packed = gzip.compress(content, mtime=0)
        yield name, Asset(f"/static/{digest}/{name}", kind, content, packed)
