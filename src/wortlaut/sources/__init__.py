"""Bytes to articles: files, pages from the web, plain text, JSON Lines, ninjs, WARC, feeds.

    from wortlaut.sources import open_sources

    for entry in open_sources(["articles.jsonl.gz", "pages/", "https://example.org/feed.xml"]):
        ...  # an Article, or the SourceError that says why it could not be had

`open_source` and `open_article` take one path, URL or `-`; `open_sources` and `Intake` take
many, and go through directories, feeds and lists; `article_from_html` and `article_from_text`
take what is in memory already; `fetch` only fetches.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from wortlaut.sources._opening import open_article, open_source

if TYPE_CHECKING:
    from wortlaut.sources._fetching import FetchedPage, FetchLimits, fetch
    from wortlaut.sources._intake import FeedRead, Intake, Progress, open_sources
    from wortlaut.sources._plain_text import article_from_text
    from wortlaut.sources._web_page import article_from_html

__all__ = [
    "FeedRead",
    "FetchLimits",
    "FetchedPage",
    "Intake",
    "Progress",
    "article_from_html",
    "article_from_text",
    "fetch",
    "open_article",
    "open_source",
    "open_sources",
]

# These bring the web client and the HTML parsers with them, which a plain text does not need.
_LATER = {
    "FeedRead": "_intake",
    "FetchLimits": "_fetching",
    "FetchedPage": "_fetching",
    "Intake": "_intake",
    "Progress": "_intake",
    "article_from_html": "_web_page",
    "article_from_text": "_plain_text",
    "fetch": "_fetching",
    "open_sources": "_intake",
}

if not TYPE_CHECKING:  # a type checker would take it for leave to use any name

    def __getattr__(name: str) -> object:
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
