"""A text or a page read at once, without keeping it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from wortlaut.model import Article

if TYPE_CHECKING:
    from wortlaut.reading import Reader

MOST_TEXT = 200_000
"""Characters of a text that is read while somebody waits."""
PASTED = "pasted text"
"""What a text is called that came by itself."""


def read_text(reader: Reader, text: str, published: date | None = None) -> Article:
    """The article that a text is, with its statements.

    Raises `SourceError` where there is no article in it.
    """
    from wortlaut.sources import article_from_text  # noqa: PLC0415 - pulls in the parsers

    return _read(reader, article_from_text(text, source=PASTED), published)


def read_address(
    reader: Reader, url: str, published: date | None = None, *, allow_private: bool = False
) -> Article:
    """The article at an address, with its statements; the rules are those of `wortlaut read`.

    Raises `SourceError` where it cannot be had.
    """
    from wortlaut.sources import open_article  # noqa: PLC0415 - pulls in the web

    return _read(reader, open_article(url, allow_private=allow_private), published)


def _read(reader: Reader, article: Article, published: date | None) -> Article:
    if article.published is None and published is not None:
        article = replace(article, published=published)
    return reader.read(article)
