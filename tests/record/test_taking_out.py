"""What is on record as a table, and in the formats of other tools."""

import json

import pytest

from tests.record.written_record import article, said
from wortlaut import ExchangeError, QuotationType, Record
from wortlaut.exchange import COLUMNS
from wortlaut.record import Filters

pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")

ARTICLES = [
    article(
        "Wiebke Harms sagte: „Der Deich hält.“ Er sei hoch genug.",
        said("Der Deich hält", person="Wiebke Harms"),
        said("Er sei hoch genug", type=QuotationType.INDIRECT_FREE_INDIRECT),
    ),
    article(
        "Jo Brandt rief: „Die Flut kommt!“",
        said("Die Flut kommt", person="Jo Brandt"),
        url="https://deichblatt.example/flut",
    ),
]


@pytest.fixture
def filled(record: Record) -> Record:
    """A record of some articles."""
    list(record.add_many(ARTICLES))
    return record


def test_every_statement_is_a_row(filled: Record) -> None:
    """With the columns that the exports have too."""
    table = filled.to_frame()
    assert len(table) == 3
    names = getattr(table, "column_names", None) or list(table.columns)
    assert list(names) == list(COLUMNS)


def test_filters_and_words_narrow_the_table(filled: Record) -> None:
    """As they do a search."""
    assert len(filled.to_frame(Filters(verbatim=True))) == 2
    assert len(filled.to_frame(words="Flut")) == 1


def test_export_is_what_the_command_writes(filled: Record) -> None:
    """Our own form, an article a line."""
    lines = b"".join(filled.export("jsonl")).splitlines()
    assert len(lines) == len(ARTICLES)
    assert all(json.loads(line)["schema_version"] for line in lines)


def test_unknown_format_is_an_error(filled: Record) -> None:
    """It names those that there are."""
    with pytest.raises(ExchangeError, match="jsonl"):
        list(filled.export("xml"))
