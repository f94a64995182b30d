"""The standfirst of an article: the summary that stands between its headline and its body.

Extractors tend to lose it, since it stands in the page's header. It is told by its text, which
pages repeat as their description for search engines, or by the name of its element.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from wortlaut.sources._page_blocks import Block, BlockKind, text_key
from wortlaut.sources._page_chrome import Surroundings, element_names
from wortlaut.sources._page_metadata import PageMetadata

_LEAD_WORDS = frozenset(
    """
    standfirst intro introduction lead lede leadtext dek deck subline subheadline subhead vorspann
    abstract subtitle einleitung excerpt anriss strapline unterzeile summary teaser description
    leadin articlelead articleintro dachtext lauftext
    """.split()
)
_PICTURE_WORDS = frozenset(
    """
    picture image img photo foto bild media video caption
    """.split()
)
_FEWEST_WORDS = 7
_MOST_BLOCKS = 3
_OPENING = 2
"""Blocks of the body whose beginning a teaser may repeat."""
_LEAST_OVERLAP = 0.75
_PREFIX = 40
_GREATEST_LINK_SHARE = 0.3


def with_lead(article: list[Block], blocks: Sequence[Block], metadata: PageMetadata) -> list[Block]:
    """`article` with the standfirst in front, where the page has one that is missing from it."""
    if not article:
        return article
    around = Surroundings(article)
    opening = {block.key[:_PREFIX] for block in article[:_OPENING]}
    first = article[0].order
    start = _headline(blocks, metadata, first)
    lead = [
        block
        for block in blocks[start or 0 : first]
        if block.words >= _FEWEST_WORDS
        and block.link_share < _GREATEST_LINK_SHARE
        and block.key[:_PREFIX] not in opening
        and not _is_title(block, metadata)
        and _is_lead(block, metadata, around, by_name=start is not None)
    ]
    unique = {block.key: block for block in reversed(lead)}
    return [*sorted(unique.values(), key=lambda b: b.order)[-_MOST_BLOCKS:], *article]


def _headline(blocks: Sequence[Block], metadata: PageMetadata, before: int) -> int | None:
    """Where the headline next to the body ends; None where there is none."""
    found = [
        block.order + 1
        for block in blocks[:before]
        if block.element.tag == "h1"
        or (block.kind is BlockKind.HEADING and _is_title(block, metadata))
    ]
    return max(found, default=None)


def _is_title(block: Block, metadata: PageMetadata) -> bool:
    return any(block.key == text_key(title) for title in metadata.titles)


def _is_lead(block: Block, metadata: PageMetadata, around: Surroundings, *, by_name: bool) -> bool:
    if around.is_chrome(block) and not _in_header(block):
        return False
    if any(_alike(block, description) for description in metadata.descriptions):
        return True
    if not by_name:
        return False
    names = [element_names(element) for element in list(around.below_article(block))[:3]]
    if not all(_PICTURE_WORDS.isdisjoint(words) for words in names):
        return False
    return any(not _LEAD_WORDS.isdisjoint(words) for words in names)


def _in_header(block: Block) -> bool:
    return any(element.tag == "header" for element in block.ancestors[:4])


def _alike(block: Block, description: str) -> bool:
    """Whether the two share nearly all words, or one is the other cut short."""
    key = text_key(description)
    if len(key) >= _PREFIX and len(block.key) >= _PREFIX:
        shorter = min(len(key), len(block.key))
        if key[:shorter] == block.key[:shorter] or key[:_PREFIX] == block.key[:_PREFIX]:
            return True
    one, other = Counter(block.text.lower().split()), Counter(description.lower().split())
    common = sum((one & other).values())
    return 2 * common >= _LEAST_OVERLAP * (sum(one.values()) + sum(other.values()))
