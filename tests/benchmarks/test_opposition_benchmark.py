"""How well contradictions are noticed, and the set that tells it."""

import json
from collections import Counter

import pytest

from benchmarks.opposition import HALVES, LABELS, PAIRS, Judged, judged, main, scores
from tests.wording.said import said
from wortlaut.wording import opposed


def test_the_set_is_balanced() -> None:
    """Each half has every label, both languages, and pairs of one of each."""
    pairs = json.loads(PAIRS.read_text("utf-8"))
    assert len(pairs) >= 60
    assert len({(pair["one"]["words"], pair["other"]["words"]) for pair in pairs}) == len(pairs)
    for half in HALVES:
        of_half = [pair for pair in pairs if pair["half"] == half]
        labels = Counter(pair["label"] for pair in of_half)
        assert min(labels[label] for label in LABELS) >= 14
        languages = Counter(
            "".join(sorted((pair["one"]["language"], pair["other"]["language"])))
            for pair in of_half
        )
        assert set(languages) == {"dede", "enen", "deen"}


@pytest.mark.parametrize("half", HALVES)
def test_most_contradictions_are_noticed(half: str) -> None:
    """And most of what is pointed at is one, on the half that nobody tuned on too."""
    precision, recall = scores(judged(half))
    assert precision >= 0.75
    assert recall >= 0.75


def test_scores_count_what_is_pointed_at() -> None:
    """Right ones among those pointed at, and among those there are."""
    one, other = said(1, "„Der Deich hält.“"), said(2, "„Der Deich hält nicht.“")
    (noticed,) = opposed([one, other])
    found = [
        Judged("opposite", one, other, noticed),
        Judged("opposite", one, other, None),
        Judged("same", one, other, noticed),
        Judged("unrelated", one, other, None),
    ]
    assert scores(found) == (0.5, 0.5)


def test_the_benchmark_prints_both_figures(capsys: pytest.CaptureFixture[str]) -> None:
    """And what goes wrong, if asked."""
    assert main(["--half", "develop", "--wrong"]) == 0
    printed = capsys.readouterr().out
    assert "precision 0." in printed
    assert "not pointed at" in printed
