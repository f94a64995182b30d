"""What changed between two versions of an article: paragraph by paragraph, then word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher

from wortlaut.record import KeptArticle, Record

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_MOST_WORDS = 4_000
"""Tokens of two stretches that are compared word by word; longer ones changed as a whole."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch that both versions have, or that one or both have in other words."""

    before: str
    after: str

    @property
    def is_same(self) -> bool:
        """Whether both have it."""
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class ChangedPart:
    """Paragraphs that changed, or how many did not."""

    turns: tuple[Turn, ...]
    """In order of the text; empty for paragraphs that did not change."""
    unchanged: int = 0
    """How many paragraphs stand here as they were."""


@dataclass(frozen=True, slots=True)
class ChangesView:
    """Two versions of an article, and how the later one differs."""

    number: int
    before: int
    after: int
    added_before: datetime
    added_after: datetime
    title_before: str | None
    title_after: str | None
    statements_before: int
    statements_after: int
    parts: tuple[ChangedPart, ...]


def changes_view(record: Record, number: int, before: int, after: int) -> ChangesView | None:
    """How the text `after` differs from `before`; None where the record has not both."""
    one = record.article_by_number(number, before)
    other = record.article_by_number(number, after)
    if one is None or other is None:
        return None
    return _changes(number, one, other)


def _changes(number: int, one: KeptArticle, other: KeptArticle) -> ChangesView:
    return ChangesView(
        number=number,
        before=one.version,
        after=other.version,
        added_before=one.added_at,
        added_after=other.added_at,
        title_before=one.article.title,
        title_after=other.article.title,
        statements_before=len(one.article.statements),
        statements_after=len(other.article.statements),
        parts=tuple(changed_parts(one.article.text, other.article.text)),
    )


def changed_parts(before: str, after: str) -> Iterator[ChangedPart]:
    """The paragraphs of two texts: those that changed in words, the others counted."""
    one, other = _paragraphs(before), _paragraphs(after)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield ChangedPart((), unchanged=b - a)
            continue
        # Where as many were replaced as came, each is held against the one in its place.
        if b - a == d - c:
            for first, second in zip(one[a:b], other[c:d], strict=True):
                yield ChangedPart(tuple(turns(first, second)))
            continue
        yield ChangedPart(tuple(turns("\n".join(one[a:b]), "\n".join(other[c:d]))))


def turns(before: str, after: str) -> Iterator[Turn]:
    """Two texts word by word: all `before` joined are the first, all `after` the second."""
    one, other = _TOKEN.findall(before), _TOKEN.findall(after)
    if not before or not after or len(one) + len(other) > _MOST_WORDS:
        yield Turn(before, after)
        return
    pending = Turn("", "")
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        first, second = "".join(one[a:b]), "".join(other[c:d])
        # A space between two changes would break them into pieces that nobody can read.
        if tag != "equal" or (not first.strip() and pending.before + pending.after):
            pending = Turn(pending.before + first, pending.after + second)
            continue
        yield from _parted(pending)
        yield Turn(first, second)
        pending = Turn("", "")
    yield from _parted(pending)


def _parted(turn: Turn) -> Iterator[Turn]:
    """A change without the white space at its end that both sides have."""
    before, after = turn.before, turn.after
    if not before and not after:
        return
    end = ""
    if before[-1:].isspace() and before[-1:] == after[-1:]:
        before, after, end = before[:-1], after[:-1], before[-1]
    if before or after:
        yield Turn(before, after)
    if end:
        yield Turn(end, end)


def _paragraphs(text: str) -> Sequence[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]
