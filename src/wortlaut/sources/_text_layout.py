"""Where the paragraphs of a plain text are, whatever marks them.

Pages come with blank lines between paragraphs, with one paragraph a line, or broken at some
70 columns; with line ends of Unix, Windows and old Macs, and with Unicode's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from wortlaut.model import Span
from wortlaut.sources._furniture import is_furniture

_INK = re.compile(r"[^\s\ufeff\u200b]")
_END_OF_LINE = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|\Z")
_APART = re.compile(
    r"(?:\r\n|\r(?!\n)|[\n\v\x1c-\x1e\x85\u2028])[^\S\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*"
    r"[\n\r\v\x1c-\x1e\x85\u2028]|[\f\u2029]"
)
"""Two line ends with nothing between them, or a page or paragraph separator."""
_NO_BREAK_SPACES = " \t\xa0\u2007\u202f\u3000\ufeff\u200b"
_SENTENCE_END = re.compile(r"[.!?:…。！？][\"“”„»«’‘')\]]*$")

_LAST_WORD = re.compile(r"\w+$")
_OPEN = (
    "der die das des dem den ein eine einen einem einer und oder in im an am auf für mit von vom "
    "zu zum zur bei über the a of to and or for with on at by from that dass"
)
_OPEN_WORDS = frozenset(_OPEN.split())
_BRACKET_AND_SMALL = re.compile(r"\([^()\n]{1,40}\),? [a-zäöüß]")

_LINES_ASKED = 20_000
"""Lines from which the layout is read; a longer text goes on as it began."""
_NARROWEST, _WIDEST = 40, 120
"""Columns at which texts are broken by hand or by programs."""
_FEWEST_PAIRS = 3
_FULL_SHARE = 0.7
_OPEN_SHARE = 0.5
_SLACK = 0.85
_SHORTEST_OPEN_LINE = 40


class _Line(NamedTuple):
    begin: int
    end: int
    indent: int
    apart: bool
    """Whether a blank line or a paragraph separator stands before it."""


def paragraphs_in(text: str) -> Iterator[Span]:
    """The stretches of `text` that stand apart as paragraphs do, headings and links included.

    In order, without overlap, none of them blank, white space at their ends left out. Takes
    time in proportion to the length of `text`.
    """
    width = _wrapping_width(text)
    begin = end = -1
    last: _Line | None = None
    for line in _lines(text):
        if last is not None and (line.apart or not _goes_on(text, last, line, width)):
            yield Span(begin, end)
            begin = -1
        begin, end, last = (line.begin if begin < 0 else begin), line.end, line
    if last is not None:
        yield Span(begin, end)


def _lines(text: str) -> Iterator[_Line]:
    """The lines that hold more than white space."""
    before = 0
    while ink := _INK.search(text, before):
        begin = ink.start()
        stop = _END_OF_LINE.search(text, begin)
        line_end = stop.start() if stop else len(text)
        end = begin + len(text[begin:line_end].rstrip())
        while text[end - 1] in "\ufeff\u200b" or text[end - 1].isspace():
            end -= 1
        margin = begin
        while margin > before and text[margin - 1] in _NO_BREAK_SPACES:
            margin -= 1
        apart = _APART.search(text, before, begin) is not None
        yield _Line(begin, end, begin - margin, apart)
        before = line_end


def _first_word(text: str, line: _Line) -> int:
    """The length of a line's first word, in characters."""
    space = text.find(" ", line.begin, line.end)
    return (line.end if space < 0 else space) - line.begin


def _wrapping_width(text: str) -> int | None:
    """The column at which lines are broken, None where each line is a paragraph.

    In broken text nearly every line that another one follows has no room for that one's
    first word, and most of them stop within a sentence.
    """
    pairs: list[tuple[int, int, bool]] = []
    last: _Line | None = None
    for line in islice(_lines(text), _LINES_ASKED):
        length = last.end - last.begin + last.indent if last else 0
        if last and not line.apart and length >= _NARROWEST // 2:
            closed = _closes(text, last)
            pairs.append((length, _first_word(text, line), closed))
        last = line
    if len(pairs) < _FEWEST_PAIRS:
        return None
    lengths = sorted(length for length, _, _ in pairs)
    width = lengths[int(0.95 * (len(lengths) - 1))]
    full = sum(length + 1 + word > _SLACK * width for length, word, _ in pairs)
    open_ends = sum(not closed for _, _, closed in pairs)
    if (
        _NARROWEST <= width <= _WIDEST
        and full >= _FULL_SHARE * len(pairs)
        and open_ends >= _OPEN_SHARE * len(pairs)
    ):
        return width
    return None


def _goes_on(text: str, line: _Line, following: _Line, width: int | None) -> bool:
    """Whether `following` continues the paragraph of the line right above it."""
    length = line.end - line.begin
    if width is None:
        # A sentence that breaks off goes on, even where lines are paragraphs as a rule.
        return length >= _SHORTEST_OPEN_LINE and (
            _breaks_off(text, line)
            or (length <= _WIDEST and _resumes(text, following) and not _closes(text, line))
        )
    if following.indent >= line.indent + 2 and _closes(text, line):
        return False
    reached = line.indent + length + 1 + _first_word(text, following)
    if _closes(text, line):
        return reached > width and not is_furniture(text[following.begin : following.end])
    return reached > _SLACK * width


def _breaks_off(text: str, line: _Line) -> bool:
    """Whether a line ends with a word that needs another one: *in der ersten Lesung des*."""
    word = _LAST_WORD.search(text, max(line.begin, line.end - 20), line.end)
    return word is not None and word[0] in _OPEN_WORDS


def _resumes(text: str, line: _Line) -> bool:
    """Whether a line begins within a sentence: *(BBK) erstmals im ganzen Land*."""
    return text[line.begin].islower() or _BRACKET_AND_SMALL.match(text, line.begin) is not None


def _closes(text: str, line: _Line) -> bool:
    return _SENTENCE_END.search(text[max(line.begin, line.end - 8) : line.end]) is not None
