"""Articles and statements as the record stores them: the JSON form, made small.

A span is `[begin, end]` instead of an object that repeats its words, and what is empty or
false is left out; otherwise the fields are those that `wortlaut schema` describes, so that a
field that is added there is kept here without a change.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from json.encoder import encode_basestring
from math import isfinite
from operator import attrgetter
from typing import Any

from wortlaut._json_form import SCHEMA_VERSION, article_from_dict
from wortlaut._json_statement import statement_from_dict
from wortlaut.model import Article, Span, Statement

_SURROGATE = re.compile("[\ud800-\udfff]")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def stored_forms(article: Article) -> tuple[str, tuple[str, ...]]:
    """What is stored of `article` beside its text, and of each of its statements."""
    beside = f',"schema_version":{json.dumps(SCHEMA_VERSION)}'
    if not _is_storable(article.text):
        found = _UNSTORABLE.finditer(article.text)
        damaged = [f"{match.start()}:{ord(match[0])}" for match in found]
        beside += f',"unstorable":{_line(damaged)}'
    form = _BESIDE_TEXT(article)[:-1] + beside + "}"
    return _without_half_characters(form), tuple(map(stored_statement, article.statements))


def stored_statement(statement: Statement) -> str:
    """What is stored of one statement."""
    return _without_half_characters(_text(statement))


def storable(text: str) -> str:
    """`text` with what databases refuse (NUL, half characters) replaced, one for one."""
    return text if _is_storable(text) else _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _is_storable(text: str) -> bool:
    return "\0" not in text and not _has_half_characters(text)


def _has_half_characters(text: str) -> bool:
    # To encode it all is a tenth of the work of looking for them.
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def article_from_stored(text: str, form: str, statements: list[str]) -> Article:
    """The article that was stored, with the statements given."""
    whole = json.loads(form)
    unstorable = whole.pop("unstorable", None)
    if unstorable:
        letters = list(text)
        for item in unstorable:
            place, _, code = item.partition(":")
            letters[int(place)] = chr(int(code))
        text = "".join(letters)
    whole = {name: _large(value) for name, value in whole.items()}
    whole["text"] = text
    whole["statements"] = [_large(json.loads(statement)) for statement in statements]
    return article_from_dict(whole)


def statement_from_stored(text: str, form: str) -> Statement:
    """One stored statement; `text` is its article's, against which its spans are checked."""
    return statement_from_dict(_large(json.loads(form)), text, "the statement")


def _text(value: Any) -> str:
    """What the JSON form says of a value, made small and written out.

    Straight from the values, whose fields are called as in the form: to build the form first,
    with the words of every span, would take six times as long.
    """
    return _TEXT[type(value)](value)


class _Ways(dict[type, Callable[[Any], str]]):
    """How values of each type are written; of a new type, as it is built."""

    def __missing__(self, kind: type) -> Callable[[Any], str]:
        found = self[kind] = _way_of(kind)
        return found


def _way_of(kind: type) -> Callable[[Any], str]:
    """How values of this type are written."""
    if issubclass(kind, Enum):
        return {member: json.dumps(member.value) for member in kind}.__getitem__
    if is_dataclass(kind):
        return _way_of_fields(field.name for field in fields(kind))
    if issubclass(kind, str | int | float):  # a network's numbers may be NumPy's
        return _line
    raise TypeError(f"no form for {kind}")


def _way_of_fields(names: Iterable[str]) -> Callable[[Any], str]:
    """How values with these fields are written: what is empty or false is left out."""
    names = tuple(names)
    begins = [f'"{name}":' for name in names]
    # One more, so that it gives a tuple even of one.
    values_of = attrgetter(*names, names[0])

    def written(whole: Any) -> str:
        parts = [
            begin + _TEXT[type(item)](item)
            for begin, item in zip(begins, values_of(whole), strict=False)
            if item or (item is not None and item is not False and item != ())
        ]
        return "{" + ",".join(parts) + "}"

    return written


_line = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_TEXT: dict[type, Callable[[Any], str]] = _Ways(
    {
        Span: lambda span: f"[{span.begin},{span.end}]",
        tuple: lambda items: "[" + ",".join([_TEXT[type(item)](item) for item in items]) + "]",
        date: lambda day: f'"{day.isoformat()}"',
        datetime: lambda moment: f'"{moment.isoformat()}"',
        str: encode_basestring,
        int: int.__repr__,
        float: lambda number: float.__repr__(number) if isfinite(number) else _line(number),
        bool: {True: "true", False: "false"}.__getitem__,
    }
)
_BESIDE_TEXT = _way_of_fields(
    field.name for field in fields(Article) if field.name not in ("text", "statements")
)


def _large(value: Any) -> Any:
    if isinstance(value, list):
        # The form has no other pairs of integers than spans.
        if len(value) == 2 and type(value[0]) is int and type(value[1]) is int:
            return {"begin": value[0], "end": value[1]}
        return [_large(item) for item in value]
    if isinstance(value, dict):
        return {name: _large(item) for name, item in value.items()}
    return value


def _without_half_characters(line: str) -> str:
    """JSON with half characters, which no database takes, written as escapes."""
    if not _has_half_characters(line):
        return line
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", line)
