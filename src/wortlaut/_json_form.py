"""An article and its statements as JSON, and back.

`wortlaut read --json` writes this form, `wortlaut schema` describes it, and JSON Lines
sources hold it: what one run writes, another one reads.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, TypeVar

from wortlaut.model import Article, Located, Medium, QuotationType, Span, Statement

SCHEMA_VERSION = 1
"""Counts up when a reader of the old form would misunderstand the new one."""

# Legal within JSON, but a line separator for some readers, a terminal command for some
# terminals, or half a character that UTF-8 cannot carry: written as \uXXXX instead.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def article_to_dict(article: Article) -> dict[str, Any]:
    """The JSON form of `article`: the object that `wortlaut schema` describes.

    Every field is there, None or empty where the article has none; each span carries the
    characters it covers beside its two offsets (Unicode code points of `text`).
    """

    def spans(values: Iterable[Span]) -> list[dict[str, Any]]:
        return [_span_to_dict(span, article.text) for span in values]

    def located(value: Located | None) -> dict[str, Any] | None:
        if value is None:
            return None
        return {"value": value.value, "span": _span_to_dict(value.span, article.text)}

    return {
        "schema_version": SCHEMA_VERSION,
        "source": article.source,
        "language": article.language,
        "title": article.title,
        "authors": list(article.authors),
        "outlet": article.outlet,
        "url": article.url,
        "published": None if article.published is None else article.published.isoformat(),
        "agency": located(article.agency),
        "place": located(article.place),
        "text": article.text,
        "paragraphs": spans(article.paragraphs),
        "furniture": spans(article.furniture),
        "warnings": list(article.warnings),
        "statements": [
            {
                "id": statement.id,
                "type": statement.type.value,
                "medium": statement.medium.value,
                "quote": spans(statement.quote),
                "confidence": statement.confidence,
                "speaker": spans(statement.speaker),
                "cue": spans(statement.cue),
                "frame": spans(statement.frame),
                "addressee": spans(statement.addressee),
                "nested_in": statement.nested_in,
                "mixed": statement.mixed,
            }
            for statement in article.statements
        ],
    }


def article_to_json_line(article: Article) -> str:
    """The JSON form of `article` on one line, without the line's end.

    Letters stay as they are; what would break a line or cannot be encoded is escaped.
    """
    line = json.dumps(article_to_dict(article), ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", line)


def article_from_dict(form: object) -> Article:
    """The article that `form`, an object read from JSON, stands for.

    Only `text` must be there; unknown fields are left aside. Offsets must lie within the
    text, and where a span carries its characters they must be those of the text.

    Raises `ValueError`, naming the field, where the form is not that of an article.
    """
    fields = _Fields(form, "the article")
    version = fields.optional("schema_version", int)
    if version is not None and version != SCHEMA_VERSION:
        raise ValueError(
            f"schema_version is {version}, and this version of Wortlaut reads {SCHEMA_VERSION}"
        )
    text = fields.required("text", str)

    def spans(source: _Fields, name: str) -> tuple[Span, ...]:
        return source.each(name, lambda item, where: _span_from_dict(item, text, where))

    def located(name: str) -> Located | None:
        item = fields.get(name)
        if item is None:
            return None
        inner = _Fields(item, name)
        span = _span_from_dict(inner.get("span"), text, f"{name}.span")
        return Located(inner.required("value", str), span)

    def statement(item: object, where: str) -> Statement:
        inner = _Fields(item, where)
        try:
            return Statement(
                id=inner.required("id", int),
                type=QuotationType(inner.required("type", str)),
                medium=Medium(inner.required("medium", str)),
                quote=spans(inner, "quote"),
                confidence=inner.required("confidence", float),
                speaker=spans(inner, "speaker"),
                cue=spans(inner, "cue"),
                frame=spans(inner, "frame"),
                addressee=spans(inner, "addressee"),
                nested_in=inner.optional("nested_in", int),
                mixed=inner.optional("mixed", bool) or False,
            )
        except ValueError as error:
            raise ValueError(f"{error} (in {where})") from None

    return Article(
        text=text,
        source=fields.optional("source", str) or "",
        language=fields.optional("language", str),
        title=fields.optional("title", str),
        authors=fields.strings("authors"),
        outlet=fields.optional("outlet", str),
        url=fields.optional("url", str),
        published=_published(fields.optional("published", str)),
        agency=located("agency"),
        place=located("place"),
        paragraphs=spans(fields, "paragraphs"),
        furniture=spans(fields, "furniture"),
        warnings=fields.strings("warnings"),
        statements=fields.each("statements", statement),
    )


_T = TypeVar("_T")

_KINDS: dict[type, str] = {
    str: "a string",
    int: "an integer",
    float: "a number",
    bool: "true or false",
    list: "an array",
    dict: "an object",
    type(None): "null",
}


class _Fields:
    """A JSON object whose values are asked for by name and kind."""

    def __init__(self, form: object, where: str) -> None:
        if not isinstance(form, dict):
            raise _mismatch(where, dict, form)
        self._form = form
        self._where = where

    def get(self, name: str) -> object:
        """The value as it stands, None where it is missing."""
        return self._form.get(name)

    def optional(self, name: str, kind: type[_T]) -> _T | None:
        """The value where it is of this kind, None where it is null or missing."""
        value = self._form.get(name)
        if kind is float and type(value) is int:
            value = float(value)
        # `type` rather than `isinstance`: to Python, true is an integer.
        if value is None or type(value) is kind:
            return value
        raise _mismatch(f"{name} in {self._where}", kind, value)

    def required(self, name: str, kind: type[_T]) -> _T:
        """The value, which must be there."""
        value = self.optional(name, kind)
        if value is None:
            raise ValueError(f"{self._where} lacks {name}")
        return value

    def each(self, name: str, build: Callable[[object, str], _T]) -> tuple[_T, ...]:
        """What `build` makes of every item of an array; `()` where it is missing."""
        items = self._form.get(name)
        if items is None:
            return ()
        if not isinstance(items, list):
            raise _mismatch(f"{name} in {self._where}", list, items)
        return tuple(build(item, f"{name}[{index}]") for index, item in enumerate(items))

    def strings(self, name: str) -> tuple[str, ...]:
        """An array of strings."""

        def string(item: object, where: str) -> str:
            if not isinstance(item, str):
                raise _mismatch(where, str, item)
            return item

        return self.each(name, string)


def _mismatch(where: str, kind: type, value: object) -> ValueError:
    found = _KINDS.get(type(value), type(value).__name__)
    return ValueError(f"{where} must be {_KINDS[kind]}, not {found}")


def _span_to_dict(span: Span, text: str) -> dict[str, Any]:
    return {"begin": span.begin, "end": span.end, "text": span.of(text)}


def _span_from_dict(form: object, text: str, where: str) -> Span:
    fields = _Fields(form, where)
    span = Span(fields.required("begin", int), fields.required("end", int))
    if span.end > len(text):
        raise ValueError(f"{where} ends at {span.end}, and the text has {len(text)} code points")
    words = fields.optional("text", str)
    if words is not None and words != span.of(text):
        raise ValueError(
            f"{where} says {words!r} where the text has {span.of(text)!r}; "
            "offsets count Unicode code points, not bytes or UTF-16 units"
        )
    return span


def _published(value: str | None) -> date | datetime | None:
    if value is None:
        return None
    try:
        if len(value) <= len("2026-11-20"):
            return date.fromisoformat(value)
        return datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(f"published is {value!r}, which is no ISO 8601 date") from None
