"""The shape that the Web Annotation's JSON-LD context and model ask for, as JSON Schema.

Written by hand from the Web Annotation Data Model (W3C Recommendation, 23 February 2017): its
sections 3.1 (annotations), 3.2 (bodies and targets), 4.2.4 and 4.2.5 (selectors) and 5.2
(pages). Names that the context does not define are not allowed: JSON-LD would drop them.
"""

from __future__ import annotations

from typing import Any

_IRI = {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+$"}
_PURPOSE = {
    "enum": [
        "assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
        "highlighting", "identifying", "linking", "moderating", "questioning", "replying",
        "tagging",
    ]
}  # fmt: skip


def _object(required: list[str], properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": required,
        "properties": properties,
        "additionalProperties": False,
    }


PAGE_SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$defs": {
        "quote": _object(
            ["type", "exact"],
            {
                "type": {"const": "TextQuoteSelector"},
                "exact": {"type": "string", "minLength": 1},
                "prefix": {"type": "string"},
                "suffix": {"type": "string"},
            },
        ),
        "position": _object(
            ["type", "start", "end"],
            {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 1},
            },
        ),
        "target": _object(
            ["type", "source", "selector"],
            {
                "type": {"const": "SpecificResource"},
                "source": _IRI,
                "selector": {
                    "type": "array",
                    "minItems": 1,
                    "items": {"oneOf": [{"$ref": "#/$defs/quote"}, {"$ref": "#/$defs/position"}]},
                },
            },
        ),
        "textual": _object(
            ["type", "value"],
            {
                "type": {"const": "TextualBody"},
                "value": {"type": "string"},
                "format": {"type": "string", "pattern": "^[a-z]+/[a-z.+-]+$"},
                "purpose": _PURPOSE,
            },
        ),
        "linked": _object(
            ["type", "source"],
            {"type": {"const": "SpecificResource"}, "source": _IRI, "purpose": _PURPOSE},
        ),
        "annotation": _object(
            ["id", "type", "target"],
            {
                "id": _IRI,
                "type": {"const": "Annotation"},
                "canonical": _IRI,
                "motivation": _PURPOSE,
                "generator": _object(
                    ["type", "name"],
                    {"type": {"const": "Software"}, "name": {"type": "string"}},
                ),
                "body": {
                    "type": "array",
                    "items": {"oneOf": [{"$ref": "#/$defs/textual"}, {"$ref": "#/$defs/linked"}]},
                },
                "target": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/target"}},
            },
        ),
    },
    **_object(
        ["@context", "id", "type", "partOf", "items"],
        {
            "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
            "id": _IRI,
            "type": {"const": "AnnotationPage"},
            "startIndex": {"type": "integer", "minimum": 0},
            "partOf": _object(
                ["id", "type"],
                {
                    "id": _IRI,
                    "type": {"const": "AnnotationCollection"},
                    "label": {"type": "string"},
                    "total": {"type": "integer", "minimum": 0},
                },
            ),
            "items": {"type": "array", "items": {"$ref": "#/$defs/annotation"}},
        },
    ),
}
