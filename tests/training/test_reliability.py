"""Confidence against the share that is right."""

import pytest

from training.reliability import Judged, as_markdown, judge, reliability
from training.scoring import Annotation


def quotation(tokens: range, speaker: set[int] | None = None) -> Annotation:
    """A direct quotation of these tokens."""
    return Annotation("Direct", "Speech", frozenset(tokens), frozenset(speaker or ()))


def test_found_and_right_have_their_own_thresholds() -> None:
    """Token F1 of 1, 0.67 and 0.33, and one that stands alone; in the order of prediction."""
    gold = [quotation(range(10), {90}), quotation(range(20, 30)), quotation(range(40, 50))]
    predicted = [
        quotation(range(60, 62)),
        quotation(range(20, 25)),
        quotation(range(40, 42)),
        quotation(range(10), {90, 91}),
    ]
    judged = judge(gold, predicted, [0.1, 0.2, 0.3, 0.4])
    assert judged == (
        Judged(0.1, found=False, right=False),
        Judged(0.2, found=True, right=False),
        Judged(0.3, found=False, right=False),
        Judged(0.4, found=True, right=True),
    )


@pytest.mark.parametrize(
    ("annotated", "predicted", "right"),
    [({5}, {5, 6}, True), ({5}, {6}, False), ({5}, set(), False), (set(), set(), True)],
)
def test_right_needs_the_speaker(annotated: set[int], predicted: set[int], right: bool) -> None:
    """No speaker is right where none is annotated."""
    gold = [quotation(range(10, 20), annotated)]
    assert judge(gold, [quotation(range(10, 20), predicted)], [0.5])[0].right is right


def test_statements_fall_into_bins_and_errors_are_weighted() -> None:
    """Three of four at 0.9 found, one of one at 0.2 not: 0.8 · |0.9 - 0.75| + 0.2 · 0.2."""
    judged = [
        *(Judged(0.9, found=n < 3, right=n < 1) for n in range(4)),
        Judged(0.2, found=False, right=False),
    ]
    table = reliability(judged)
    assert [one.count for one in table.bins] == [0, 0, 1, 0, 0, 0, 0, 0, 0, 4]
    assert (table.bins[9].found, table.bins[9].right) == (0.75, 0.25)
    assert table.found_error == pytest.approx(0.16)
    assert table.right_error == pytest.approx(0.8 * 0.65 + 0.2 * 0.2)


def test_certainty_lies_in_the_last_bin() -> None:
    """A confidence of 1 has no bin of its own."""
    assert reliability([Judged(1.0, True, True)]).bins[-1].count == 1


def test_nothing_read_has_no_error() -> None:
    """No statement, no miscalibration."""
    assert reliability([]).found_error == 0.0


def test_table_is_markdown_with_a_row_for_each_bin() -> None:
    """Empty bins stay in it, with empty cells."""
    lines = as_markdown(reliability([Judged(0.95, True, False)])).splitlines()
    assert len(lines) == 14
    assert lines[2] == "| 0.0 to 0.1 | 0 | | | |"
    assert lines[11] == "| 0.9 to 1.0 | 1 | 95.0% | 100.0% | 0.0% |"
    assert lines[13] == "Expected calibration error: 5.0% (found), 95.0% (right)."
