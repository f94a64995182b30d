"""All wordings of one utterance beside each other: "did he say that, in these words?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wortlaut.wording._comparison import Comparison, compare_wordings
from wortlaut.wording._said import Said
from wortlaut.wording._words import words_of


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of an utterance, held against the fullest of its language."""

    statement: int
    earliest: bool
    fullest: bool
    """Whether it is what the others of its language are compared with."""
    comparison: Comparison | None
    """From the fullest wording (first) to this one (second); None for the fullest itself."""

    @property
    def drifts(self) -> bool:
        """Whether it claims other words as verbatim than the fullest wording does."""
        return self.comparison is not None and bool(self.comparison.drift)


def versions_of(statements: Sequence[Said]) -> list[Version]:
    """The wordings of one utterance in order of publication, earliest first.

    The fullest of a language is the verbatim one with the most words, or the longest of all
    where none is verbatim; of equals the one that came first. Wordings that nobody dated
    come last.
    """
    order = sorted(statements, key=_published)
    fullest: dict[str | None, Said] = {}
    for said in order:
        best = fullest.get(said.language)
        if best is None or fullness(said) > fullness(best):
            fullest[said.language] = said
    return [
        Version(
            said.id,
            earliest=place == 0,
            fullest=said is fullest[said.language],
            comparison=_compared(fullest[said.language], said),
        )
        for place, said in enumerate(order)
    ]


def _published(said: Said) -> tuple[date, date, int]:
    return (said.published or date.max, said.end or date.max, said.id)


def fullness(said: Said) -> tuple[bool, int]:
    """How full a wording is: a verbatim one before others, then by its words."""
    words = words_of(said.words, said.language)
    return said.verbatim, sum(not word.ellipsis and not word.bracketed for word in words)


def _compared(best: Said, said: Said) -> Comparison | None:
    if said is best:
        return None
    return compare_wordings(
        best.words,
        said.words,
        (best.language, said.language),
        verbatim=best.verbatim and said.verbatim,
    )
