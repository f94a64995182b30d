"""Whether a statement speaks for or against its matter, as far as its words tell.

A negation turns a sentence round, and so does a word that refuses (*ablehnen*, *oppose*); both
together turn it twice: *schließe ich nicht aus*. Where neither is there, the act tells, as the
cue alone may hold the refusal: *bestritt, davon gewusst zu haben*.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wortlaut.model import Act
from wortlaut.wording._features import is_negation
from wortlaut.wording._said import Said
from wortlaut.wording._words import words_of

_CLAUSE_END = re.compile(r"(?<=\w)[.;!]|, (?:und|aber|weil|denn|doch|and|but|because)\b")
_ASIDE = {"ohne", "without"}
"""Negations that do not reach the clause they stand in."""
_REFUSING = re.compile(
    r"\b(?:"
    r"(?:ab(?:zu)?|abge)lehn\w*|(?:aus(?:zu)?schliess|ausgeschlossen)\w*|verweiger\w*|verhinder\w*"
    r"|verzicht\w*|bestreite\w*|bestritt\w*|dementier\w*|(?:ge)?weiger(?:n|t|te|ten)|widersetz\w*"
    r"|(?:ge)?scheiter\w*|(?:ge)?stopp\w*|unmoeglich\w*|undenkbar\w*|abgesagt|absag\w*"
    r"|lehn(?:e|t|en|te|ten)\b.*\bab|schliess(?:e|t|en)\b.*\baus|schloss(?:en)?\b.*\baus"
    r"|(?:bin|ist|sind|sei|seien|waere|stimm\w*)(?: \w+){0,3} (?:da)?gegen"
    r"|refus(?:e|es|ed|ing|al)|reject\w*|oppos(?:e|es|ed|ing)|prevent\w*|den(?:y|ies|ied|ying)"
    r"|fail(?:s|ed|ing)?|stop(?:s|ped|ping)?|block(?:s|ed|ing)?|impossible|unthinkable|veto\w*"
    r"|cancel\w*|scrap(?:s|ped|ping)?|abandon\w*|rul(?:e|es|ed|ing)(?: \w+){0,3} out"
    r"|(?:am|is|are|be|been|was|were|vote[sd]?)(?: \w+){0,2} against"
    r")\b"
)
_OPPOSITES = """
öffnen offen geöffnet öffnet / schließen geschlossen schließt
open opens reopen reopened / close closed closes shut
steigen steigt steige gestiegen / sinken sinkt sinke gesunken fallen fällt falle gefallen
rise rises rising rose / fall falls falling fell
bauen gebaut stehen / abreißen abgerissen
wachsen wächst wachse / schrumpfen schrumpft schrumpfe
erhöhen erhöht heben hebt / senken senkt
raise raises raising / cut cuts
kaufen kauft / verkaufen verkauft
rechtmäßig / rechtswidrig
legal / illegal
verbieten verboten verbietet / erlauben erlaubt
ban banned bans / allow allowed allows
sicher / gefährlich gefahr
safe / dangerous danger
dafür / dagegen
stay stays / resign resigns leave leaves withdraw withdraws
bleiben bleibt / zurücktreten zurücktritt zurückziehen zieht abziehen
gut / schlecht
good / bad
"""


@dataclass(frozen=True, slots=True)
class Stance:
    """On which side a statement is."""

    by_words: bool
    """Whether its words turn it round."""
    negative: bool
    """Whether it speaks against its matter, the act taken in."""
    doubtful: bool
    """Whether it may be against its matter without a word of it, as warnings are."""
    sides: frozenset[int]
    """Of the words that exclude each other those that it has: a number and its negative."""


def stance_of(said: Said) -> Stance:
    """The side that a statement is on."""
    clause = _first_clause(said.words)
    words = words_of(clause, said.language)
    negated = said.negated or any(is_negation(word) and word.folded not in _ASIDE for word in words)
    refusing = bool(_REFUSING.search(" ".join(word.folded for word in words)))
    by_words = negated != refusing
    by_act = said.act in (Act.REFUSES, Act.DENIES) and not negated and not refusing
    sides = {_SIDES[w.folded] for w in words_of(said.words, said.language) if w.folded in _SIDES}
    return Stance(
        by_words,
        by_words or by_act,
        said.act is Act.WARNS and not by_words,
        frozenset(sides),
    )


def _first_clause(words: str) -> str:
    """The first main clause: what comes later is often about something else."""
    return _CLAUSE_END.split(words, maxsplit=1)[0]


def _table() -> dict[str, int]:
    sides: dict[str, int] = {}
    for number, line in enumerate(_OPPOSITES.strip().splitlines(), 1):
        for sign, words in zip((1, -1), line.split("/"), strict=True):
            for word in words.split():
                sides[words_of(word, None)[0].folded] = sign * number
    return sides


_SIDES = _table()
