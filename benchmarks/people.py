"""How well speakers are resolved to people: `python -m benchmarks.people`.

Scores `wortlaut.reading.people` on German dev articles for which the person of every statement
was written down by reading (`benchmarks/gold/people.json`: file name, annotation id, name,
kind, no article text). Twice: with the annotated statements and their speaker words given, and
with the reader's own statements, each matched to the annotated one whose quotation it overlaps
most. Prints the share right of named humans, of all, by way and by kind, the coverage, and how
right those are that it is sure of; `--mistakes` lists what is wrong.

Names compare without articles, titles, case, quotation marks and inflectional endings. A human
must have the full name that the gold has; any of the names that the gold accepts will do. A
statement whose speaker the gold leaves open counts as right when the resolver leaves it open.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from wortlaut.model import Article, Medium, Person, QuotationType, Span, Statement, merged
from wortlaut.reading import Reader
from wortlaut.reading._guideline import guideline_of
from wortlaut.reading._model_files import SHIPPED, find_model
from wortlaut.reading._network import Network
from wortlaut.reading._paragraphs import paragraphs_of
from wortlaut.reading._subwords import Subwords
from wortlaut.reading._windows import windows
from wortlaut.reading._words import split_words
from wortlaut.reading.names import Name, NameTagger
from wortlaut.reading.people import resolve_people
from wortlaut.reading.places import Places

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
GOLD = Path(__file__).parent / "gold" / "people.json"
TRAIN_GOLD = Path(__file__).parent / "gold" / "people_train.json"
SURE = 0.8
_TYPES = {
    "Direct": QuotationType.DIRECT,
    "Indirect": QuotationType.INDIRECT,
    "IndirectFreeIndirect": QuotationType.INDIRECT_FREE_INDIRECT,
    "FreeIndirect": QuotationType.FREE_INDIRECT,
    "Reported": QuotationType.REPORTED,
}


@dataclass(frozen=True, slots=True)
class GoldPerson:
    """What a careful reader took from one statement."""

    names: tuple[str, ...]
    """Every name that is right, the best first; empty where the text does not say who."""
    kind: str | None
    by: str | None


@dataclass(frozen=True, slots=True)
class Judged:
    """One statement, what it should be and what was made of it."""

    file: str
    annotation: int
    words: str
    gold: GoldPerson
    person: Person | None
    found: bool = True
    """Whether the reader found the statement at all."""

    @property
    def right(self) -> bool:
        """Whether the person is the gold's, or both are open."""
        if not self.found:
            return False
        if self.person is None or not self.gold.names:
            return self.person is None and not self.gold.names
        whole = self.gold.kind == "human"
        return any(same_name(self.person.name, name, whole=whole) for name in self.gold.names)


_DROPPED = frozenset(
    "der die das dem den des ein eine einer eines einem einen the a an dr prof herr frau herrn mr "
    "mrs ms sen rep gov".split()
)
_ENDING = re.compile(r"(?<=\w{3})(?:innen|ern|en|em|er|es|'s|’s|n|s|e)$")


def same_name(one: str, other: str, *, whole: bool) -> bool:
    """Whether two names are the same but for articles, titles, case and endings.

    `whole` is for humans: their names lose nothing but a genitive's s.
    """
    first, second = _bare(one), _bare(other)
    if first == second:
        return True
    if whole:
        return [*first[:-1], first[-1].rstrip("s'’")] == [*second[:-1], second[-1].rstrip("s'’")]
    return [_stem(word) for word in first] == [_stem(word) for word in second]


def _bare(name: str) -> list[str]:
    words = re.findall(r"[\w&'’.-]+", name.casefold())
    return [w.strip("'’.") for w in words if w.strip("'’.") and w.strip(".") not in _DROPPED] or [
        name
    ]


def _stem(word: str) -> str:
    """What all forms of a word share: endings off, twice, as in *Sprechers*."""
    return _ENDING.sub("", _ENDING.sub("", word))


def load_gold(path: Path) -> dict[str, dict[int, GoldPerson]]:
    """The persons of each file's annotations."""
    content = json.loads(path.read_text("utf-8"))
    return {
        article["file"]: {
            entry["annotation"]: GoldPerson(
                (entry["name"], *entry.get("also", ())) if entry["name"] else (),
                entry["kind"],
                entry.get("by"),
            )
            for entry in article["statements"]
        }
        for article in content
    }


def load_records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def annotated_article(record: dict[str, Any], language: str = "de") -> tuple[Article, list[int]]:
    """The record as an article with its annotated statements, and the annotation of each."""
    text = record["originalText"]
    annotations = [
        (annotation.get("id", number), annotation)
        for number, annotation in enumerate(record["annotations"])
        if _spans(annotation["quote"])
    ]
    annotations.sort(key=lambda pair: _spans(pair[1]["quote"])[0].begin)
    quotes = [_spans(annotation["quote"]) for _, annotation in annotations]
    statements = tuple(
        Statement(
            id=number,
            type=_TYPES.get(annotation.get("type", ""), QuotationType.INDIRECT),
            medium=Medium.SPEECH,
            quote=quotes[number - 1],
            confidence=1.0,
            speaker=_spans(annotation["speaker"]),
            cue=_spans(annotation["cue"]),
            frame=_spans(annotation.get("frame")),
            addressee=_spans(annotation.get("addressee")),
            nested_in=_holder(quotes, number - 1),
        )
        for number, (_, annotation) in enumerate(annotations, 1)
    )
    article = Article(
        text=text, language=language, paragraphs=paragraphs_of(text), statements=statements
    )
    return article, [identity for identity, _ in annotations]


def _spans(role: Any) -> tuple[Span, ...]:
    if not role:
        return ()
    if isinstance(role, dict):
        pairs = [(span["charBegin"], span["charEnd"]) for span in role["spans"]]
    else:
        pairs = [tuple(pair) for pair in role]
    return merged(Span(begin, end) for begin, end in pairs if end > begin)


def _holder(quotes: Sequence[tuple[Span, ...]], number: int) -> int | None:
    """The id of the smallest other quotation that holds this one whole."""
    mine = quotes[number]
    size = sum(map(len, mine))
    holders = [
        (sum(map(len, other)), index)
        for index, other in enumerate(quotes)
        if index != number
        and all(any(span.contains(part) for span in other) for part in mine)
        and (sum(map(len, other)) > size or index < number)
    ]
    return min(holders)[1] + 1 if holders else None


class Names:
    """The names of articles, by the shipped encoder and tagger."""

    def __init__(self, tagger: Path | None = None) -> None:
        files = find_model(None)
        self._network = Network(files)
        self._subwords = Subwords.load(files.tokenizer)
        self._tagger = NameTagger(tagger or files.names or SHIPPED / "names.onnx")

    def of(self, article: Article) -> list[Name]:
        """The names of one article, in order."""
        words = split_words(article.text, article.paragraphs or paragraphs_of(article.text))
        if not len(words):
            return []
        subwords = self._subwords
        pieces = subwords.of_words(article.text, words)
        cut = windows(words, pieces, begin_id=subwords.begin_id, end_id=subwords.end_id)
        guideline = guideline_of(article.language, article.text, words)
        return self._tagger.tag(article.text, words, self._network.encode(cut, guideline).words)


def judge_given(
    records: Iterable[dict[str, Any]],
    gold: dict[str, dict[int, GoldPerson]],
    names_of: Callable[[Article], Sequence[Name]],
    places: Places,
) -> list[Judged]:
    """Every statement of the gold, resolved with the annotated words given."""
    judged: list[Judged] = []
    for record in records:
        file = record.get("file") or record["documentName"]
        wanted = gold.get(file)
        if wanted is None:
            continue
        article, identities = annotated_article(record, "de" if "file" in record else "en")
        resolved = resolve_people(article, names_of(article), places)
        for statement, identity, answer in zip(
            article.statements, identities, resolved, strict=True
        ):
            if identity in wanted:
                words = article.words(statement.speaker) or "(none)"
                judged.append(Judged(file, identity, words, wanted[identity], answer.person))
    return judged


def judge_read(
    records: Iterable[dict[str, Any]],
    gold: dict[str, dict[int, GoldPerson]],
    names_of: Callable[[Article], Sequence[Name]],
    places: Places,
    reader: Reader,
) -> list[Judged]:
    """Every statement of the gold, as the reader finds it and its people are resolved."""
    judged: list[Judged] = []
    for record in records:
        wanted = gold.get(record["file"])
        if wanted is None:
            continue
        annotated, identities = annotated_article(record)
        article = reader.read(replace(annotated, statements=()))
        resolved = resolve_people(article, names_of(article), places)
        for statement, identity in zip(annotated.statements, identities, strict=True):
            if identity not in wanted:
                continue
            nearest = max(
                range(len(resolved)),
                key=lambda n: _overlap(article.statements[n].quote, statement.quote),
                default=None,
            )
            enough = nearest is not None and (
                _overlap(article.statements[nearest].quote, statement.quote) >= 0.5
            )
            person = resolved[nearest].person if enough and nearest is not None else None
            words = article.words(statement.speaker) or "(none)"
            judged.append(
                Judged(record["file"], identity, words, wanted[identity], person, found=enough)
            )
    return judged


def _overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Twice the shared characters over all of both."""
    shared = sum(max(0, min(a.end, b.end) - max(a.begin, b.begin)) for a in one for b in other)
    return 2 * shared / (sum(map(len, one)) + sum(map(len, other)))


def report(judged: Sequence[Judged]) -> Iterator[str]:
    """The figures, a line each."""
    humans = [item for item in judged if item.gold.kind == "human"]
    yield _line("named humans", humans)
    yield _line("all", judged)
    found = [item for item in judged if item.found]
    if len(found) < len(judged):
        yield f"{'statements found':24} {_share(len(found), len(judged))}"
        yield _line("of the found, right", found)
        humans = [item for item in found if item.gold.kind == "human"]
        yield _line("of found humans, right", humans)
    answered = [item for item in judged if item.person is not None]
    yield f"{'answered':24} {_share(len(answered), len(judged))}"
    yield _line("of the answered, right", answered)
    sure = [item for item in answered if item.person and item.person.confidence > SURE]
    yield _line(f"of those above {SURE}, right", sure)
    for title in ("by", "kind"):
        groups: dict[str, list[Judged]] = defaultdict(list)
        for item in judged:
            groups[str(getattr(item.gold, title))].append(item)
        for name, group in sorted(groups.items(), key=lambda pair: -len(pair[1])):
            yield _line(f"{title} {name}", group)


def _line(title: str, judged: Sequence[Judged]) -> str:
    return f"{title:24} {_share(sum(item.right for item in judged), len(judged))}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:6.3f}  {part}/{whole}" if whole else "     -"


def mistakes(judged: Sequence[Judged]) -> Iterator[str]:
    """What is wrong, a line each."""
    for item in judged:
        if not item.right:
            wanted = item.gold.names[0] if item.gold.names else None
            person = item.person
            got = (
                f"{person.name} [{person.kind} {person.resolved_by} {person.confidence:.2f}]"
                if person
                else ("nobody" if item.found else "not found")
            )
            yield (
                f"{item.file[:28]:28} {item.annotation:3} {item.words[:50]:50} | "
                f"{wanted} [{item.gold.kind} {item.gold.by}] | {got}"
            )


def main() -> None:
    """Print the figures, with the annotated words and with the reader's own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA, help="the folder of the data sets")
    parser.add_argument("--gold", type=Path, help="who speaks in each statement")
    parser.add_argument(
        "--train",
        action="store_true",
        help="score on the notes on articles of the train splits, which set the confidences",
    )
    parser.add_argument("--mistakes", action="store_true", help="list what is wrong")
    parser.add_argument("--given-only", action="store_true", help="leave the reader out")
    parser.add_argument("--names", type=Path, help="a tagger of names other than the shipped one")
    arguments = parser.parse_args()
    split, corpora = "dev", ["german-news"]
    if arguments.train:
        split, corpora = "train", ["german-news", "english-news"]
    records = [
        record
        for corpus in corpora
        for record in load_records(arguments.data / corpus / f"{split}.jsonl.gz")
    ]
    gold = load_gold(arguments.gold or (TRAIN_GOLD if arguments.train else GOLD))
    names, places = Names(arguments.names), Places.load()
    judged = judge_given(records, gold, names.of, places)
    print(f"With the annotated words given: {len(judged)} statements")
    print("\n".join(report(judged)))
    if arguments.mistakes:
        print("\n".join(mistakes(judged)))
    if arguments.given_only or arguments.train:
        return
    judged = judge_read(records, gold, names.of, places, Reader())
    print(f"\nWith the reader's own statements: {len(judged)} statements")
    print("\n".join(report(judged)))
    if arguments.mistakes:
        print("\n".join(mistakes(judged)))


if __name__ == "__main__":
    main()
