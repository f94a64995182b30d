"""W3C Web Annotation: a page of annotations for each article, and corrections from them.

Web Annotation Data Model and Vocabulary (W3C Recommendations of 23 February 2017). Positions
count Unicode code points, as the model asks for (section 4.2.4, "not in terms of code units"),
from the start of the article's text as Wortlaut has it; the words themselves stand beside them
with what comes before and after, so that they are found again on the page. The text is not
normalised, for then the positions would be those of another text.

A statement is an annotation on its quotation: its type classifies it, its speaker identifies
it, further labels are tags (`act: denies`). The words that name speaker, cue and so on are
annotations of their own, which link to it and are tagged with their role.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from wortlaut._exceptions import ExchangeError
from wortlaut.exchange._anchoring import CONTEXT, anchored
from wortlaut.exchange._annotated import LABELS, QUOTE, ROLES, Annotated, annotated
from wortlaut.exchange._corrections import Returned
from wortlaut.exchange._json_values import compact, json_values
from wortlaut.exchange._naming import Key, article_urn, as_ranges, from_ranges
from wortlaut.model import Article, Span

CONTEXT_IRI = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'

_SOFTWARE = {"type": "Software", "name": "Wortlaut"}
_TAGS = tuple(name for name in LABELS if name not in ("type", "person"))

_Object = Mapping[str, Any]


def written(articles: Iterable[Article], key: Key) -> Iterator[bytes]:
    """Each article's page of annotations, one a line."""
    for article in articles:
        yield compact(annotation_page(article, key(article))) + b"\n"


def annotation_page(article: Article, key: str) -> dict[str, Any]:
    """The annotations on one article, whose address or other IRI is `key`."""
    urn = article_urn(article, key)
    items: list[dict[str, Any]] = []
    for statement in article.statements:
        items += _annotations(annotated(statement), article.text, key, urn)
    return {
        "@context": CONTEXT_IRI,
        "id": f"{urn}#{as_ranges([statement.id for statement in article.statements])}",
        "type": "AnnotationPage",
        "partOf": {
            "id": urn,
            "type": "AnnotationCollection",
            "label": article.title or key,
            "total": len(items),
        },
        "startIndex": 0,
        "items": items,
    }


def _annotations(statement: Annotated, text: str, key: str, urn: str) -> Iterator[dict[str, Any]]:
    name = f"{urn}#statement-{statement.number}"

    def targets(spans: Sequence[Span]) -> list[dict[str, Any]]:
        return [
            {"type": "SpecificResource", "source": key, "selector": _selectors(span, text)}
            for span in spans
        ]

    labels = statement.labels
    body = [_body("classifying", labels["type"])]
    if "person" in labels:
        body.append(_body("identifying", labels["person"]))
    body += [_body("tagging", f"{tag}: {labels[tag]}") for tag in _TAGS if tag in labels]
    yield {
        "id": name,
        "type": "Annotation",
        # Tools keep it as it is, whatever they call the annotation, so it tells what went out.
        "canonical": f"{name}-{statement.state}",
        "motivation": "describing",
        "generator": _SOFTWARE,
        "body": body,
        "target": targets(statement.spans[QUOTE]),
    }
    for role in ROLES:
        if role in statement.spans:
            yield {
                "id": f"{name}-{role}",
                "type": "Annotation",
                "motivation": "linking",
                "generator": _SOFTWARE,
                "body": [
                    {"type": "SpecificResource", "source": name, "purpose": "linking"},
                    _body("tagging", role),
                ],
                "target": targets(statement.spans[role]),
            }


def _body(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _selectors(span: Span, text: str) -> list[dict[str, Any]]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.begin - CONTEXT) : span.begin],
            "suffix": text[span.end : span.end + CONTEXT],
        },
        {"type": "TextPositionSelector", "start": span.begin, "end": span.end},
    ]


def read(stream: BinaryIO, name: str) -> Iterator[Returned | ExchangeError]:
    """The annotations that come back, article by article.

    Takes pages, collections with their pages inside, arrays of annotations and single ones, one
    JSON value or one a line.
    """
    for where, value in json_values(stream, name):
        if isinstance(value, ExchangeError):
            yield value
            continue
        for page in _pages(value):
            yield from _returned(page, where)


def _pages(value: Any) -> Iterator[_Object]:
    if isinstance(value, list):
        if all(_is(item, "Annotation") for item in value):
            yield {"items": value}
        else:
            for item in value:
                yield from _pages(item)
    elif _is(value, "AnnotationCollection") and isinstance(value.get("first"), dict):
        yield from _pages(value["first"])
    elif _is(value, "Annotation"):
        yield {"items": [value]}
    else:
        yield value


def _returned(page: _Object, where: str) -> Iterator[Returned | ExchangeError]:
    if not isinstance(page, dict) or not isinstance(page.get("items"), list):
        yield ExchangeError(
            where, "is no page of annotations", "give what `wortlaut export` wrote, corrected"
        )
        return
    by_article: dict[str, list[_Object]] = {}
    for item in page["items"]:
        source = _source(item)
        if source is None:
            yield ExchangeError(
                where, "an annotation names no source that it is on", "give it a target"
            )
        else:
            by_article.setdefault(source, []).append(item)
    numbers = from_ranges(str(page.get("id") or "").partition("#")[2])
    if not by_article and numbers:
        # Everything was taken out, and nothing tells of which article.
        yield ExchangeError(
            where, "the page has no annotations left", "take the statements out one by one"
        )
    for key, items in by_article.items():
        names = [page.get("id") if len(by_article) == 1 else None, *(i.get("id") for i in items)]
        urns = (str(name).partition("#")[0] for name in names)
        yield Returned(
            where=f"{where} ({key})",
            key=key,
            text=None,
            numbers=numbers if len(by_article) == 1 else None,
            annotated=lambda text, items=items: _statements(items, text),  # type: ignore[misc]
            urn=next((urn for urn in urns if urn.startswith("urn:uuid:")), None),
        )


def _statements(items: Sequence[_Object], text: str) -> list[Annotated]:
    statements: dict[str, _Object] = {}
    roles: dict[str, dict[str, tuple[Span, ...]]] = {}
    for item in items:
        linked, role = _link(item)
        if linked is not None and role is not None:
            roles.setdefault(linked, {})[role] = _spans(item, text)
        else:
            statements[str(item.get("id") or f"new {len(statements)}")] = item
    found = []
    for name, item in statements.items():
        number = name.partition("#statement-")[2]
        spans = {QUOTE: _spans(item, text), **roles.pop(name, {})}
        found.append(
            Annotated(
                int(number) if number.isdecimal() else None,
                spans,
                _labels(item),
                str(item.get("canonical") or "").rpartition(f"{name}-")[2] or None,
            )
        )
    for linked in roles:
        if not linked.partition("#statement-")[2].isdecimal():
            raise ValueError(f"an annotation links to {linked}, which is not there")
    return found


def _link(item: _Object) -> tuple[str | None, str | None]:
    """What the annotation links to, and in which role."""
    linked = role = None
    for body in _objects(item.get("body")):
        source = body.get("source")
        if body.get("purpose") == "linking" and source is not None:
            linked = str(source.get("id") if isinstance(source, dict) else source)
        elif body.get("purpose") == "tagging" and body.get("value") in ROLES:
            role = str(body["value"])
    return linked, role


def _labels(item: _Object) -> dict[str, str]:
    labels = {}
    for body in _objects(item.get("body")):
        purpose, value = body.get("purpose"), body.get("value")
        if not isinstance(value, str) or not value.strip():
            continue
        if purpose == "classifying":
            labels["type"] = value.strip()
        elif purpose == "identifying":
            labels["person"] = value
        elif purpose == "tagging":
            tag, colon, rest = value.partition(": ")
            if colon and tag in _TAGS:
                labels[tag] = rest
    return labels


def _spans(item: _Object, text: str) -> tuple[Span, ...]:
    spans = {_span(target, text) for target in _objects(item.get("target"))}
    if not spans:
        raise ValueError("an annotation has no target")
    return tuple(sorted(spans))


def _span(target: _Object, text: str) -> Span:
    quote: _Object = {}
    position: _Object = {}
    for selector in _objects(target.get("selector")):
        if _is(selector, "TextQuoteSelector"):
            quote = selector
        elif _is(selector, "TextPositionSelector"):
            position = selector
    begin, end, words = position.get("start"), position.get("end"), quote.get("exact")
    return anchored(
        text,
        begin=begin if isinstance(begin, int) else None,
        end=end if isinstance(end, int) else None,
        words=words if isinstance(words, str) else None,
        prefix=str(quote.get("prefix") or ""),
        suffix=str(quote.get("suffix") or ""),
    )


def _source(item: Any) -> str | None:
    if not isinstance(item, dict):
        return None
    for target in _objects(item.get("target")):
        source = target.get("source")
        if isinstance(source, dict):
            source = source.get("id")
        if isinstance(source, str) and source:
            return source
    return None


def _objects(value: Any) -> Iterator[_Object]:
    """The objects of what may be one or an array of them, as JSON-LD leaves open."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield item


def _is(value: Any, kind: str) -> bool:
    if not isinstance(value, dict):
        return False
    kinds = value.get("type")
    return kind in kinds if isinstance(kinds, list) else kinds == kind
