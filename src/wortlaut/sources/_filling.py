"""What is known of an article from elsewhere, put where the article itself says nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from wortlaut.model import Article


def filled(
    article: Article,
    *,
    title: str | None = None,
    authors: tuple[str, ...] = (),
    outlet: str | None = None,
    url: str | None = None,
    published: date | datetime | None = None,
) -> Article:
    """The article with these values in those of its fields that are empty."""
    return replace(
        article,
        title=article.title or title,
        authors=article.authors or authors,
        outlet=article.outlet or outlet,
        url=article.url or url,
        published=article.published or published,
    )
