"""Articles written for these tests, and what a careful reader finds in them.

Each article is a text file under `tests/articles/<language>/`; the JSON file of the same
name beside it says what stands in it. The expectations name words, not offsets, so that a
person can write and check them; this module turns the words into spans and fails loudly
when they are not found exactly once. docs/annotation.md tells where a span begins and ends.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wortlaut.model import QuotationType, Span

ARTICLES = Path(__file__).parent / "articles"

_ARTICLE_KEYS = {
    *("text", "language", "tags", "title", "agency", "place", "published"),
    *("furniture", "narrated", "statements"),
}
_STATEMENT_KEYS = {
    *("type", "quote", "speaker", "also_speaker", "cue", "frame", "addressee"),
    *("nested", "core", "one_with_next"),
}


class BadExpectation(Exception):
    """An expectation file does not fit its text; `str(error)` names both and the words."""


@dataclass(frozen=True, slots=True)
class ExpectedStatement:
    """One statement that stands in a written article."""

    type: QuotationType
    quote: tuple[Span, ...]
    speaker: tuple[Span, ...]
    also_speaker: tuple[Span, ...]
    """Other words for the same speaker; naming these instead is right as well."""
    cue: tuple[Span, ...]
    frame: tuple[Span, ...]
    addressee: tuple[Span, ...]
    nested: bool
    """Whether it stands in the words of another statement."""
    core: bool
    """Whether no reader may miss it; the others count in the overall figures only."""
    one_with_next: bool
    """Whether this statement and the next may also be read as one, split by its frame."""


@dataclass(frozen=True, slots=True)
class WrittenArticle:
    """A text written for the tests, with all spans in code points of `text`."""

    name: str
    """Language and file, without its ending: `de/strandbad`."""
    language: str
    text: str
    tags: frozenset[str]
    title: str | None
    agency: str | None
    place: str | None
    published: date | None
    furniture: tuple[Span, ...]
    narrated: tuple[Span, ...]
    """Sentences in which the article itself speaks: nothing in them is quoted."""
    statements: tuple[ExpectedStatement, ...]


def written_articles(language: str | None = None) -> list[WrittenArticle]:
    """All written articles, or those of one language, in the order of their names.

    Raises `BadExpectation` when an expectation does not fit its text, or when either of
    the two files has no partner.
    """
    folders = [ARTICLES / language] if language else sorted(ARTICLES.iterdir())
    found = []
    for folder in folders:
        texts = {path.stem for path in folder.glob("*.txt")}
        expectations = {path.stem for path in folder.glob("*.json")}
        if alone := sorted(texts ^ expectations):
            raise BadExpectation(f"{folder.name}: without partner: {', '.join(alone)}")
        found += [load_written_article(folder / f"{stem}.json") for stem in sorted(texts)]
    return found


def load_written_article(path: Path) -> WrittenArticle:
    """The article that the expectation file `path` describes.

    Raises `BadExpectation` when words of it are not found in the text exactly once.
    """
    record = json.loads(path.read_text(encoding="utf-8"))
    name = f"{path.parent.name}/{path.stem}"
    _refuse_unknown(name, record, _ARTICLE_KEYS)
    if record["text"] != f"{path.stem}.txt" or record["language"] != path.parent.name:
        raise BadExpectation(f"{name}: is filed under the wrong name or language")
    # newline="" keeps the text's own line ends, which the offsets count.
    with (path.parent / record["text"]).open(encoding="utf-8", newline="") as file:
        text = file.read()
    published = record.get("published")
    return WrittenArticle(
        name=name,
        language=record["language"],
        text=text,
        tags=frozenset(record["tags"]),
        title=record.get("title"),
        agency=record.get("agency"),
        place=record.get("place"),
        published=date.fromisoformat(published) if published else None,
        furniture=_spans(name, text, record.get("furniture", [])),
        narrated=_spans(name, text, record.get("narrated", [])),
        statements=tuple(_statement(name, text, part) for part in record["statements"]),
    )


def find_words(text: str, words: str, occurrence: int | None = None) -> Span:
    """Where `words` stand in `text`, as whole words.

    Without `occurrence` they must stand there once; with it, which counts from 1, they must
    stand there more than once. Raises `BadExpectation` otherwise.
    """
    before = r"(?<!\w)" if re.match(r"\w", words) else ""
    after = r"(?!\w)" if re.search(r"\w\Z", words) else ""
    found = [Span(*m.span()) for m in re.finditer(before + re.escape(words) + after, text)]
    if not found:
        raise BadExpectation(f"not in the text: {words!r}")
    if occurrence is None:
        if len(found) > 1:
            raise BadExpectation(f"{len(found)} times in the text, say which: {words!r}")
        return found[0]
    if len(found) == 1 or not 1 <= occurrence <= len(found):
        raise BadExpectation(f"{len(found)} in the text, not number {occurrence}: {words!r}")
    return found[occurrence - 1]


def _spans(name: str, text: str, pieces: Sequence[str | Mapping[str, object]]) -> tuple[Span, ...]:
    spans = []
    for piece in pieces:
        words = piece if isinstance(piece, str) else str(piece["words"])
        occurrence = None if isinstance(piece, str) else int(str(piece["occurrence"]))
        try:
            spans.append(find_words(text, words, occurrence))
        except BadExpectation as error:
            raise BadExpectation(f"{name}: {error}") from None
    if any(a.overlaps(b) for i, a in enumerate(spans) for b in spans[:i]):
        raise BadExpectation(f"{name}: pieces overlap: {pieces}")
    return tuple(sorted(spans))


def _statement(name: str, text: str, record: Mapping[str, object]) -> ExpectedStatement:
    _refuse_unknown(name, record, _STATEMENT_KEYS)

    def spans(key: str) -> tuple[Span, ...]:
        pieces = record.get(key, [])
        assert isinstance(pieces, list)
        return _spans(name, text, pieces)

    quote = spans("quote")
    if not quote:
        raise BadExpectation(f"{name}: a statement without quoted words")
    return ExpectedStatement(
        type=QuotationType(str(record["type"])),
        quote=quote,
        speaker=spans("speaker"),
        also_speaker=spans("also_speaker"),
        cue=spans("cue"),
        frame=spans("frame"),
        addressee=spans("addressee"),
        nested=bool(record.get("nested", False)),
        core=bool(record.get("core", True)),
        one_with_next=bool(record.get("one_with_next", False)),
    )


def _refuse_unknown(name: str, record: Mapping[str, object], known: set[str]) -> None:
    if unknown := sorted(set(record) - known):
        raise BadExpectation(f"{name}: unknown keys {', '.join(unknown)}")
