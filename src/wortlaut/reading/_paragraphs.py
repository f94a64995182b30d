"""Paragraphs of a text that nobody has parted yet."""

from __future__ import annotations

import re

from wortlaut.model import Span

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?![^\S\n]*\n)[^\n]*)*")


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """The paragraphs of `text` as blank lines part them, white space at their ends left out."""
    return tuple(
        Span(match.start(), match.start() + len(match.group().rstrip()))
        for match in _PARAGRAPH.finditer(text)
    )
