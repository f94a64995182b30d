"""A value with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass

from wortlaut.model._span import Span


@dataclass(frozen=True, slots=True)
class Located:
    """A value and the characters of the article it was read from."""

    value: str
    span: Span
