"""When a web page was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, datetime, time

from htmldate import find_date
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from wortlaut.sources._page_json import StructuredArticle

_METAS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "article.published",
    "publish-date",
    "publishdate",
    "published_at",
    "pubdate",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "sailthru.date",
    "dcterms.created",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date",
    "date",
)
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:[T ]\s?(?P<clock>\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)
_UPDATED = re.compile(r"updat|modif|aktualis|geändert", re.IGNORECASE)


def page_date(
    tree: HtmlElement, metas: dict[str, list[str]], structured: StructuredArticle
) -> date | datetime | None:
    """The publication date; a datetime where the page gives a time of day, as it writes it.

    The first source that names a day decides; a later one may add the time on that day.
    """
    stated = [
        moment for text in _statements(tree, metas, structured) if (moment := parse_moment(text))
    ]
    if not stated:
        return _guessed(tree)
    first = stated[0]
    if not isinstance(first, datetime):
        same_day = (m for m in stated[1:] if isinstance(m, datetime) and m.date() == first)
        return next(same_day, first)
    return first


def parse_moment(text: str) -> date | datetime | None:
    """The ISO 8601 date in `text`, with its time unless that is a bare midnight."""
    found = _ISO.search(text)
    if not found:
        return None
    try:
        day = date.fromisoformat(found["day"])
        if not found["clock"]:
            return day
        zone = (found["zone"] or "").replace("UTC", "Z").replace("GMT", "Z")
        moment = datetime.fromisoformat(
            f"{found['day']}T{found['clock'].replace(',', '.')[:15]}{zone}"
        )
    except ValueError:
        return None
    return day if moment.time() == time(0) else moment


def _statements(
    tree: HtmlElement, metas: dict[str, list[str]], structured: StructuredArticle
) -> Iterator[str]:
    if structured.published:
        yield structured.published
    for name in _METAS:
        yield from metas.get(name, ())
    for element in tree.xpath("//*[@itemprop='datePublished' or @pubdate]"):
        yield element.get("content") or element.get("datetime") or element.text_content()
    yield from _times(tree)


def _times(tree: HtmlElement) -> Iterator[str]:
    """The first <time> after the headline that is not said to be an update."""
    heading = next(iter(tree.iter("h1")), None)
    following = heading.xpath("following::time[@datetime]") if heading is not None else []
    for element in following or tree.xpath("//time[@datetime]"):
        around = element.getparent()
        near = f"{element.get('class')} {element.text_content()} "
        if around is not None:
            near += f"{around.get('class')} {around.text or ''}"
        if not _UPDATED.search(near):
            yield element.get("datetime")
            return


def _guessed(tree: HtmlElement) -> date | None:
    """What htmldate reads from the page's text and addresses."""
    found = find_date(deepcopy(tree), original_date=True)
    return date.fromisoformat(found) if found else None
