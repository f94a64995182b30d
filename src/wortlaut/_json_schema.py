"""The JSON Schema of the form that an article has in JSON."""

from __future__ import annotations

from typing import Any

from wortlaut._json_form import SCHEMA_VERSION
from wortlaut.model import Medium, QuotationType

_Schema = dict[str, Any]


def article_schema() -> _Schema:
    """The JSON Schema (draft 2020-12) of one article, which is one line of JSON Lines.

    Every property is required and carries a description; nothing else is allowed.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Wortlaut article",
        "$defs": {
            "span": _span(),
            "spans": {"type": "array", "items": {"$ref": "#/$defs/span"}},
            "located": _located(),
            "statement": _statement(),
        },
        **_object(
            "A news page: its text, what is known about it, and what is said in it.",
            {
                "schema_version": {
                    "const": SCHEMA_VERSION,
                    "description": "The version of this schema.",
                },
                "source": _string(
                    "Where the article was read from: a path, an address, '-' for standard "
                    "input; followed by ':' and the line's number for JSON Lines."
                ),
                "language": _or_null("ISO 639-1 code of the article's language."),
                "title": _or_null("The headline."),
                "authors": {
                    "type": "array",
                    "items": {"type": "string"},
                    "description": "The authors that the page names, in its order.",
                },
                "outlet": _or_null("The newspaper, broadcaster or site that published it."),
                "url": _or_null("The page's address."),
                "published": {
                    "type": ["string", "null"],
                    "pattern": r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}.*)?$",
                    "description": "When the page was published, as ISO 8601: a date, or a date "
                    "and time where the page gives the time of day.",
                },
                "agency": _located_or_null("The news agency that the dateline names."),
                "place": _located_or_null("The place that the dateline names."),
                "text": _string(
                    "The text as it was found. All offsets count its Unicode code points."
                ),
                "paragraphs": _spans(
                    "The paragraphs of the article's body, without datelines and furniture."
                ),
                "furniture": _spans(
                    "What the page carries beside its article: forms, links, notices, credits."
                ),
                "warnings": {
                    "type": "array",
                    "items": {"type": "string"},
                    "description": "What a person should know before relying on this reading.",
                },
                "statements": {
                    "type": "array",
                    "items": {"$ref": "#/$defs/statement"},
                    "description": "What is said in the article, in the order of the text.",
                },
            },
        ),
    }


def _statement() -> _Schema:
    return _object(
        "A quotation and the words of the article that say who, how and to whom.",
        {
            "id": {
                "type": "integer",
                "minimum": 1,
                "description": "Counts from 1 within the article, in order of the text.",
            },
            "type": {
                "enum": [kind.value for kind in QuotationType],
                "description": "How the words are rendered: direct (verbatim), indirect (needs a "
                "frame), indirect_free_indirect (subjunctive that runs on without a frame), "
                "free_indirect (somebody's words without a mark of it), reported (the act only).",
            },
            "medium": {
                "enum": [medium.value for medium in Medium],
                "description": "Whether the words were said, written or thought, or a mixture "
                "where the text leaves it open.",
            },
            "quote": _spans("The quoted words; several pieces where a frame splits them.", 1),
            "confidence": {
                "type": "number",
                "minimum": 0,
                "maximum": 1,
                "description": "The share of such statements that are right.",
            },
            "speaker": _spans("The words that name who said it; empty where there are none."),
            "cue": _spans("The words that announce the quotation."),
            "frame": _spans("The clause around cue and speaker."),
            "addressee": _spans("The words that name to whom it was said."),
            "nested_in": {
                "type": ["integer", "null"],
                "minimum": 1,
                "description": "The id of the statement in whose words this one stands. Where "
                "statements were left out on request, it may name one of those.",
            },
            "mixed": {
                "type": "boolean",
                "description": "Whether verbatim words stand in a quotation that is not direct.",
            },
        },
    )


def _span() -> _Schema:
    offset = {"type": "integer", "minimum": 0}
    return _object(
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
            "text": _string("The characters it covers."),
        },
    )


def _located() -> _Schema:
    return _object(
        "A value and the stretch of the text it was read from.",
        {
            "value": _string("The value."),
            "span": {"$ref": "#/$defs/span", "description": "Where it stands."},
        },
    )


def _object(description: str, properties: dict[str, _Schema]) -> _Schema:
    return {
        "description": description,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _string(description: str) -> _Schema:
    return {"type": "string", "description": description}


def _or_null(description: str) -> _Schema:
    return {"type": ["string", "null"], "description": f"{description} Null where unknown."}


def _spans(description: str, fewest: int = 0) -> _Schema:
    return {"$ref": "#/$defs/spans", "minItems": fewest, "description": description}


def _located_or_null(description: str) -> _Schema:
    return {
        "anyOf": [{"$ref": "#/$defs/located"}, {"type": "null"}],
        "description": f"{description} Null where it names none.",
    }
