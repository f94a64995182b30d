"""JSON in and out: one value a line, or one for all."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from wortlaut._exceptions import ExchangeError

# Half a character, which UTF-8 cannot carry, and what breaks a line for some readers.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_AGAIN = "write it anew with `wortlaut export`, or mend it"


def compact(value: Any) -> bytes:
    """The value on one line, in UTF-8, letters as they are."""
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", line).encode()


def json_values(stream: BinaryIO, name: str) -> Iterator[tuple[str, Any]]:
    """Each value with its name: of a file of lines `NAME:LINE`, of one document `NAME`.

    A line that is broken is an `ExchangeError` in the value's place; the others are read. A
    document of several lines is read whole.
    """
    for number, raw in enumerate(stream, start=1):
        line = raw.removeprefix(codecs.BOM_UTF8).strip()
        if not line:
            continue
        try:
            yield f"{name}:{number}", json.loads(line)
        except (ValueError, RecursionError) as error:
            if number == 1 or line in (b"[", b"{"):
                yield name, _document(line + b"\n" + stream.read(), name, error)
                return
            yield f"{name}:{number}", _broken(f"{name}:{number}", error)


def _document(content: bytes, name: str, first: Exception) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        return _broken(name, error)


def _broken(name: str, error: Exception) -> ExchangeError:
    return ExchangeError(name, f"is not JSON ({error})", _AGAIN)
