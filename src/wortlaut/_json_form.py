"""An article and its statements as JSON, and back.

`wortlaut read --json` writes this form, `wortlaut schema` describes it, and JSON Lines
sources hold it: what one run writes, another one reads.
"""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from typing import Any

from wortlaut._json_fields import Fields, located_to_dict, spans_to_list
from wortlaut._json_statement import statement_from_dict, statement_to_dict
from wortlaut.model import Article

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
    return {
        "schema_version": SCHEMA_VERSION,
        **article_head(article),
        "agency": located_to_dict(article.agency, article.text),
        "place": located_to_dict(article.place, article.text),
        "text": article.text,
        "paragraphs": spans_to_list(article.paragraphs, article.text),
        "furniture": spans_to_list(article.furniture, article.text),
        "warnings": list(article.warnings),
        "statements": [
            statement_to_dict(statement, article.text) for statement in article.statements
        ],
    }


def article_head(article: Article) -> dict[str, Any]:
    """What is known of an article beside its text and its statements."""
    return {
        "source": article.source,
        "language": article.language,
        "title": article.title,
        "authors": list(article.authors),
        "outlet": article.outlet,
        "url": article.url,
        "published": None if article.published is None else article.published.isoformat(),
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
    fields = Fields(form, "the article")
    version = fields.optional("schema_version", int)
    if version is not None and version != SCHEMA_VERSION:
        raise ValueError(
            f"schema_version is {version}, and this version of Wortlaut reads {SCHEMA_VERSION}"
        )
    text = fields.required("text", str)

    return Article(
        text=text,
        source=fields.optional("source", str) or "",
        language=fields.optional("language", str),
        title=fields.optional("title", str),
        authors=fields.strings("authors"),
        outlet=fields.optional("outlet", str),
        url=fields.optional("url", str),
        published=_published(fields.optional("published", str)),
        agency=fields.located("agency", text),
        place=fields.located("place", text),
        paragraphs=fields.spans("paragraphs", text),
        furniture=fields.spans("furniture", text),
        warnings=fields.strings("warnings"),
        statements=fields.each(
            "statements", lambda item, where: statement_from_dict(item, text, where)
        ),
    )


def _published(value: str | None) -> date | datetime | None:
    if value is None:
        return None
    try:
        if len(value) <= len("2026-11-20"):
            return date.fromisoformat(value)
        return datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(f"published is {value!r}, which is no ISO 8601 date") from None
