"""A JSON object asked for its values by name and kind, and spans in JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, TypeVar

from wortlaut.model import Located, Span

_T = TypeVar("_T")
_Member = TypeVar("_Member", bound=StrEnum)

_KINDS: dict[type, str] = {
    str: "a string",
    int: "an integer",
    float: "a number",
    bool: "true or false",
    list: "an array",
    dict: "an object",
    type(None): "null",
}


class Fields:
    """A JSON object whose values are asked for by name and kind."""

    def __init__(self, form: object, where: str) -> None:
        if not isinstance(form, dict):
            raise mismatch(where, dict, form)
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
        raise mismatch(f"{name} in {self._where}", kind, value)

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
            raise mismatch(f"{name} in {self._where}", list, items)
        return tuple(build(item, f"{name}[{index}]") for index, item in enumerate(items))

    def member(self, name: str, kind: type[_Member]) -> _Member | None:
        """The member of an enumeration that a string names, None where it is null or missing."""
        value = self.optional(name, str)
        return None if value is None else kind(value)

    def inner(self, name: str) -> Fields | None:
        """The object that stands under a name, None where it is null or missing."""
        value = self._form.get(name)
        return None if value is None else Fields(value, f"{name} in {self._where}")

    def span(self, name: str, text: str) -> Span | None:
        """The span that stands under a name, None where it is null or missing."""
        value = self._form.get(name)
        return None if value is None else span_from_dict(value, text, f"{name} in {self._where}")

    def spans(self, name: str, text: str) -> tuple[Span, ...]:
        """An array of spans of `text`; `()` where it is missing."""
        return self.each(name, lambda item, where: span_from_dict(item, text, where))

    def located(self, name: str, text: str) -> Located | None:
        """The value and its span under a name, None where it is null or missing."""
        fields = self.inner(name)
        if fields is None:
            return None
        return Located(
            fields.required("value", str), span_from_dict(fields.get("span"), text, f"{name}.span")
        )

    def strings(self, name: str) -> tuple[str, ...]:
        """An array of strings."""

        def string(item: object, where: str) -> str:
            if not isinstance(item, str):
                raise mismatch(where, str, item)
            return item

        return self.each(name, string)


def mismatch(where: str, kind: type, value: object) -> ValueError:
    """What is wrong with a value of another kind than the form asks for."""
    found = _KINDS.get(type(value), type(value).__name__)
    return ValueError(f"{where} must be {_KINDS[kind]}, not {found}")


def spans_to_list(spans: Iterable[Span], text: str) -> list[dict[str, Any]]:
    """The JSON form of some spans, each with the characters it covers."""
    return [span_to_dict(span, text) for span in spans]


def located_to_dict(value: Located | None, text: str) -> dict[str, Any] | None:
    """The JSON form of a value and its place."""
    if value is None:
        return None
    return {"value": value.value, "span": span_to_dict(value.span, text)}


def span_to_dict(span: Span, text: str) -> dict[str, Any]:
    """The JSON form of a span: both offsets and the characters between them."""
    return {"begin": span.begin, "end": span.end, "text": span.of(text)}


def span_from_dict(form: object, text: str, where: str) -> Span:
    """The span that `form` stands for, held against the characters of `text`."""
    fields = Fields(form, where)
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
