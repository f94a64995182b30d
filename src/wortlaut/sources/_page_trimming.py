"""Takes out of an article's blocks what does not belong to its text.

What extraction brings along: the headline again, bylines and datelines, lines that only link
elsewhere, sentences that a box repeats in large type, credits and notes about the author.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from wortlaut.model import Span
from wortlaut.sources._byline import find_byline
from wortlaut.sources._furniture import is_furniture
from wortlaut.sources._page_blocks import Block, BlockKind, text_key
from wortlaut.sources._page_metadata import PageMetadata
from wortlaut.sources._page_notes import (
    BIOGRAPHY_VERB,
    CREDIT_LINE,
    INVITATION,
    OPENING_LINE,
    PROVENANCE,
)

_SENTENCE_END = re.compile(r"[.!?…:]['\"“”»«’)\]]*$")
_FULL_STOP = re.compile(r"[.!…]['\"“”»«’)\]]*$")
_PROSE_WORDS = 15
_LINKED = 0.8
_LINKED_ITEM = 0.6
_LINKED_SENTENCE_WORDS = 8
_REPEATED_WORDS = 6
_REPEATED_SHARE = 0.8
_ATTRIBUTION_WORDS = 14
_INVITATION_WORDS = 45
_KICKER_WORDS = 4
_BYLINE_WORDS = 14
_OPENING = 4
"""Blocks from the first paragraph on, often the standfirst, among which bylines stand."""
_CLOSING = 4
"""Blocks at the end among which credits and notes about authors stand."""
_BIO_WORDS = 80
_NAME_WITHIN = 8
_VERB_WITHIN = 5

_QUOTATION_MARK = re.compile(r"[\"“”„»«]")

Rule = Callable[[list[Block]], list[Block]]


def trimmed(blocks: Sequence[Block], metadata: PageMetadata) -> list[Block]:
    """`blocks` without headline, bylines, links, repetitions, credits and author's notes."""
    rules: tuple[Rule, ...] = (
        partial(_without_titles, metadata=metadata),
        _without_links,
        _without_furniture,
        _without_repetitions,
        _without_opening_lines,
        partial(_without_closing_notes, metadata=metadata),
        _without_loose_ends,
    )
    article = [block for block in blocks if block.key]
    for rule in rules:
        article = rule(article)
    return article


def is_prose(block: Block) -> bool:
    """Whether the block reads like a paragraph: some words that end as a sentence does."""
    return (
        block.kind is not BlockKind.HEADING
        and block.words >= _PROSE_WORDS
        and _SENTENCE_END.search(block.text) is not None
    )


def _first_prose(blocks: Sequence[Block]) -> int:
    return next((i for i, block in enumerate(blocks) if is_prose(block)), len(blocks))


def _without_titles(blocks: list[Block], metadata: PageMetadata) -> list[Block]:
    """Leave out the headline, wherever it is a heading and, before the text, in any form."""
    titles = [key for title in metadata.titles if len(key := text_key(title)) > 8]
    opening = _first_prose(blocks)

    def is_title(index: int, block: Block) -> bool:
        if block.element.tag == "h1" or block.key in titles:
            return index <= opening or block.kind is BlockKind.HEADING
        if index > opening or is_prose(block):
            return False
        return any(
            (title in block.key and len(block.key) <= 2 * len(title))
            or (block.key in title and block.kind is BlockKind.HEADING)
            for title in titles
        )

    return [block for index, block in enumerate(blocks) if not is_title(index, block)]


def _without_links(blocks: list[Block]) -> list[Block]:
    """Leave out lines that are nothing but a link to something else."""

    def only_links(block: Block) -> bool:
        if block.link_share < (_LINKED_ITEM if block.kind is BlockKind.ITEM else _LINKED):
            return False
        return not (block.words >= _LINKED_SENTENCE_WORDS and _FULL_STOP.search(block.text))

    return [block for block in blocks if not only_links(block)]


def _without_furniture(blocks: list[Block]) -> list[Block]:
    """Leave out what no article says of itself: forms, notices, credits, invitations."""
    return [
        block
        for block in blocks
        if not is_furniture(block.text)
        and not (
            block.words <= _INVITATION_WORDS
            and INVITATION.search(block.text)
            and not _QUOTATION_MARK.search(block.text)
        )
    ]


def _without_repetitions(blocks: list[Block]) -> list[Block]:
    """Leave out what a box repeats from the text, with the name that stands below it."""
    bags = [Counter(_tokens(block)) for block in blocks]
    gone: set[int] = set()
    for i, block in enumerate(blocks):
        others = [j for j in range(len(blocks)) if j != i and j not in gone]
        if block.words < _REPEATED_WORDS or block.kind is BlockKind.HEADING:
            continue
        if any(_repeats(i, j, blocks, bags) for j in others):
            gone.add(i)
            below = i + 1
            if (
                block.kind is BlockKind.QUOTE
                and below < len(blocks)
                and _is_attribution(blocks[below : below + 1])
            ):
                gone.add(below)
    return [block for i, block in enumerate(blocks) if i not in gone]


def _repeats(i: int, j: int, blocks: list[Block], bags: list[Counter[str]]) -> bool:
    one, other = blocks[i], blocks[j]
    if one.key == other.key:
        return j < i and (one.words >= _PROSE_WORDS or one.kind is BlockKind.QUOTE)
    if one.key in other.key:
        return True
    if one.kind is not BlockKind.QUOTE or other.kind is BlockKind.QUOTE:
        return False
    return sum((bags[i] & bags[j]).values()) >= _REPEATED_SHARE * sum(bags[i].values())


def _is_attribution(following: list[Block]) -> bool:
    return any(
        block.kind is not BlockKind.HEADING
        and block.words <= _ATTRIBUTION_WORDS
        and not _SENTENCE_END.search(block.text)
        for block in following
    )


def _tokens(block: Block) -> list[str]:
    return re.findall(r"\w+", block.text.lower())


def _without_opening_lines(blocks: list[Block]) -> list[Block]:
    """Leave out section names, bylines, dates and reading times around the first paragraph."""
    opening = _first_prose(blocks)

    def is_opening_line(index: int, block: Block) -> bool:
        if index >= opening + _OPENING or is_prose(block):
            return False
        closes = _SENTENCE_END.search(block.text) is not None
        if index < opening and block.kind is BlockKind.PARAGRAPH and not closes:
            if block.words <= _KICKER_WORDS:
                return True
        elif closes or block.words > _BYLINE_WORDS:
            return False
        if find_byline(block.text, Span(0, len(block.text))) is not None:
            return True
        is_heading = block.kind is BlockKind.HEADING
        return not is_heading and OPENING_LINE.fullmatch(block.text) is not None

    return [b for i, b in enumerate(blocks) if not is_opening_line(i, b)]


def _without_closing_notes(blocks: list[Block], metadata: PageMetadata) -> list[Block]:
    """Leave out credits, and notes about the author, at the end."""
    authors = [key for name in metadata.authors if len(key := text_key(name)) > 6]

    def is_note(block: Block) -> bool:
        if block.kind is not BlockKind.ITEM and CREDIT_LINE.fullmatch(block.text):
            return True
        if PROVENANCE.match(block.text):
            return True
        if block.words > _BIO_WORDS or _QUOTATION_MARK.search(block.text):
            return False
        words = block.text.split()
        return any(
            author in text_key(" ".join(words[: begin + 1]))
            and BIOGRAPHY_VERB.search(" ".join(words[begin + 1 : begin + 1 + _VERB_WITHIN]))
            for author in authors
            for begin in range(min(_NAME_WITHIN, len(words)))
        )

    start = max(1, len(blocks) - _CLOSING)
    return [b for i, b in enumerate(blocks) if i < start or not is_note(b)]


def _without_loose_ends(blocks: list[Block]) -> list[Block]:
    """Leave out headings and announcements that nothing follows any more."""
    kept: list[Block] = []
    for block in reversed(blocks):
        nothing_follows = not kept
        if nothing_follows and (block.kind is BlockKind.HEADING or block.text.endswith(":")):
            continue
        kept.append(block)
    return kept[::-1]
