"""A web page's markup to an article.

The parts: `_page_blocks` cuts the page into blocks of text, `_page_metadata` reads what it says
of itself, `_page_body` finds the article's blocks with trafilatura's help, `_page_trimming` and
`_page_lead` mend their edges. Here they are put together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement  # type: ignore[import-untyped]
from trafilatura.utils import load_html

from wortlaut._exceptions import NoArticle
from wortlaut.model import Article, Span
from wortlaut.sources._dateline import past_dateline
from wortlaut.sources._language import recognise_language
from wortlaut.sources._page_blocks import Block, BlockKind, page_blocks
from wortlaut.sources._page_body import article_blocks
from wortlaut.sources._page_lead import with_lead
from wortlaut.sources._page_metadata import PageMetadata, page_metadata
from wortlaut.sources._page_trimming import trimmed

_BETWEEN = "\n\n"
_DATELINE_WITHIN = 3
"""Paragraphs among which a dateline may stand: a standfirst and a byline come before it."""
_TELLING = 200
"""Characters from which on a text's own language is trusted over what its page claims."""
_FEWEST_WORDS = 8
_SENTENCE = re.compile(r"[.!?…:]['\"“”»«’)\]]*\s*$")


def article_from_html(markup: str, *, url: str | None = None, source: str = "") -> Article:
    """The article on the page whose HTML is `markup`.

    The article's `text` is its body: headings, paragraphs, items of lists and block quotations,
    each a paragraph of its own, joined by two newlines. Headline, byline, captions, boxes, links
    to other pages and notes of the newsroom are left out. `paragraphs` are the paragraphs' spans,
    in code points of `text`, the first without its dateline. `url` is where the page was found;
    its own canonical address is preferred if it is on the same site. `source` names the page in
    errors and in `Article.source`.

    Raises `NoArticle` where the page holds no paragraph of an article.
    """
    tree = load_html(_without_controls(markup))
    if tree is None:
        raise _no_article(source, url)
    metadata = page_metadata(tree, url)
    blocks = _body(tree, metadata)
    if not any(_is_sentence(block) for block in blocks):
        raise _no_article(source, url)
    text, spans = _joined(blocks)
    prose = [i for i, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH]
    paragraphs, dateline = past_dateline(text, spans, prose[:_DATELINE_WITHIN])
    return Article(
        text=text,
        source=source,
        language=_language(text, metadata),
        title=metadata.title,
        authors=metadata.authors,
        outlet=metadata.outlet,
        url=metadata.url,
        published=metadata.published or (dateline.published if dateline else None),
        agency=dateline.agency if dateline else None,
        place=dateline.place if dateline else None,
        paragraphs=paragraphs,
    )


def _body(tree: HtmlElement, metadata: PageMetadata) -> list[Block]:
    blocks = page_blocks(tree)
    article = trimmed(article_blocks(tree, blocks, metadata), metadata)
    return with_lead(article, blocks, metadata)


def _is_sentence(block: Block) -> bool:
    return block.words >= _FEWEST_WORDS and _SENTENCE.search(block.text) is not None


def _joined(blocks: Sequence[Block]) -> tuple[str, list[Span]]:
    """The blocks' texts as one text, and where each stands in it."""
    spans = []
    begin = 0
    for block in blocks:
        spans.append(Span(begin, begin + len(block.text)))
        begin += len(block.text) + len(_BETWEEN)
    return _BETWEEN.join(block.text for block in blocks), spans


def _language(text: str, metadata: PageMetadata) -> str | None:
    """The text's language; the page's word for it where the text is short or leaves it open.

    Newsrooms write in one language, but their page templates often claim another.
    """
    recognised = recognise_language(text)
    if recognised and (len(text) >= _TELLING or metadata.language is None):
        return recognised
    return metadata.language


def _without_controls(markup: str) -> str:
    """`markup` without the control characters at which the parser stops reading."""
    return _CONTROLS.sub("", markup)


_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")


def _no_article(source: str, url: str | None) -> NoArticle:
    return NoArticle(
        source or url or "web page",
        "no article was found in this HTML",
        "give the address of a single article, or its text as a plain text file",
    )
