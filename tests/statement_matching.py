"""Whether a reader found what a written article expects.

A statement counts as found when some predicted one has a quotation whose words agree with
the expected ones to F1 0.8 or better, and shares at least one word of the speaker and one
of the cue, as far as the expectation has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.written_articles import ExpectedStatement, WrittenArticle
from wortlaut.model import Span, Statement

ENOUGH = 0.8


class Words:
    """The words and marks of a text, to compare spans by."""

    def __init__(self, text: str) -> None:
        self._spans = [Span(*match.span()) for match in re.finditer(r"\w+|[^\w\s]", text)]

    def of(self, spans: Iterable[Span]) -> frozenset[int]:
        """The numbers of the words that `spans` touch."""
        wanted = list(spans)
        return frozenset(
            number
            for number, word in enumerate(self._spans)
            if any(word.overlaps(span) for span in wanted)
        )


def f1(one: frozenset[int], other: frozenset[int]) -> float:
    """The harmonic mean of precision and recall; 0 where both are empty."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


@dataclass(frozen=True, slots=True)
class Finding:
    """What a reader made of one expected statement."""

    expected: ExpectedStatement
    nearest: Statement | None
    """The predicted statement that agrees best, with right roles before wrong ones."""
    agreement: float
    """F1 of the quoted words, 0 to 1."""
    speaker_right: bool
    cue_right: bool

    @property
    def found(self) -> bool:
        """Whether quotation, speaker and cue are right."""
        return self.agreement >= ENOUGH and self.speaker_right and self.cue_right


def findings(article: WrittenArticle, predicted: Sequence[Statement]) -> list[Finding]:
    """One finding for each statement that `article` expects, in its order."""
    words = Words(article.text)
    return [
        _finding(words, expected, _readings(article.statements, number), predicted)
        for number, expected in enumerate(article.statements)
    ]


def quoted_from(
    text: str, spans: Iterable[Span], predicted: Iterable[Statement]
) -> list[tuple[Span, Statement]]:
    """Each of `spans` of which a predicted quotation has a word, with that statement."""
    words = Words(text)
    quoted = [(statement, words.of(statement.quote)) for statement in predicted]
    return [
        (span, statement)
        for span in spans
        for statement, numbers in quoted
        if numbers & words.of([span])
    ]


def _readings(statements: Sequence[ExpectedStatement], number: int) -> list[tuple[Span, ...]]:
    """The quotations that a statement may be read as: its own, or one with its other half."""
    readings = [statements[number].quote]
    if statements[number].one_with_next:
        readings.append(statements[number].quote + statements[number + 1].quote)
    if number and statements[number - 1].one_with_next:
        readings.append(statements[number - 1].quote + statements[number].quote)
    return readings


def _finding(
    words: Words,
    expected: ExpectedStatement,
    readings: Sequence[tuple[Span, ...]],
    predicted: Sequence[Statement],
) -> Finding:
    quotes = [words.of(reading) for reading in readings]
    speaker = words.of(expected.speaker + expected.also_speaker)
    cue = words.of(expected.cue)
    found = [
        Finding(
            expected,
            statement,
            max(f1(words.of(statement.quote), quote) for quote in quotes),
            not speaker or bool(speaker & words.of(statement.speaker)),
            not cue or bool(cue & words.of(statement.cue)),
        )
        for statement in predicted
    ]
    nothing = Finding(expected, None, 0.0, speaker_right=False, cue_right=False)
    return max(found, key=lambda finding: (finding.found, finding.agreement), default=nothing)
