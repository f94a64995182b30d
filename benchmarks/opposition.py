"""How well contradictions are noticed: `python -m benchmarks.opposition`.

Reads pairs of statements of one person (`benchmarks/gold/opposition.json`, written for this:
German, English, one of each), of which the record would ask a reader whether they contradict
each other, and prints for the held-back half how many of those that do are pointed at, how
many of those pointed at do, and which of the others are: pairs that say the same in other
words, and pairs of two matters. `--half develop` prints the half that the rules were tuned on,
and `--wrong` shows what goes wrong.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from wortlaut.model import Act
from wortlaut.wording import Opposed, Said, SentenceVectors, opposed

PAIRS = Path(__file__).parent / "gold" / "opposition.json"
HALVES = ("develop", "held_back")
LABELS = ("opposite", "same", "unrelated")


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with what a person says of it, and what was noticed."""

    label: str
    one: Said
    other: Said
    noticed: Opposed | None


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES, default="held_back")
    parser.add_argument("--wrong", action="store_true", help="show what goes wrong")
    options = parser.parse_args(arguments)
    found = judged(options.half)
    print(f"{options.half}: {len(found)} pairs")
    precision, recall = scores(found)
    print(f"pointed at: precision {precision:.3f}, recall {recall:.3f}")
    for label in LABELS:
        of_label = [pair for pair in found if pair.label == label]
        pointed = sum(pair.noticed is not None for pair in of_label)
        print(f"  {label:10s} {pointed:3d} of {len(of_label):3d} pointed at")
    grounds = Counter(ground for pair in found if pair.noticed for ground in pair.noticed.grounds)
    print("  grounds: " + ", ".join(f"{ground} {count}" for ground, count in grounds.most_common()))
    if options.wrong:
        _print_wrong(found)
    return 0


def judged(half: str) -> list[Judged]:
    """The pairs of one half of the set."""
    vectors = SentenceVectors.load()
    result = []
    for pair in json.loads(PAIRS.read_text("utf-8")):
        if pair["half"] != half:
            continue
        one = _said(1, pair["one"], date(2026, 1, 10), vectors)
        other = _said(2, pair["other"], date(2026, 5, 20), vectors)
        noticed = opposed([one, other])
        result.append(Judged(pair["label"], one, other, noticed[0] if noticed else None))
    return result


def scores(found: Sequence[Judged]) -> tuple[float, float]:
    """Precision and recall of what is pointed at."""
    pointed = [pair for pair in found if pair.noticed]
    right = sum(pair.label == "opposite" for pair in pointed)
    there = sum(pair.label == "opposite" for pair in found)
    return right / max(len(pointed), 1), right / max(there, 1)


def _said(number: int, form: dict[str, Any], day: date, vectors: SentenceVectors) -> Said:
    (vector,) = vectors.of([form["words"]])
    return Said(
        number,
        "one",
        form["words"],
        form["language"],
        vector,
        verbatim=form["verbatim"],
        act=Act(form["act"]),
        negated=form["negated"],
        begin=day,
        end=day,
        published=day,
    )


def _print_wrong(found: Sequence[Judged]) -> None:
    for pair in found:
        if (pair.label == "opposite") == (pair.noticed is not None):
            continue
        print(f"\n{pair.label}, {pair.noticed.reason if pair.noticed else 'not pointed at'}")
        for said in (pair.one, pair.other):
            print(f"  {said.act}, {'negated, ' if said.negated else ''}{said.words}")


if __name__ == "__main__":
    raise SystemExit(main())
