"""A web page as the blocks of text that a reader would see, in order.

A block is a run of text between two block boundaries of the page: a paragraph, a heading, an
item of a list. Each knows the element it stands in, so that what surrounds it (a caption, a
box, a link around it all) can be asked later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from lxml.html import HtmlElement  # type: ignore[import-untyped]

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCK_TAGS = _HEADINGS | frozenset(
    """
    address article aside blockquote body center dd details dialog div dl dt fieldset figcaption
    figure footer form header hr li main nav ol p pre section summary table tbody td tfoot th
    thead tr ul
    """.split()
)
_UNSEEN_TAGS = frozenset(
    """
    audio button canvas datalist embed head iframe input math meter noscript object option
    progress script select style svg template textarea video
    """.split()
)
_UNSEEN_CLASSES = frozenset(
    {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader-only"}
)
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_NO_LETTERS = re.compile(r"[\W_]+")
_SPACE = re.compile(r"\s+")
_JOINING_SIGNS = str.maketrans("", "", "\u00ad\u200b\ufeff\u2060")


class BlockKind(StrEnum):
    """What a block is on its page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    ITEM = "item"


@dataclass(frozen=True, eq=False)
class Block:
    """One run of text of a page."""

    text: str
    """White space collapsed, soft hyphens and zero-width signs taken out."""
    kind: BlockKind
    element: HtmlElement
    """The innermost block element around the text."""
    order: int
    """Counts from 0 in the order of the page."""
    linked: int = 0
    """How many characters of the text stand inside links, white space aside."""
    emphasised: int = 0
    """How many characters of the text are bold, white space aside."""

    @cached_property
    def key(self) -> str:
        """The letters and digits alone, lower case: what stays the same however it is set."""
        return text_key(self.text)

    @cached_property
    def words(self) -> int:
        """How many words the block has."""
        return len(self.text.split())

    @cached_property
    def link_share(self) -> float:
        """The share of the text, white space aside, that stands inside links."""
        return self.linked / max(1, len(_SPACE.sub("", self.text)))

    @cached_property
    def ancestors(self) -> tuple[HtmlElement, ...]:
        """The block's element and all that it stands in, innermost first."""
        return (self.element, *self.element.iterancestors())


def text_key(text: str) -> str:
    """The letters and digits of `text`, lower case."""
    return _NO_LETTERS.sub("", text).lower()


def plain(text: str) -> str:
    """`text` with white space collapsed and without signs that only steer hyphenation."""
    return _SPACE.sub(" ", text.translate(_JOINING_SIGNS)).strip()


def page_blocks(tree: HtmlElement) -> list[Block]:
    """Every block of text of the page that `tree` is, in order."""
    body = tree.find(".//body")
    runs = _Runs()
    _walk(body if body is not None else tree, runs)
    runs.end()
    return runs.blocks


@dataclass(frozen=True, slots=True)
class _Context:
    """What the text at one place of the page stands in."""

    block: HtmlElement | None = None
    kind: BlockKind = BlockKind.PARAGRAPH
    in_link: bool = False
    in_bold: bool = False


class _Runs:
    """Collects inline text until a block boundary ends the run."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._pieces: list[tuple[str, _Context]] = []

    def add(self, text: str | None, context: _Context) -> None:
        if text:
            self._pieces.append((text, context))

    @property
    def after_break(self) -> bool:
        """Whether nothing but white space followed the last line break."""
        for piece, _ in reversed(self._pieces):
            if piece == "\n\v":
                return True
            if not piece.isspace():
                return False
        return False

    def line_break(self, context: _Context) -> None:
        if self.after_break:  # two in a row part paragraphs, one only ends a line
            self.end()
        else:
            self._pieces.append(("\n\v", context))

    def end(self) -> None:
        pieces, self._pieces = self._pieces, []
        text = plain("".join(piece for piece, _ in pieces))
        if not text:
            return
        seen = [(_SPACE.sub("", piece), context) for piece, context in pieces]
        context = next(context for piece, context in seen if piece)
        if context.block is None:
            return
        self.blocks.append(
            Block(
                text=text,
                kind=context.kind,
                element=context.block,
                order=len(self.blocks),
                linked=sum(len(piece) for piece, where in seen if where.in_link),
                emphasised=sum(len(piece) for piece, where in seen if where.in_bold),
            )
        )


def _walk(root: HtmlElement, runs: _Runs) -> None:
    """Collect the text of `root`; by an explicit stack, since pages may nest deeply."""
    stack: list[tuple[HtmlElement, _Context, bool]] = [(root, _Context(), False)]
    while stack:
        node, around, leaving = stack.pop()
        seen = isinstance(node.tag, str) and not _is_unseen(node)
        is_block = seen and node.tag in _BLOCK_TAGS
        if is_block:
            runs.end()
        if node.tag == "br":
            runs.line_break(around)
        elif seen and not leaving:
            inside = _entered(node, around, is_block)
            stack.append((node, around, True))
            runs.add(node.text, inside)
            stack.extend((child, inside, False) for child in reversed(node))
            continue
        if node is not root:
            runs.add(node.tail, around)


def is_link(node: HtmlElement) -> bool:
    """Whether the element leads to another page, and not to a place on this one."""
    return node.tag == "a" and not (node.get("href") or "#").startswith("#")


def _entered(node: HtmlElement, around: _Context, is_block: bool) -> _Context:
    kind = around.kind
    if node.tag in _HEADINGS:
        kind = BlockKind.HEADING
    elif node.tag == "blockquote":
        kind = BlockKind.QUOTE
    elif node.tag in ("li", "dd", "dt") and kind is not BlockKind.QUOTE:
        kind = BlockKind.ITEM
    return _Context(
        block=node if is_block else around.block,
        kind=kind,
        in_link=around.in_link or is_link(node) or (node.tag == "a" and kind is BlockKind.ITEM),
        in_bold=around.in_bold or node.tag in ("b", "strong"),
    )


def _is_unseen(node: HtmlElement) -> bool:
    if node.tag in _UNSEEN_TAGS or node.get("hidden") is not None:
        return True
    if _HIDDEN_STYLE.search(node.get("style") or ""):
        return True
    return not _UNSEEN_CLASSES.isdisjoint((node.get("class") or "").lower().split())
