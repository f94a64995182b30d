"""How well wordings of one utterance are found: `python -m benchmarks.utterances`.

Reads the held-back half of `benchmarks/gold/utterances.json`, groups its statements, and
prints precision and recall of pairs of statements put together (after grouping, so that a
wrong link that joins two utterances counts for all the pairs it makes); recall by the kind of
the wording (pairs of an original with a wording of that kind); how often each kind of
distractor was put together with what it resembles. Beside it stands a yardstick that sees only
the words: the cosine of bags of stems, with the same conditions on person and time and a
threshold set on the develop half. Lastly: sizes and speeds.
"""

from __future__ import annotations

import argparse
import math
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np

from training.utterance_set import HALVES, Wording, wordings
from training.utterances import compared
from wortlaut.wording import (
    NearestVectors,
    Profile,
    SentenceVectors,
    compare_wordings,
    grouped,
    opposed,
    packed,
    same_utterance,
)
from wortlaut.wording._vectors import SHIPPED_VECTORS

Groups = list[tuple[int, ...]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print everything; returns 1 where the aims are missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES, default="held_back")
    parser.add_argument("--vectors", type=int, default=1_000_000, help="how many are searched")
    options = parser.parse_args(arguments)
    vectors = SentenceVectors.load()
    found = wordings(options.half, vectors)
    utterances = {w.utterance for w in found if w.distractor is None}
    print(f"{options.half}: {len(utterances)} utterances, {len(found)} statements")
    precision, recall = print_scores("wording", found, _grouped(found))
    threshold = _best_threshold(wordings("develop", vectors))
    print_scores(f"bag of words ({threshold:.2f})", found, _grouped_by_words(found, threshold))
    _print_drift(found)
    _print_opposed(found)
    _print_speed(vectors, [w.profile.said.words for w in found], found)
    if options.vectors:
        _print_search(vectors, [w.profile.said.words for w in found], options.vectors)
    return 0 if precision >= 0.95 and recall >= 0.8 else 1


def _grouped(found: Sequence[Wording]) -> Groups:
    return grouped([w.profile.said for w in found])


def print_scores(name: str, found: Sequence[Wording], groups: Groups) -> tuple[float, float]:
    """Print precision and recall of the pairs that groups make; returns both."""
    by_id = {w.profile.said.id: w for w in found}
    made = [(by_id[a], by_id[b]) for group in groups for a, b in combinations(group, 2)]
    right = sum(a.utterance == b.utterance for a, b in made)
    sizes = Counter(w.utterance for w in found)
    true = sum(math.comb(size, 2) for size in sizes.values())
    precision, recall = right / max(len(made), 1), right / true
    print(f"\n{name}: pairwise precision {precision:.3f}, recall {recall:.3f}")
    group_of = {number: place for place, group in enumerate(groups) for number in group}
    hits: dict[str, list[bool]] = defaultdict(list)
    for one, other in _with_original(found):
        together = group_of[one.profile.said.id] == group_of[other.profile.said.id]
        hits[other.variant].append(together)
    for variant, results in sorted(hits.items()):
        print(f"  {variant:12s} found {sum(results):3d} of {len(results):3d}")
    wrong = Counter(
        a.distractor or b.distractor or "another utterance"
        for a, b in made
        if a.utterance != b.utterance
    )
    print(f"  wrong pairs: {dict(wrong) or 'none'}")
    return precision, recall


def _with_original(found: Sequence[Wording]) -> Iterable[tuple[Wording, Wording]]:
    originals = {w.utterance: w for w in found if w.variant == "original"}
    return ((originals[w.utterance], w) for w in found if w.variant != "original")


def _bag_cosine(a: Profile, b: Profile) -> float:
    one, other = Counter(a.keys), Counter(b.keys)
    product = sum(count * other[key] for key, count in one.items())
    norms = math.sqrt(sum(n * n for n in one.values()) * sum(n * n for n in other.values()))
    return product / norms if norms else 0.0


def _grouped_by_words(found: Sequence[Wording], threshold: float) -> Groups:
    top = {w.profile.said.id: w.profile.said.id for w in found}

    def root(number: int) -> int:
        while top[number] != number:
            number = top[number]
        return number

    for a, b in compared(found):
        if _bag_cosine(a.profile, b.profile) >= threshold:
            one, other = sorted((root(a.profile.said.id), root(b.profile.said.id)))
            top[other] = one
    groups: dict[int, list[int]] = defaultdict(list)
    for number in top:
        groups[root(number)].append(number)
    return [tuple(sorted(group)) for group in groups.values()]


def _best_threshold(found: Sequence[Wording]) -> float:
    """The threshold of the yardstick with the most recall at a precision of 0.95."""
    utterance = {w.profile.said.id: w.utterance for w in found}
    true = sum(math.comb(n, 2) for n in Counter(utterance.values()).values())
    best = (0.0, 0.0, 0.5)
    for threshold in np.arange(0.1, 0.95, 0.05):
        made = [
            pair
            for group in _grouped_by_words(found, float(threshold))
            for pair in combinations(group, 2)
        ]
        right = sum(utterance[a] == utterance[b] for a, b in made)
        precision, recall = right / max(len(made), 1), right / true
        best = max(best, (min(precision, 0.95), recall, float(threshold)))
    return best[2]


def _print_drift(found: Sequence[Wording]) -> None:
    """Of verbatim wordings in one language: how many are flagged, by kind."""
    flagged: dict[str, list[bool]] = defaultdict(list)
    for one, other in _with_original(found):
        a, b = one.profile.said, other.profile.said
        if a.verbatim and b.verbatim and a.language == b.language:
            result = compare_wordings(a.words, b.words, (a.language, b.language), verbatim=True)
            flagged[other.variant].append(bool(result.drift))
    print("\ndrift flagged between an original and another verbatim wording")
    for variant, results in sorted(flagged.items()):
        print(f"  {variant:12s} {sum(results):3d} of {len(results):3d}")


def _print_opposed(found: Sequence[Wording]) -> None:
    """Of the statements written to contradict: how many are pointed at; and how many others."""
    by_id = {w.profile.said.id: w for w in found}
    persons: dict[str, list[Wording]] = defaultdict(list)
    for wording in found:
        if wording.variant == "original":
            persons[wording.profile.said.person or ""].append(wording)
    opposite = {w.profile.said.id for w in found if w.distractor == "opposite"}
    pointed: set[int] = set()
    others = 0
    for mine in persons.values():
        for pair in opposed([w.profile.said for w in mine]):
            hit = {pair.earlier, pair.later} & opposite
            pointed |= hit
            others += not hit and by_id[pair.earlier].utterance != by_id[pair.later].utterance
    print(f"\nopposed: {len(pointed)} of {len(opposite)} pointed at, and {others} other pairs")


def _print_speed(vectors: SentenceVectors, texts: list[str], found: Sequence[Wording]) -> None:
    many = texts * (20_000 // len(texts) + 1)
    begin = time.perf_counter()
    vectors.of(many)
    rate = len(many) / (time.perf_counter() - begin)
    pairs = compared(found)
    begin = time.perf_counter()
    for a, b in pairs:
        same_utterance(a.profile, b.profile)
    each = (time.perf_counter() - begin) / len(pairs)
    size = SHIPPED_VECTORS.stat().st_size / 1e6
    print(f"\n{size:.1f} MB, {vectors.size} numbers a vector; {rate:,.0f} vectors a second")
    print(f"a pair of statements compared in {1e6 * each:.0f} microseconds")


def _print_search(vectors: SentenceVectors, texts: list[str], count: int) -> None:
    """Search among real vectors with noise on them, so that near ones exist."""
    random = np.random.default_rng(1)
    base = vectors.exact(texts)
    stored = np.empty((count, vectors.size), np.int8)
    for begin in range(0, count, 50_000):
        rows = random.integers(0, len(base), min(50_000, count - begin))
        noisy = base[rows] + random.normal(0, 0.07, (len(rows), vectors.size))
        noisy /= np.linalg.norm(noisy, axis=1, keepdims=True)
        stored[begin : begin + len(rows)] = packed(noisy.astype(np.float32))
    begin_building = time.perf_counter()
    index = NearestVectors(stored)
    built = time.perf_counter() - begin_building
    times: list[float] = []
    recalls: list[float] = []
    for query in vectors.of(texts[:100]):
        begin_search = time.perf_counter()
        near = {row.row for row in index.near(query, 20)}
        times.append(time.perf_counter() - begin_search)
        if len(recalls) < 20:
            exact = stored.astype(np.float32) @ query.astype(np.float32)
            exact /= np.linalg.norm(stored.astype(np.float32), axis=1)
            recalls.append(len(near & set(np.argpartition(-exact, 20)[:20].tolist())) / 20)
    p95 = statistics.quantiles(times, n=20)[-1]
    memory = stored.nbytes * (1 + 1 / 8) / 1e6
    print(
        f"search of {count:,} vectors: p50 {1e3 * statistics.median(times):.1f} ms, "
        f"p95 {1e3 * p95:.1f} ms, {memory:.0f} MB, ready in {built:.2f} s; "
        f"{statistics.mean(recalls):.3f} of the exact 20 nearest are found"
    )


if __name__ == "__main__":
    raise SystemExit(main())
