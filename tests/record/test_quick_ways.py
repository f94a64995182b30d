"""Quick ways of preparing, writing and looking through rows give what the slow ones give."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine

from wortlaut.model import Act, Article, Medium, QuotationType, Span, Statement
from wortlaut.record._matching import occurrences
from wortlaut.record._query_language import Beginning
from wortlaut.record._search_words import (
    fold,
    may_begin,
    stem,
    word_forms,
    words_and_stems,
)
from wortlaut.record._sqlite_rows import insert_sqlite
from wortlaut.record._stored_form import article_from_stored, stored_forms

_TRICKY = st.text(alphabet="abeouABſßäöüÄéèİıøæﬁ²5_ -…„“’\u0308\u0301\u00b4\n", max_size=14)


@given(_TRICKY, _TRICKY)
def test_no_beginning_of_a_word_is_denied(text: str, begin: str) -> None:
    """Where a word begins so, whatever its accents, the quick look at the text says it may."""
    for letters in {fold(word) for word in word_forms(begin)} - {""}:
        found = occurrences(Beginning(letters), word_forms(text), "de", asked_in=None)
        assert may_begin(text, letters) or not any(True for _ in found)


def test_what_no_word_begins_with_is_denied() -> None:
    """Letters within a word, or none at all, are no beginning of one."""
    text = "„Die Hochwasserschäden“, sagte sie"
    assert may_begin(text, "hochw")
    assert may_begin("Ölfässer", "oelfae")
    assert not may_begin(text, "wasser")
    assert not may_begin(text, "schaed")


@given(_TRICKY, st.sampled_from(["de", "en", None]))
def test_words_and_stems_are_those_of_each_word(text: str, language: str | None) -> None:
    """The words in order, and each stem once that is not its word."""
    words, stems = words_and_stems(text, language)
    each = [(fold(word), stem(word, language)) for word in word_forms(text)]
    assert words == tuple(folded for folded, _ in each if folded)
    assert stems == tuple(dict.fromkeys(root for folded, root in each if root and root != folded))


@pytest.mark.parametrize("count", [1, 3, 1024, 2600])
@pytest.mark.parametrize("most", [7, 999, 32766])
def test_all_rows_go_in_in_order(tmp_path: Path, count: int, most: int) -> None:
    """However many rows there are, and however few values SQLite takes at once."""
    rows = [(number, f"row {number}", None) for number in range(count)]
    with create_engine(f"sqlite:///{tmp_path / 'rows.db'}").connect() as connection:
        connection.exec_driver_sql("CREATE TABLE numbered (id INTEGER PRIMARY KEY, words, empty)")
        _limit(connection, most)
        insert_sqlite(connection, "numbered", ("id", "words", "empty"), rows)
        found = connection.exec_driver_sql("SELECT id, words, empty FROM numbered ORDER BY id")
        assert [tuple(row) for row in found] == rows


def _limit(connection: Connection, most: int) -> None:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, most)


@given(st.text(max_size=30), st.floats(0, 1))
def test_any_text_is_stored_as_json_and_comes_back(title: str, confidence: float) -> None:
    """Quotation marks, control characters and half characters too."""
    statement = Statement(
        id=1,
        type=QuotationType.DIRECT,
        medium=Medium.SPEECH,
        quote=(Span(0, 4), Span(5, 7)),
        confidence=confidence,
        act=Act.DENIES,
    )
    article = Article(
        text="Nein da.",
        source="a.txt",
        title=title,
        published=date(2026, 11, 23),
        statements=(statement,),
    )
    form, (stored,) = stored_forms(article)
    assert json.loads(form)["published"] == "2026-11-23"
    form.encode()
    assert article_from_stored(article.text, form, [stored]) == article
