"""The JSON Schema of the form that an article has in JSON."""

from __future__ import annotations

from wortlaut._json_form import SCHEMA_VERSION
from wortlaut._schema_parts import (
    Schema,
    located_or_null,
    located_schema,
    object_of,
    or_null,
    span_schema,
    spans,
    string,
)
from wortlaut._statement_schema import (
    mention_schema,
    occasion_schema,
    person_schema,
    statement_schema,
    when_schema,
)


def article_schema() -> Schema:
    """The JSON Schema (draft 2020-12) of one article, which is one line of JSON Lines.

    Every property is required and carries a description; nothing else is allowed.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Wortlaut article",
        "$defs": {
            "span": span_schema(),
            "spans": {"type": "array", "items": {"$ref": "#/$defs/span"}},
            "located": located_schema(),
            "person": person_schema(),
            "mention": mention_schema(),
            "when": when_schema(),
            "occasion": occasion_schema(),
            "statement": statement_schema(),
        },
        **object_of(
            "A news page: its text, what is known about it, and what is said in it.",
            {
                "schema_version": {
                    "const": SCHEMA_VERSION,
                    "description": "The version of this schema.",
                },
                "source": string(
                    "Where the article was read from: a path, an address, '-' for standard "
                    "input; followed by ':' and the line's number for JSON Lines."
                ),
                "language": or_null("ISO 639-1 code of the article's language."),
                "title": or_null("The headline."),
                "authors": {
                    "type": "array",
                    "items": {"type": "string"},
                    "description": "The authors that the page names, in its order.",
                },
                "outlet": or_null("The newspaper, broadcaster or site that published it."),
                "url": or_null("The page's address."),
                "published": {
                    "type": ["string", "null"],
                    "pattern": r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}.*)?$",
                    "description": "When the page was published, as ISO 8601: a date, or a date "
                    "and time where the page gives the time of day.",
                },
                "agency": located_or_null("The news agency that the dateline names."),
                "place": located_or_null("The place that the dateline names."),
                "text": string(
                    "The text as it was found. All offsets count its Unicode code points."
                ),
                "paragraphs": spans(
                    "The paragraphs of the article's body, without datelines and furniture."
                ),
                "furniture": spans(
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
