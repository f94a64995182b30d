"""Atom feeds (RFC 4287) of statements, for the readers that newsrooms use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from html import escape
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from wortlaut.record import Found

MEDIA_TYPE = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"
_XML = "http://www.w3.org/XML/1998/namespace"
_LONGEST_TITLE = 160
# What XML 1.0 has no place for (2.2), and what turns the direction of the text around it.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STEERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\x7f-\x9f]")
_NOTHING_YET = datetime(1970, 1, 1, tzinfo=UTC)

register_namespace("", _ATOM)


@dataclass(frozen=True, slots=True)
class FeedHead:
    """What a feed says of itself."""

    title: str
    address: str
    """Where the feed is served."""
    page: str
    """The page that shows the same."""
    root: str
    """Where the site begins: `https://host/`."""
    language: str
    unknown: str
    """What a speaker is called whom the article does not name."""


def atom_feed(head: FeedHead, statements: Iterable[Found]) -> bytes:
    """The statements as a feed, in the order given.

    An entry's id is made of the article's identity and the statement's number, so that it stays
    the same whatever name the server is called by.
    """
    found = list(statements)
    feed = Element(f"{{{_ATOM}}}feed", {f"{{{_XML}}}lang": head.language})
    _text(feed, "id", f"urn:uuid:{uuid5(NAMESPACE_URL, _path(head))}")
    _text(feed, "title", _clean(head.title))
    newest = max((_updated(each) for each in found), default=_NOTHING_YET)
    _text(feed, "updated", _moment(newest))
    _text(_in(feed, "author"), "name", "Wortlaut")
    _text(feed, "generator", "Wortlaut")
    _link(feed, "self", head.address, MEDIA_TYPE)
    _link(feed, "alternate", head.page, "text/html")
    for each in found:
        _entry(feed, head, each)
    made: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return made


def _entry(feed: Element, head: FeedHead, found: Found) -> None:
    article, statement = found.article, found.statement
    entry = _in(feed, "entry")
    if article.language:
        entry.set(f"{{{_XML}}}lang", _clean(article.language))
    named = article.url or article.source
    _text(entry, "id", f"urn:uuid:{uuid5(NAMESPACE_URL, f'wortlaut:{found.id}:{_clean(named)}')}")
    speaker = _speaker(found) or head.unknown
    quote = _clean(" ".join(found.quote.split()))
    _text(entry, "title", _short(f"{speaker}: {quote}"))
    _text(entry, "updated", _moment(_updated(found)))
    if found.day:
        _text(entry, "published", _moment(_day(article.published or found.day)))
    _text(_in(entry, "author"), "name", speaker)
    for term in (statement.type, statement.act):
        if term:
            _in(entry, "category").set("term", term.value)
    _link(entry, "alternate", f"{head.root}articles/{found.article_id}#s{found.id}", "text/html")
    if article.url and article.url.startswith(("https://", "http://")):
        _link(entry, "via", _clean(article.url))
    facts = (
        _clean(statement.person.role.value) if statement.person and statement.person.role else "",
        found.day.isoformat() if found.day else "",
        _clean(article.outlet or ""),
        _clean(article.title or ""),
    )
    told = " · ".join(escape(fact) for fact in (speaker, *facts) if fact)
    content = _text(entry, "content", f"<blockquote>{escape(quote)}</blockquote><p>{told}</p>")
    content.set("type", "html")


def _speaker(found: Found) -> str:
    person = found.statement.person
    return _clean(person.name if person else found.article.words(found.statement.speaker))


def _path(head: FeedHead) -> str:
    """The feed's address without the name of the server."""
    return f"wortlaut:/{head.address.removeprefix(head.root)}"


def _updated(found: Found) -> datetime:
    return found.added_at or (_day(found.day) if found.day else _NOTHING_YET)


def _day(day: date | datetime) -> datetime:
    if isinstance(day, datetime):
        return day.astimezone(UTC) if day.tzinfo else day.replace(tzinfo=UTC)
    return datetime.combine(day, time(), UTC)


def _moment(moment: datetime) -> str:
    """RFC 3339, as RFC 4287 asks for; years of three figures with a nought before them."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def _clean(text: str) -> str:
    replaced = _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", replaced)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_TITLE else text[: _LONGEST_TITLE - 1].rstrip() + "…"


def _in(parent: Element, name: str) -> Element:
    return SubElement(parent, f"{{{_ATOM}}}{name}")


def _text(parent: Element, name: str, text: str) -> Element:
    element = _in(parent, name)
    element.text = text
    return element


def _link(parent: Element, relation: str, address: str, kind: str | None = None) -> None:
    link = _in(parent, "link")
    link.set("rel", relation)
    link.set("href", address)
    if kind:
        link.set("type", kind)
