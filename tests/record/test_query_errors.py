"""What an error shows of a query."""

from __future__ import annotations

import pytest

from wortlaut import QueryError


def test_a_short_query_is_shown_whole() -> None:
    """With the place that went wrong."""
    assert str(QueryError("deich )", 6, "no")) == "'deich )': no (at character 7)"


@pytest.mark.parametrize("position", [0, 7, 2_500, 4_993, 4_999])
def test_a_long_query_is_cut_around_the_position(position: int) -> None:
    """Eighty characters of it, the one that went wrong among them."""
    query = "a" * position + ")" + "a" * (4_999 - position)
    said = str(QueryError(query, position, "no"))
    assert ")" in said.partition("': ")[0]
    assert "…" in said
    assert len(said) < 120
    assert f"(at character {position + 1})" in said
