"""Places in a text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut import Span
from wortlaut.model import merged

spans = st.builds(
    lambda begin, size: Span(begin, begin + size), st.integers(0, 30), st.integers(1, 9)
)


@pytest.mark.parametrize(("begin", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_an_empty_or_reversed_stretch_is_no_span(begin: int, end: int) -> None:
    """A span always covers something."""
    with pytest.raises(ValueError, match=f"begin {begin}, end {end}"):
        Span(begin, end)


def test_a_span_counts_code_points() -> None:
    """An emoji beyond the basic plane is one, a combining accent is one of its own."""
    text = "🌊 e\N{COMBINING ACUTE ACCENT} Flut"
    span = Span(5, 9)
    assert span.of(text) == "Flut"
    assert len(span) == 4


def test_containing_includes_the_ends_and_overlapping_does_not() -> None:
    """Spans are half-open: neighbours share nothing."""
    assert Span(2, 6).contains(Span(2, 6))
    assert not Span(2, 6).contains(Span(2, 7))
    assert Span(2, 6).overlaps(Span(5, 8))
    assert not Span(2, 6).overlaps(Span(6, 8))


@given(st.lists(spans))
def test_merging_keeps_the_characters_and_leaves_gaps(given_spans: list[Span]) -> None:
    """The same places, in order, and no two spans touch."""
    result = merged(given_spans)
    places = {place for span in given_spans for place in range(span.begin, span.end)}
    assert {place for span in result for place in range(span.begin, span.end)} == places
    assert all(before.end < after.begin for before, after in pairwise(result))
