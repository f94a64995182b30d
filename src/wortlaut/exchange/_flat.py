"""One row a statement, for spreadsheets and data frames: CSV, Parquet, Arrow.

Words stand in their own column, pieces joined by ` … `; the offsets of a quotation count
Unicode code points of the article's text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

from wortlaut._exceptions import ExchangeError
from wortlaut.exchange._naming import Key, article_key
from wortlaut.exchange._pouring import Pouring
from wortlaut.model import Article, Statement

COLUMNS: dict[str, str] = {
    "article": "string",
    "source": "string",
    "url": "string",
    "outlet": "string",
    "language": "string",
    "title": "string",
    "authors": "string",
    "published": "date",
    "statement": "int",
    "type": "string",
    "medium": "string",
    "mixed": "bool",
    "negated": "bool",
    "act": "string",
    "quote": "string",
    "begin": "int",
    "end": "int",
    "speaker": "string",
    "cue": "string",
    "frame": "string",
    "addressee": "string",
    "person": "string",
    "person_kind": "string",
    "person_role": "string",
    "person_confidence": "float",
    "person_unknown": "string",
    "via": "string",
    "addressee_person": "string",
    "addressee_kind": "string",
    "about": "string",
    "said_from": "date",
    "said_to": "date",
    "said_precision": "string",
    "said_value": "string",
    "said_basis": "string",
    "said_words": "string",
    "occasion_kind": "string",
    "occasion": "string",
    "in_reply_to": "string",
    "condition": "string",
    "damage": "string",
    "nested_in": "int",
    "confidence": "float",
}
"""Each column and what it holds."""

_ROWS = 20_000
"""In a group of Parquet rows."""


def statement_rows(articles: Iterable[Article], key: Key = article_key) -> Iterator[dict[str, Any]]:
    """A row for each statement, every column of `COLUMNS` in it, None where there is nothing."""
    for article in articles:
        known = _of_article(article, key(article))
        for statement in article.statements:
            yield known | _of_statement(statement, article)


def _of_article(article: Article, key: str) -> dict[str, Any]:
    published = article.published
    return {
        "article": key,
        "source": article.source,
        "url": article.url,
        "outlet": article.outlet,
        "language": article.language,
        "title": article.title,
        "authors": "; ".join(article.authors) or None,
        "published": published.date() if isinstance(published, datetime) else published,
    }


def _of_statement(statement: Statement, article: Article) -> dict[str, Any]:
    person, addressee, when = statement.person, statement.addressee_person, statement.said_on
    occasion = statement.occasion

    def words(*names: str) -> dict[str, str | None]:
        return {name: article.words(getattr(statement, name)) or None for name in names}

    return {
        "statement": statement.id,
        "type": statement.type.value,
        "medium": statement.medium.value,
        "mixed": statement.mixed,
        "negated": statement.negated,
        "act": statement.act and statement.act.value,
        **words("quote"),
        "begin": statement.quote[0].begin,
        "end": statement.quote[-1].end,
        **words("speaker", "cue", "frame", "addressee"),
        "person": person and person.name,
        "person_kind": person and person.kind.value,
        "person_role": person.role.value if person and person.role else None,
        "person_confidence": person and person.confidence,
        "person_unknown": statement.person_unknown,
        "via": statement.via and statement.via.value,
        "addressee_person": addressee and addressee.name,
        "addressee_kind": addressee and addressee.kind.value,
        "about": "; ".join(mention.name for mention in statement.about) or None,
        "said_from": when and when.begin,
        "said_to": when and when.end,
        "said_precision": when and when.precision.value,
        "said_value": when and when.value,
        "said_basis": when and when.basis.value,
        "said_words": article.words(when.words) if when and when.words else None,
        "occasion_kind": occasion and occasion.kind.value,
        "occasion": article.words(occasion.words) if occasion else None,
        **words("in_reply_to", "condition", "damage"),
        "nested_in": statement.nested_in,
        "confidence": statement.confidence,
    }


def csv_written(articles: Iterable[Article], key: Key) -> Iterator[bytes]:
    """CSV as RFC 4180 has it, in UTF-8, the columns' names in the first row."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    rows = statement_rows(articles, key)
    while True:
        taken = list(islice(rows, 500))
        for row in taken:
            writer.writerow({name: _cell(value) for name, value in row.items()})
        yield buffer.getvalue().encode("utf-8", "replace")
        buffer.seek(0)
        buffer.truncate()
        if not taken:
            return


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else value


def parquet_written(articles: Iterable[Article], key: Key) -> Iterator[bytes]:
    """A Parquet file, written a group of rows at a time."""
    pyarrow = _pyarrow()
    from pyarrow import parquet  # noqa: PLC0415 - an extra

    sink = Pouring()
    with parquet.ParquetWriter(sink, _schema(pyarrow), compression="zstd") as writer:
        rows = statement_rows(articles, key)
        while taken := list(islice(rows, _ROWS)):
            writer.write_table(_table(pyarrow, taken))
            yield sink.poured()
    yield sink.poured()


def arrow_table(articles: Iterable[Article], key: Key = article_key) -> Any:
    """A `pyarrow.Table` with a row for each statement.

    Raises `ExchangeError` where pyarrow is not installed.
    """
    return _table(_pyarrow(), list(statement_rows(articles, key)))


def frame(articles: Iterable[Article], key: Key = article_key) -> Any:
    """A `pandas.DataFrame` where pandas is installed, else a `pyarrow.Table`: a row a statement.

    Raises `ExchangeError` where neither is installed.
    """
    try:
        import pandas  # noqa: PLC0415 - only for those who have it
    except ImportError:
        return arrow_table(articles, key)
    rows = statement_rows(articles, key)
    return pandas.DataFrame.from_records(list(rows), columns=list(COLUMNS))


def _table(pyarrow: Any, rows: list[dict[str, Any]]) -> Any:
    columns = {name: [_carried(row[name]) for row in rows] for name in COLUMNS}
    return pyarrow.Table.from_pydict(columns, schema=_schema(pyarrow))


def _carried(value: Any) -> Any:
    """The value, half characters replaced, which UTF-8 cannot carry."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _schema(pyarrow: Any) -> Any:
    types = {
        "string": pyarrow.string(),
        "int": pyarrow.int64(),
        "float": pyarrow.float64(),
        "bool": pyarrow.bool_(),
        "date": pyarrow.date32(),
    }
    return pyarrow.schema([(name, types[kind]) for name, kind in COLUMNS.items()])


def _pyarrow() -> Any:
    try:
        import pyarrow  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ExchangeError(
            "parquet", "needs pyarrow, which is not installed", "pip install 'wortlaut[parquet]'"
        ) from error
    return pyarrow
