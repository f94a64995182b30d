"""What a web page says of itself: headline, authors, outlet, address, date, language.

Newsrooms state these for search engines, most reliably as JSON-LD with schema.org's article
types; Open Graph and older meta names come next, then what a person sees on the page, and for
the date, where all of these fail, the heuristics of htmldate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from wortlaut.sources._page_authors import page_authors
from wortlaut.sources._page_blocks import plain, text_key
from wortlaut.sources._page_date import page_date
from wortlaut.sources._page_json import StructuredArticle, structured_article

_TITLE_METAS = ("og:title", "twitter:title", "headline", "dc.title", "sailthru.title", "title")
_DESCRIPTION_METAS = ("description", "og:description", "twitter:description", "dc.description")
_OUTLET_METAS = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher")
_TITLE_SIGN = re.compile(r"\s+[|–—•·»:-]\s+")
_LANGUAGE = re.compile(r"[a-zA-Z]{2}(?![a-zA-Z])")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """A page's statements about itself; None or empty where it makes none."""

    title: str | None
    titles: tuple[str, ...]
    """Every form of the headline on the page, the chosen one included."""
    descriptions: tuple[str, ...]
    """Summaries written for search engines and feeds, often the page's own standfirst."""
    authors: tuple[str, ...]
    outlet: str | None
    url: str | None
    published: date | datetime | None
    language: str | None
    body: str | None
    """The article's text as JSON-LD gives it, in whatever state."""


def page_metadata(tree: HtmlElement, url: str | None = None) -> PageMetadata:
    """Read what the page `tree`, found at `url`, says of itself."""
    metas = named_metas(tree)
    structured = structured_article(tree)
    outlet = _outlet(metas, structured)
    titles = tuple(dict.fromkeys(_titles(tree, metas, structured, outlet)))
    descriptions = (structured.description, *(_values(metas, _DESCRIPTION_METAS)))
    return PageMetadata(
        title=titles[0] if titles else None,
        titles=titles,
        descriptions=tuple(dict.fromkeys(plain(text) for text in descriptions if text)),
        authors=page_authors(tree, metas, structured, outlet),
        outlet=outlet,
        url=_address(tree, metas, url),
        published=page_date(tree, metas, structured),
        language=_language(tree, metas, structured),
        body=structured.body,
    )


def named_metas(tree: HtmlElement) -> dict[str, list[str]]:
    """The page's meta values by their lower-case name, property or itemprop."""
    metas: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = plain(meta.get("content") or "")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and meta.get(attribute):
                metas.setdefault(meta.get(attribute).strip().lower(), []).append(content)
    return metas


def _values(metas: dict[str, list[str]], names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        yield from metas.get(name, ())


def _titles(
    tree: HtmlElement,
    metas: dict[str, list[str]],
    structured: StructuredArticle,
    outlet: str | None,
) -> Iterator[str]:
    """Forms of the headline, the most trustworthy first."""
    if structured.headline:
        yield plain(structured.headline)
    headings = [plain(heading.text_content()) for heading in tree.iter("h1")]
    headings = [heading for heading in headings if len(heading.split()) > 1]
    for title in _values(metas, _TITLE_METAS):
        yield _without_outlet(title, outlet)
    yield from headings
    for element in tree.iterfind(".//head/title"):
        title = plain(element.text_content())
        if title:
            yield _without_outlet(title, outlet)


def _without_outlet(title: str, outlet: str | None) -> str:
    """`title` without the outlet's name that follows a dash or a bar at its end."""
    pieces = list(_TITLE_SIGN.finditer(title))
    if not pieces:
        return title
    last = pieces[-1]
    head, tail = title[: last.start()], title[last.end() :]
    named = outlet is not None and text_key(outlet) in text_key(tail)
    site_like = "|" in last.group() or re.fullmatch(r"[\w-]+\.[a-z]{2,6}", tail.lower())
    if len(tail.split()) <= 4 and (named or site_like) and len(head.split()) > len(tail.split()):
        return _without_outlet(head, outlet)
    return title


def _outlet(metas: dict[str, list[str]], structured: StructuredArticle) -> str | None:
    named = next(_values(metas, _OUTLET_METAS[:1]), None) or structured.publisher
    return named or next(_values(metas, _OUTLET_METAS[1:]), None)


def _address(tree: HtmlElement, metas: dict[str, list[str]], url: str | None) -> str | None:
    """The page's own canonical address, if it stays on the site the page came from."""
    links = [link.get("href") for link in tree.iterfind(".//link[@rel='canonical']")]
    for candidate in (*links, *metas.get("og:url", ())):
        try:
            address: str = urljoin(url or "", (candidate or "").strip())
            parts = urlsplit(address)
            same_site = url is None or _site(parts.hostname) == _site(urlsplit(url).hostname)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and same_site and (parts.path.strip("/") or not url):
            return address
    return url


def _site(host: str | None) -> str:
    return ".".join((host or "").split(".")[-2:])


def _language(
    tree: HtmlElement, metas: dict[str, list[str]], structured: StructuredArticle
) -> str | None:
    names = ("content-language", "language", "og:locale", "dc.language")
    roots = [tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang")]
    for claim in (*roots, structured.language, *_values(metas, names)):
        found = _LANGUAGE.match(claim or "")
        if found:
            return found.group().lower()
    return None
