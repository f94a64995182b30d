"""Words and marks of a stretch of text, with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-‐‑'’][^\W_]+)*(?:[-/]\w+)*|[^\s\w]|_")
_IGNORED = frozenset('„“”"»«‚‘›‹[]*')
BREAKS = frozenset(",;:–—-()!?.…")
"""What parts clauses."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words and marks in order, without quotation marks and white space."""

    texts: list[str]
    folded: list[str]
    begins: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.texts)


def tokens_of(text: str, begin: int, end: int) -> Tokens:
    """The words and marks of `text[begin:end]`; offsets count from the text's start."""
    texts: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text, begin, end):
        token = match[0]
        if token not in _IGNORED:
            texts.append(token)
            begins.append(match.start())
            ends.append(match.end())
    return Tokens(texts, [token.casefold() for token in texts], begins, ends)


def is_word(token: str) -> bool:
    """Whether a token is a word or a number, not a mark."""
    return token[0].isalnum()
