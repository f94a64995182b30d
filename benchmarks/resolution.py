"""The scores of people, times and acts that the accuracy gate holds.

Each is the share, in points, that `benchmarks.people`, `benchmarks.time` or `benchmarks.acts`
prints with the annotated words given, so that it does not move with the quotations.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks import acts, people, time
from wortlaut.reading.acts import Lexicon, judge_acts
from wortlaut.reading.places import Places


def resolution_scores(data: Path) -> dict[str, float]:
    """Every score by name, as points with two decimals; `data` is the folder of the data."""
    scores = {**_people(data), **_times(data / "time"), **_acts(data)}
    return {name: round(value, 2) for name, value in scores.items()}


def _people(data: Path) -> dict[str, float]:
    records = people.load_records(data / "german-news" / "dev.jsonl.gz")
    gold = people.load_gold(people.GOLD)
    judged = people.judge_given(records, gold, people.Names().of, Places.load())
    answered = [item for item in judged if item.person is not None]
    sure = [i for i in answered if i.person is not None and i.person.confidence > people.SURE]
    return {
        "people named humans": _right([item for item in judged if item.gold.kind == "human"]),
        "people all": _right(judged),
        "people pronouns": _right([item for item in judged if item.gold.by == "pronoun"]),
        "people of the sure ones": _right(sure),
    }


def _right(judged: Sequence[people.Judged]) -> float:
    return 100 * sum(item.right for item in judged) / len(judged)


def _times(data: Path) -> dict[str, float]:
    scores = {}
    for part, name in time.PARTS.items():
        documents = time.load(data / f"{part}.jsonl.gz")
        counts = time.total((document.timexes, time.tagged(document)) for document in documents)
        scores[f"times {name} relaxed"] = counts.f1(counts.relaxed)
        scores[f"times {name} value"] = counts.f1(counts.value)
    return scores


def _acts(data: Path) -> dict[str, float]:
    labels, lexicon, score = acts.read_labels(acts.GOLD), Lexicon.load(), acts.Score()
    for name, article, ids in acts.read_articles(data / "german-news" / "dev.jsonl.gz", "de"):
        for number, judged in zip(ids, judge_acts(article, lexicon), strict=True):
            if (name, number) in labels:
                score.add(labels[name, number], judged)
    return {
        "act": 100 * score.acts_right / score.statements,
        "negated": 100 * score.negated_right / score.statements,
    }
