"""Score a model on the dev splits: `python -m training.score`.

python -m training.score                              the shipped model, both languages
python -m training.score --language de --limit 20     a quick look
python -m training.score --model runs/new             another model
python -m training.score --predictions runs/dev       write what was read, for other scorers
python -m training.score --reliability                how far the confidence can be trusted
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from training.evaluation import (
    EnglishEvaluation,
    GermanEvaluation,
    ReadsArticles,
    evaluate_english,
    evaluate_german,
    judge_english,
    judge_german,
    load_records,
    split_path,
    write_predictions,
)
from training.reliability import as_markdown, reliability
from training.scoring import EnglishScores, GermanScores, Score

Rows = list[tuple[str, Score]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status."""
    options = _parser().parse_args(arguments)
    languages = ("de", "en") if options.language == "both" else (options.language,)
    missing = [p for p in (split_path(options.data, code) for code in languages) if not p.exists()]
    if missing:
        print(f"{missing[0]}: no such file; give the data's folder with --data", file=sys.stderr)
        return 2
    from wortlaut.reading import Reader  # noqa: PLC0415 - the model loads only once data is there

    reader = Reader(model=options.model) if options.model else Reader()
    result: dict[str, Any] = {}
    for language in languages:
        result[language] = _score(language, reader, options)
    if options.json:
        options.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m training.score",
        description="Score a model on the dev splits of german-news and english-news.",
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="data folder")
    parser.add_argument("--language", choices=["de", "en", "both"], default="both")
    parser.add_argument("--model", type=Path, help="model to score; the shipped one if not given")
    parser.add_argument(
        "--predictions",
        type=Path,
        metavar="DIR",
        help="write predictions there, in a folder for each language, one file an article",
    )
    parser.add_argument("--limit", type=int, help="read only the first articles of each split")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures there")
    parser.add_argument(
        "--reliability", action="store_true", help="print confidence against the share right"
    )
    return parser


def _score(language: str, reader: ReadsArticles, options: argparse.Namespace) -> dict[str, Any]:
    console = Console()
    records = load_records(split_path(options.data, language), options.limit)
    begin = time.perf_counter()
    evaluation: GermanEvaluation | EnglishEvaluation
    if language == "de":
        evaluation = evaluate_german(reader, records)
        console.print(_german_table(evaluation.scores))
        console.print(_overlapping_table(evaluation.overlapping))
        console.print(_recall_table(evaluation.scores))
        judged = judge_german(evaluation)
    else:
        evaluation = evaluate_english(reader, records)
        console.print(_english_table(evaluation.scores))
        judged = judge_english(evaluation)
    console.print(f"{len(records)} articles in {time.perf_counter() - begin:.1f} s\n")
    table = reliability(judged)
    if options.reliability:
        print(as_markdown(table) + "\n")
    if options.predictions:
        written = write_predictions(options.predictions / language, evaluation)
        console.print(f"{written} files written to {options.predictions / language}\n")
    return {**figures(evaluation.scores), "reliability": asdict(table)}


def figures(scores: GermanScores | EnglishScores) -> dict[str, Any]:
    """All scores as plain values, with F1 beside each precision and recall."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            entries = {key: plain(inner) for key, inner in value.items()}
            if set(entries) == {"precision", "recall"}:
                entries["f1"] = Score(**value).f1
            return entries
        return [plain(inner) for inner in value] if isinstance(value, tuple | list) else value

    result: dict[str, Any] = plain(asdict(scores))
    return result


def _headline(scores: GermanScores) -> Rows:
    """The figures that the data set's own scorer prints."""
    return [
        ("Messages", scores.messages),
        ("Roles", scores.roles),
        ("Joint", scores.joint),
        ("Form", scores.form),
        ("STWR", scores.stwr),
    ]


def _german_table(scores: GermanScores) -> Table:
    rows: Rows = [
        *_headline(scores),
        ("speaker", scores.speaker),
        ("cue", scores.cue),
        ("frame", scores.frame),
        ("addressee", scores.addressee),
        ("exact quotation", scores.exact_quote),
        ("exact speaker", scores.exact_speaker),
        ("exact cue", scores.exact_cue),
        ("exact frame", scores.exact_frame),
        ("exact addressee", scores.exact_addressee),
    ]
    table = _table("german-news", rows)
    table.caption = f"{scores.matched} matched, {scores.spurious} spurious, {scores.missed} missed"
    return table


def _overlapping_table(scores: GermanScores) -> Table:
    return _table("german-news, overlapping pairs", _headline(scores))


def _english_table(scores: EnglishScores) -> Table:
    rows: Rows = [
        (f"{kind} {name}", getattr(pieces, field))
        for kind, pieces in (
            ("source", scores.source),
            ("cue", scores.cue),
            ("content", scores.content),
        )
        for name, field in (
            ("exact", "exact"),
            ("exact to the character", "exact_characters"),
            ("exact but for punctuation", "exact_words"),
            ("overlap", "overlap"),
        )
    ]
    return _table("english-news", rows)


def _table(title: str, rows: Rows) -> Table:
    table = Table("", title=title, title_justify="left", caption_justify="left")
    for name in ("precision", "recall", "F1"):
        table.add_column(name, justify="right")
    for label, score in rows:
        table.add_row(label, *(f"{100 * v:.1f}" for v in (score.precision, score.recall, score.f1)))
    return table


def _recall_table(scores: GermanScores) -> Table:
    table = Table("recall by type", title_justify="left")
    for name in ("annotated", "found", "found %", "token recall %"):
        table.add_column(name, justify="right")
    for row in scores.recall_by_type:
        table.add_row(
            f"nested {row.type}" if row.nested else row.type,
            str(row.annotated),
            str(row.found),
            f"{100 * row.found / row.annotated:.1f}",
            f"{100 * row.token_recall:.1f}",
        )
    return table


if __name__ == "__main__":
    raise SystemExit(main())
