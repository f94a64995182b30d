"""The linking benchmark: its pairs, its counting, and the least that it must find."""

from collections import Counter

from benchmarks.linking import MemoryRecord, blocking_recall, brier, judge, score, stream
from tests.linking.people import seen
from training.name_pairs import develop, held_back, load_pairs
from wortlaut.linking import Outcome

PAIRS = load_pairs()


def test_the_pairs_are_many_and_differ() -> None:
    """Three hundred at least, of one person and of two, in both halves, none twice."""
    assert len(PAIRS) >= 300
    assert len({(pair.appearance, pair.others) for pair in PAIRS}) == len(PAIRS)
    for half in (develop(PAIRS), held_back(PAIRS)):
        assert Counter(pair.same for pair in half).keys() == {True, False}
        assert 0.4 < len(half) / len(PAIRS) < 0.6
    assert all(pair.same == (pair.who == pair.other_who) for pair in PAIRS)


def test_the_held_back_half_is_linked_well() -> None:
    """Whoever changes a rule or a weight may not fall below what was once reached."""
    judged = judge(held_back(PAIRS))
    found = score(judged)
    assert found.precision >= 0.96
    assert found.recall >= 0.82
    assert found.found >= 0.95
    assert brier(judged) <= 0.07
    assert blocking_recall(PAIRS) >= 0.98


def test_counting() -> None:
    """Precision of the linked, recall of the same, on judgements made by hand."""
    same = next(pair for pair in PAIRS if pair.same)
    two = next(pair for pair in PAIRS if not pair.same)
    template = judge([same])[0]
    made = [
        type(template)(same, Outcome.LINKED, 1.0),
        type(template)(same, Outcome.PROPOSED, 0.5),
        type(template)(two, Outcome.LINKED, 1.0),
        type(template)(two, Outcome.NEW, 0.0),
    ]
    found = score(made)
    assert (found.precision, found.recall, found.found) == (0.5, 0.5, 1.0)
    assert brier(made) == (0.25 + 1.0) / 4


def test_a_run_is_the_same_every_time() -> None:
    """One order of articles makes one record; hardly anybody is mixed with another."""
    some = PAIRS[::4]
    record, precision, recall, outcomes = stream(some, 1)
    again, *_, outcomes_again = stream(some, 1)
    assert record.identities == again.identities
    assert record.whose == again.whose
    assert outcomes == outcomes_again
    assert precision >= 0.9
    assert recall >= 0.6


def test_the_record_in_memory_merges_what_evidence_joins() -> None:
    """What was only proposed becomes one, under the older number, once common company tells."""
    record = MemoryRecord()
    company = ("Ina Rapp", "Olga Siebert")
    assert record.add(seen("Quandt", year=2020, beside=company)) is Outcome.NEW
    minister = "bayerischer Innenminister"
    assert record.add(seen("Heiner Quandt", minister, year=2020)) is Outcome.PROPOSED
    assert record.identities.keys() == {1, 2}
    assert record.add(seen("Heiner Quandt", minister, year=2020, beside=company)) is Outcome.LINKED
    assert record.identities.keys() == {1}
    assert set(record.whose.values()) == {1}
    assert record.identities[1].appearances == 3
    assert record.add(seen("H. Quandt", minister, year=2020)) is Outcome.LINKED
