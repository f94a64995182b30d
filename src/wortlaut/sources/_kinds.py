"""What kind of source something is, told by its content first and by its name second."""

from __future__ import annotations

import re
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of sources that Wortlaut reads."""

    HTML = "html"
    TEXT = "text"
    JSON_LINES = "json lines"
    JSON_DOCUMENT = "json document"
    """One JSON value over several lines, or an array: ninjs, perhaps."""
    WARC = "warc"
    FEED = "feed"
    """RSS or Atom. This kind and those below hold no articles, but lead to some."""
    OPML = "opml"
    """A list of feeds."""
    ADDRESSES = "addresses"
    """A text with an address (http, https) on each line, and comments."""


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
# What may stand before a document's first element.
_PROLOGUE = (
    r"(?:<\?xml\b[^>]*+>\s*+|(?><!--.*?-->)\s*+|<!doctype\s+(?:rss|rdf|feed|opml)\b[^>]*+>\s*+)*+"
)
_FEED = re.compile(_PROLOGUE + r"<(?:rss|feed|rdf:RDF)\b", re.I | re.S)
_OPML = re.compile(_PROLOGUE + r"<opml\b", re.I | re.S)
_OBJECT_ON_A_LINE = re.compile(r"\{[ \t]*[\"}]")
_LINE_WITH_OBJECT = re.compile(r"^\{[ \t]*\"", re.M)
_OBJECT_ON_LINES = re.compile(r"\{[ \t]*\r?\n\s*\"")
_ARRAY = re.compile(r"\[\s*\{\s*\"")
_ADDRESS_LINE = re.compile(r"(https?://\S+)(?:\s+#.*)?", re.I)


def kind_of(head: str, *, name: str = "", content_type: str | None = None) -> Kind:
    """The kind of a source whose text begins with `head`.

    `name` is that of its file, where it has one, with or without `.gz`; `content_type` is the
    media type that a server gave.
    """
    name = name.lower().removesuffix(".gz")
    start = head.lstrip()
    return (
        _kind_of_lead(start)
        or _kind_of_json(start, name)
        or _kind_of_markup(start, name, content_type)
        or _kind_of_words(start, name)
    )


def _kind_of_lead(start: str) -> Kind | None:
    if _FEED.match(start):
        return Kind.FEED
    return Kind.OPML if _OPML.match(start) else None


def _kind_of_json(start: str, name: str) -> Kind | None:
    named_so = name.endswith(_JSON_LINES_NAMES)
    if _OBJECT_ON_A_LINE.match(start) or (named_so and _LINE_WITH_OBJECT.search(start)):
        return Kind.JSON_LINES
    if _OBJECT_ON_LINES.match(start) or _ARRAY.match(start):
        return Kind.JSON_DOCUMENT
    return None


def _kind_of_markup(start: str, name: str, content_type: str | None) -> Kind | None:
    if _MARKUP.match(start):
        # A text may begin with a tag that it is about; a server or a name then knows better.
        called_text = content_type == "text/plain" or name.endswith(".txt")
        return Kind.TEXT if called_text and not _PAGE.search(start) else Kind.HTML
    return Kind.HTML if content_type in ("text/html", "application/xhtml+xml") else None


def _kind_of_words(start: str, name: str) -> Kind:
    if name.endswith(_JSON_LINES_NAMES):
        return Kind.JSON_LINES
    if _is_address_list(start):
        return Kind.ADDRESSES
    return Kind.HTML if name.endswith(_HTML_NAMES) and _TAG.search(start) else Kind.TEXT


def address_on(line: str) -> str | None:
    """The address that fills a line of a list; None where the line is something else."""
    found = _ADDRESS_LINE.fullmatch(line.strip())
    return found[1] if found else None


def is_comment(line: str) -> bool:
    """Whether a line of a list of addresses says nothing: blank, or begun with `#`."""
    return not line.strip() or line.lstrip().startswith("#")


def _is_address_list(start: str) -> bool:
    """Whether most lines are addresses, of those that are whole and no comments.

    No article is like that, and a list with a few lines that are not right is better told of
    them than kept as a text.
    """
    lines = start.splitlines()
    if len(lines) > 1 and not start.endswith("\n"):
        lines.pop()
    telling = [line for line in lines if not is_comment(line)]
    addresses = sum(address_on(line) is not None for line in telling)
    return 2 * addresses > len(telling)
