"""How well persons are linked across articles: `python -m benchmarks.linking`.

Reads the written pairs (`benchmarks/gold/name_pairs.json`) and prints, for the held-back half
and for all:

- by group: how many pairs there are, precision and recall of what is linked, the recall with
  what is proposed, and the share proposed;
- how true the confidences are: Brier score, and by tenth the mean confidence and the share
  that is the same;
- blocking: the share of same pairs that their keys bring together;
- a run of all appearances one after the other into an empty record in memory, as articles
  would come: pairwise precision and recall of what ends in one identity, and the size of the
  lists of candidates;
- how long the lists of candidates would be in a large record, on the names of the shared data;
- comparisons a second, the first time (every name has to be taken apart) and after;
- as the yardstick, the name matching of nomenklatura (`logic-v2`, on rigour), which sees names
  only, where it is installed: `pip install nomenklatura`, which needs a C++ compiler and ICU.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from training.name_pairs import Pair, develop, held_back, load_pairs
from wortlaut.linking import (
    Appearance,
    Identity,
    Outcome,
    compare,
    identity_of,
    keys,
    link,
    lookup_keys,
    merged,
    reconsider,
    with_appearance,
)

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
ROUNDS = 5
SEED = 5


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair, and what was made of it."""

    pair: Pair
    outcome: Outcome
    confidence: float


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of a set of pairs."""

    pairs: int
    same: int
    linked: int
    right: int
    proposed: int
    proposed_same: int

    @property
    def precision(self) -> float:
        """Share of the linked that are the same."""
        return self.right / self.linked if self.linked else 1.0

    @property
    def recall(self) -> float:
        """Share of the same that are linked."""
        return self.right / self.same if self.same else 1.0

    @property
    def found(self) -> float:
        """Share of the same that are linked or proposed."""
        return (self.right + self.proposed_same) / self.same if self.same else 1.0


def judge(pairs: Iterable[Pair]) -> list[Judged]:
    """Decides each pair as if the record had that identity only."""
    results = []
    for pair in pairs:
        decision = link(pair.appearance, (pair.identity,))
        confidence = compare(pair.appearance, pair.identity).confidence
        results.append(Judged(pair, decision.outcome, confidence))
    return results


def score(judged: Sequence[Judged]) -> Score:
    """Counts what was linked and proposed."""
    linked = [item for item in judged if item.outcome is Outcome.LINKED]
    proposed = [item for item in judged if item.outcome is Outcome.PROPOSED]
    return Score(
        pairs=len(judged),
        same=sum(item.pair.same for item in judged),
        linked=len(linked),
        right=sum(item.pair.same for item in linked),
        proposed=len(proposed),
        proposed_same=sum(item.pair.same for item in proposed),
    )


def brier(judged: Sequence[Judged]) -> float:
    """Mean squared distance of the confidences from what is true."""
    return sum((item.confidence - item.pair.same) ** 2 for item in judged) / len(judged)


def blocking_recall(pairs: Iterable[Pair]) -> float:
    """Share of the same pairs of which the appearance finds the identity by its keys."""
    same = [pair for pair in pairs if pair.same]
    found = sum(
        not lookup_keys(pair.appearance.name, pair.appearance.kind).isdisjoint(
            key for other in pair.others for key in keys(other.name, other.kind)
        )
        for pair in same
    )
    return found / len(same)


class MemoryRecord:
    """Identities by their keys, as a record would hold them in tables."""

    def __init__(self) -> None:
        self.identities: dict[int, Identity] = {}
        self.whose: dict[int, int] = {}
        """The identity of each appearance, by the number in which they came."""
        self.lists: list[int] = []
        self._by_key: dict[str, set[int]] = defaultdict(set)
        self._proposals: dict[int, set[int]] = defaultdict(set)

    def add(self, appearance: Appearance) -> Outcome:
        """Links one appearance, and reconsiders what its identity was proposed to be."""
        wanted = lookup_keys(appearance.name, appearance.kind)
        numbers = {number for key in wanted for number in self._by_key.get(key, ())}
        self.lists.append(len(numbers))
        decision = link(appearance, [self.identities[number] for number in numbers])
        place = len(self.whose) + 1
        if decision.identity is not None:
            number = decision.identity
            self._store(with_appearance(self.identities[number], appearance))
        else:
            number = place
            self._store(identity_of(number, appearance))
            for found in decision.links:
                self._proposals[number].add(found.identity)
                self._proposals[found.identity].add(number)
        self.whose[place] = number
        self._reconsider(number)
        return decision.outcome

    def _store(self, identity: Identity) -> None:
        self.identities[identity.number] = identity
        for name, _ in identity.names:
            for key in keys(name, identity.kind):
                self._by_key[key].add(identity.number)

    def _reconsider(self, number: int) -> None:
        others = [self.identities[other] for other in sorted(self._proposals[number])]
        decision = reconsider(self.identities[number], others)
        if decision.identity is None:
            return
        keep, gone = sorted((number, decision.identity))
        whole = merged(self.identities[keep], self.identities.pop(gone))
        for listed in self._by_key.values():
            listed.discard(gone)
        for other in self._proposals.pop(gone):
            self._proposals[other].discard(gone)
            if other != keep:
                self._proposals[other].add(keep)
                self._proposals[keep].add(other)
        for place, owner in self.whose.items():
            if owner == gone:
                self.whose[place] = keep
        self._store(whole)


def stream(pairs: Sequence[Pair], seed: int) -> tuple[MemoryRecord, float, float, Counter[Outcome]]:
    """All different appearances in a seeded order into one record; pairwise precision, recall."""
    sides = {
        (who, appearance): None
        for pair in pairs
        for who, appearance in (
            (pair.who, pair.appearance),
            *((pair.other_who, other) for other in pair.others),
        )
    }
    order = list(sides)
    random.Random(seed).shuffle(order)
    record = MemoryRecord()
    outcomes = Counter(record.add(appearance) for _, appearance in order)
    members: dict[int, list[str]] = defaultdict(list)
    for (who, _), number in zip(order, record.whose.values(), strict=True):
        members[number].append(who)
    together = sum(_couples(len(group)) for group in members.values())
    right = sum(_couples(n) for group in members.values() for n in Counter(group).values())
    wanted = sum(_couples(n) for n in Counter(who for who, _ in order).values())
    return record, right / together, right / wanted, outcomes


def _couples(count: int) -> int:
    return count * (count - 1) // 2


def comparisons_a_second(pairs: Sequence[Pair]) -> tuple[float, float]:
    """The first time, and the fastest time after, by a second of the processor.

    Half of the comparisons are made within the pairs, half between an appearance and identities
    of other pairs, of which few share a name.
    """
    sides = [(pair.appearance, pair.identity) for pair in pairs]
    work = sides * 10 + [
        (one[0], other[1]) for one, other in list(combinations(sides, 2))[: 10 * len(sides)]
    ]
    rates = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        for appearance, identity in work:
            compare(appearance, identity)
        rates.append(len(work) / (time.process_time() - begin))
    return rates[0], max(rates)


def yardstick() -> Callable[[Pair], float] | None:
    """The library's own score of two names, 0 to 1; None where it is not installed."""
    try:
        from nomenklatura.matching.logic_v2.model import LogicV2  # noqa: PLC0415
        from nomenklatura.matching.logic_v2.names.match import match_name_symbolic  # noqa: PLC0415
        from rigour.names import CompareConfig, NameTypeTag, analyze_names  # noqa: PLC0415
    except ImportError:
        return None
    default = {name: variable.default for name, variable in LogicV2.CONFIG.items()}
    tags = {"human": NameTypeTag.PER, "body": NameTypeTag.ORG}

    def analysed(appearance: Appearance, asked: bool) -> set[Any]:
        tag = tags[appearance.kind.value]
        return set(analyze_names(tag, [appearance.name], infer_initials=asked, consolidate=False))

    def scored(pair: Pair) -> float:
        if pair.appearance.kind is not pair.others[0].kind:
            return 0.0
        best = 0.0
        for other in pair.others:
            for one in analysed(pair.appearance, True):
                for known in analysed(other, False):
                    if one.comparable == known.comparable:
                        return 1.0
                    result, _ = match_name_symbolic(
                        one,
                        known,
                        CompareConfig(budget_tolerance=default["nm_fuzzy_cutoff_factor"]),
                        default["nm_extra_query_name"],
                        default["nm_extra_result_name"],
                        default["nm_family_name_weight"],
                    )
                    best = max(best, float(result.score))
        return best

    return scored


def main() -> None:
    """Prints everything."""
    parser = argparse.ArgumentParser(description="How well persons are linked across articles.")
    parser.add_argument("--mistakes", action="store_true", help="list those of the develop half")
    parser.add_argument("--data", type=Path, default=DATA, help="the folder shared/data")
    arguments = parser.parse_args()
    console = Console(width=140)
    pairs = load_pairs()
    for title, part in (("held-back half", held_back(pairs)), ("all pairs", pairs)):
        judged = judge(part)
        console.print(_by_group(title, judged))
        console.print(
            f"Brier score {brier(judged):.3f}; blocking keeps {blocking_recall(part):.1%}"
        )
    console.print(_reliability(judge(held_back(pairs))))
    _print_stream(console, pairs)
    first, fastest = comparisons_a_second(pairs)
    console.print(f"comparisons a second: {first:,.0f} the first time, {fastest:,.0f} after")
    _print_buckets(console, arguments.data)
    _print_yardstick(console, pairs)
    if arguments.mistakes:
        _print_mistakes(console, judge(develop(pairs)))


def _by_group(title: str, judged: Sequence[Judged]) -> Table:
    table = Table(
        "group", "pairs", "same", "precision", "recall", "or proposed", "proposed", title=title
    )
    groups: dict[str, list[Judged]] = defaultdict(list)
    for item in judged:
        groups[item.pair.group].append(item)
    for name, items in (*groups.items(), ("all", list(judged))):
        found = score(items)
        table.add_row(
            name,
            str(found.pairs),
            str(found.same),
            f"{found.precision:.3f}" if found.linked else "-",
            f"{found.recall:.3f}" if found.same else "-",
            f"{found.found:.3f}" if found.same else "-",
            f"{found.proposed / found.pairs:.3f}",
        )
    return table


def _reliability(judged: Sequence[Judged]) -> Table:
    table = Table("confidence", "pairs", "mean", "same", title="held-back half: how true")
    bins: dict[int, list[Judged]] = defaultdict(list)
    for item in judged:
        bins[min(9, int(item.confidence * 10))].append(item)
    for tenth in sorted(bins):
        items = bins[tenth]
        table.add_row(
            f"{tenth / 10:.1f} to {(tenth + 1) / 10:.1f}",
            str(len(items)),
            f"{sum(item.confidence for item in items) / len(items):.3f}",
            f"{sum(item.pair.same for item in items) / len(items):.3f}",
        )
    return table


def _print_stream(console: Console, pairs: Sequence[Pair]) -> None:
    for seed in range(SEED, SEED + 3):
        begin = time.process_time()
        record, precision, recall, outcomes = stream(pairs, seed)
        rate = len(record.whose) / (time.process_time() - begin)
        told = ", ".join(f"{outcomes[outcome]} {outcome}" for outcome in Outcome)
        console.print(
            f"one after the other (order {seed}): {len(record.whose)} appearances, {told}; "
            f"{len(record.identities)} identities; pairwise precision {precision:.3f}, "
            f"recall {recall:.3f}; candidates {sum(record.lists) / len(record.lists):.1f} on "
            f"average, {max(record.lists)} at most; {rate:,.0f} appearances a second"
        )


def _print_buckets(console: Console, data: Path) -> None:
    """How many identities a name of the news would be compared with, were each name a person."""
    files = sorted((data / "names").glob("*.jsonl.gz"))
    names = sorted({name for path in files for name in _person_names(path)})
    if not names:
        console.print(f"candidates in a large record: no names in {data / 'names'}")
        return
    by_key: dict[str, set[int]] = defaultdict(set)
    for number, name in enumerate(names):
        for key in keys(name):
            by_key[key].add(number)
    asked = random.Random(SEED).sample(names, min(2000, len(names)))
    begin = time.process_time()
    sizes = sorted(
        len({number for key in lookup_keys(name) for number in by_key.get(key, ())})
        for name in asked
    )
    seconds = time.process_time() - begin
    console.print(
        f"candidates among {len(names):,} names of the shared data: "
        f"{sum(sizes) / len(sizes):.0f} on average, {sizes[len(sizes) // 2]} in the median, "
        f"{sizes[len(sizes) * 95 // 100]} at the 95th percentile; {len(by_key):,} keys; "
        f"{len(asked) / seconds:,.0f} look-ups a second"
    )


def _person_names(path: Path) -> set[str]:
    names: set[str] = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            name: list[str] = []
            for word, tag in zip(record["tokens"], record["tags"], strict=True):
                if tag != "I-PER" and name:
                    names.add(" ".join(name))
                    name = []
                if tag in ("B-PER", "I-PER"):
                    name.append(word)
            if name:
                names.add(" ".join(name))
    return names


def _print_yardstick(console: Console, pairs: Sequence[Pair]) -> None:
    scored = yardstick()
    if scored is None:
        console.print("yardstick: nomenklatura is not installed")
        return
    begin = time.process_time()
    scores = {id(pair): scored(pair) for pair in pairs}
    seconds = time.process_time() - begin
    steps = [step / 100 for step in range(40, 101)]
    best = max(steps, key=lambda step: _f1(develop(pairs), scores, step))
    for name, threshold in (("its own threshold", 0.7), ("the develop half's best", best)):
        for title, part in (("held-back half", held_back(pairs)), ("all pairs", pairs)):
            precision, recall = _rates(part, scores, threshold)
            console.print(
                f"nomenklatura logic-v2, names alone, {name} {threshold:.2f}, {title}: "
                f"precision {precision:.3f}, recall {recall:.3f}"
            )
    console.print(f"nomenklatura: {len(pairs) / seconds:,.0f} comparisons a second")


def _rates(part: Sequence[Pair], scores: dict[int, float], threshold: float) -> tuple[float, float]:
    linked = [pair for pair in part if scores[id(pair)] >= threshold]
    right = sum(pair.same for pair in linked)
    return right / max(1, len(linked)), right / sum(pair.same for pair in part)


def _f1(part: Sequence[Pair], scores: dict[int, float], threshold: float) -> float:
    precision, recall = _rates(part, scores, threshold)
    return 2 * precision * recall / max(1e-9, precision + recall)


def _print_mistakes(console: Console, judged: Iterable[Judged]) -> None:
    for item in judged:
        wanted = Outcome.LINKED if item.pair.same else Outcome.NEW
        if item.outcome is wanted:
            continue
        found = compare(item.pair.appearance, item.pair.identity)
        said = "same" if item.pair.same else "two"
        console.print(
            f"{item.pair.group}: {said}, {item.outcome} {item.confidence:.2f}: "
            f"{item.pair.appearance.name} / {item.pair.others[0].name}"
        )
        for reason in found.why:
            console.print(f"    {reason}")


if __name__ == "__main__":
    main()
