"""The gender that first names are given to."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_CODES = {"male": "m", "female": "f", "both": "b"}


@cache
def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    code = ""
    path = files("wortlaut.reading.people").joinpath("first_names.txt")
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            code = _CODES[line.strip("[]")]
        elif not line.startswith("#"):
            table.update(dict.fromkeys(line.split(), code))
    return table


def is_first_name(word: str) -> bool:
    """Whether the list has this first name, or the first part of it: *Hans-Peter*."""
    return word in _table() or ("-" in word and word[: word.index("-")] in _table())


def gender_of(first_name: str) -> str | None:
    """m, f, or None where the list does not have the name or it is given to both."""
    code = _table().get(first_name)
    if code is None and "-" in first_name:
        code = _table().get(first_name[: first_name.index("-")])
    return code if code in {"m", "f"} else None
