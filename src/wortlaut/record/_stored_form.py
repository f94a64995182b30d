"""Articles and statements as the record stores them: the JSON form, made small.

A span is `[begin, end]` instead of an object that repeats its words, and what is empty or
false is left out; otherwise the fields are those that `wortlaut schema` describes, so that a
field that is added there is kept here without a change.
"""

from __future__ import annotations

import json
import re
from typing import Any

from wortlaut._json_form import article_from_dict, article_to_dict
from wortlaut._json_statement import statement_from_dict, statement_to_dict
from wortlaut.model import Article, Statement

_SURROGATE = re.compile("[\ud800-\udfff]")
_PLAIN = {str, int, float, bool}
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def stored_forms(article: Article) -> tuple[str, tuple[str, ...]]:
    """What is stored of `article` beside its text, and of each of its statements."""
    form = article_to_dict(article)
    text = form.pop("text")
    statements = form.pop("statements")
    small = _small(form)
    damaged = [(match.start(), ord(match[0])) for match in _UNSTORABLE.finditer(text)]
    if damaged:
        small["unstorable"] = [f"{place}:{code}" for place, code in damaged]
    return _dumped(small), tuple(_dumped(_small(statement)) for statement in statements)


def stored_statement(statement: Statement, text: str) -> str:
    """What is stored of one statement of an article with this text."""
    return _dumped(_small(statement_to_dict(statement, text)))


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
    # Exact types, as the form has no others: this runs for every field of every statement.
    kind = type(value)
    if kind is dict:
        if "begin" in value and len(value) == 3 and "text" in value:
            return [value["begin"], value["end"]]
        return {
            name: item if type(item) in _PLAIN else _small(item)
            for name, item in value.items()
            if item is not None and item is not False and item != []
        }
    if kind is list:
        return [_small(item) for item in value]
    return value


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
