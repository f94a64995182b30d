"""The accuracy gate, with a stand-in for the model and articles written for it."""

import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.gate import Fall, falls, hash_files, load_baseline, main
from wortlaut.model import Article, Medium, QuotationType, Span, Statement


class Knowing:
    """Reads one quotation an article: the right German one, and so many English sources."""

    def __init__(self, *, speaker: bool = True) -> None:
        self.speaker = speaker

    def read_many(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles, each with one statement."""
        for article in articles:
            quote, speaker = (
                ((Span(0, 10), Span(29, 41)), Span(18, 27))
                if article.language == "de"
                else ((Span(0, 8),), Span(10, 13))
            )
            statement = Statement(
                1,
                QuotationType.INDIRECT,
                Medium.SPEECH_OR_WRITING,
                quote,
                confidence=0.8,
                speaker=(speaker,) if self.speaker else (),
            )
            yield replace(article, statements=(statement,))


Gate = Callable[..., int]


@pytest.fixture
def gate(german_record: dict[str, Any], english_record: dict[str, Any], tmp_path: Path) -> Gate:
    """Runs the gate on one article of each language, with a baseline beside them."""
    for folder, record in (("german-news", german_record), ("english-news", english_record)):
        (tmp_path / folder).mkdir()
        with gzip.open(tmp_path / folder / "dev.jsonl.gz", "wt", encoding="utf-8") as file:
            file.write(json.dumps(record) + "\n")

    def run(*flags: str, speaker: bool = True) -> int:
        return main(
            ["--data", str(tmp_path), *flags],
            reader=Knowing(speaker=speaker),
            further=lambda data: {"people all": 90.0 if speaker else 85.0},
            path=tmp_path / "baseline.json",
        )

    return run


def test_scores_at_the_baseline_pass(gate: Gate) -> None:
    """What was written as the baseline holds it."""
    assert gate("--update") == 0
    assert gate() == 0


def test_lower_scores_fail_and_are_named(gate: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    """Without speakers, roles and sources fall; messages do not."""
    gate("--update")
    capsys.readouterr()
    assert gate(speaker=False) == 1
    lines = capsys.readouterr().out.splitlines()
    fallen = [line for line in lines if " fell │" in line]
    assert any("german speaker" in line and "100.00" in line for line in fallen)
    assert any("english source exact" in line for line in fallen)
    assert any("people all" in line and "85.00" in line for line in fallen)
    assert not any("messages" in line for line in fallen)


def test_baseline_is_lowered_with_the_flag_only(gate: Gate, tmp_path: Path) -> None:
    """`--update` alone leaves the baseline as it was."""
    gate("--update")
    before = (tmp_path / "baseline.json").read_text(encoding="utf-8")
    assert gate("--update", speaker=False) == 1
    assert (tmp_path / "baseline.json").read_text(encoding="utf-8") == before
    assert gate("--update", "--allow-lower", speaker=False) == 0
    lowered = load_baseline(tmp_path / "baseline.json")
    assert lowered is not None
    assert lowered.scores["german speaker"] == 0.0
    assert gate(speaker=False) == 0


def test_higher_scores_pass_and_raise_the_baseline_with_update(gate: Gate, tmp_path: Path) -> None:
    """A gain is kept once it is written."""
    gate("--update", speaker=False)
    assert gate() == 0
    assert gate("--update") == 0
    raised = load_baseline(tmp_path / "baseline.json")
    assert raised is not None
    assert raised.scores["german speaker"] == 100.0
    assert raised.articles == {"german": 1, "english": 1}


def test_other_data_does_not_pass_for_the_same(gate: Gate, tmp_path: Path) -> None:
    """Scores of fewer articles cannot be compared."""
    gate("--update")
    path = tmp_path / "baseline.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(content | {"articles": {"german": 2, "english": 1}}), "utf-8")
    assert gate() == 1
    assert gate("--update") == 1


def test_no_baseline_fails_with_advice(gate: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    """A gate without a baseline holds nothing."""
    assert gate() == 1
    assert "--update" in capsys.readouterr().out


def test_missing_data_is_skipped_and_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The project's tests run from the project alone."""
    assert main(["--data", str(tmp_path / "nowhere")]) == 0
    assert "skipped" in capsys.readouterr().out


def test_allow_lower_alone_is_wrong_usage(gate: Gate) -> None:
    """It would do nothing."""
    assert gate("--allow-lower") == 2


def test_three_tenths_of_a_point_are_tolerated() -> None:
    """Binary fractions do not decide; a score that is gone has fallen."""
    baseline = {"joint": 65.4, "form": 77.0, "cue": 70.0, "frame": 60.0}
    now = {"joint": 65.1, "form": 76.69, "cue": 71.0}
    assert falls(baseline, now) == (Fall("form", 77.0, 76.69), Fall("frame", 60.0, None))


def test_hash_follows_the_models_bytes_and_not_the_code(tmp_path: Path) -> None:
    """The baseline says which model it was measured on."""
    (tmp_path / "model.onnx").write_bytes(b"weights")
    first = hash_files(tmp_path)
    (tmp_path / "reader.py").write_text("pass\n", encoding="utf-8")
    assert hash_files(tmp_path) == first
    (tmp_path / "model.onnx").write_bytes(b"other weights")
    assert hash_files(tmp_path) != first
