"""The benchmark that puts the written utterances on record."""

from __future__ import annotations

from benchmarks.utterances_on_record import on_record
from training.utterance_set import wordings
from wortlaut.wording import SentenceVectors, grouped


def test_a_record_groups_as_the_rules_do() -> None:
    """The same statements in the same groups, whatever the order in which articles come."""
    found = wordings("develop", SentenceVectors.load())[:60]
    groups = sorted(grouped([each.profile.said for each in found]))
    assert any(len(group) > 2 for group in groups)
    assert len(groups) > 5
    for seed in range(2):
        assert sorted(on_record(found, seed)) == groups
