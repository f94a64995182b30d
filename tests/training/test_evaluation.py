"""The reader on annotated articles, with a stand-in that knows what to say."""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from training.dataset_form import german_annotations
from training.evaluation import (
    evaluate_english,
    evaluate_german,
    judge_english,
    judge_german,
    load_records,
    write_predictions,
)
from training.score import figures, main
from wortlaut.model import Article, Medium, QuotationType, Span, Statement


class Knowing:
    """Reads every article as one statement."""

    def __init__(self, statement: Statement) -> None:
        self.statement = statement

    def read_many(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles, each with the statement."""
        return (replace(article, statements=(self.statement,)) for article in articles)


def statement(*quote: Span, speaker: Span) -> Statement:
    """An indirect quotation."""
    return Statement(
        1, QuotationType.INDIRECT, Medium.SPEECH, quote, confidence=0.8, speaker=(speaker,)
    )


def test_german_articles_are_read_and_scored(german_record: dict[str, Any]) -> None:
    """The quotation right, half its speaker, no cue, no frame."""
    reader = Knowing(statement(Span(0, 10), Span(29, 41), speaker=Span(23, 27)))
    evaluation = evaluate_german(reader, (german_record,))
    assert evaluation.scores.messages.f1 == 1.0
    assert evaluation.scores.speaker.recall == 0.5
    assert evaluation.scores.roles.recall == pytest.approx(0.5 / 3)
    assert (evaluation.scores.form.f1, evaluation.scores.stwr.f1) == (1.0, 0.0)
    (judged,) = judge_german(evaluation)
    assert (judged.confidence, judged.found, judged.right) == (0.8, True, True)


def test_english_articles_are_read_and_scored(english_record: dict[str, Any]) -> None:
    """One of two contents, its source wrong."""
    reader = Knowing(statement(Span(0, 8), speaker=Span(34, 37)))
    evaluation = evaluate_english(reader, (english_record,))
    assert (evaluation.scores.content.exact.precision, evaluation.scores.content.exact.recall) == (
        1.0,
        0.5,
    )
    assert evaluation.scores.source.exact.f1 == pytest.approx(2 / 3)
    (judged,) = judge_english(evaluation)
    assert (judged.found, judged.right) == (True, False)


def test_predictions_are_written_one_file_an_article(
    german_record: dict[str, Any], tmp_path: Path
) -> None:
    """The file reads back as the statement."""
    reader = Knowing(statement(Span(0, 10), speaker=Span(18, 27)))
    evaluation = evaluate_german(reader, (german_record,))
    assert write_predictions(tmp_path / "new" / "de", evaluation) == 1
    (path,) = (tmp_path / "new" / "de").iterdir()
    (annotation,) = german_annotations(json.loads(path.read_text(encoding="utf-8")))
    assert annotation.quote == {0, 1}
    assert annotation.speaker == {4, 5}


def test_names_that_fall_together_are_refused(
    german_record: dict[str, Any], tmp_path: Path
) -> None:
    """No article's predictions overwrite another's."""
    reader = Knowing(statement(Span(0, 10), speaker=Span(18, 27)))
    evaluation = evaluate_german(reader, (german_record, german_record))
    with pytest.raises(ValueError, match="same file name"):
        write_predictions(tmp_path, evaluation)


def test_records_are_read_up_to_a_limit(tmp_path: Path) -> None:
    """A quick look reads the first articles."""
    path = tmp_path / "dev.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({"documentName": str(n)}) + "\n" for n in range(5))
    assert [record["documentName"] for record in load_records(path, 2)] == ["0", "1"]
    assert len(load_records(path)) == 5


def test_figures_are_plain_values_with_f1(german_record: dict[str, Any]) -> None:
    """What `--json` writes."""
    reader = Knowing(statement(Span(0, 10), Span(29, 41), speaker=Span(23, 27)))
    plain = figures(evaluate_german(reader, (german_record,)).scores)
    assert plain["speaker"] == {"precision": 1.0, "recall": 0.5, "f1": pytest.approx(2 / 3)}
    assert plain["recall_by_type"][0]["type"] == "Indirect"
    assert json.loads(json.dumps(plain))["matched"] == 1


def test_missing_data_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file that was looked for is named on standard error, with what to do."""
    assert main(["--data", str(tmp_path), "--language", "en"]) == 2
    message = capsys.readouterr().err
    assert "english-news" in message
    assert "--data" in message
