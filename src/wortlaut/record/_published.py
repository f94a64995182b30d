"""The day of an article."""

from __future__ import annotations

from datetime import date, datetime

from wortlaut.model import Article


def published_day(article: Article) -> date | None:
    """The day of publication, in the page's own time zone."""
    published = article.published
    return published.date() if isinstance(published, datetime) else published
