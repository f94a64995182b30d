"""What `wortlaut add` says of corrections that it could not carry over."""

from __future__ import annotations

import pytest

from wortlaut.cli._adding import Tally


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1 correction could not be carried over"), (2, "2 corrections could not be")],
)
def test_the_summary_counts_what_was_left_behind(number: int, words: str) -> None:
    """In a line of its own."""
    assert any(line.startswith(words) for line in Tally(left_behind=number).lines())


def test_the_summary_is_silent_where_nothing_was() -> None:
    """As it mostly is."""
    assert not any("carried" in line for line in Tally().lines())
