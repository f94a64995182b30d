"""Which parts of a web page stand beside its article: captions, boxes, teasers, forms.

Judged by what the page's own markup calls the elements around a block. A name alone is weak
evidence, since sites call anything "teaser" or "widget"; so neither an element that holds a
good part of the article's words is taken for such a part, nor a name that as many of them share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from wortlaut.sources._page_blocks import Block, BlockKind

_GREATEST_SHARE = 0.35
"""Of the article's words; an element with more is part of the article."""
_GREATEST_SHARE_OF_NAME = 0.25
"""Of the article's words; a name that stands around more says nothing against them."""

_CHROME_TAGS = frozenset(
    {"aside", "nav", "footer", "form", "figcaption", "figure", "table", "dialog", "menu", "button"}
)
_CHROME_NAMES = frozenset(
    """
    caption bildunterschrift bu credit credits copyright pictsrc imagecredit photocredit related
    recommended recommendation recommendations promo promotion teasers newsletter share sharing
    social subscribe subscription signup taboola outbrain comment comments kommentare tags taglist
    breadcrumb breadcrumbs byline author authors autor autoren bio infobox factbox faktenbox
    sidebar ad ads advert advertisement anzeige werbung sponsored recirc recirculation readmore
    mostread trending weiterlesen widget player podcast gallery slideshow cookie consent poll quiz
    toolbar pagination timestamp dateline pubdate readingtime mediainfo mediadescription embed
    read_more most_read more_on see_also image_text media_info media_description info_box fact_box
    author_box author_bio article_meta meta_data reading_time also_read next_article sign_up
    tag_list related_content mehr_zum externer_inhalt external_content social_media link_list
    live_ticker
    """.split()
)
_EMBEDDED_POSTS = frozenset(
    {"twitter", "tweet", "instagram", "tiktok", "bluesky", "facebook", "threads", "mastodon"}
)
_WEAK_NAMES = frozenset(
    """
    teaser media video audio image img picture photo bild foto box info infos box slider thumbnail
    poster card meta kicker label hint note notice banner summary toc
    """.split()
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_BETWEEN = re.compile(r"[^A-Za-z\d]+")
_HASH = re.compile(r"(?=.*\d)(?:[a-zA-Z]{0,3}\d+)+[a-zA-Z]{0,3}")
_NAMING = re.compile(
    r"class|id|itemprop|role|data-(?:[\w-]+-)?(?:component|testid|type|name|block|role)"
)
_LONGEST_NAME = 300


@lru_cache(maxsize=4096)
def _split(name: str) -> tuple[frozenset[str], frozenset[str]]:
    words: set[str] = set()
    pairs: set[str] = set()
    for token in name.split():
        # Style sheets' hashes have digits in them, and words such as "ad" by accident.
        pieces = [piece for piece in _BETWEEN.split(token) if not _HASH.fullmatch(piece)]
        parts = [part.lower() for piece in pieces for part in _WORD.findall(piece)]
        words.update(parts)
        words.add("".join(parts))
        pairs.update(f"{a}_{b}" for a, b in pairwise(parts))
    return frozenset(words), frozenset(pairs)


def element_names(element: HtmlElement) -> frozenset[str]:
    """The words in the element's class, id and similar names, and pairs such as `read_more`."""
    named = (value for name, value in element.attrib.items() if _NAMING.fullmatch(name))
    words, pairs = _split(" ".join(value for value in named if len(value) < _LONGEST_NAME))
    return words | pairs


class Surroundings:
    """What stands around a page's blocks, given the blocks taken for the article so far."""

    def __init__(self, article: Sequence[Block]) -> None:
        self._words: Counter[HtmlElement] = Counter()
        for block in article:
            for element in block.ancestors:
                self._words[element] += block.words
        self._total = sum(block.words for block in article) or 1
        self._harmless: frozenset[str] = frozenset()
        self._harmless = self._common_reasons(article)

    def share(self, element: HtmlElement) -> float:
        """The share of the article's words that stand in `element`."""
        return self._words[element] / self._total

    def container(self, least: float = 0.75) -> HtmlElement | None:
        """The innermost element with at least `least` of the article's words."""
        within = [e for e, words in self._words.items() if words >= least * self._total]
        return max(within, key=lambda e: sum(1 for _ in e.iterancestors()), default=None)

    def below_article(self, block: Block) -> Iterable[HtmlElement]:
        """The elements around `block` that are too small to be the article, innermost first."""
        for element in block.ancestors:
            if self.share(element) >= _GREATEST_SHARE or element.tag in ("body", "html"):
                return
            yield element

    def is_chrome(self, block: Block, *, strict: bool = False) -> bool:
        """Whether `block` stands in a part beside the article.

        With `strict`, for blocks about which nothing speaks for the article, names that
        sites use for many things count too.
        """
        reasons = self._reasons(block)
        if strict:
            for element in self.below_article(block):
                reasons |= element_names(element) & _WEAK_NAMES
        return bool(reasons - self._harmless)

    def _reasons(self, block: Block) -> set[str]:
        """The tags and names around `block` that parts beside an article have."""
        reasons: set[str] = set()
        for element in self.below_article(block):
            names = element_names(element)
            reasons |= names & _CHROME_NAMES
            if element.tag in _CHROME_TAGS and not _is_quoting(element, block):
                reasons.add(f"<{element.tag}>")
            if element.tag == "blockquote":
                reasons |= names & _EMBEDDED_POSTS
        return reasons

    def _common_reasons(self, article: Sequence[Block]) -> frozenset[str]:
        words: Counter[str] = Counter()
        for block in article:
            for reason in self._reasons(block):
                words[reason] += block.words
        least = _GREATEST_SHARE_OF_NAME * self._total
        return frozenset(reason for reason, count in words.items() if count > least)


def _is_quoting(element: HtmlElement, block: Block) -> bool:
    """Whether a figure is there for a block quotation, as some sites set them."""
    return element.tag == "figure" and block.kind is BlockKind.QUOTE
