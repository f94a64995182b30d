"""Articles and statements as the record stores them: the JSON form, made small.

A span is `[begin, end]` instead of an object that repeats its words, and what is empty or
false is left out; otherwise the fields are those that `wortlaut schema` describes, so that a
field that is added there is kept here without a change.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from operator import attrgetter
from typing import Any

from wortlaut._json_form import SCHEMA_VERSION, article_from_dict
from wortlaut._json_statement import statement_from_dict
from wortlaut.model import Article, Span, Statement

_SURROGATE = re.compile("[\ud800-\udfff]")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def stored_forms(article: Article) -> tuple[str, tuple[str, ...]]:
    """What is stored of `article` beside its text, and of each of its statements."""
    small = _small(replace(article, text="", statements=()))
    del small["text"]
    small["schema_version"] = SCHEMA_VERSION
    damaged = [(match.start(), ord(match[0])) for match in _UNSTORABLE.finditer(article.text)]
    if damaged:
        small["unstorable"] = [f"{place}:{code}" for place, code in damaged]
    return _dumped(small), tuple(_dumped(_small(statement)) for statement in article.statements)


def stored_statement(statement: Statement) -> str:
    """What is stored of one statement."""
    return _dumped(_small(statement))


def storable(text: str) -> str:
    """`text` with what databases refuse (NUL, half characters) replaced, one for one."""
    return _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", text)


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


def _small(value: Any) -> Any:
    """What the JSON form says of a value, made small.

    From the values themselves, whose fields are called as in the form: to build the form
    first, with the words of every span, would take three times as long.
    """
    small = _SMALL.get(type(value))
    if small is None:
        small = _SMALL[type(value)] = _way_of(value)
    return small(value)


def _way_of(value: Any) -> Callable[[Any], Any]:
    """How values of this type are made small."""
    if isinstance(value, Enum):
        return attrgetter("value")
    if is_dataclass(value):
        names = tuple(field.name for field in fields(value))
        return lambda whole: {
            name: _small(item)
            for name in names
            if (item := getattr(whole, name)) is not None and item is not False and item != ()
        }
    if isinstance(value, str | int | float):  # a network's numbers may be NumPy's
        return _plain
    raise TypeError(f"no form for {type(value)}")


def _plain(value: Any) -> Any:
    return value


_SMALL: dict[type, Callable[[Any], Any]] = {
    Span: lambda span: [span.begin, span.end],
    tuple: lambda items: [_small(item) for item in items],
    date: date.isoformat,
    datetime: datetime.isoformat,
    **dict.fromkeys((str, int, float, bool), _plain),
}


def _large(value: Any) -> Any:
    if isinstance(value, list):
        # The form has no other pairs of integers than spans.
        if len(value) == 2 and type(value[0]) is int and type(value[1]) is int:
            return {"begin": value[0], "end": value[1]}
        return [_large(item) for item in value]
    if isinstance(value, dict):
        return {name: _large(item) for name, item in value.items()}
    return value


def _dumped(form: Any) -> str:
    line = json.dumps(form, ensure_ascii=False, separators=(",", ":"))
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", line)
