"""The pieces that JSON Schemas are put together from."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def span_schema() -> Schema:
    """A span: both offsets and its characters."""
    offset = {"type": "integer", "minimum": 0}
    return object_of(
        "A stretch of the article's text.",
        {
            "begin": {
                **offset,
                "description": "Its first code point, counted from 0.",
            },
            "end": {
                **offset,
                "description": "The code point after its last one.",
            },
            "text": string("The characters it covers."),
        },
    )


def located_schema() -> Schema:
    """A value with its span."""
    return object_of(
        "A value and the stretch of the text it was read from.",
        {
            "value": string("The value."),
            "span": {"$ref": "#/$defs/span", "description": "Where it stands."},
        },
    )


def object_of(description: str, properties: dict[str, Schema]) -> Schema:
    """An object with exactly these properties."""
    return {
        "description": description,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def string(description: str) -> Schema:
    """Any string."""
    return {"type": "string", "description": description}


def or_null(description: str) -> Schema:
    """A string, or null."""
    return {"type": ["string", "null"], "description": f"{description} Null where unknown."}


def spans(description: str, fewest: int = 0) -> Schema:
    """An array of spans, at least `fewest`."""
    return {"$ref": "#/$defs/spans", "minItems": fewest, "description": description}


def located_or_null(description: str) -> Schema:
    """A value with its span, or null."""
    return {
        "anyOf": [{"$ref": "#/$defs/located"}, {"type": "null"}],
        "description": f"{description} Null where it names none.",
    }


def ref_or_null(name: str, description: str, otherwise: str) -> Schema:
    """A definition of this name, or null."""
    return {
        "anyOf": [{"$ref": f"#/$defs/{name}"}, {"type": "null"}],
        "description": f"{description} Null where {otherwise}.",
    }
