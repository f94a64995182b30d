from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import acts
from wortlaut.model import Act, Span
from wortlaut.reading.acts import Judged


def test_a_condition_is_right_that_overlaps_a_labelled_one() -> None:
    """Precision counts what was found, recall what was labelled."""
    score = acts.Score()
    label = acts.Labelled("asserts", False, (Span(0, 5), Span(20, 30)))
    score.add(label, Judged(Act.ASSERTS, (Span(4, 9), Span(10, 12)), True))
    score.add(acts.Labelled(None, False, ()), Judged(None, (), False))
    assert (score.acts_right, score.told_right, score.negated_right) == (2, 1, 1)
    assert (score.found_right, score.conditions_found) == (1, 2)
    assert (score.wanted_found, score.conditions_wanted) == (1, 2)


def test_labels_are_read_by_file_and_annotation(tmp_path: Path) -> None:
    """As they are written down in the gold."""
    path = tmp_path / "acts.json"
    label = {"file": "a", "annotation": 3, "act": None, "negated": True, "conditions": [[2, 7]]}
    path.write_text(json.dumps([label]), "utf-8")
    assert acts.read_labels(path) == {("a", 3): acts.Labelled(None, True, (Span(2, 7),))}


def test_every_label_of_the_gold_names_an_act_that_there_is() -> None:
    """A slip of the pen would count as a mistake of the reader."""
    if not acts.GOLD.exists():
        pytest.skip("benchmarks/gold/acts.json is missing")
    known = {None, *map(str, Act)}
    assert {label.act for label in acts.read_labels(acts.GOLD).values()} <= known


def test_missing_data_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The benchmark says why it measures nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["acts", "--data", str(tmp_path)])
        acts.main()
    assert "skipped" in capsys.readouterr().out
