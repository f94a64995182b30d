"""The accuracy gate: `python -m benchmarks.gate` fails when the reader has become worse.

Scores the shipped model on both dev splits, and people, times and acts with the annotated words
given, and compares with `benchmarks/baseline.json`. A score may lie 0.3 points below its
baseline, for the rounding of another processor. `--update` writes the new scores as the
baseline; it refuses to lower any of them without `--allow-lower`. Where the data is not there,
the gate says so and passes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

import wortlaut
from benchmarks.resolution import resolution_scores
from training.evaluation import (
    ReadsArticles,
    evaluate_english,
    evaluate_german,
    load_records,
    split_path,
)
from training.scoring import EnglishScores, GermanScores

Further = Callable[[Path], Mapping[str, float]]
"""Measures on the data folder; gives points by name."""
BASELINE = Path(__file__).with_name("baseline.json")
TOLERANCE = 0.3
"""Points of F1 that a score may lie below its baseline."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run found, and on what: the content of the baseline's file."""

    date: str
    version: str
    model_sha256: str
    articles: dict[str, int]
    """How many articles of each language were read."""
    scores: dict[str, float]
    """F1, or the share that is right, in points, 0 to 100, with two decimals."""


@dataclass(frozen=True, slots=True)
class Fall:
    """A score that lies below its baseline; `now` is None where it is no longer measured."""

    name: str
    was: float
    now: float | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the gate lets a measurement through, and why not."""

    passed: bool
    why: str
    fallen: tuple[Fall, ...] = ()


def falls(
    baseline: Mapping[str, float], now: Mapping[str, float], tolerance: float = TOLERANCE
) -> tuple[Fall, ...]:
    """The scores that lie more than `tolerance` points below the baseline's, or are gone."""
    found = []
    for name, was in baseline.items():
        value = now.get(name)
        # Hundredths, as whole numbers: 65.4 - 65.3 is more than 0.1 in binary fractions.
        if value is None or round(100 * (was - value)) > round(100 * tolerance):
            found.append(Fall(name, was, value))
    return tuple(found)


def gated(german: GermanScores, english: EnglishScores) -> dict[str, float]:
    """The scores that the gate holds, by name, as F1 in points."""
    held = {
        "german messages": german.messages,
        "german roles": german.roles,
        "german joint": german.joint,
        "german form": german.form,
        "german stwr": german.stwr,
        "german speaker": german.speaker,
        "german cue": german.cue,
        "german frame": german.frame,
        "german addressee": german.addressee,
        "english content exact": english.content.exact,
        "english source exact": english.source.exact,
        "english cue exact": english.cue.exact,
        "english content overlap": english.content.overlap,
        "english source overlap": english.source.overlap,
        "english cue overlap": english.cue.overlap,
    }
    return {name: round(100 * score.f1, 2) for name, score in held.items()}


def measure(reader: ReadsArticles, data: Path, model: str, further: Further) -> Measured:
    """Read and score both dev splits; `model` is the hash of what reads.

    `further` measures what is not read off the quotations.
    """
    german = evaluate_german(reader, load_records(split_path(data, "de")))
    english = evaluate_english(reader, load_records(split_path(data, "en")))
    return Measured(
        date=datetime.now(UTC).date().isoformat(),
        version=wortlaut.__version__,
        model_sha256=model,
        articles={"german": len(german.records), "english": len(english.records)},
        scores={**gated(german.scores, english.scores), **further(data)},
    )


def hash_files(folder: Path) -> str:
    """SHA-256 over the names and bytes of the data files under `folder`, code left out."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in {".py", ".pyc"}:
            digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def load_baseline(path: Path) -> Measured | None:
    """The checked-in baseline; None where there is none yet."""
    if not path.exists():
        return None
    return Measured(**json.loads(path.read_text(encoding="utf-8")))


def compare(baseline: Measured | None, now: Measured) -> Verdict:
    """Whether `now` holds the baseline."""
    if baseline is None:
        return Verdict(False, "there is no baseline; write one with --update")
    if baseline.articles != now.articles:
        return Verdict(False, f"{_other_data(baseline, now)}; other data needs another baseline")
    fallen = falls(baseline.scores, now.scores)
    if fallen:
        return Verdict(False, f"{len(fallen)} fell below the baseline", fallen)
    return Verdict(True, f"no score fell more than {TOLERANCE} points")


def replace_baseline(baseline: Measured | None, now: Measured, *, allow_lower: bool) -> Verdict:
    """Whether `now` may become the baseline: without `allow_lower`, no score may be lower."""
    if baseline is None or allow_lower:
        return Verdict(True, "baseline written")
    if baseline.articles != now.articles:
        return Verdict(False, f"{_other_data(baseline, now)}; that needs --allow-lower")
    fallen = falls(baseline.scores, now.scores, tolerance=0.0)
    if fallen:
        return Verdict(False, "the baseline would be lowered; that needs --allow-lower", fallen)
    return Verdict(True, "baseline written")


def _other_data(baseline: Measured, now: Measured) -> str:
    return f"{now.articles} articles were read, for the baseline {baseline.articles}"


def main(
    arguments: Sequence[str] | None = None,
    *,
    reader: ReadsArticles | None = None,
    further: Further = resolution_scores,
    path: Path = BASELINE,
) -> int:
    """Run the gate; the exit status. The keywords stand in for what is shipped."""
    options = _parser().parse_args(arguments)
    if options.allow_lower and not options.update:
        print("--allow-lower goes with --update only")
        return 2
    console = Console()
    missing = [
        p for p in (split_path(options.data, code) for code in ("de", "en")) if not p.exists()
    ]
    if missing:
        console.print(f"accuracy gate skipped: {missing[0]} is not there")
        return 0
    begin = time.perf_counter()
    now = measure(reader or _shipped_reader(), options.data, _shipped_hash(), further)
    baseline = load_baseline(path)
    if options.update:
        verdict = replace_baseline(baseline, now, allow_lower=options.allow_lower)
    else:
        verdict = compare(baseline, now)
    console.print(_table(baseline, now, verdict.fallen))
    if baseline and baseline.model_sha256 != now.model_sha256:
        console.print("The model is another one than the baseline's.")
    if options.update and verdict.passed:
        path.write_text(json.dumps(asdict(now), indent=2) + "\n", encoding="utf-8")
    outcome = "passed" if verdict.passed else "failed"
    seconds = time.perf_counter() - begin
    console.print(f"accuracy gate {outcome}: {verdict.why} ({seconds:.0f} s)")
    return 0 if verdict.passed else 1


def _shipped_reader() -> ReadsArticles:
    from wortlaut.reading import Reader  # noqa: PLC0415 - the model loads only once data is there

    return Reader(resolve=False)


def _shipped_hash() -> str:
    return hash_files(Path(wortlaut.__file__).parent / "reading")


def _table(baseline: Measured | None, now: Measured, fallen: Sequence[Fall]) -> Table:
    table = Table("points", title="accuracy gate", title_justify="left")
    for name in ("baseline", "now", "change"):
        table.add_column(name, justify="right")
    was = baseline.scores if baseline else {}
    lower = {fall.name for fall in fallen}
    for name in {**was, **now.scores}:
        old, new = was.get(name), now.scores.get(name)
        change = "" if old is None or new is None else f"{new - old:+.2f}"
        table.add_row(
            name,
            "" if old is None else f"{old:.2f}",
            "" if new is None else f"{new:.2f}",
            f"{change} fell" if name in lower else change,
            style="red" if name in lower else None,
        )
    return table


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.gate",
        description="Compare the shipped model's accuracy on dev with the checked-in baseline.",
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="data folder")
    parser.add_argument("--update", action="store_true", help="write the new scores as baseline")
    parser.add_argument(
        "--allow-lower", action="store_true", help="let --update lower the baseline"
    )
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
