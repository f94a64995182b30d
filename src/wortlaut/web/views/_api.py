"""The API's own description as a page shows it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_METHODS = ("get", "post", "put", "delete")


@dataclass(frozen=True, slots=True)
class ParameterShown:
    """A parameter of an operation, or a field of what it takes."""

    name: str
    place: str
    """`path`, `query` or `body`."""
    kind: str
    """What it may be, in short."""
    required: bool
    told: str


@dataclass(frozen=True, slots=True)
class OperationShown:
    """Something that the API can be asked."""

    name: str
    method: str
    path: str
    summary: str
    told: tuple[str, ...]
    """Paragraphs."""
    parameters: tuple[ParameterShown, ...]
    takes: str | None
    """An example of what it takes."""
    gives: str | None
    """An example of what it gives."""
    answers: tuple[tuple[str, str], ...]
    """Statuses, and what each means."""


@dataclass(frozen=True, slots=True)
class GroupShown:
    """Operations that belong together."""

    name: str
    told: str
    operations: tuple[OperationShown, ...]


def api_view(document: Mapping[str, Any]) -> tuple[GroupShown, ...]:
    """The operations of an OpenAPI document, by their tags in the document's order."""
    operations = [
        (tag, _operation(path, method, item[method], document))
        for path, item in document["paths"].items()
        for method in _METHODS
        if method in item
        for tag in item[method]["tags"]
    ]
    return tuple(
        GroupShown(
            tag["name"],
            tag["description"],
            tuple(each for name, each in operations if name == tag["name"]),
        )
        for tag in document["tags"]
    )


def _operation(
    path: str, method: str, operation: Mapping[str, Any], document: Mapping[str, Any]
) -> OperationShown:
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    good: Mapping[str, Any] = next(
        (told for status, told in operation["responses"].items() if status.startswith("2")), {}
    )
    given = good.get("content", {}).get("application/json", {}).get("example")
    return OperationShown(
        name=operation["operationId"],
        method=method.upper(),
        path=path,
        summary=operation["summary"],
        told=tuple(" ".join(each.split()) for each in operation["description"].split("\n\n")),
        parameters=(
            *(
                ParameterShown(
                    each["name"],
                    each["in"],
                    _kind(each["schema"], document),
                    each.get("required", False),
                    each.get("description", ""),
                )
                for each in operation.get("parameters", ())
            ),
            *_fields(body.get("schema", {}), document),
        ),
        takes=_example(body),
        gives=None if given is None else _json(given),
        answers=tuple(
            (status, told["description"]) for status, told in sorted(operation["responses"].items())
        ),
    )


def _fields(schema: Mapping[str, Any], document: Mapping[str, Any]) -> Iterator[ParameterShown]:
    seen: set[str] = set()
    for option in schema.get("anyOf", [schema]):
        whole = _resolved(option, document)
        for name, field in whole.get("properties", {}).items():
            if name not in seen:
                seen.add(name)
                required = name in whole.get("required", ()) and "anyOf" not in schema
                told = field.get("description", "")
                yield ParameterShown(name, "body", _kind(field, document), required, told)


def _resolved(schema: Mapping[str, Any], document: Mapping[str, Any]) -> Mapping[str, Any]:
    reference = schema.get("$ref")
    if reference is None:
        return schema
    found: Mapping[str, Any] = document["components"]["schemas"][reference.rpartition("/")[2]]
    return found


def _kind(schema: Mapping[str, Any], document: Mapping[str, Any]) -> str:
    schema = _resolved(schema, document)
    if "anyOf" in schema:
        return " | ".join(
            kind for each in schema["anyOf"] if (kind := _kind(each, document)) != "null"
        )
    if "enum" in schema:
        return " | ".join(str(value) for value in schema["enum"])
    if schema.get("type") == "array":
        return f"{_kind(schema.get('items', {}), document)} …"
    kind = str(schema.get("format") or schema.get("type", ""))
    low, high = schema.get("minimum"), schema.get("maximum")
    return f"{kind} {low}–{high}" if low is not None and high is not None and high < 10**6 else kind


def _example(body: Mapping[str, Any]) -> str | None:
    if "example" in body:
        return _json(body["example"])
    examples = [_json(each["value"]) for each in body.get("examples", {}).values()]
    return "\n".join(examples) or None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
