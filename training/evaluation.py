"""The reader on annotated articles: read them, score them, keep what it predicted."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from training.dataset_form import (
    annotations_of,
    article_of,
    as_tokens,
    attribution_of,
    english_annotations,
    english_record,
    file_name,
    german_annotations,
    german_record,
)
from training.reliability import Judged, judge
from training.scoring import (
    EnglishScores,
    GermanScores,
    score_english,
    score_german,
)
from wortlaut.model import Article, Statement

FOLDERS = {"de": "german-news", "en": "english-news"}
"""Where each language's data lies in the data folder."""


class ReadsArticles(Protocol):
    """What is scored: `wortlaut.reading.Reader`, or a stand-in."""

    def read_many(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The same articles with their statements, in the same order."""
        ...


@dataclass(frozen=True, slots=True)
class GermanEvaluation:
    """German articles, what was read from them, and how good it is."""

    records: tuple[dict[str, Any], ...]
    statements: tuple[tuple[Statement, ...], ...]
    scores: GermanScores
    overlapping: GermanScores
    """The same without pairs that share no token."""


@dataclass(frozen=True, slots=True)
class EnglishEvaluation:
    """English articles, what was read from them, and how good it is."""

    records: tuple[dict[str, Any], ...]
    statements: tuple[tuple[Statement, ...], ...]
    scores: EnglishScores


def split_path(data: Path, language: str, split: str = "dev") -> Path:
    """The file of a language's split under the data folder."""
    return data / FOLDERS[language] / f"{split}.jsonl.gz"


def load_records(path: Path, limit: int | None = None) -> tuple[dict[str, Any], ...]:
    """The records of a gzipped JSON Lines file, the first `limit` of them."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return tuple(
            json.loads(line) for number, line in enumerate(lines) if limit is None or number < limit
        )


def evaluate_german(reader: ReadsArticles, records: tuple[dict[str, Any], ...]) -> GermanEvaluation:
    """Read every record's text and score what comes back by the data set's metric."""
    return german_evaluation(records, _read(reader, records, "de"))


def german_evaluation(
    records: tuple[dict[str, Any], ...], statements: tuple[tuple[Statement, ...], ...]
) -> GermanEvaluation:
    """Score what was read from each record by the data set's metric."""
    gold = [german_annotations(record) for record in records]
    predicted = [
        annotations_of(found, record) for record, found in zip(records, statements, strict=True)
    ]
    return GermanEvaluation(
        records=records,
        statements=statements,
        scores=score_german(gold, predicted),
        overlapping=score_german(gold, predicted, chance_pairs=False),
    )


def evaluate_english(
    reader: ReadsArticles, records: tuple[dict[str, Any], ...]
) -> EnglishEvaluation:
    """Read every record's text and score its sources, cues and contents."""
    return english_evaluation(records, _read(reader, records, "en"))


def english_evaluation(
    records: tuple[dict[str, Any], ...], statements: tuple[tuple[Statement, ...], ...]
) -> EnglishEvaluation:
    """Score the sources, cues and contents that were read from each record."""
    scores = score_english(
        [record["originalText"] for record in records],
        [english_annotations(record) for record in records],
        [[attribution_of(statement) for statement in found] for found in statements],
    )
    return EnglishEvaluation(records=records, statements=statements, scores=scores)


def _read(
    reader: ReadsArticles, records: Sequence[dict[str, Any]], language: str
) -> tuple[tuple[Statement, ...], ...]:
    read = reader.read_many(article_of(record, language) for record in records)
    return tuple(article.statements for article in read)


def judge_german(evaluation: GermanEvaluation) -> tuple[Judged, ...]:
    """Every German statement, found and right or not."""
    return tuple(
        judged
        for record, found in zip(evaluation.records, evaluation.statements, strict=True)
        for judged in judge(
            german_annotations(record),
            annotations_of(found, record),
            [statement.confidence for statement in found],
        )
    )


def judge_english(evaluation: EnglishEvaluation) -> tuple[Judged, ...]:
    """Every English statement, found and right or not."""
    return tuple(
        judged
        for record, found in zip(evaluation.records, evaluation.statements, strict=True)
        for judged in judge(
            as_tokens(english_annotations(record), record["originalText"]),
            as_tokens(map(attribution_of, found), record["originalText"]),
            [statement.confidence for statement in found],
        )
    )


_Fill = Callable[[dict[str, Any], Sequence[Statement]], dict[str, Any]]


def write_predictions(folder: Path, evaluation: GermanEvaluation | EnglishEvaluation) -> int:
    """Write one JSON file an article, in its data set's form; how many were written.

    Makes the folder. Raises `ValueError` when two articles' names make the same file.
    """
    fill: _Fill = german_record if isinstance(evaluation, GermanEvaluation) else english_record
    names = [file_name(record["documentName"]) for record in evaluation.records]
    if len(set(names)) < len(names):
        raise ValueError("two articles have names that make the same file name")
    folder.mkdir(parents=True, exist_ok=True)
    for name, record, found in zip(names, evaluation.records, evaluation.statements, strict=True):
        content = json.dumps(fill(record, found), ensure_ascii=False, indent=1)
        (folder / name).write_text(content + "\n", encoding="utf-8")
    return len(names)
