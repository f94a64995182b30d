"""Statements for the tests, made short."""

from datetime import date
from typing import Any

from wortlaut.wording import Said, SentenceVectors

DAY = date(2024, 5, 7)


def said(number: int, words: str, language: str = "de", **known: Any) -> Said:
    """One statement of Ludmila Karasek, made and told of on one day unless said otherwise."""
    (vector,) = SentenceVectors.load().of([words])
    known = {"person": "Ludmila Karasek", "begin": DAY, "end": DAY, "published": DAY, **known}
    return Said(id=number, words=words, language=language, vector=vector, **known)
