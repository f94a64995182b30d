"""Finds the blocks of a web page that are its article.

trafilatura decides where the article is. Its text is then found again in the page's own blocks,
which adds what the text alone does not tell: the markup around each paragraph. Paragraphs that
stand in captions and boxes are left out, and paragraphs that trafilatura missed between others
of the same make are put back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from copy import deepcopy

import trafilatura
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from wortlaut.sources._page_blocks import Block, BlockKind, plain, text_key
from wortlaut.sources._page_chrome import Surroundings

_LONG = 40
"""Letters from which on a block's text names it beyond doubt."""
_EDGE = 25
_LEAST_SHARE_OF_MAKE = 0.12
_LEAST_COUNT_OF_MAKE = 3
_MUCH_LONGER = 1.6
_GREATEST_LINK_SHARE = 0.5
_SENTENCE_WORDS = 8
_LEAST_SHARE_OF_DEPTH = 0.6
_GREATEST_SHARE_OF_BOX = 0.15
_BOX_PARTS = ("h2", "h3", "h4", "h5", "h6", "figure")

Make = tuple[str, ...]


def article_blocks(tree: HtmlElement, blocks: Sequence[Block], stated: str | None) -> list[Block]:
    """The blocks of the article on the page `tree`, in order; empty where there is none.

    `blocks` are all blocks of the page, `stated` the article's text as the page's JSON-LD
    gives it: where that is much longer than what trafilatura found, it leads instead.
    """
    found = _extracted(tree)
    chosen = _in_blocks(found, blocks)
    if stated and len(text_key(stated)) > _MUCH_LONGER * sum(len(b.key) for b in chosen):
        by_statement = _in_blocks([plain(line) for line in stated.splitlines()], blocks)
        if sum(b.words for b in by_statement) > sum(b.words for b in chosen):
            chosen = by_statement
    if not chosen:
        return []
    return _without_boxes(_completed(_without_chrome(chosen), blocks))


def _extracted(tree: HtmlElement) -> list[str]:
    document = trafilatura.bare_extraction(deepcopy(tree), include_comments=False)
    text = getattr(document, "text", None) or ""
    return [line for line in (plain(line) for line in text.splitlines()) if line]


def _in_blocks(lines: Sequence[str], blocks: Sequence[Block]) -> list[Block]:
    """The blocks whose text stands in `lines`; a text that the page repeats is taken once."""
    keys = {text_key(line) for line in lines}
    whole = "".join(text_key(line) for line in lines)
    long = [b for b in blocks if len(b.key) >= _LONG and _stands_in(b.key, keys, whole)]
    if not long:
        return []
    around = Surroundings(long)
    container = around.container()
    first, last = long[0].order, long[-1].order
    inside = [b for b in long if container in b.ancestors]
    if inside:
        first, last = inside[0].order, inside[-1].order
    parents = {b.element.getparent() for b in inside}
    short = [
        b
        for b in blocks
        if len(b.key) < _LONG
        and b.key in keys
        and (first < b.order < last or b.element.getparent() in parents)
    ]
    return _each_once([*long, *short], container)


def _stands_in(key: str, keys: set[str], whole: str) -> bool:
    return key in keys or key in whole or (key[:_EDGE] in whole and key[-_EDGE:] in whole)


def _each_once(blocks: Sequence[Block], container: HtmlElement | None) -> list[Block]:
    """`blocks` in order; of long ones with the same text, the one inside the container."""
    best: dict[str, Block] = {}
    for block in sorted(blocks, key=lambda b: (container not in b.ancestors, b.order)):
        best.setdefault(block.key if len(block.key) >= _LONG else f"{block.order}", block)
    return sorted(best.values(), key=lambda b: b.order)


def _without_chrome(chosen: list[Block]) -> list[Block]:
    around = Surroundings(chosen)
    kept = [b for b in chosen if not around.is_chrome(b)]
    return kept or chosen


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
