"""The names under which sources that failed are kept aside."""

from __future__ import annotations

from pathlib import Path

UPLOADED = "upload:"
"""What the name of a file begins with that came over the network and is not here to stay."""
_STANDARD_INPUT = "-"


def kept_name(source: str) -> str:
    """A source's name that means the same from every directory."""
    if "://" in source or source.startswith(UPLOADED) or _is_standard_input(source):
        return source
    try:
        return str(Path(source).absolute())
    except (OSError, ValueError):
        return source


def _is_standard_input(source: str) -> bool:
    return source == _STANDARD_INPUT or source.startswith(f"{_STANDARD_INPUT}:")
