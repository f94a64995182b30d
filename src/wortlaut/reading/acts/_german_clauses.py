"""The clauses of a German sentence: where each begins and ends, and how it hangs together.

Commas and other marks part a sentence into stretches. The first word of a stretch and the place
of its finite verb tell whether it is a main clause, a subordinate one or an infinitive. Without
a parser this is a guess, kept on the safe side: what shows no sign of hanging on another clause
counts as a main clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from wortlaut.reading.acts._german_verbs import conjugate
from wortlaut.reading.acts._lexicon import shipped_irregular_verbs
from wortlaut.reading.acts._tokens import BREAKS, Tokens, is_word

CONDITIONAL = frozenset({"wenn", "falls", "sofern", "solange"})
_ALWAYS = (
    frozenset(
        "dass weil ob obwohl obgleich obschon wenngleich nachdem bevor ehe indem sodass sobald "
        "zumal wobei wodurch womit wofür worauf worin woran wonach worüber wovon wozu weshalb "
        "weswegen insoweit soweit".split()
    )
    | CONDITIONAL
)
_PERHAPS = frozenset(
    "da während seit seitdem bis als wie damit um ohne anstatt statt was wer wo wohin woher warum "
    "wann wessen wem wen".split()
)
_RELATIVE = frozenset(
    "der die das den dem dessen deren denen derer welcher welche welches welchen welchem".split()
)
PREPOSITIONS = frozenset(
    "an auf aus bei durch für gegen hinter in mit nach neben ohne über um unter von vor wegen zu "
    "zwischen während trotz laut anhand seit bis aufgrund mithilfe".split()
)
_LEADING = frozenset(
    "und oder aber sondern sowie doch denn nur erst auch selbst sogar außer ausser insbesondere "
    "besonders vor allem gerade vielmehr zwar immer dann schon lediglich".split()
)
NOT_FINAL_VERBS = frozenset(
    "nicht gut weit jetzt heute erst oft sonst bereit bekannt seit selbst fest laut statt damit "
    "insgesamt letzt zuletzt meist mit recht schlecht leicht echt alt kalt nett hart stark "
    "dort direkt weiterhin davon darin daran schon gestern morgen hin ein eben neben gegen oben "
    "unten hinten vorn innen außen allein sondern denn wann dann man kein mein dein ihnen "
    "ihn den wen in von an unverändert begeistert überzeugt möglichst zunächst längst ernst "
    "seiten heute ende beide welche diese jene alle viele wenige eine meine seine ihre "
    "andere hinsichtlich solche keine gerade".split()
)
_INFINITIVE_WITH_ZU = re.compile(
    r"(?:ab|an|auf|aus|bei|da|dar|durch|ein|empor|entgegen|fest|fort|gegenüber|gleich|her|heraus|"
    r"hervor|hin|hinaus|hinzu|los|mit|nach|nieder|sicher|teil|über|um|unter|vor|voran|voraus|weg|"
    r"weiter|wieder|zu|zurück|zusammen|bereit|statt|klar|bekannt|frei)zu\w{2,}n"
)


class Clause(Enum):
    """How a stretch of a sentence hangs on the rest."""

    MAIN = "main"
    SUBORDINATE = "subordinate"
    RELATIVE = "relative"
    INFINITIVE = "infinitive"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens `[begin, end)` between two marks."""

    begin: int
    end: int
    clause: Clause
    opener: int
    """Index of the word that makes it subordinate; `begin` where there is none."""


def stretches_of(tokens: Tokens, begin: int = 0, end: int | None = None) -> list[Stretch]:
    """The stretches of a sentence, without the marks between them."""
    found: list[Stretch] = []
    depth = 0
    for first, last in _between_marks(tokens, begin, len(tokens) if end is None else end):
        if first and tokens.texts[first - 1] == "(":
            depth = 1
        elif first and tokens.texts[first - 1] == ")":
            depth = 0
        if depth:
            found.append(Stretch(first, last, Clause.ASIDE, first))
        else:
            clause, opener = _clause(tokens, first, last)
            found.append(Stretch(first, last, clause, opener))
    return found


def _between_marks(tokens: Tokens, begin: int, end: int) -> Iterator[tuple[int, int]]:
    first = begin
    for index in range(begin, end):
        # A full stop within a sentence belongs to a number or a short form.
        if tokens.texts[index] in BREAKS and (tokens.texts[index] != "." or index == end - 1):
            if index > first:
                yield first, index
            first = index + 1
    if first < end:
        yield first, end


def _clause(tokens: Tokens, begin: int, end: int) -> tuple[Clause, int]:
    words = tokens.folded
    opener = begin
    while opener < end - 1 and words[opener] in _LEADING and opener - begin < 3:
        opener += 1
    first = words[opener]
    if first in _ALWAYS:
        return Clause.SUBORDINATE, opener
    if _is_infinitive(tokens, opener, end):
        return Clause.INFINITIVE, opener
    final = ends_in_verb(tokens, opener, end)
    # Between two marks a relative clause cannot be the first thing that a sentence has.
    relative = opener
    if first in PREPOSITIONS and opener + 1 < end and words[opener + 1] in _RELATIVE:
        relative = opener + 1
    if (
        words[relative] in _RELATIVE
        and begin
        and final
        and not _second_is_finite(tokens, relative, end)
    ):
        return Clause.RELATIVE, opener
    if first in _PERHAPS and final and not _second_is_finite(tokens, opener, end):
        return Clause.SUBORDINATE, opener
    return Clause.MAIN, opener


def _second_is_finite(tokens: Tokens, begin: int, end: int) -> bool:
    """Whether a finite verb follows the first phrase, as in a main clause."""
    return any(
        is_finite(tokens.texts[index]) for index in range(begin + 1, min(begin + 5, end - 1))
    )


def _is_infinitive(tokens: Tokens, begin: int, end: int) -> bool:
    words = tokens.folded
    with_zu = any(
        (words[i] == "zu" and words[i + 1].endswith("n") and tokens.texts[i + 1][0].islower())
        for i in range(max(begin, end - 4), end - 1)
    ) or any(_INFINITIVE_WITH_ZU.fullmatch(words[i]) for i in range(max(begin, end - 3), end))
    return with_zu and not any(is_finite(tokens.texts[i]) for i in range(begin, end - 1))


def ends_in_verb(tokens: Tokens, begin: int, end: int) -> bool:
    """Whether the last word may be the verb that ends a subordinate clause."""
    while end > begin and not is_word(tokens.texts[end - 1]):
        end -= 1
    if end == begin:
        return False
    last = tokens.texts[end - 1]
    if last.casefold() in finite_forms():
        return True
    return (
        last[0].islower()
        and last.endswith(("t", "en", "n", "te", "e", "ß", "ss"))
        and last not in NOT_FINAL_VERBS
    )


def is_finite(word: str) -> bool:
    """Whether a word is known as a finite verb, written small or at a sentence's start."""
    return word.casefold() in finite_forms()


_WEAK = (
    "machen sagen stellen setzen führen zeigen erreichen brauchen suchen folgen handeln glauben "
    "hoffen fordern erklären meinen spielen leben wohnen arbeiten warten zahlen kosten kaufen "
    "verkaufen stimmen reichen drohen fehlen gehören hören lehnen legen leiten lernen lösen "
    "nutzen öffnen passen planen prüfen reagieren regieren scheitern schaffen sorgen starten "
    "stärken stören stützen teilen töten trennen verfügen verhandeln versuchen wählen warnen "
    "wechseln wirken wünschen zählen zerstören bedeuten bedrohen behandeln bekämpfen benötigen "
    "bereiten beteiligen erfüllen erhöhen erlauben erwarten existieren funktionieren führen "
    "garantieren kündigen unterstützen verdienen verletzen vermeiden verstärken verzichten "
    "dienen dauern bilden betreffen".split()
)
_PREFIXES = ("", "be", "ent", "er", "ver")


@lru_cache(maxsize=1)
def finite_forms() -> frozenset[str]:
    """Finite forms of frequent verbs, without those that are infinitives or participles too."""
    irregular = shipped_irregular_verbs()
    verbs = [(prefix + verb, irregular) for verb in irregular for prefix in _PREFIXES]
    forms: set[str] = set()
    for verb, parts in [*verbs, *((verb, {}) for verb in _WEAK)]:
        made = conjugate(verb, parts)
        forms |= made.finite - {verb, made.participle}
    return frozenset(forms)
