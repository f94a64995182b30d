"""The picture of a network: everybody has a place, every tie a line."""

from __future__ import annotations

import re
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from wortlaut.record import Tie, TieKind
from wortlaut.web._network_drawing import HEIGHT, WIDTH, drawn

TO, ABOUT = TieKind.TO, TieKind.ABOUT
WEIGHTS = {1: 10, 2: 5, 3: 1, 4: 1}
TIES = [Tie(1, 2, TO, 4), Tie(2, 1, TO, 1), Tie(1, 3, ABOUT, 9), Tie(3, 3, ABOUT, 2)]


def test_the_same_network_gives_the_same_picture() -> None:
    """However often it is drawn."""
    assert drawn(WEIGHTS, TIES) == drawn(WEIGHTS, TIES)


def test_who_speaks_more_is_larger_and_lies_on_top() -> None:
    """And whoever speaks as much is as large."""
    nodes = drawn(WEIGHTS, TIES).nodes
    assert [each.key for each in nodes][-2:] == [2, 1]
    assert nodes[0].radius == nodes[1].radius < nodes[2].radius < nodes[3].radius


def test_stronger_ties_are_thicker_and_nobody_is_tied_to_himself() -> None:
    """Both directions of a pair have a line of their own."""
    curves = drawn(WEIGHTS, TIES).curves
    assert len(curves) == 3
    assert len({each.path for each in curves}) == 3
    by_count = sorted(curves, key=lambda each: each.tie.statements)
    assert [each.thickness for each in by_count] == sorted(each.thickness for each in curves)


def test_who_has_no_tie_to_the_others_stands_below() -> None:
    """The largest part of the network is above."""
    ties = [Tie(1, 2, TO, 1), Tie(2, 3, TO, 1), Tie(8, 9, ABOUT, 5)]
    at = {each.key: each.y for each in drawn(dict.fromkeys((1, 2, 3, 8, 9), 1), ties).nodes}
    assert max(at[1], at[2], at[3]) < min(at[8], at[9])


def test_many_small_groups_are_left_out() -> None:
    """The picture says how many are not in it; the largest group is."""
    pairs = [(10 * number, 10 * number + 1) for number in range(1, 31)]
    ties = [Tie(*pair, TO, 1) for pair in pairs] + [Tie(10, 12, TO, 1)]
    weights = dict.fromkeys((key for tie in ties for key in (tie.source, tie.target)), 1)
    found = drawn(weights, ties)
    assert found.left_out == len(weights) - len(found.nodes) == 38
    assert {10, 11, 12} <= {each.key for each in found.nodes}
    assert all(curve.tie.source in weights for curve in found.curves)


def test_one_alone_stands_in_the_middle() -> None:
    """And nobody at all makes an empty picture."""
    [node] = drawn({7: 3}, []).nodes
    assert (node.x, node.y) == (WIDTH / 2, HEIGHT / 2)
    assert drawn({}, []).nodes == ()


@settings(max_examples=25, deadline=None)
@given(
    st.integers(2, 12).flatmap(
        lambda size: st.tuples(
            st.just(size),
            st.lists(st.sampled_from(list(combinations(range(size), 2))), max_size=15),
        )
    )
)
def test_everything_lies_within_the_picture(network: tuple[int, list[tuple[int, int]]]) -> None:
    """With room for names at the edges, and no two in one place."""
    size, pairs = network
    found = drawn(dict.fromkeys(range(size), 1), [Tie(*pair, TO, 1) for pair in pairs])
    assert len({(node.x, node.y) for node in found.nodes}) == size - found.left_out
    assert all(50 <= node.x <= WIDTH - 50 and 30 <= node.y <= HEIGHT - 30 for node in found.nodes)
    for one, other in combinations(found.nodes, 2):
        assert abs(one.x - other.x) >= 120 or abs(one.y - other.y) >= 45
    for curve in found.curves:
        assert all(-150 <= float(each) <= 1400 for each in re.findall(r"-?[\d.]+", curve.path))
