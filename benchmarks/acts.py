"""What kind of act a statement is, and on what condition: `python -m benchmarks.acts`.

Reads the labels of `benchmarks/gold/acts.json` (articles of German dev read by people), gives
the annotated quotations with their cues and frames to `judge_acts`, and prints:

- **Act**: the share of statements whose act is right, of all and of those whose act is told.
- **Condition**: precision, recall and F1 of the spans; a span is right that overlaps one.
- **Negated**: the share that is right, and precision and recall of the negated ones.
- **Coverage**: the share of annotated cues, German and English train, that the lexicon knows.
- **Damage**: how often wording that people wrote, all of German dev, is flagged as broken.
- **Words a second** of processor time on German dev, damage included.

`--mistakes` lists what is wrong. Where the data or the labels are missing, it says so.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from wortlaut import Article
from wortlaut.model import Medium, QuotationType, Span, Statement
from wortlaut.reading.acts import Judged, Lexicon, find_damage, judge_acts

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
GOLD = Path(__file__).with_name("gold") / "acts.json"
_TYPES = {
    "Direct": QuotationType.DIRECT,
    "Indirect": QuotationType.INDIRECT,
    "IndirectFreeIndirect": QuotationType.INDIRECT_FREE_INDIRECT,
    "FreeIndirect": QuotationType.FREE_INDIRECT,
    "Reported": QuotationType.REPORTED,
}
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Labelled:
    """What a person wrote down of a statement."""

    act: str | None
    negated: bool
    conditions: tuple[Span, ...]


def read_articles(path: Path, language: str) -> Iterator[tuple[str, Article, list[object]]]:
    """Names, articles with the annotated statements, and the annotations' ids."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            annotations = document["annotations"]
            statements = tuple(
                _statement(number, annotation) for number, annotation in enumerate(annotations, 1)
            )
            ids = [annotation.get("id", n) for n, annotation in enumerate(annotations)]
            name = document.get("file", document["documentName"])
            yield (
                name,
                Article(document["originalText"], language=language, statements=statements),
                ids,
            )


def _statement(number: int, annotation: Mapping[str, Any]) -> Statement:
    return Statement(
        id=number,
        type=_TYPES.get(annotation.get("type", "Indirect"), QuotationType.INDIRECT),
        medium=Medium.SPEECH,
        quote=_spans(annotation["quote"]),
        confidence=1.0,
        speaker=_spans(annotation.get("speaker")),
        cue=_spans(annotation.get("cue")),
        frame=_spans(annotation.get("frame")),
    )


def _spans(value: Any) -> tuple[Span, ...]:
    """Spans in either corpus's form."""
    if not value:
        return ()
    if isinstance(value, Mapping):
        return tuple(Span(s["charBegin"], s["charEnd"]) for s in value["spans"])
    return tuple(Span(begin, end) for begin, end in value)


def read_labels(path: Path) -> dict[tuple[str, object], Labelled]:
    """The labels by file and annotation."""
    return {
        (label["file"], label["annotation"]): Labelled(
            label["act"], label["negated"], tuple(Span(b, e) for b, e in label["conditions"])
        )
        for label in json.loads(path.read_text("utf-8"))
    }


@dataclass(slots=True)
class Score:
    """Counts over statements."""

    statements: int = 0
    acts_right: int = 0
    told: int = 0
    told_right: int = 0
    negated_right: int = 0
    negated_found: int = 0
    negated_wanted: int = 0
    negated_both: int = 0
    conditions_found: int = 0
    conditions_wanted: int = 0
    found_right: int = 0
    wanted_found: int = 0

    def add(self, label: Labelled, judged: Judged) -> None:
        """Counts one statement."""
        right = label.act == judged.act
        self.statements += 1
        self.acts_right += right
        self.told += label.act is not None
        self.told_right += right and label.act is not None
        self.negated_right += label.negated == judged.negated
        self.negated_found += judged.negated
        self.negated_wanted += label.negated
        self.negated_both += judged.negated and label.negated
        self.conditions_found += len(judged.condition)
        self.conditions_wanted += len(label.conditions)
        self.found_right += sum(_meets(span, label.conditions) for span in judged.condition)
        self.wanted_found += sum(_meets(span, judged.condition) for span in label.conditions)

    def lines(self) -> Iterator[str]:
        """What is printed."""
        yield f"statements           {self.statements}"
        yield f"act                  {_share(self.acts_right, self.statements)}"
        yield f"act, where told      {_share(self.told_right, self.told)}"
        precision = self.found_right / max(1, self.conditions_found)
        recall = self.wanted_found / max(1, self.conditions_wanted)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        yield (
            f"condition            precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} "
            f"({self.conditions_wanted} labelled, {self.conditions_found} found)"
        )
        yield f"negated              {_share(self.negated_right, self.statements)}"
        yield (
            f"negated ones         precision {_share(self.negated_both, self.negated_found)}, "
            f"recall {_share(self.negated_both, self.negated_wanted)}"
        )


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _share(part: int, whole: int) -> str:
    return f"{part / max(1, whole):.3f} ({part} of {whole})"


def measure(data: Path, gold: Path, mistakes: bool) -> None:
    """Prints the scores on the labelled statements."""
    labels = read_labels(gold)
    lexicon = Lexicon.load()
    score = Score()
    confusions: Counter[tuple[str | None, str | None]] = Counter()
    for name, article, ids in read_articles(data / "german-news" / "dev.jsonl.gz", "de"):
        for statement, number, judged in zip(
            article.statements, ids, judge_acts(article, lexicon), strict=True
        ):
            label = labels.get((name, number))
            if label is None:
                continue
            score.add(label, judged)
            if label.act != judged.act:
                confusions[label.act, judged.act] += 1
            if mistakes:
                _print_mistakes(article, statement, label, judged)
    print(*score.lines(), sep="\n")
    if mistakes:
        for (wanted, found), count in confusions.most_common():
            print(f"{count:4} {wanted} taken for {found}")


def _print_mistakes(
    article: Article, statement: Statement, label: Labelled, judged: Judged
) -> None:
    def show(spans: tuple[Span, ...]) -> str:
        return article.words(spans).replace("\n", " ")

    words = f"{show(statement.cue)} | {show(statement.frame)[:120]} | {show(statement.quote)[:300]}"
    if label.act != judged.act:
        print(f"act {label.act}, taken for {judged.act}: {words}")
    if label.negated != judged.negated:
        print(f"negated {label.negated}: {words}")
    wanted, found = label.conditions, judged.condition
    if not all(_meets(s, found) for s in wanted) or not all(_meets(s, wanted) for s in found):
        print(f"condition {show(wanted)!r}, found {show(found)!r}: {words}")


def print_coverage(data: Path) -> None:
    """Prints which share of annotated cues has words that the lexicon knows."""
    lexicon = Lexicon.load()
    for folder, language in (("german-news", "de"), ("english-news", "en")):
        known = total = 0
        vocabulary = lexicon.of(language)
        for _, article, _ in read_articles(data / folder / "train.jsonl.gz", language):
            for statement in article.statements:
                words = [w for s in statement.cue for w in _WORD.findall(s.of(article.text))]
                if words:
                    total += 1
                    known += vocabulary.tell(words) is not None
        print(f"cues known, {folder} train: {_share(known, total)}")


def print_speed(data: Path) -> None:
    """Prints how many words a second are judged."""
    articles = [a for _, a, _ in read_articles(data / "german-news" / "dev.jsonl.gz", "de")]
    words = sum(len(article.text.split()) for article in articles)
    lexicon = Lexicon.load()
    best = float("inf")
    for _ in range(5):
        begin = time.process_time()
        for article in articles:
            judge_acts(article, lexicon)
            find_damage(article)
        best = min(best, time.process_time() - begin)
    print(f"words a second       {words / best:,.0f}")


def print_false_damage(data: Path) -> None:
    """Prints how often the whole text of German dev, which people wrote, is flagged."""
    words = flags = 0
    for _, article, _ in read_articles(data / "german-news" / "dev.jsonl.gz", "de"):
        words += len(article.text.split())
        whole = Statement(
            id=1,
            type=QuotationType.DIRECT,
            medium=Medium.WRITING,
            quote=(Span(0, len(article.text)),),
            confidence=1.0,
        )
        flags += sum(map(len, find_damage(replace(article, statements=(whole,)))))
    print(f"damage flagged       {flags} times in {words} words that people wrote")


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--mistakes", action="store_true", help="list what is wrong")
    arguments = parser.parse_args()
    if not (arguments.data / "german-news" / "dev.jsonl.gz").exists():
        print(f"skipped: no German dev articles under {arguments.data}")
        return
    if arguments.gold.exists():
        measure(arguments.data, arguments.gold, arguments.mistakes)
    else:
        print(f"labels skipped: there is no {arguments.gold.name} in {arguments.gold.parent.name}")
    print_coverage(arguments.data)
    print_false_damage(arguments.data)
    print_speed(arguments.data)


if __name__ == "__main__":
    main()
