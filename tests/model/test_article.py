"""What an article answers about its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut import Article, Span


def test_words_of_several_pieces_are_joined_by_an_ellipsis() -> None:
    """A reader sees that something stands between them."""
    article = Article(text="„Wir“, sagte sie, „kommen.“")
    assert article.words((Span(0, 5), Span(18, 27))) == "„Wir“ … „kommen.“"
    assert article.words(Span(7, 12)) == "sagte"
    assert article.words(()) == ""


@pytest.mark.parametrize(
    ("offset", "place"),
    [(0, (1, 1)), (3, (1, 4)), (4, (2, 1)), (5, (3, 1)), (7, (3, 3))],
)
def test_lines_and_columns_count_from_1(offset: int, place: tuple[int, int]) -> None:
    """As editors count; a line's end belongs to its line."""
    assert Article(text="abc\n\n🌊e").line_and_column(offset) == place


@given(st.text("ab\n\r\u2028🌊"), st.data())
def test_a_line_and_column_lead_back_to_the_offset(text: str, data: st.DataObject) -> None:
    """Only a line feed ends a line."""
    offset = data.draw(st.integers(0, len(text)))
    line, column = Article(text=text).line_and_column(offset)
    lines = text.split("\n")
    assert sum(len(earlier) + 1 for earlier in lines[: line - 1]) + column - 1 == offset
    assert column <= len(lines[line - 1]) + 1
