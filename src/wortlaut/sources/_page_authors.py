"""Who wrote a web page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from wortlaut.model import Span
from wortlaut.sources._byline import find_byline
from wortlaut.sources._dateline_names import AGENCIES
from wortlaut.sources._page_blocks import plain, text_key
from wortlaut.sources._page_json import StructuredArticle

_METAS = (
    "author",
    "article:author",
    "og:article:author",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "cxenseparse:author",
)
_BY = re.compile(
    r"^(?:(?:Ein(?:e)? )?(?:\w+ )?(?:von|by|par|autor(?:in)?|text|author|words)\b:?)\s+",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,;|/&]|\s(?:und|and)\s)\s*")
_MOST = 8
_NEAR = 60
"""Elements after the headline among which a byline is looked for."""
_LONGEST_NAME = 12
_LONGEST_LINE = 160
_NO_NAME = re.compile(r"https?:|www\.|@|^\W*$|\d{3}")


def page_authors(
    tree: HtmlElement,
    metas: dict[str, list[str]],
    structured: StructuredArticle,
    outlet: str | None,
) -> tuple[str, ...]:
    """The authors' names in the page's order, from JSON-LD, meta names or the byline.

    An outlet or agency that is named as the author is believed only where nothing names a person.
    """
    themselves: tuple[str, ...] = ()
    for names in (
        structured.authors,
        *(metas.get(name, ()) for name in _METAS),
        _bylines(tree),
    ):
        authors = tuple(dict.fromkeys(_single(names)))
        if any(not _is_outlet(author, outlet) for author in authors):
            return authors
        themselves = themselves or authors
    return themselves


def _is_outlet(author: str, outlet: str | None) -> bool:
    key, other = text_key(author), text_key(outlet or "")
    return author.casefold() in AGENCIES or (bool(other) and (key in other or other in key))


def _single(names: Iterable[str]) -> Iterator[str]:
    """Each person's name, also where several stand in one: *Mira Lund, Jo Winter und Ada Kern*."""
    for several in names:
        together = _BY.sub("", plain(several))
        pieces = [piece for piece in _BETWEEN.split(together) if piece]
        if any(len(piece.split()) < 2 for piece in pieces):  # *Der Lenzbote, Niederau*
            pieces = [together]
        yield from (name for name in pieces if name and not _NO_NAME.search(name))


def _bylines(tree: HtmlElement) -> Iterator[str]:
    """Names that the page's markup calls authors, or a line after the headline that is a byline."""
    marked = tree.xpath("//*[@rel='author' or @itemprop='author']")[:_MOST]
    for element in marked:
        named = element.xpath(".//*[@itemprop='name']")
        text = plain((named[0] if named else element).text_content())
        if 0 < len(text.split()) <= _LONGEST_NAME:
            yield text
    heading = next(iter(tree.iter("h1")), None)
    if marked or heading is None:
        return
    for element in heading.xpath("following::*[self::p or self::div or self::span or self::li]")[
        :_NEAR
    ]:
        line = plain(element.text_content())
        byline = find_byline(line, Span(0, len(line))) if 0 < len(line) <= _LONGEST_LINE else None
        if byline is not None and byline.authors:
            yield from byline.authors
            return
