"""How well time expressions are found and valued: `python -m benchmarks.time`.

Runs the tagger on both parts of KRAUTS (Strötgen and others, LREC 2018) in
`../shared/data/time`, with each document's date as the day of publication, and prints beside
HeidelTime's output on the same texts:

- **strict** F1: expressions found with exactly the annotated characters;
- **relaxed** F1: found with at least one character in common;
- **type** F1: of these, with the same type (DATE, TIME, DURATION, SET);
- **value** F1: of these, with an identical TIMEX3 value.

An annotated expression is compared with the first found one that overlaps it; annotations
without words (TimeML's implicit ones) are left out. So counted, HeidelTime has relaxed and value
F1 79.3 and 62.7 on Die Zeit, 83.1 and 80.0 on Dolomiten-42. Last comes the speed: words, being what
white space parts, in a second of processor time. `--errors` lists what differs.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from wortlaut.model import Span
from wortlaut.reading._paragraphs import paragraphs_of
from wortlaut.reading.times import find_times

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "time"
PARTS = {"diezeit": "Die Zeit", "dolomiten-42": "Dolomiten-42"}
_ROUNDS = 7
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression, annotated or found; places count code points of the text."""

    begin: int
    end: int
    type: str
    value: str

    def overlaps(self, other: Timex) -> bool:
        """Whether the two share at least one character."""
        return self.begin < other.end and other.begin < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """A text, its day of writing and its expressions in order."""

    name: str
    text: str
    published: date
    timexes: tuple[Timex, ...]


@dataclass(slots=True)
class Counts:
    """What was counted over some documents."""

    annotated: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    type: int = 0
    value: int = 0

    def add(self, other: Counts) -> None:
        """Adds the counts of other documents."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))

    def f1(self, right: int) -> float:
        """F1 in points for `right` of the found and annotated ones."""
        total = self.annotated + self.found
        return 200 * right / total if total else 0.0


def pairs(
    annotated: Sequence[Timex], found: Sequence[Timex]
) -> Iterator[tuple[Timex | None, Timex | None]]:
    """Each annotated expression with the first found one that overlaps it, or None.

    At the end come the found ones that overlap nothing annotated, with None before them.
    """
    for one in annotated:
        yield one, next((other for other in found if one.overlaps(other)), None)
    for other in found:
        if not any(one.overlaps(other) for one in annotated):
            yield None, other


def score(annotated: Sequence[Timex], found: Sequence[Timex]) -> Counts:
    """The counts of one document."""
    counts = Counts(annotated=len(annotated), found=len(found))
    for one, other in pairs(annotated, found):
        if one is None or other is None:
            continue
        counts.relaxed += 1
        counts.strict += (one.begin, one.end) == (other.begin, other.end)
        counts.type += one.type == other.type
        counts.value += one.value == other.value
    return counts


def load(path: Path) -> list[Document]:
    """The documents of a file of JSON lines; annotations without words are left out."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_document(json.loads(line)) for line in lines]


def _document(record: dict[str, Any]) -> Document:
    return Document(
        record["documentName"],
        record["originalText"],
        date.fromisoformat(record["published"]),
        tuple(
            Timex(timex["begin"], timex["end"], timex["type"], timex["value"])
            for timex in record["timex"]
            if "end" in timex
        ),
    )


def tagged(document: Document) -> tuple[Timex, ...]:
    """What Wortlaut finds in the document's text."""
    paragraphs = paragraphs_of(document.text)
    return tuple(
        Timex(each.span.begin, each.span.end, each.kind.value, each.value)
        for each in find_times(document.text, paragraphs, "de", document.published)
    )


def total(pairs_of_documents: Iterable[tuple[Sequence[Timex], Sequence[Timex]]]) -> Counts:
    """The counts of all documents together."""
    counts = Counts()
    for annotated, found in pairs_of_documents:
        counts.add(score(annotated, found))
    return counts


def differences(document: Document, found: Sequence[Timex]) -> Iterator[str]:
    """A line for each expression that is missing, too much or of another value."""
    for one, other in pairs(document.timexes, found):
        shown = one or other
        if shown is None or (one and other and one.value == other.value):
            continue
        begin, end = shown.begin, shown.end
        before = " ".join(document.text[max(0, begin - _AROUND) : begin].split())
        after = " ".join(document.text[end : end + _AROUND].split())
        what = f"{one.value if one else '-'} / {other.value if other else '-'}"
        yield f"{what:30} {before} [{document.text[begin:end]}] {after}"


def words_a_second(documents: Sequence[Document], rounds: int = _ROUNDS) -> float:
    """Words in a second of processor time: the median of some rounds after one to warm up."""
    prepared: list[tuple[Document, tuple[Span, ...]]] = [
        (document, paragraphs_of(document.text)) for document in documents
    ]
    words = sum(len(document.text.split()) for document in documents)
    seconds = []
    for _ in range(rounds + 1):
        start = time.process_time()
        for document, paragraphs in prepared:
            find_times(document.text, paragraphs, "de", document.published)
        seconds.append(time.process_time() - start)
    return words / statistics.median(seconds[1:])


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; returns 1 where the data is missing."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.time", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="the folder of the corpus")
    parser.add_argument("--errors", action="store_true", help="list what differs: gold / found")
    options = parser.parse_args(arguments)
    console = Console(highlight=False)
    if not options.data.is_dir():
        console.print(f"No time expressions are measured: {options.data} is missing.")
        return 1
    table = Table("", "", "annotated", "found", "strict", "relaxed", "type", "value")
    every: list[Document] = []
    for part, name in PARTS.items():
        documents = load(options.data / f"{part}.jsonl.gz")
        theirs = {each.name: each for each in load(options.data / f"heideltime-{part}.jsonl.gz")}
        ours = [tagged(document) for document in documents]
        for tagger, found in (
            ("HeidelTime", [theirs[document.name].timexes for document in documents]),
            ("Wortlaut", ours),
        ):
            counts = total(zip((d.timexes for d in documents), found, strict=True))
            rates = (counts.strict, counts.relaxed, counts.type, counts.value)
            table.add_row(
                name,
                tagger,
                str(counts.annotated),
                str(counts.found),
                *(f"{counts.f1(right):.1f}" for right in rates),
            )
        if options.errors:
            for document, found_here in zip(documents, ours, strict=True):
                for line in differences(document, found_here):
                    console.print(f"{document.name[:24]:24} {line}", markup=False)
        every += documents
    console.print(table)
    console.print(
        f"Wortlaut's tagger: {words_a_second(every):,.0f} words in a second of processor time."
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
