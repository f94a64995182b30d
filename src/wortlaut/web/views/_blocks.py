"""An article's text in blocks: headline, paragraphs, and what the page carried beside them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wortlaut.model import Article, Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")


class BlockKind(StrEnum):
    """What a block of the text is."""

    HEADLINE = "headline"
    """The first line, where it is the title."""
    BODY = "body"
    FURNITURE = "furniture"
    """What the page carries beside its article: forms, links, notices."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of the text that are shown together."""

    kind: BlockKind
    span: Span


def blocks_of(article: Article) -> tuple[Block, ...]:
    """The text in blocks, in order; what lies between them is white space.

    The lines of one paragraph are one block, with a dateline before it on the same line.
    """
    found: list[Block] = []
    last_owner: int | None = None
    for line, owner, furniture in _lines(article):
        if owner is not None and owner == last_owner:
            found[-1] = Block(BlockKind.BODY, Span(found[-1].span.begin, line.end))
            continue
        is_title = not found and article.title is not None and _same(line, article)
        kind = BlockKind.HEADLINE if is_title else BlockKind.BODY
        found.append(Block(BlockKind.FURNITURE if furniture else kind, line))
        last_owner = owner
    return tuple(found)


def _lines(article: Article) -> Iterator[tuple[Span, int | None, bool]]:
    """Each line that has words, the paragraph it belongs to, and whether it is furniture."""
    paragraphs, furniture = article.paragraphs, article.furniture
    paragraph_begins = [span.begin for span in paragraphs]
    furniture_begins = [span.begin for span in furniture]
    for match in _LINE.finditer(article.text):
        line = Span(match.start(), match.end())
        owner = _overlapping(paragraphs, paragraph_begins, line)
        beside = owner is None and _overlapping(furniture, furniture_begins, line) is not None
        yield line, owner, beside


def _overlapping(spans: Sequence[Span], begins: Sequence[int], line: Span) -> int | None:
    """The index of the last of the ordered spans that shares a character with the line."""
    index = bisect_right(begins, line.end - 1) - 1
    return index if index >= 0 and spans[index].overlaps(line) else None


def _same(line: Span, article: Article) -> bool:
    return " ".join(line.of(article.text).split()) == " ".join((article.title or "").split())
