"""The article's blocks in full: without boxes, and with what the extractor missed.

Where the article is, `_page_search` finds. Here paragraphs that stand in captions and boxes are
left out, and paragraphs between others of the same make are put back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from wortlaut.sources._page_blocks import Block, BlockKind
from wortlaut.sources._page_chrome import Surroundings
from wortlaut.sources._page_metadata import PageMetadata
from wortlaut.sources._page_search import article_core, eligible

_LEAST_SHARE_OF_MAKE = 0.12
_LEAST_COUNT_OF_MAKE = 3
_GREATEST_LINK_SHARE = 0.5
_SENTENCE_WORDS = 8
_LEAST_SHARE_OF_DEPTH = 0.6
_GREATEST_SHARE_OF_BOX = 0.2
_BOX_PARTS = ("h2", "h3", "h4", "h5", "h6", "figure", "img", "picture", "video")
_LINKED_HEADING = 0.9
_CARD_DEPTH = 3

Make = tuple[str, ...]


def article_blocks(
    tree: HtmlElement, blocks: Sequence[Block], metadata: PageMetadata
) -> list[Block]:
    """The blocks of the article on the page `tree`, in order; empty where there is none.

    `blocks` are all blocks of the page, in order.
    """
    own = eligible(blocks, metadata)
    core = article_core(tree, own, metadata)
    if not core:
        return []
    core = _without_cards(_without_chrome(core), blocks)
    return _without_boxes(_without_cards(_completed(core, own), blocks))


def _without_chrome(chosen: list[Block]) -> list[Block]:
    around = Surroundings(chosen)
    kept = [b for b in chosen if not around.is_chrome(b)]
    return kept or chosen


def _without_cards(chosen: list[Block], blocks: Sequence[Block]) -> list[Block]:
    """Leave out teasers of other articles: a headline that is a link, and a line or two below."""
    around = Surroundings(chosen)
    cards: set[HtmlElement] = set()
    begun: set[HtmlElement] = set()
    for block in blocks:
        if block.kind is BlockKind.HEADING and block.link_share >= _LINKED_HEADING:
            cards.update(
                element
                for element in block.ancestors[1:_CARD_DEPTH]
                if element not in begun and around.share(element) <= _GREATEST_SHARE_OF_BOX
            )
        begun.update(block.ancestors)
    return [block for block in chosen if cards.isdisjoint(block.ancestors)] or chosen


def _completed(chosen: list[Block], blocks: Sequence[Block]) -> list[Block]:
    """`chosen` with the blocks of the same make beside them, and what stands between these."""
    while missing := _missing(chosen, blocks):
        chosen = sorted([*chosen, *missing], key=lambda b: b.order)
    return chosen


def _missing(chosen: list[Block], blocks: Sequence[Block]) -> list[Block]:
    around = Surroundings(chosen)
    container = around.container()
    makes = _usual_makes(chosen)
    usual = [b for b in chosen if _make(b) in makes] or chosen
    parents = {b.element.getparent() for b in usual}
    headings = {_make(b) for b in chosen if b.kind is BlockKind.HEADING}
    have = {b.order for b in chosen}
    first, last = usual[0].order, usual[-1].order

    def fits(block: Block) -> bool:
        parent = block.element.getparent()
        if not first < block.order < last:  # only more of the same, right beside it
            return block.element.tag == "p" and parent in parents and _make(block) in makes
        match block.kind:
            case BlockKind.HEADING:
                return parent in parents or _make(block) in headings
            case BlockKind.ITEM:
                return parent is not None and parent.getparent() in parents
            case BlockKind.QUOTE:
                return container in block.ancestors
            case BlockKind.PARAGRAPH:
                return _make(block) in makes or (block.element.tag == "p" and parent in parents)

    return [
        block
        for block in blocks
        if block.order not in have
        and not _only_links(block)
        and fits(block)
        and not around.is_chrome(block, strict=not first < block.order < last)
    ]


def _only_links(block: Block) -> bool:
    """Whether a block is mostly link and not a sentence that happens to be one."""
    return block.link_share >= _GREATEST_LINK_SHARE and not (
        block.words >= _SENTENCE_WORDS and block.text.endswith(".")
    )


def _without_boxes(chosen: list[Block]) -> list[Block]:
    """Leave out units of their own, with a heading or picture, set deeper than the text."""
    around = Surroundings(chosen)
    container = around.container()
    depths: Counter[int] = Counter()
    for block in chosen:
        depths[_depth(block, container)] += block.words
    usual, words = depths.most_common(1)[0]
    if words < _LEAST_SHARE_OF_DEPTH * sum(depths.values()):
        return chosen

    boxes: set[HtmlElement] = set()
    for block in chosen:
        deeper = _depth(block, container) - usual
        if deeper > 0 and block.kind is BlockKind.PARAGRAPH:
            boxes.update(
                element
                for element in block.ancestors[1 : deeper + 2]
                if around.share(element) <= _GREATEST_SHARE_OF_BOX
                and next(element.iter(*_BOX_PARTS), None) is not None
            )
    return [block for block in chosen if boxes.isdisjoint(block.ancestors)]


def _depth(block: Block, container: HtmlElement | None) -> int:
    return block.ancestors.index(container) if container in block.ancestors else -1


def _make(block: Block) -> Make:
    """How the block and the two elements around it are made: tags and classes."""
    return tuple(
        f"{element.tag}.{'.'.join(sorted((element.get('class') or '').split()))}"
        for element in block.ancestors[:3]
    )


def _usual_makes(chosen: Sequence[Block]) -> set[Make]:
    prose = [b for b in chosen if b.kind is not BlockKind.HEADING]
    words: Counter[Make] = Counter()
    count: Counter[Make] = Counter()
    for block in prose:
        words[_make(block)] += block.words
        count[_make(block)] += 1
    least = _LEAST_SHARE_OF_MAKE * sum(words.values())
    return {m for m in words if words[m] >= least or count[m] >= _LEAST_COUNT_OF_MAKE}
