"""Labels of words are put together to names."""

from __future__ import annotations

import pytest

from wortlaut.reading.names._labels import KINDS, LABELS, first_of, runs

PERSON, PLACE = first_of(0), first_of(1)


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        ([], []),
        ([0, 0], []),
        ([0, PERSON, PERSON + 1, 0], [(1, 3, 0)]),
        ([PERSON, PERSON], [(0, 1, 0), (1, 2, 0)]),
        ([PERSON, PERSON + 1, PLACE], [(0, 2, 0), (2, 3, 1)]),
        ([0, PLACE + 1, PLACE + 1], [(1, 3, 1)]),
        ([PERSON, PLACE + 1], [(0, 1, 0), (1, 2, 1)]),
        ([0, LABELS - 2, LABELS - 1], [(1, 3, len(KINDS) - 1)]),
    ],
)
def test_a_name_is_a_first_word_and_those_that_go_on(
    labels: list[int], names: list[tuple[int, int, int]]
) -> None:
    """A further word without a first one begins a name all the same."""
    assert runs(labels, [0] * len(labels)) == names


def test_a_name_ends_with_its_paragraph() -> None:
    """A heading does not run into the text below it."""
    assert runs([PERSON, PERSON + 1, PERSON + 1], [0, 0, 1]) == [(0, 2, 0), (2, 3, 0)]
