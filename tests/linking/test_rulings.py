"""People's decisions, and what follows from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut import _exceptions
from wortlaut.linking import Ruling, Rulings, rulings_of_split

ANCHORS = st.sampled_from("abcdef")


def test_sameness_is_closed() -> None:
    """If A is B and B is not C, then A is not C."""
    rulings = Rulings([Ruling("b", "c", False), Ruling("a", "b", True)])
    assert rulings.verdict("a", "c") is False
    assert rulings.verdict("a", "b") is True
    assert rulings.verdict("a", "z") is None
    assert rulings.verdict("", "a") is None
    assert "a" in rulings
    assert "z" not in rulings


def test_a_ruling_against_the_others_is_refused() -> None:
    """The error names both and says what to do."""
    with pytest.raises(_exceptions.ContradictoryRuling, match="a and c cannot be two people"):
        Rulings([Ruling("a", "b", True), Ruling("b", "c", True), Ruling("a", "c", False)])
    with pytest.raises(_exceptions.ContradictoryRuling, match="take those back first"):
        Rulings([Ruling("a", "b", False), Ruling("b", "a", True)])


def test_a_split_holds_for_every_appearance() -> None:
    """All that was moved is one, all that was kept is one, and they are two."""
    rulings = Rulings(rulings_of_split(["m1", "m2", "m3"], ["k1", "k2"]))
    assert rulings.verdict(["m3"], ["k2"]) is False
    assert rulings.verdict(["m2"], ["m3"]) is True
    assert rulings.verdict(["k1"], ["k2"]) is True


@given(st.lists(st.tuples(ANCHORS, ANCHORS, st.booleans()), max_size=12))
def test_rulings_say_what_naive_closure_says(said: list[tuple[str, str, bool]]) -> None:
    """Against a slow reading of the same rules, ruling by ruling."""
    accepted: list[Ruling] = []
    for one, other, same in said:
        groups = _groups(accepted)
        apart = _apart(accepted, groups)
        contradicts = (
            frozenset((groups[one], groups[other])) in apart
            if same
            else groups[one] == groups[other]
        )
        try:
            Rulings([*accepted, Ruling(one, other, same)])
        except _exceptions.ContradictoryRuling:
            assert contradicts
        else:
            assert not contradicts
            accepted.append(Ruling(one, other, same))
    groups = _groups(accepted)
    apart = _apart(accepted, groups)
    rulings = Rulings(accepted)
    for one in groups:
        for other in groups:
            if one in rulings and other in rulings:
                same = groups[one] == groups[other]
                two = frozenset((groups[one], groups[other])) in apart
                assert rulings.verdict([one], [other]) is (True if same else False if two else None)


def _groups(rulings: list[Ruling]) -> dict[str, str]:
    groups = {anchor: anchor for anchor in "abcdef"}
    for ruling in rulings:
        if ruling.same:
            keep, gone = groups[ruling.one], groups[ruling.other]
            groups = {a: keep if group == gone else group for a, group in groups.items()}
    return groups


def _apart(rulings: list[Ruling], groups: dict[str, str]) -> set[frozenset[str]]:
    return {frozenset((groups[r.one], groups[r.other])) for r in rulings if not r.same}
