"""RSS and Atom feeds: the addresses of their entries, and what they tell of each."""

from __future__ import annotations

import io
import re
from calendar import timegm
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any

import feedparser

from wortlaut._exceptions import DamagedSource

# What the XML parser says where the file ends too early; anything else it says of feeds whose
# entries can all be read.
_BROKEN_OFF = frozenset(
    {"no element found", "unclosed token", "unclosed CDATA section", "partial character"}
)
_TAG = re.compile(r"<[^<>]{0,500}>")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """What a feed tells of one article."""

    address: str | None
    """None where it has no link."""
    title: str | None
    authors: tuple[str, ...]
    outlet: str | None
    """The feed's title, or that of the feed that the entry was taken over from."""
    published: date | datetime | None


@dataclass(frozen=True, slots=True)
class Feed:
    """The entries of a feed, each address once, in its order."""

    entries: tuple[FeedEntry, ...]
    damage: str | None
    """What the parser says of it, where the feed breaks off."""
    title: str | None = None


def feed_from_bytes(
    content: bytes, *, source: str, url: str | None = None, charset: str | None = None
) -> Feed:
    """The feed that `content` holds: RSS 0.9 to 2.0, RDF or Atom.

    `url` is where it was found, for links that are relative, and `charset` what its server
    says. Nothing is fetched.

    Raises `DamagedSource` where it cannot be read at all.
    """
    headers = {"content-location": url} if url else {}
    if charset:
        headers["content-type"] = f"application/xml; charset={charset}"
    # A file object: a string would be taken for an address and fetched.
    parsed = feedparser.parse(io.BytesIO(content), response_headers=headers)
    problem = str(parsed.get("bozo_exception", "")) if parsed.get("bozo") else ""
    if not parsed.get("version") and not parsed.entries:
        raise DamagedSource(
            source,
            f"is not a feed that can be read ({problem or 'no version of RSS or Atom'})",
            "check it with the Feed Validation Service, or give the addresses of its entries",
        )
    outlet = _plain(parsed.feed.get("title"))
    entries: dict[str | int, FeedEntry] = {}
    for number, fields in enumerate(parsed.entries):
        entry = _entry(fields, outlet)
        entries.setdefault(entry.address or number, entry)
    damage = problem if any(words in problem for words in _BROKEN_OFF) else None
    return Feed(tuple(entries.values()), damage, outlet)


def _entry(fields: Mapping[str, Any], outlet: str | None) -> FeedEntry:
    source = fields.get("source")
    origin = _plain(source.get("title")) if isinstance(source, Mapping) else None
    return FeedEntry(
        address=(fields.get("link") or "").strip() or None,
        title=_plain(fields.get("title")),
        authors=_authors(fields),
        outlet=origin or outlet,
        published=_published(fields),
    )


def _authors(fields: Mapping[str, Any]) -> tuple[str, ...]:
    listed = [author.get("name") for author in fields.get("authors") or ()]
    names = [name for name in map(_plain, listed or [fields.get("author")]) if name]
    return tuple(dict.fromkeys(name for name in names if "@" not in name))


def _published(fields: Mapping[str, Any]) -> date | datetime | None:
    # As a plain dict: feedparser's own look-up would let one of these stand for another.
    given = dict(fields)
    for name in ("published", "updated", "created"):
        written = given.get(name)
        if isinstance(written, str) and (found := _date(written.strip())):
            return found
        # Forms that only feedparser knows; it tells them in UTC.
        moment = given.get(f"{name}_parsed")
        if moment:
            return datetime.fromtimestamp(timegm(moment), UTC)
    return None


def _date(written: str) -> date | datetime | None:
    """A date of RFC 822 or ISO 8601 with its own offset: *am Freitag* depends on the place."""
    for read in (parsedate_to_datetime, _iso_date):
        try:
            return read(written)
        except (ValueError, TypeError, IndexError):
            continue
    return None


def _iso_date(written: str) -> date | datetime:
    if len(written) <= len("2026-11-20"):
        return date.fromisoformat(written)
    return datetime.fromisoformat(written)


def _plain(words: object) -> str | None:
    """Words without markup, on one line."""
    if not isinstance(words, str):
        return None
    return " ".join(unescape(_TAG.sub("", words)).split()) or None
