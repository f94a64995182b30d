"""The articles of the demonstration: files of the package, in order of their days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from wortlaut.model import Article
from wortlaut.sources import Progress, article_from_html, article_from_text

_FOLDER = Path(__file__).parent / "articles"
WORD_LISTS = Path(__file__).parent / "word_lists"
"""The invented countries, for `Reader(word_lists=...)`: they stand in no list of the world's."""


class DemoArticles:
    """Goes through the articles in order of their days; tells how far it has come."""

    def __init__(self) -> None:
        self._files = sorted(path for path in _FOLDER.iterdir() if path.suffix in _OF_SUFFIX)
        self._done = 0

    @property
    def progress(self) -> Progress:
        """How far it has come."""
        return Progress(self._done, len(self._files))

    def __iter__(self) -> Iterator[Article]:
        for path in self._files:
            yield _OF_SUFFIX[path.suffix](path)
            self._done += 1


def demo_articles() -> tuple[Article, ...]:
    """The articles, not yet read, in order of their days."""
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


def _source(path: Path) -> str:
    return f"demo:{path.name}"


_OF_SUFFIX = {".html": _from_html, ".txt": _from_text}
