"""The demonstration's articles on a record of their own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from wortlaut._exceptions import RecordError, SourceError
from wortlaut.adding import Adding, Listener, Taken
from wortlaut.demo._articles import WORD_LISTS, DemoArticles
from wortlaut.model import Article

if TYPE_CHECKING:
    from wortlaut.reading import Reader
    from wortlaut.record import Record

_PAGE = 500
_BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a file that is in use, by the end of the name."""


class _Silent:
    """A listener for whom the articles on record are enough."""

    def settled(self, taken: Taken) -> None:
        """An article is on record."""

    def failed(self, error: SourceError, name: str) -> None:
        """Never told: the articles are in the package."""


def demo_reader() -> Reader:
    """The shipped reader, which knows the invented countries too."""
    from wortlaut.reading import Reader  # noqa: PLC0415 - pulls in the model's runtime

    return Reader(word_lists=WORD_LISTS)


def add_demo_articles(
    record: Record,
    articles: Iterable[Article] | None = None,
    *,
    listener: Listener | None = None,
) -> None:
    """Read the demonstration's articles and put them on record; those that are there stay.

    `articles` are all of them by default. Raises `RecordError` where the record holds articles
    already and none of the demonstration's: invented news have no place among real ones.
    """
    _be_alone(record)
    Adding(record, demo_reader).add(articles or DemoArticles(), listener or _Silent())


def remove_demo_record(path: Path) -> None:
    """Delete a record that holds nothing but the demonstration's articles.

    Does nothing where there is none; raises `RecordError` where it holds others, too.
    """
    from wortlaut.record import Record  # noqa: PLC0415 - pulls in SQLAlchemy

    if not path.exists():
        return
    ours = {article.url for article in DemoArticles()}
    with Record(path, create=False) as record:
        after: str | None = None
        while True:
            page = record.search_articles(limit=_PAGE, after=after)
            if any(found.article.url not in ours for found in page.found):
                raise _not_ours(record)
            after = page.after
            if after is None:
                break
    for name in (path.name, *(path.name + end for end in _BESIDE)):
        path.with_name(name).unlink(missing_ok=True)


def _be_alone(record: Record) -> None:
    if not record.search_articles(limit=1).found:
        return
    if not any(article.url and record.versions(article.url) for article in DemoArticles()):
        raise _not_ours(record)


def _not_ours(record: Record) -> RecordError:
    return RecordError(
        record.name,
        "holds articles that are not the demonstration's",
        "name a file that is not there yet; invented news have no place among real ones",
    )
