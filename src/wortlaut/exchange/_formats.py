"""The formats by name: how each is written, read back, and what it cannot carry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from wortlaut._exceptions import ExchangeError
from wortlaut._json_form import article_to_json_line
from wortlaut.exchange import (
    _cas,
    _flat,
    _follow_the_money,
    _label_studio,
    _schema_org,
    _web_annotation,
)
from wortlaut.exchange._corrections import Correction, Returned, corrections
from wortlaut.exchange._naming import Key, article_key, article_urn
from wortlaut.model import Article

Write = Callable[[Iterable[Article], Key], Iterator[bytes]]
Read = Callable[[BinaryIO, str], Iterator[Returned | ExchangeError]]


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write statements for other tools."""

    name: str
    what: str
    """In a line, for people."""
    suffix: str
    """Of a file's name."""
    write: Write
    read: Read | None = None
    """Takes corrections back; None where the format goes out only."""
    loses: tuple[str, ...] = ()
    """What it cannot carry, in words for people."""
    extra: str | None = None
    """The extra of Wortlaut that it needs."""


def _json_lines(articles: Iterable[Article], key: Key) -> Iterator[bytes]:
    for article in articles:
        yield article_to_json_line(article).encode() + b"\n"


_TOOLS_LOSE = (
    "a person's mentions, runner-up, confidence and how it was resolved",
    "the precision and basis of dates, and what they could not be resolved for",
    "the confidence of statements",
)
_ROWS_LOSE = (
    "the articles' texts, and articles without statements",
    "where single pieces, speaker, cue and so on stand in the text",
    "a person's mentions and runner-up",
)

FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format(
            "jsonl",
            "whole articles as `wortlaut read --json` prints them, one a line",
            ".jsonl",
            _json_lines,
        ),
        Format("csv", "a row for each statement", ".csv", _flat.csv_written, loses=_ROWS_LOSE),
        Format(
            "parquet",
            "a row for each statement, with typed columns",
            ".parquet",
            _flat.parquet_written,
            loses=_ROWS_LOSE,
            extra="parquet",
        ),
        Format(
            "webannotation",
            "W3C Web Annotation, a page of annotations for each article",
            ".jsonl",
            _web_annotation.written,
            _web_annotation.read,
            loses=("the articles' texts, apart from the words marked", *_TOOLS_LOSE),
        ),
        Format(
            "schemaorg",
            "schema.org NewsArticle with Quotations, as JSON-LD",
            ".jsonl",
            _schema_org.written,
            loses=_schema_org.LOSES,
        ),
        Format(
            "cas",
            "UIMA CAS JSON for INCEpTION, a file for each article in a ZIP archive",
            ".zip",
            _cas.written,
            _cas.read,
            loses=_TOOLS_LOSE,
            extra="cas",
        ),
        Format(
            "labelstudio",
            "Label Studio tasks with predictions",
            ".json",
            _label_studio.written,
            _label_studio.read,
            loses=_TOOLS_LOSE,
        ),
        Format(
            "ftm",
            "FollowTheMoney entities, one a line",
            ".ftm.json",
            _follow_the_money.written,
            loses=_follow_the_money.LOSES,
        ),
    )
}


def exported(articles: Iterable[Article], name: str, *, key: Key = article_key) -> Iterator[bytes]:
    """The articles with their statements in the format of this name, piece by piece.

    `key` gives the name that each article is called by, and found again by on import: an IRI.
    Memory does not grow with the number of articles.

    Raises `ExchangeError` where there is no such format, or what it needs is not installed.
    """
    return _format(name).write(articles, key)


def returned(stream: BinaryIO, name: str, *, source: str) -> Iterator[Returned | ExchangeError]:
    """What a tool gives back, article by article, each or what is wrong with it.

    `source` is what the stream is called in errors.

    Raises `ExchangeError` where the format only goes out.
    """
    form = _format(name)
    if form.read is None:
        known = ", ".join(each.name for each in FORMATS.values() if each.read)
        raise ExchangeError(name, "cannot be taken back", f"use one of {known}")
    return form.read(stream, source)


def imported(
    article: Article, data: BinaryIO, name: str, *, key: Key = article_key
) -> list[Correction]:
    """The corrections of one article's statements that `data` brings back.

    None where it is as it went out.

    Raises `ExchangeError` where the data is damaged, does not fit the article's text, or is of
    another article.
    """
    found = None
    for each in returned(data, name, source=name):
        if isinstance(each, ExchangeError):
            raise each
        if each.key == key(article) or each.text == article.text:
            found = each
    if found is None:
        raise ExchangeError(
            name, f"holds nothing on {key(article)}", "give what was exported for this article"
        )
    if found.urn is not None and found.urn != article_urn(article, key(article)):
        raise ExchangeError(
            name, f"is on another text of {key(article)}", "export the article again"
        )
    return corrections(article, found)


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise ExchangeError(name, "is no format", f"use one of {', '.join(FORMATS)}")
    return FORMATS[name]
