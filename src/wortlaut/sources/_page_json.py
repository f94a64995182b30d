"""The article that a page describes in JSON-LD, with schema.org's types."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml.html import HtmlElement  # type: ignore[import-untyped]

_TYPE_RANKS = (
    re.compile(r"(?:.*news)?article|report|.*blogposting|satiricalarticle", re.IGNORECASE),
    re.compile(r"claimreview|review|socialmediaposting|.*article", re.IGNORECASE),
)
_WRAPPERS = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>)\s*$")
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_LISTINGS = frozenset(
    {"itemListElement", "hasPart", "relatedLink", "mentions", "citation", "about"}
)
_MARKUP = re.compile(r"<(?:/?p|br)\s*/?>", re.IGNORECASE)
_OTHER_MARKUP = re.compile(r"</?[a-zA-Z][^>]*>")
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class StructuredArticle:
    """The fields of the page's own article; None or empty where JSON-LD lacks them."""

    headline: str | None = None
    description: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    """As written, usually ISO 8601."""
    language: str | None = None
    body: str | None = None


def structured_article(tree: HtmlElement) -> StructuredArticle:
    """Read the article that the JSON-LD of the page `tree` describes."""
    nodes = [node for script in _scripts(tree) for node in _nodes(script)]
    by_id = {
        node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 2
    }
    articles = sorted((node for node in nodes if _rank(node) is not None), key=_order)
    if not articles:
        return StructuredArticle()
    first = articles[0]
    title = _text(first, "headline")
    same = [node for node in articles if node is first or _text(node, "headline") == title]
    fields = {
        name: next((text for node in same if (text := _text(node, name))), None)
        for name in ("headline", "description", "datePublished", "inLanguage", "articleBody")
    }
    authors = next(
        (names for node in same if (names := tuple(_names(node.get("author"), by_id)))), ()
    )
    publishers = (name for node in same for name in _names(node.get("publisher"), by_id))
    body = fields["articleBody"]
    return StructuredArticle(
        headline=fields["headline"],
        description=fields["description"],
        authors=authors,
        publisher=next(publishers, None),
        published=fields["datePublished"],
        language=fields["inLanguage"],
        body=_OTHER_MARKUP.sub("", _MARKUP.sub("\n\n", body)) if body else None,
    )


def _scripts(tree: HtmlElement) -> Iterator[Any]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        source = _WRAPPERS.sub("", script.text.strip())
        for attempt in (source, _TRAILING_COMMA.sub(r"\1", source)):
            try:
                yield json.loads(attempt, strict=False)
                break
            except (ValueError, RecursionError):
                continue


def _nodes(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Every object in `value` but those that only list other pages."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name, item in value.items():
            if name not in _LISTINGS and isinstance(item, (dict, list)):
                yield from _nodes(item, depth + 1)


def _rank(node: Mapping[str, Any]) -> int | None:
    types = node.get("@type")
    names = [
        name for name in (types if isinstance(types, list) else [types]) if isinstance(name, str)
    ]
    for rank, pattern in enumerate(_TYPE_RANKS):
        if any(pattern.fullmatch(name.rsplit("/", 1)[-1]) for name in names):
            return rank
    if not names and "headline" in node and "datePublished" in node:
        return len(_TYPE_RANKS)
    return None


def _order(node: Mapping[str, Any]) -> tuple[bool, int]:
    complete = bool(node.get("headline")) and bool(node.get("datePublished"))
    return not complete, _rank(node) or 0


def _text(node: Mapping[str, Any], name: str) -> str | None:
    value = node.get(name)
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str)), None)
    if isinstance(value, Mapping):
        value = value.get("alternateName") or value.get("name")
    return unescape(value).strip() or None if isinstance(value, str) else None


def _names(value: Any, by_id: Mapping[str, Any]) -> Iterator[str]:
    """The names in `value`: a name, an object with a name, a reference, or a list of these."""
    if isinstance(value, str):
        yield unescape(value).strip()
    elif isinstance(value, list):
        for item in value:
            yield from _names(item, by_id)
    elif isinstance(value, Mapping):
        if "name" not in value and isinstance(value.get("@id"), str):
            value = by_id.get(value["@id"], value)
        name = value.get("name")
        if name is None and (value.get("givenName") or value.get("familyName")):
            name = f"{value.get('givenName') or ''} {value.get('familyName') or ''}"
        if isinstance(name, (str, list)):
            yield from _names(name, {})
