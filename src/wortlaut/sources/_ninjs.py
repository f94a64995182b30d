"""IPTC ninjs, "News in JSON", to articles.

Versions 1.0 to 3.x (https://iptc.org/std/ninjs/). They differ in where they keep a body and a
headline: 1.x in members `body_text`, `body_xhtml`, `body_NAME`, `headline`, `headline_NAME`, with
`byline`; 2.x and 3.x in arrays `bodies` and `headlines` of objects with `role`, a media type and
`value`, with `by`. From 3.0 on, names are in camel case (`versionCreated`, `contentType`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from wortlaut._exceptions import DamagedSource, NoArticle, SourceError
from wortlaut.model import Article, Located, Span
from wortlaut.sources._byline import find_byline
from wortlaut.sources._dateline_names import AGENCIES
from wortlaut.sources._filling import filled
from wortlaut.sources._json_lines import Build, OtherForm, language_code, written_date

_TEXT_TYPES = ("", "text", "composite")
_TELLING = ("type", "versioncreated", "firstcreated", "contentcreated", "by", "byline", "headlines")
_BODY = re.compile(r"body_(\w+)")
_MARKUP = re.compile(r"<(?:p|div|h[1-6]|br|section|article|html|body|ul|ol|blockquote)\b", re.I)
_PLACE_WITHIN = 400
"""Characters of the text in which the place it was written at is looked for."""
_BETWEEN_AUTHORS = re.compile(r"\s*[;/,]\s*|\s+(?:und|and|et|y|e|&)\s+")

_Fields = Mapping[str, Any]


def is_ninjs(value: object) -> bool:
    """Whether a JSON object is one of ninjs: it has a `uri`, and a body or telling fields."""
    if not isinstance(value, dict) or not isinstance(value.get("uri"), str):
        return False
    names = {name.lower() for name in value}
    return "bodies" in names or any(map(_BODY.fullmatch, names)) or not names.isdisjoint(_TELLING)


def articles_from_document(
    text: str, *, source: str, build: OtherForm
) -> Iterator[Article | SourceError]:
    """The article of a document that is one ninjs object, or those of an array of them.

    `build(object, source)` gives the article, None for what is no ninjs. The third object's
    source is `SOURCE:3`.

    Raises `DamagedSource` where the document is not JSON, or JSON of another form.
    """
    command = "jq -c '.[]' FILE" if text.lstrip().startswith("[") else "jq -c . FILE"
    advice = f"write one article a line, with `{command}` for instance"
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DamagedSource(
            source, f"is neither JSON Lines nor one JSON document ({error})", advice
        ) from error
    items = value if isinstance(value, list) else [value]
    if not any(map(is_ninjs, items)):
        raise DamagedSource(source, "is one JSON document, neither JSON Lines nor ninjs", advice)
    for number, item in enumerate(items, start=1):
        name = source if len(items) == 1 else f"{source}:{number}"
        try:
            article = build(item, name)
            if article is None:
                raise DamagedSource(name, "is no ninjs object", "give it a `uri` and a body")
            yield article
        except SourceError as error:
            yield error


def article_from_ninjs(
    fields: Mapping[str, Any], *, source: str, from_text: Build, from_html: Build
) -> Article:
    """The article of one ninjs object.

    What the object tells counts more than what its text says; `versioncreated` is the date of
    publication, `firstcreated` where there is none. The place (`located`) is taken where it
    stands at the head of the text, for an article's places are places in its text.

    Raises `NoArticle` for pictures and the like, and where there is no body.
    """
    fields = {name.lower(): value for name, value in fields.items()}
    kind = fields.get("type") or ""
    if kind not in _TEXT_TYPES:
        raise NoArticle(source, f"is ninjs of the type {str(kind)[:40]!r}", "leave it aside")
    body, is_markup = _body(fields)
    if not body:
        raise NoArticle(source, "is ninjs without a body of text", "leave it aside")
    uri = fields["uri"]
    url = uri if re.match(r"https?://", uri, re.I) else None
    build = from_html if is_markup else from_text
    article = build(f"<article>{body}</article>" if is_markup else body, source=source, url=url)
    given: dict[str, Any] = {
        "title": _headline(fields),
        "authors": _authors(fields),
        "url": url,
        "published": _published(fields),
        "language": _language(fields),
    }
    article = replace(article, **{name: value for name, value in given.items() if value})
    article = filled(article, outlet=_outlet(fields))
    return article if article.place else replace(article, place=_place(fields, article))


def _body(fields: _Fields) -> tuple[str, bool]:
    """The best body and whether it is markup: markup keeps its paragraphs, so it comes first."""
    found = []
    for name, value in fields.items():
        named = _BODY.fullmatch(name)
        if named and isinstance(value, str):
            found.append((value, named[1]))
    for item in _objects(fields.get("bodies")):
        if isinstance(item.get("value"), str):
            found.append((item["value"], str(item.get("contenttype") or item.get("role") or "")))
    bodies = [(value, _is_markup(value, kind)) for value, kind in found if value.strip()]
    return max(bodies, key=lambda body: (body[1], len(body[0])), default=("", False))


def _is_markup(value: str, kind: str) -> bool:
    if "plain" in kind or kind == "text":
        return False
    return "html" in kind or _MARKUP.search(value) is not None


def _headline(fields: _Fields) -> str | None:
    titles = {str(item.get("role") or ""): item.get("value") for item in _headlines(fields)}
    for role in ("main", "", *titles):
        title = titles.get(role)
        if isinstance(title, str) and title.strip():
            return " ".join(re.sub(r"<[^>]{0,200}>", "", title).split())
    return None


def _headlines(fields: _Fields) -> Iterator[_Fields]:
    yield from _objects(fields.get("headlines"))
    for name, value in fields.items():
        if name == "headline" or name.startswith("headline_"):
            yield {"role": name.removeprefix("headline").removeprefix("_"), "value": value}
    yield {"role": "title", "value": fields.get("title")}


def _authors(fields: _Fields) -> tuple[str, ...]:
    for name in ("by", "byline"):
        line = fields.get(name)
        if isinstance(line, str) and line.strip():
            byline = find_byline(line, Span(0, len(line)))
            if byline is None:  # most agencies leave *Von* out
                byline = find_byline(f"Von {line}", Span(0, len(line) + 4))
            if byline is not None and byline.authors:
                return byline.authors
            names = _BETWEEN_AUTHORS.split(
                re.sub(r"^\s*(?:Von|By)\s+", "", line, flags=re.I).strip()
            )
            return tuple(name for name in names if name and name.casefold() not in AGENCIES)
    people = [item for item in _objects(fields.get("people")) if item.get("rel") == "author"]
    return tuple(item["name"] for item in people if isinstance(item.get("name"), str))


def _published(fields: _Fields) -> date | datetime | None:
    for name in ("versioncreated", "firstcreated", "contentcreated"):
        try:
            return written_date(fields.get(name))
        except (ValueError, TypeError):
            continue
    return None


def _language(fields: _Fields) -> str | None:
    try:
        return language_code(fields.get("language"))
    except (ValueError, TypeError):
        return None


def _outlet(fields: _Fields) -> str | None:
    for item in (*_objects(fields.get("infosources")), {"name": fields.get("copyrightholder")}):
        name = item.get("name")
        if isinstance(name, str) and name.strip():
            return name.strip()
    return None


def _place(fields: _Fields, article: Article) -> Located | None:
    located = fields.get("located")
    if not isinstance(located, str):
        return None
    name = located.partition(",")[0].strip()
    found = re.search(rf"\b{re.escape(name)}\b", article.text[:_PLACE_WITHIN], re.I)
    if not name or found is None:
        return None
    return Located(found[0], Span(found.start(), found.end()))


def _objects(value: object) -> Iterator[_Fields]:
    """The objects in an array, their names in lower case."""
    for item in value if isinstance(value, list) else ():
        if isinstance(item, dict):
            yield {str(name).lower(): member for name, member in item.items()}
