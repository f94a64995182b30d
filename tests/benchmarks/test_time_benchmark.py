"""The benchmark of time expressions counts as it says, and its aims are met."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from benchmarks.time import PARTS, Counts, Timex, differences, load, score, tagged, total

DAY = Timex(10, 17, "DATE", "2026-11-03")
YEAR = Timex(30, 34, "DATE", "2025")


def test_an_exact_find_counts_everywhere() -> None:
    """Same characters, same type, same value."""
    assert score([DAY], [DAY]) == Counts(1, 1, strict=1, relaxed=1, type=1, value=1)


def test_an_overlap_counts_as_relaxed() -> None:
    """One more character makes it not strict; type and value still count."""
    longer = Timex(8, 17, "TIME", "2026-11-03")
    assert score([DAY], [longer]) == Counts(1, 1, strict=0, relaxed=1, type=0, value=1)


def test_a_value_counts_where_it_is_identical() -> None:
    """A day in another spelling is another value."""
    assert score([DAY], [Timex(10, 17, "DATE", "2026-11-3")]).value == 0


def test_of_two_that_overlap_the_first_is_compared() -> None:
    """The other is counted as found and as nothing else."""
    first, second = Timex(8, 12, "DATE", "2026"), Timex(13, 17, "DATE", "2026-11-03")
    assert score([DAY], [first, second]) == Counts(1, 2, relaxed=1, type=1)


def test_what_touches_does_not_overlap() -> None:
    """Ends are exclusive."""
    assert score([DAY], [Timex(17, 20, "DATE", "2026-11-03")]).relaxed == 0


def test_f1_weighs_missing_and_needless_alike() -> None:
    """Two of two found, of three annotated, are an F1 of 80."""
    counts = total([([DAY, YEAR], [DAY, YEAR]), ([DAY], [])])
    assert (counts.annotated, counts.found) == (3, 2)
    assert counts.f1(counts.relaxed) == pytest.approx(80.0)
    assert Counts().f1(0) == 0.0


def test_annotations_without_words_are_left_out(tmp_path: Path) -> None:
    """TimeML's implicit expressions have no characters that could be found."""
    record = {
        "documentName": "a",
        "published": "2026-11-03",
        "originalText": "Er kam 2025.",
        "timex": [
            {"begin": 7, "end": 11, "type": "DATE", "value": "2025", "text": "2025"},
            {"begin": 7, "type": "DATE", "value": "2024"},
        ],
    }
    path = tmp_path / "a.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.write(json.dumps(record) + "\n")
    (document,) = load(path)
    assert document.timexes == (Timex(7, 11, "DATE", "2025"),)
    assert document.published == date(2026, 11, 3)
    assert tagged(document) == document.timexes
    assert list(differences(document, [])) == [f"{'2025 / -':30} Er kam [2025] ."]


@pytest.mark.parametrize(
    ("part", "relaxed", "value"), [("diezeit", 79.3, 62.7), ("dolomiten-42", 83.1, 80.0)]
)
def test_heideltime_s_figures_come_out(
    shared: Path, part: str, relaxed: float, value: float
) -> None:
    """The scorer gives the figures that are known, and ours lie five points above on value."""
    folder = shared / "data" / "time"
    documents = load(folder / f"{part}.jsonl.gz")
    theirs = load(folder / f"heideltime-{part}.jsonl.gz")
    assert [each.name for each in documents] == [each.name for each in theirs]
    counts = total((a.timexes, b.timexes) for a, b in zip(documents, theirs, strict=True))
    assert round(counts.f1(counts.relaxed), 1) == relaxed
    assert round(counts.f1(counts.value), 1) == value
    ours = total((document.timexes, tagged(document)) for document in documents)
    assert ours.f1(ours.value) >= value + 5.0
    assert part in PARTS
