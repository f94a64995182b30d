"""When a web page was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, datetime, time
from email.utils import parsedate_to_datetime
from itertools import chain, islice

from htmldate import find_date
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from wortlaut.sources._page_json import StructuredArticle
from wortlaut.sources._written_date import read_date

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
_RFC = re.compile(r"[A-Z][a-z]{2}, \d\d? [A-Z][a-z]{2} \d{4} ")
_MICROSECONDS = len("12:00:00.000000")
_NEAR = 150
"""Elements behind the headline in which a date may be written out."""
_LONGEST_LINE = 120
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
    first = stated[0] if stated else _guessed(tree)
    if first is None or isinstance(first, datetime):
        return first
    timed = chain(stated, _written(tree))
    return next((m for m in timed if isinstance(m, datetime) and m.date() == first), first)


def parse_moment(text: str) -> date | datetime | None:
    """The date in `text`, with its time unless that is a bare midnight.

    Dates as in ISO 8601, RFC 5322 or written out are understood.
    """
    found = _ISO.search(text)
    moment: date | datetime | None
    try:
        if found is None:
            moment = parsedate_to_datetime(text) if _RFC.match(text) else read_date(text)
        elif found["clock"] is None:
            return date.fromisoformat(found["day"])
        else:
            zone = (found["zone"] or "").replace("UTC", "Z").replace("GMT", "Z")
            clock = found["clock"].replace(",", ".")[:_MICROSECONDS]
            moment = datetime.fromisoformat(f"{found['day']}T{clock}{zone}")
    except ValueError:
        return None
    if isinstance(moment, datetime) and moment.time() == time(0):
        return moment.date()
    return moment


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


def _written(tree: HtmlElement) -> Iterator[date | datetime]:
    """The dates in short lines behind the headline."""
    heading = next(iter(tree.iter("h1")), None)
    behind = heading.xpath("following::*") if heading is not None else tree.iter()
    for element in islice(behind, _NEAR):
        text = element.text_content() if isinstance(element.tag, str) else ""
        if len(text) <= _LONGEST_LINE and not _UPDATED.search(text):
            moment = read_date(text)
            if moment is not None:
                yield moment


def _guessed(tree: HtmlElement) -> date | None:
    """What htmldate reads from the page's text and addresses."""
    found = find_date(deepcopy(tree), original_date=True)
    return date.fromisoformat(found) if found else None
