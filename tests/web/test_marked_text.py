"""Overlapping stretches of a text become well-formed nested marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from wortlaut.model import Span
from wortlaut.web._marked_text import Edge, Mark, Step, nested

_TEXTS = some.text(some.sampled_from("ab „“\n😀𝔄\u0301"), min_size=1, max_size=40)


@some.composite
def texts_with_marks(draw: some.DrawFn) -> tuple[str, list[Mark[int]], Span]:
    """A text, stretches of it that lie anyhow, and the stretch that is shown."""
    text = draw(_TEXTS)
    spans = some.tuples(some.integers(0, len(text) - 1), some.integers(1, len(text))).filter(
        lambda ends: ends[0] < ends[1]
    )
    marks = [Mark(Span(*ends), n) for n, ends in enumerate(draw(some.lists(spans, max_size=8)))]
    return text, marks, Span(*draw(spans))


@given(texts_with_marks())
def test_no_character_is_added_or_lost(case: tuple[str, list[Mark[int]], Span]) -> None:
    """The plain stretches joined are the text, code point for code point."""
    text, marks, within = case
    plain = [each for each in nested(marks, within) if isinstance(each, Span)]
    assert "".join(each.of(text) for each in plain) == within.of(text)


@given(texts_with_marks())
def test_what_began_last_ends_first(case: tuple[str, list[Mark[int]], Span]) -> None:
    """So that the steps can be written as elements."""
    _, marks, within = case
    is_open: list[int] = []
    for each in nested(marks, within):
        if isinstance(each, Step) and each.edge is Edge.BEGIN:
            is_open.append(each.mark.what)
        elif isinstance(each, Step):
            assert is_open.pop() == each.mark.what
    assert not is_open


@given(texts_with_marks())
def test_every_character_stands_in_exactly_its_marks(
    case: tuple[str, list[Mark[int]], Span],
) -> None:
    """Also where marks cross each other or reach over the ends of what is shown."""
    _, marks, within = case
    is_open: list[int] = []
    covered: dict[int, set[int]] = {}
    for each in nested(marks, within):
        if isinstance(each, Span):
            covered.update((place, set(is_open)) for place in range(each.begin, each.end))
        elif each.edge is Edge.BEGIN:
            is_open.append(each.mark.what)
        else:
            is_open.remove(each.mark.what)
    assert covered == {
        place: {m.what for m in marks if m.span.begin <= place < m.span.end}
        for place in range(within.begin, within.end)
    }


@given(texts_with_marks())
def test_each_mark_has_its_own_ends_once(case: tuple[str, list[Mark[int]], Span]) -> None:
    """However often it is cut, it begins once and ends once if its ends are shown."""
    _, marks, within = case
    steps = [each for each in nested(marks, within) if isinstance(each, Step)]
    for mark in marks:
        own = [each.edge for each in steps if each.mark is mark and each.whole]
        if within.contains(mark.span):
            assert own == [Edge.BEGIN, Edge.END]
        else:
            assert len(own) <= 1


def test_the_longer_of_two_that_begin_together_is_the_outer_one() -> None:
    """A quotation around the speaker it begins with."""
    short, long = Mark(Span(0, 2), "short"), Mark(Span(0, 5), "long")
    steps = list(nested([short, long], Span(0, 6)))
    assert [each.mark.what for each in steps if isinstance(each, Step)] == [
        "long",
        "short",
        "short",
        "long",
    ]
