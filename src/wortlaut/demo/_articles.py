"""The articles of the demonstration: files of the package."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from wortlaut.model import Article
from wortlaut.sources import Progress, article_from_html, article_from_text

_FOLDER = Path(__file__).parent / "articles"
WORD_LISTS = Path(__file__).parent / "word_lists"
"""The invented countries, for `Reader(word_lists=...)`: they stand in no list of the world's."""


class DemoArticles:
    """Goes through the articles in order of time; tells how far it has come."""

    def __init__(self) -> None:
        files = sorted(path for path in _FOLDER.iterdir() if path.suffix in _OF_SUFFIX)
        self._articles = sorted((_OF_SUFFIX[path.suffix](path) for path in files), key=_moment)
        self._done = 0

    @property
    def progress(self) -> Progress:
        """How far it has come."""
        return Progress(self._done, len(self._articles))

    def __iter__(self) -> Iterator[Article]:
        for article in self._articles:
            yield article
            self._done += 1


def demo_articles() -> tuple[Article, ...]:
    """The articles, not yet read, in order of time."""
    return tuple(DemoArticles())


def _from_html(path: Path) -> Article:
    return article_from_html(path.read_text("utf-8"), source=_source(path))


def _from_text(path: Path) -> Article:
    """An article below a head of `field: value` lines, which say what no text can."""
    head, _, text = path.read_text("utf-8").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    article = article_from_text(text, source=_source(path), url=fields["url"])
    return replace(
        article,
        title=fields["title"],
        outlet=fields["outlet"],
        published=_day(fields["published"]),
        authors=tuple(fields["authors"].split(", ")) if "authors" in fields else (),
    )


def _day(words: str) -> date | datetime:
    return datetime.fromisoformat(words) if "T" in words else date.fromisoformat(words)


def _moment(article: Article) -> datetime:
    """When it came out; a weekly gives the day only, and lies at the kiosk at noon."""
    published = article.published
    assert published is not None, article.source
    if isinstance(published, datetime):
        return published
    return datetime.combine(published, time(12), UTC)


def _source(path: Path) -> str:
    return f"demo:{path.name}"


_OF_SUFFIX = {".html": _from_html, ".txt": _from_text}
