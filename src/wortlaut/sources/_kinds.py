"""What kind of source something is, told by its content first and by its name second."""

from __future__ import annotations

import re
from enum import StrEnum

from wortlaut._exceptions import DamagedSource, NoArticle


class Kind(StrEnum):
    """The kinds of sources that Wortlaut reads."""

    HTML = "html"
    TEXT = "text"
    JSON_LINES = "json lines"


_JSON_LINES_NAMES = (".jsonl", ".ndjson", ".jsonlines", ".json")
_HTML_NAMES = (".html", ".htm", ".xhtml", ".shtml")

_MARKUP = re.compile(
    r"<(?:!doctype\s+html|!--|\?xml|(?:html|head|body|meta|title|link|script|style|article|main|"
    r"section|header|nav|div|p|h[1-6]|span|table|ul|ol|blockquote|figure|img|br|a|b|i|em|strong)"
    r"(?=[\s>/]))",
    re.I,
)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|article)\b", re.I)
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.I)
_FEED = re.compile(
    r"(?:<\?xml\b[^>]*+>\s*+|(?><!--.*?-->)\s*+)*+<(?:rss|feed|rdf:RDF)\b", re.I | re.S
)
_OBJECT_ON_A_LINE = re.compile(r"\{[ \t]*[\"}]")
_LINE_WITH_OBJECT = re.compile(r"^\{[ \t]*\"", re.M)
_OBJECT_ON_LINES = re.compile(r"\{[ \t]*\r?\n\s*\"")
_ARRAY = re.compile(r"\[\s*\{\s*\"")


def kind_of(head: str, *, source: str, name: str = "", content_type: str | None = None) -> Kind:
    """The kind of a source whose text begins with `head`.

    `name` is that of its file, where it has one, with or without `.gz`; `content_type` is the
    media type that a server gave.

    Raises `DamagedSource` for a JSON document over several lines, and `NoArticle` for a feed.
    """
    name = name.lower().removesuffix(".gz")
    start = head.lstrip()
    if _FEED.match(start):
        raise NoArticle(
            source, "is a feed, not an article", "give the addresses of the feed's entries"
        )
    named_json = name.endswith(_JSON_LINES_NAMES)
    if _OBJECT_ON_A_LINE.match(start) or (named_json and _LINE_WITH_OBJECT.search(start)):
        return Kind.JSON_LINES
    if _OBJECT_ON_LINES.match(start):
        raise _spread(source, "jq -c . FILE")
    if _ARRAY.match(start):
        raise _spread(source, "jq -c '.[]' FILE")
    if _MARKUP.match(start):
        # A text may begin with a tag that it is about; a server or a name then knows better.
        called_text = content_type == "text/plain" or name.endswith(".txt")
        return Kind.TEXT if called_text and not _PAGE.search(start) else Kind.HTML
    if content_type in ("text/html", "application/xhtml+xml"):
        return Kind.HTML
    if named_json:
        return Kind.JSON_LINES
    return Kind.HTML if name.endswith(_HTML_NAMES) and _TAG.search(start) else Kind.TEXT


def _spread(source: str, command: str) -> DamagedSource:
    return DamagedSource(
        source,
        "is one JSON document, not JSON Lines",
        f"write one article a line, with `{command}` for instance",
    )
