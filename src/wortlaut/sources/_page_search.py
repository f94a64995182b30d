"""Finds where on a web page the article is.

trafilatura decides, and its text is then found again in the page's own blocks, which adds what
the text alone does not tell: the markup around each paragraph. Where the page itself states a
much longer text, that is looked up instead; and where next to nothing was found, the element
with the most prose is taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy

import trafilatura
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from wortlaut.sources._page_blocks import Block, BlockKind, is_link, plain, text_key
from wortlaut.sources._page_chrome import Surroundings
from wortlaut.sources._page_metadata import PageMetadata

_LONG = 40
"""Letters from which on a block's text names it beyond doubt."""
_EDGE = 25
_MUCH_LONGER = 1.6
_FEW_WORDS = 60
_FAR_MORE = 2
_PROSE_WORDS = 12
_SENTENCE_END = re.compile(r"[.!?…:]['\"“”»«’)\]]*$")
_LINKED_PROSE = 0.5


def eligible(blocks: Sequence[Block], metadata: PageMetadata) -> list[Block]:
    """The blocks that could belong to the article.

    Not the text of a link that is set as a card around headings and paragraphs; where the
    headline stands in an `article` element that has a text, nothing from another such element,
    since pages set the next articles and teasers in them too; and where it stands in the page's
    `main` element, nothing from outside.
    """
    text = [block for block in blocks if not _in_card(block)]
    if 2 * sum(b.words for b in text) < sum(b.words for b in blocks if _is_prose(b)):
        text = list(blocks)
    titles = {text_key(title) for title in metadata.titles}
    headlines = [b for b in blocks if b.kind is BlockKind.HEADING and b.key in titles]
    headlines.sort(key=lambda b: b.element.tag != "h1")
    for headline in headlines[:1]:
        main = next((e for e in headline.ancestors if e.tag == "main"), None)
        if main is not None and _has_text(main, text):
            text = [b for b in text if main in b.ancestors]
        own = _article_around(headline)
        if own is not None and _has_text(own, text):
            text = [b for b in text if own in b.ancestors or _article_around(b) is None]
    return text


def _has_text(element: HtmlElement, blocks: Sequence[Block]) -> bool:
    return _words([b for b in blocks if element in b.ancestors and _is_prose(b)]) >= _FEW_WORDS


def _in_card(block: Block) -> bool:
    return any(is_link(element) for element in block.ancestors)


def _article_around(block: Block) -> HtmlElement | None:
    """The outermost `article` element around the block."""
    return next((e for e in reversed(block.ancestors) if e.tag == "article"), None)


def article_core(tree: HtmlElement, blocks: Sequence[Block], metadata: PageMetadata) -> list[Block]:
    """The blocks of the page `tree` that are surely the article's, in order.

    `blocks` are those to choose from.
    """
    core = _in_blocks(_extracted(tree), blocks)
    stated = metadata.body
    if stated and len(text_key(stated)) > _MUCH_LONGER * sum(len(b.key) for b in core):
        core = _longer(core, _in_blocks([plain(line) for line in stated.splitlines()], blocks))
    if _words(core) < _FEW_WORDS:
        densest = _densest(blocks)
        if _words(densest) > _FAR_MORE * _words(core):
            core = densest
    return core


def _words(blocks: Sequence[Block]) -> int:
    return sum(block.words for block in blocks)


def _longer(one: list[Block], other: list[Block]) -> list[Block]:
    return other if _words(other) > _words(one) else one


def _is_prose(block: Block) -> bool:
    return (
        block.kind is not BlockKind.HEADING
        and block.words >= _PROSE_WORDS
        and block.link_share < _LINKED_PROSE
        and _SENTENCE_END.search(block.text) is not None
    )


def _densest(blocks: Sequence[Block]) -> list[Block]:
    """The prose in the element that has the most of it close below, chrome aside."""
    prose = [block for block in blocks if _is_prose(block)]
    around = Surroundings(prose)
    prose = [block for block in prose if not around.is_chrome(block)]
    score: Counter[HtmlElement] = Counter()
    for block in prose:
        for distance, element in enumerate(block.ancestors[:4]):
            score[element] += block.words * (4 - distance)
    if not score:
        return []
    best = max(score, key=lambda element: score[element])
    return [block for block in prose if best in block.ancestors]


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
