"""How far a word stands from a quotation, in classes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wortlaut.reading._distances import CLASSES, GAP, INSIDE, distance_classes


def test_words_inside_and_between_the_pieces_have_classes_of_their_own() -> None:
    """A frame between two pieces is neither before nor after the quotation."""
    classes = distance_classes(8, [(1, 3), (5, 7)]).tolist()
    assert classes[1:3] == classes[5:7] == [INSIDE, INSIDE]
    assert classes[3:5] == [GAP, GAP]


def test_the_nearest_words_are_told_apart_one_by_one() -> None:
    """Up to eight words away every distance is a class; farther they widen."""
    classes = distance_classes(400, [(200, 201)]).tolist()
    assert classes[199:191:-1] == list(range(8))
    assert classes[201:209] == list(range(18, 26))
    assert classes[191] == classes[192]


def test_before_and_after_mirror_each_other() -> None:
    """A word as far before a quotation as another after it is in the matching class."""
    classes = distance_classes(601, [(300, 301)])
    before, after = classes[:300][::-1], classes[301:]
    assert (after - before == 18).all()


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60)), min_size=1, max_size=4))
def test_classes_never_come_nearer_with_distance(shape: list[tuple[int, int]]) -> None:
    """On each side classes only rise, and all are known to the network."""
    pieces: list[tuple[int, int]] = []
    place = 0
    for gap, length in shape:
        pieces.append((place + gap, place + gap + length))
        place += gap + length
    classes = distance_classes(place + 300, pieces).tolist()
    before, after = classes[: pieces[0][0]], classes[pieces[-1][1] :]
    assert before == sorted(before, reverse=True)
    assert after == sorted(after)
    assert all(0 <= number < 18 for number in before)
    assert all(18 <= number < 36 for number in after)
    assert max(classes) < CLASSES
