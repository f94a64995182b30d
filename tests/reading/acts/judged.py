"""Statements for the tests of acts, from text that marks their parts."""

from __future__ import annotations

from dataclasses import replace

from tests.reading.marked import marked
from wortlaut.model import Article, QuotationType
from wortlaut.reading.acts import Judged, Lexicon, judge_acts


def article(text: str, language: str = "de", kind: str = "indirect") -> Article:
    """The marked text as an article; all its statements are of one type."""
    whole = marked(text, language)
    statements = tuple(replace(s, type=QuotationType(kind)) for s in whole.statements)
    return replace(whole, statements=statements)


def judge(text: str, language: str = "de", kind: str = "indirect") -> Judged:
    """What is found of the one statement that a text marks."""
    (judged,) = judge_acts(article(text, language, kind), Lexicon.load())
    return judged


def conditions(text: str, language: str = "de", kind: str = "indirect") -> list[str]:
    """The words of the conditions in the one statement."""
    (judged,) = judge_acts(whole := article(text, language, kind), Lexicon.load())
    return [span.of(whole.text) for span in judged.condition]
