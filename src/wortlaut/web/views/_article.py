"""The reading view of an article: its text, what is marked in it, and the notes beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from wortlaut.model import Article, QuotationType, Span, Statement
from wortlaut.record import ArticleVersion, KeptArticle, Record
from wortlaut.web.views._blocks import Block, BlockKind, blocks_of
from wortlaut.web.views._note import Note, Numbers, note_of


class MarkKind(StrEnum):
    """What a marked stretch of an article is."""

    QUOTE = "quote"
    SPEAKER = "speaker"
    CUE = "cue"
    ADDRESSEE = "addressee"
    OCCASION = "occasion"
    WHEN = "when"
    QUESTION = "question"
    CONDITION = "condition"
    DAMAGE = "damage"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class TextMark:
    """A stretch of the article's text and what it is."""

    span: Span
    """In code points of the article's text."""
    kind: MarkKind
    statement: int | None = None
    """The record's number of the statement; None for furniture."""
    type: QuotationType | None = None
    """Of a quotation."""
    depth: int = 0
    """How many quotations this one stands within."""
    first: bool = False
    """Whether the quotation begins here; it may have several pieces."""
    last: bool = False
    """Whether the quotation ends here."""


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the text with the notes of the statements that begin in it."""

    block: Block
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article on record as a reader sees it."""

    number: int | None
    """None for one that was only read, and is not on record."""
    version: int
    current: bool
    versions: tuple[ArticleVersion, ...]
    """All of them, oldest first."""
    title: str | None
    authors: tuple[str, ...]
    outlet: str | None
    agency: str | None
    url: str | None
    language: str | None
    published: date | datetime | None
    added_at: datetime
    warnings: tuple[str, ...]
    text: str
    parts: tuple[Part, ...]
    """The headline, where the text begins with it, then all others in order."""
    marks: tuple[TextMark, ...]
    """In order of their beginnings."""
    kept: KeptArticle
    """As the record has it, which the API gives."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """Of all statements, in order of the text."""
        return tuple(note for part in self.parts for note in part.notes)

    @property
    def types(self) -> tuple[QuotationType, ...]:
        """Which types of quotation the article has."""
        found = {note.type for note in self.notes}
        return tuple(each for each in QuotationType if each in found)

    @property
    def changed_since(self) -> int | None:
        """The version before this one; None for the first."""
        before = [each.version for each in self.versions if each.version < self.version]
        return before[-1] if before else None


def article_view(record: Record, number: int, version: int | None = None) -> ArticleView | None:
    """The article with this number; None where the record has no such article or version."""
    kept = record.article_by_number(number, version)
    if kept is None:
        return None
    utterances = record.utterances_of(kept.statement_ids)
    return _view(kept, number, record.article_versions(number), utterances)


def read_view(article: Article) -> ArticleView:
    """An article that was only read, as it would look on record."""
    count = len(article.statements)
    kept = KeptArticle(
        id=0,
        article_id=0,
        version=1,
        current=True,
        same_text_as=None,
        added_at=datetime.now(UTC),
        article=article,
        statement_ids=tuple(range(1, count + 1)),
        identity_ids=(None,) * count,
        human=frozenset(),
    )
    return _view(kept, None, (), {})


def _view(
    kept: KeptArticle,
    number: int | None,
    versions: tuple[ArticleVersion, ...],
    utterances: Mapping[int, tuple[int, int]],
) -> ArticleView:
    article = kept.article
    notes = _notes(kept, utterances)
    return ArticleView(
        number=number,
        version=kept.version,
        current=kept.current,
        versions=versions,
        title=article.title,
        authors=article.authors,
        outlet=article.outlet,
        agency=article.agency.value if article.agency else None,
        url=article.url,
        language=article.language,
        published=article.published,
        added_at=kept.added_at,
        warnings=article.warnings,
        text=article.text,
        parts=_parts(article, notes),
        marks=tuple(sorted(_marks(kept), key=lambda mark: mark.span)),
        kept=kept,
    )


def _notes(kept: KeptArticle, utterances: Mapping[int, tuple[int, int]]) -> tuple[Note, ...]:
    article = kept.article
    places = {each.id: place for place, each in enumerate(article.statements, 1)}
    numbers = _numbers(kept)
    return tuple(
        note_of(
            article,
            statement,
            number,
            places[statement.id],
            numbers=numbers,
            human=number in kept.human,
            nested_in=places.get(statement.nested_in or 0),
            utterance=utterances.get(number),
        )
        for statement, number in zip(article.statements, kept.statement_ids, strict=True)
    )


def _numbers(kept: KeptArticle) -> Numbers:
    return {
        (statement.person.name, statement.person.kind): identity
        for statement, identity in zip(kept.article.statements, kept.identity_ids, strict=True)
        if statement.person is not None and identity is not None
    }


def _parts(article: Article, notes: Iterable[Note]) -> tuple[Part, ...]:
    """Each block with the notes of what begins in it, or in the white space behind it."""
    blocks = blocks_of(article)
    begins = [block.span.begin for block in blocks]
    beside: list[list[Note]] = [[] for _ in blocks]
    for note, statement in zip(notes, article.statements, strict=True):
        index = bisect_right(begins, statement.quote[0].begin) - 1
        beside[max(index, 0)].append(note)
    return tuple(Part(block, tuple(each)) for block, each in zip(blocks, beside, strict=True))


def _marks(kept: KeptArticle) -> Iterator[TextMark]:
    article = kept.article
    depths = _depths(article.statements)
    for statement, number in zip(article.statements, kept.statement_ids, strict=True):
        last = len(statement.quote) - 1
        for index, span in enumerate(statement.quote):
            yield TextMark(
                span,
                MarkKind.QUOTE,
                number,
                statement.type,
                depths[statement.id],
                first=index == 0,
                last=index == last,
            )
        for kind, spans in _beside(statement):
            for span in spans:
                yield TextMark(span, kind, number)
    inside = [block.span for block in blocks_of(article) if block.kind is not BlockKind.FURNITURE]
    for span in article.furniture:
        if any(span.overlaps(block) for block in inside):
            yield TextMark(span, MarkKind.FURNITURE)


def _beside(statement: Statement) -> Iterator[tuple[MarkKind, tuple[Span, ...]]]:
    yield MarkKind.SPEAKER, statement.speaker
    yield MarkKind.CUE, statement.cue
    yield MarkKind.ADDRESSEE, statement.addressee
    yield MarkKind.QUESTION, statement.in_reply_to
    yield MarkKind.CONDITION, statement.condition
    yield MarkKind.DAMAGE, statement.damage
    if statement.occasion is not None:
        yield MarkKind.OCCASION, statement.occasion.words
    if statement.said_on is not None and statement.said_on.words is not None:
        yield MarkKind.WHEN, (statement.said_on.words,)


def _depths(statements: Iterable[Statement]) -> dict[int, int]:
    """How many quotations each one stands within; a circle of them is broken off."""
    outer = {each.id: each.nested_in for each in statements}
    depths = {}
    for number, its_outer in outer.items():
        seen: set[int] = set()
        around = its_outer
        while around is not None and around in outer and around not in seen:
            seen.add(around)
            around = outer[around]
        depths[number] = len(seen)
    return depths
