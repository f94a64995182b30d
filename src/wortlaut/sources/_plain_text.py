"""Plain text to articles: the body's paragraphs, and what stands before and around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise

from wortlaut._exceptions import EmptySource, NoArticle
from wortlaut.model import Article, Span
from wortlaut.sources._byline import find_byline
from wortlaut.sources._dateline import find_dateline, past_dateline
from wortlaut.sources._furniture import furniture_among, is_prose, is_short
from wortlaut.sources._language import recognise_language
from wortlaut.sources._text_layout import paragraphs_in
from wortlaut.sources._written_date import read_date

_LONGEST_TITLE = 200
_TITLE_WITHIN = 6
"""A headline is among so many lines before the body; those above are the site's."""
_LONGEST_HEAD = 60
"""Lines before the body that are searched for a byline and a date."""
_DATELINE_WITHIN = 4
"""A dateline stands in one of the first paragraphs: some pages set a summary before it."""
_SENTENCE = 8
"""Words from which on a line that ends in a colon is no label but opens the body."""
_SAMPLE = 4000
"""Characters of the body that its language is told from."""

_CLOSED = re.compile(r"[.!?:;,…。！？؟۔।][\"“”„»«’‘')\]]*$")
_BLANK_END = re.compile(r"[\s\ufeff\u200b]+\Z")
_CHANGED = re.compile(r"aktualisier|geändert|bearbeitet|updated|modified|\bstand\b", re.IGNORECASE)


def article_from_text(text: str, *, source: str = "", url: str | None = None) -> Article:
    """The article on a plain-text page.

    `text` is kept as it is: every span of the result counts its code points. `source` and
    `url` say where it came from. A headline, a byline, a date line and a dateline at the head
    go into the article's fields; menus, forms, links and credits into `furniture`.

    Raises `EmptySource` when `text` is nothing but white space, `NoArticle` when it holds
    nothing but furniture.
    """
    name = source or url or "text"
    blocks = list(paragraphs_in(text))
    if not blocks:
        raise EmptySource(name, "there is no text in it", "check that the right file was given")
    lines = [block.of(text) for block in blocks]
    flags = furniture_among(lines)
    if all(flags):
        raise _no_article(name)
    begin = _begin_of_body(lines, flags)
    head = range(max(0, begin - _LONGEST_HEAD), begin)
    datelines = {i for i in head if not flags[i] and _is_dateline(text, blocks[i])}
    title = _title(lines, [flag or i in datelines for i, flag in enumerate(flags)], begin)
    for i in range(begin):
        flags[i] = flags[i] or (i != title and i not in datelines and is_short(lines[i]))
    own = [block for i, block in enumerate(blocks) if not flags[i] and i != title]
    paragraphs, dateline = past_dateline(text, own, range(min(_DATELINE_WITHIN, len(own))))
    if not paragraphs:
        raise _no_article(name)
    furniture = [block for i, block in enumerate(blocks) if flags[i]]
    if dateline and not dateline.agency and not dateline.place:
        furniture = sorted([*furniture, _cut_off(text, own, dateline.end)])
    labels = [lines[i] for i in head if flags[i]]
    return Article(
        text=text,
        source=source,
        language=recognise_language(_sample(text, paragraphs)),
        title=None if title is None else " ".join(lines[title].split()),
        authors=_authors(labels),
        url=url,
        published=(dateline.published if dateline else None) or _published(labels),
        agency=dateline.agency if dateline else None,
        place=dateline.place if dateline else None,
        paragraphs=paragraphs,
        furniture=tuple(furniture),
    )


def _no_article(name: str) -> NoArticle:
    return NoArticle(
        name,
        "it holds only what stands around articles: links, forms, notices",
        "give the article's own text, or the page as HTML",
    )


def _is_dateline(text: str, block: Span) -> bool:
    """Whether a dateline fills the block."""
    dateline = find_dateline(text, block)
    return dateline is not None and dateline.end == block.end


def _begin_of_body(lines: Sequence[str], flags: Sequence[bool]) -> int:
    """The first line that reads as a paragraph, or as a sentence behind a headline."""
    own = [i for i, flag in enumerate(flags) if not flag]
    for i in own:
        if is_prose(lines[i]) or _leads_to_a_list(lines[i]):
            return i
    for last, i in pairwise(own):
        if _CLOSED.search(lines[i]) and len(lines[i]) > len(lines[last]):
            return i
    return own[0]


def _leads_to_a_list(line: str) -> bool:
    """Whether the line is a sentence or more that ends in a colon."""
    return line.rstrip().endswith(":") and len(line.split()) >= _SENTENCE


def _title(lines: Sequence[str], flags: Sequence[bool], begin: int) -> int | None:
    """The headline: the longest of the last lines before the body that does not close."""
    longest = min(_LONGEST_TITLE, len(lines[begin]))
    before = [i for i in range(begin) if not flags[i]][-_TITLE_WITHIN:]
    heads = [
        i
        for i in before
        if len(lines[i]) <= longest and len(lines[i].split()) > 1 and not _CLOSED.search(lines[i])
    ]
    return max(heads, key=lambda i: len(lines[i]), default=None)


def _cut_off(text: str, paragraphs: Sequence[Span], end: int) -> Span:
    """What stands in a paragraph before its own words begin at `end`: a byline, say."""
    begin = next(p.begin for p in paragraphs if p.begin < end <= p.end)
    return Span(begin, begin + len(_BLANK_END.sub("", text[begin:end])))


def _authors(labels: Sequence[str]) -> tuple[str, ...]:
    """The names in the first byline that gives any."""
    for line in labels:
        byline = find_byline(line, Span(0, len(line)))
        if byline and byline.authors:
            return byline.authors
    return ()


def _published(labels: Sequence[str]) -> date | datetime | None:
    """The first full date; one of a later change only where there is no other."""
    for line in sorted(labels, key=lambda line: _CHANGED.search(line) is not None):
        if found := read_date(line):
            return found
    return None


def _sample(text: str, paragraphs: Sequence[Span]) -> str:
    sample: list[str] = []
    length = 0
    for paragraph in paragraphs:
        sample.append(text[paragraph.begin : min(paragraph.end, paragraph.begin + _SAMPLE)])
        length += len(sample[-1])
        if length >= _SAMPLE:
            break
    return "\n".join(sample)
