"""How well articles are taken out of real web pages: `python -m benchmarks.pages`.

Each page `NAME.html.gz` stands beside `NAME.json` with its title, authors, publication date and
paragraphs. What is measured, for Wortlaut and, as the baseline, for trafilatura as it comes:

- **Paragraphs.** Found and given paragraphs are compared with white space collapsed. The
  likeness of two is the F1 of the words they share (as bags, split at white space). Pairs are
  made one to one, the most alike first and of equals those that stand nearest; a pair counts
  when its likeness is at least 0.9, and as exact when both are the same characters. Precision is
  the share of found paragraphs that are in a counted pair, recall the share of given ones, F1
  their harmonic mean; over all pages the counts are summed (micro). A dateline belongs to its
  paragraph here.
- **Title.** Right when the same after white space is collapsed.
- **Date.** Right when both fall on the same day: in UTC where both have a time and its zone, else
  by the calendar dates as written.
- **Authors.** Right when the same names in any order, case aside.
- **Language.** Right when it is that of the publisher's country, which the file's name begins
  with.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import trafilatura

from wortlaut import SourceError
from wortlaut.sources import article_from_html

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "pages"
ALIKE = 0.9
_LANGUAGES = {"de": "de", "uk": "en", "us": "en"}


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds: given by the data, or found by an extractor."""

    paragraphs: tuple[str, ...] = ()
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: date | datetime | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """The counts for one page, or for several once added."""

    paired: int = 0
    exact: int = 0
    found: int = 0
    given: int = 0
    pages: int = 0
    titles: int = 0
    dates: int = 0
    authors: int = 0
    languages: int = 0

    def __add__(self, other: Score) -> Score:
        """The counts of both."""
        return Score(
            *(getattr(self, name) + getattr(other, name) for name in Score.__dataclass_fields__)
        )

    def rates(self, *, exact: bool = False) -> tuple[float, float, float]:
        """Precision, recall and F1 of the paragraphs, each 0 without a denominator."""
        right = self.exact if exact else self.paired
        precision = right / self.found if self.found else 0.0
        recall = right / self.given if self.given else 0.0
        return precision, recall, 2 * right / (self.found + self.given) if right else 0.0


Extractor = Callable[[str], Page]


def by_wortlaut(markup: str) -> Page:
    """The page as Wortlaut reads it; an empty one where it finds no article."""
    try:
        article = article_from_html(markup)
    except SourceError:
        return Page()
    # The text's own pieces, since `paragraphs` begin behind a dateline.
    return Page(
        tuple(collapsed(piece) for piece in article.text.split("\n\n")),
        article.title,
        article.authors,
        article.published,
        article.language,
    )


def by_trafilatura(markup: str) -> Page:
    """The page as trafilatura reads it by default, the marks of list items taken off."""
    document = trafilatura.bare_extraction(markup, with_metadata=True)
    if document is None or isinstance(document, dict):
        return Page()
    lines = (collapsed(line).removeprefix("- ") for line in (document.text or "").splitlines())
    return Page(
        tuple(line for line in lines if line),
        document.title,
        tuple((document.author or "").split("; ")) if document.author else (),
        date.fromisoformat(document.date) if document.date else None,
        document.language,
    )


def given(path: Path) -> Page:
    """The page as the data's JSON file `path` gives it."""
    record = json.loads(path.read_text(encoding="utf-8"))
    return Page(
        tuple(collapsed(paragraph) for paragraph in record["paragraphs"]),
        record["title"],
        tuple(record["authors"]),
        datetime.fromisoformat(record["published"]) if record["published"] else None,
        _LANGUAGES.get(path.name.split("_")[0]),
    )


def collapsed(text: str) -> str:
    """`text` with every run of white space as one blank."""
    return " ".join(text.split())


def likeness(one: str, other: str) -> float:
    """F1 of the words that the two texts share, as bags of words; 0 to 1."""
    bags = Counter(one.split()), Counter(other.split())
    common = (bags[0] & bags[1]).total()
    return 2 * common / (bags[0].total() + bags[1].total()) if common else 0.0


def pairs(found: Sequence[str], expected: Sequence[str]) -> list[tuple[int, int]]:
    """Indices of the paragraphs that count as the same, one to one."""
    candidates = sorted(
        (-alike, abs(i - j), i, j)
        for i, one in enumerate(found)
        for j, other in enumerate(expected)
        if (alike := likeness(one, other)) >= ALIKE
    )
    taken_found: set[int] = set()
    taken_expected: set[int] = set()
    result = []
    for _, _, i, j in candidates:
        if i not in taken_found and j not in taken_expected:
            taken_found.add(i)
            taken_expected.add(j)
            result.append((i, j))
    return result


def same_day(one: date | datetime | None, other: date | datetime | None) -> bool:
    """Whether both fall on one day, in UTC where both have a time with its zone."""
    if one is None or other is None:
        return False
    return any(a == b for a, b in zip(_days(one, other), _days(other, one), strict=True))


def _days(moment: date | datetime, beside: date | datetime) -> tuple[date, ...]:
    if not isinstance(moment, datetime):
        return (moment,)
    both_zoned = moment.tzinfo and isinstance(beside, datetime) and beside.tzinfo
    return (moment.astimezone(UTC).date() if both_zoned else moment.date(),)


def score(found: Page, expected: Page) -> Score:
    """The counts for one page."""
    same = pairs(found.paragraphs, expected.paragraphs)
    names = [sorted(name.casefold() for name in page.authors) for page in (found, expected)]
    return Score(
        paired=len(same),
        exact=sum(found.paragraphs[i] == expected.paragraphs[j] for i, j in same),
        found=len(found.paragraphs),
        given=len(expected.paragraphs),
        pages=1,
        titles=collapsed(found.title or "") == collapsed(expected.title or ""),
        dates=same_day(found.published, expected.published),
        authors=names[0] == names[1],
        languages=found.language == expected.language,
    )


def measured(data: Path, extractor: Extractor) -> Iterator[tuple[str, Page, Page, Score]]:
    """For each page of `data`: its name, what was found, what is given, and the counts."""
    for path in sorted(data.glob("*.json")):
        with gzip.open(path.with_suffix(".html.gz"), "rt", encoding="utf-8") as file:
            found = extractor(file.read())
        expected = given(path)
        yield path.stem, found, expected, score(found, expected)


def table(title: str, rows: Sequence[tuple[str, Score]]) -> str:
    """The rows and their sum as a table in Markdown."""
    total = sum((counts for _, counts in rows), Score())
    head = "| page | P | R | F1 | exact F1 | title | date | authors | language |"
    lines = [f"### {title}", "", head, "|" + " --- |" * (head.count("|") - 1)]
    for name, counts in (*rows, ("**all**", total)):
        rates = [f"{100 * rate:.1f}" for rate in counts.rates()]
        exact = f"{100 * counts.rates(exact=True)[2]:.1f}"
        facts = (counts.titles, counts.dates, counts.authors, counts.languages)
        marks = [_mark(right, counts.pages) for right in facts]
        lines.append(f"| {' | '.join([name, *rates, exact, *marks])} |")
    counted = f"{total.paired} of {total.found} found and {total.given} given paragraphs paired"
    return "\n".join([*lines, "", f"{counted}, {total.exact} of them exactly.", ""])


def _mark(right: int, pages: int) -> str:
    if pages == 1:
        return "yes" if right else "no"
    return f"{right}/{pages}"


def _print_losses(name: str, found: Page, expected: Page) -> None:
    same = pairs(found.paragraphs, expected.paragraphs)
    print(name)
    for mark, texts, side in (("+", found.paragraphs, 0), ("-", expected.paragraphs, 1)):
        paired = {pair[side] for pair in same}
        for index, text in enumerate(texts):
            if index not in paired:
                print(f"  {mark} {index:3} {text[:160]}")


def main() -> int:
    """Print the tables; exit status 1 without data."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--data", type=Path, default=DATA, help="folder of pages (%(default)s)")
    parser.add_argument(
        "--losses", action="store_true", help="also list superfluous (+) and missing (-) paragraphs"
    )
    arguments = parser.parse_args()
    if not any(arguments.data.glob("*.json")):
        print(f"no pages in {arguments.data}; name their folder with --data", file=sys.stderr)
        return 1
    extractors = (
        ("Wortlaut", by_wortlaut),
        (f"trafilatura {trafilatura.__version__}", by_trafilatura),
    )
    for title, extractor in extractors:
        results = list(measured(arguments.data, extractor))
        print(table(title, [(name, counts) for name, _, _, counts in results]))
        if arguments.losses and extractor is by_wortlaut:
            for name, found, expected, _ in results:
                _print_losses(name, found, expected)
            print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
