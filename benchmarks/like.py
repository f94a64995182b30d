"""How well statements are found by meaning: `python -m benchmarks.like`.

Sixty queries (`benchmarks/gold/like.json`, written for this: German and English, more than half
of them with an answer in the other language, hardly any sharing a word with it) are put to a
record that holds for each the statement that answers it, one that has to do with the same and
does not, and 540 statements of `benchmarks/gold/utterances.json` on other matters. Printed is
how often the answer is the first that is found, among the first five and the first ten, and how
often the words of the query alone find it. Then whole statements are asked with: how often
another wording of an utterance, reported, paraphrased or translated, finds the original. Last,
from which cosine on two statements count as being on one matter, as `positions` asks it.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from tests.record.written_record import article, said
from wortlaut.model import Article
from wortlaut.record import Order, Record
from wortlaut.record._positions import LEAST_NEARNESS
from wortlaut.wording import SentenceVectors

GOLD = Path(__file__).parent / "gold"
DISTRACTORS = 540
_CUTS = (1, 5, 10)


@dataclass(frozen=True, slots=True)
class Ranks:
    """Where the answers came, from 1; None where they were not among those looked at."""

    across: bool
    """Whether query and answer are in two languages."""
    rank: int | None
    by_words: bool
    """Whether the words of the query alone find the answer."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="show queries that fail")
    options = parser.parse_args(arguments)
    queries = read_queries()
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder, "like.db")) as record:
        list(record.add_many(_articles(queries)))
        found = [_ranked(record, query) for query in queries]
    for name, across in (("one language", False), ("two languages", True), ("all", None)):
        of_kind = [each for each in found if across in (None, each.across)]
        shares = "  ".join(f"at {cut}: {recall(of_kind, cut):.3f}" for cut in _CUTS)
        words = sum(each.by_words for each in of_kind)
        print(f"{name:<14} {len(of_kind):3d} queries  recall {shares}  by words alone: {words}")
    if options.wrong:
        for query, each in zip(queries, found, strict=True):
            if each.rank is None or each.rank > max(_CUTS):
                print(f"  {each.rank}: {query['query']} -> {query['answer']['words']}")
    _print_wordings()
    _print_matters()
    return 0


def read_queries() -> list[dict[str, Any]]:
    """The queries with what answers them."""
    queries: list[dict[str, Any]] = json.loads((GOLD / "like.json").read_text("utf-8"))
    return queries


def distractors() -> list[dict[str, Any]]:
    """Statements on other matters."""
    return [each for one in read_utterances() for each in one["statements"]][:DISTRACTORS]


def read_utterances() -> list[dict[str, Any]]:
    """Utterances with all their wordings."""
    utterances: list[dict[str, Any]] = json.loads((GOLD / "utterances.json").read_text("utf-8"))
    return utterances


def recall(found: Sequence[Ranks], cut: int) -> float:
    """The share of answers among the first so many."""
    hits = sum(each.rank is not None and each.rank <= cut for each in found)
    return hits / max(len(found), 1)


def _articles(queries: Sequence[dict[str, Any]]) -> list[Article]:
    own = [each for query in queries for each in (query["answer"], query["beside"])]
    return [
        article(
            each["words"],
            said(each["words"]),
            url=f"https://x.example/{number}",
            language=each["language"],
            published=date(2026, 1, 1),
        )
        for number, each in enumerate((*own, *distractors()))
    ]


def _ranked(record: Record, query: dict[str, Any]) -> Ranks:
    wanted = query["answer"]["words"]
    quotes = [each.quote for each in record.like(query["query"], limit=100).found]
    rank = quotes.index(wanted) + 1 if wanted in quotes else None
    words = " OR ".join(word for word in query["query"].split() if len(word) > 3).strip("?.")
    by_words = {each.quote for each in record.search(words, order=Order.RELEVANCE, limit=10).found}
    return Ranks(query["language"] != query["answer"]["language"], rank, wanted in by_words)


def _print_wordings() -> None:
    """How often a wording of an utterance finds its original, among all originals."""
    vectors = SentenceVectors.load()
    utterances = read_utterances()
    originals = vectors.exact([_of_kind(each, "original")[0] for each in utterances])
    print(f"wordings of the held-back half, among {len(originals)} originals")
    for kind in ("indirect", "paraphrased", "translated"):
        rows = [
            (row, words)
            for row, each in enumerate(utterances)
            if each["half"] == "held_back"
            for words in _of_kind(each, kind)
        ]
        cosines = vectors.exact([words for _, words in rows]) @ originals.T
        own = cosines[np.arange(len(rows)), [row for row, _ in rows]]
        ranks = [
            Ranks(kind == "translated", int(rank) + 1, by_words=False)
            for rank in (cosines > own[:, None]).sum(axis=1)
        ]
        shares = "  ".join(f"at {cut}: {recall(ranks, cut):.3f}" for cut in _CUTS)
        print(f"{kind:<14} {len(ranks):3d} queries  recall {shares}")


def _print_matters() -> None:
    """From which cosine on two statements of a person are on one matter, for `positions`."""
    vectors = SentenceVectors.load()
    for half in ("develop", "held_back"):
        same, other = _matters(half)
        print(f"{half}: {len(same)} pairs of one matter in other words, {len(other)} of two")
        for least in (0.4, 0.45, LEAST_NEARNESS, 0.55):
            used = ", used by positions" if least == LEAST_NEARNESS else ""
            shares = [_share_near(vectors, pairs, least) for pairs in (same, other)]
            print(f"  cosine {least:.2f}: {shares[0]:.3f} and {shares[1]:.3f} as near{used}")


_Pairs = list[tuple[str, str]]


def _matters(half: str) -> tuple[_Pairs, _Pairs]:
    """Originals with their translations and paraphrases; with what the person said else."""
    same: _Pairs = []
    other: _Pairs = []
    chosen = [
        each for each in read_utterances() if each["half"] == half and "distractor" not in each
    ]
    for one in chosen:
        original = _of_kind(one, "original")[0]
        for kind in ("translated", "paraphrased"):
            same += [(original, words) for words in _of_kind(one, kind)]
        for each in chosen:
            if each is not one and each["person"] == one["person"]:
                other += [(original, words["words"]) for words in each["statements"]]
    return same, other


def _share_near(vectors: SentenceVectors, pairs: _Pairs, least: float) -> float:
    one, other = (vectors.exact([pair[side] for pair in pairs]) for side in (0, 1))
    return float(((one * other).sum(axis=1) >= least).mean())


def _of_kind(utterance: dict[str, Any], kind: str) -> list[str]:
    return [each["words"] for each in utterance["statements"] if each["variant"] == kind]


if __name__ == "__main__":
    raise SystemExit(main())
