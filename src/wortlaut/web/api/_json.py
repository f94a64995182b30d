"""Values as the bytes of a JSON document."""

from __future__ import annotations

import json
from typing import Any

from starlette.responses import Response


def json_bytes(value: object) -> bytes:
    r"""The value as UTF-8; half a surrogate pair is written as `\ud800`, which JSON allows."""
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return line.encode("utf-8", "backslashreplace")


class JsonResponse(Response):
    """A JSON document."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        """The document's bytes."""
        return content if isinstance(content, bytes) else json_bytes(content)
