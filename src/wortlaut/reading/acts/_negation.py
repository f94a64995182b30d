"""Whether the main clause of a quotation is negated."""

from __future__ import annotations

import re

from wortlaut.model import Span
from wortlaut.reading.acts._english_clauses import main_words
from wortlaut.reading.acts._german_clauses import (
    CONDITIONAL,
    Clause,
    Stretch,
    is_finite,
    stretches_of,
)
from wortlaut.reading.acts._tokens import Tokens, is_word, tokens_of

_GERMAN = frozenset(
    "nicht nichts nie niemals niemand niemanden niemandem keinesfalls keineswegs mitnichten weder "
    "nirgends nirgendwo keinerlei kein keine keinen keinem keiner keines nimmer".split()
)
_ENGLISH = frozenset("not never no nobody nothing none neither nor cannot nowhere".split())
_GERMAN_HINT = re.compile(
    r"\b(?:[Nn]icht|[Kk]ein|[Nn]ie|[Ww]eder|[Mm]itnichten|[Nn]irgend|[Nn]immer)"
)
_ENGLISH_HINT = re.compile(
    r"\b[Nn](?:ot|ever|o|obody|othing|one|either|or|owhere)\b|cannot|n['’]t\b"
)
_AFTER_NICHT = frozenset(
    "nur bloß bloss allein zuletzt minder weniger wahr umsonst zwingend".split()
)
_AFTER_NO = frozenset("doubt question matter wonder less fewer".split())
_AFTER_NOT = frozenset("only just merely least simply solely alone".split())
_NOT_NEGATED_NOUNS = frozenset("frage zweifel wunder".split())
_PARTICIPLE = re.compile(r"\w+(?:t|en|end|bar|lich|isch|ig)(?:e|en|er|es|em)")
_BEFORE_ATTRIBUTE = frozenset(
    "der die das den dem des ein eine einen einem einer eines und oder bisher noch bislang in mit "
    "von für durch wegen bei aus mehrere viele alle einige".split()
)
_DETERMINERS = frozenset(
    "der die das den dem des ein eine einen einem einer eines im am in auf mit von durch "
    "für".split()
)
_APART = _DETERMINERS | frozenset(
    "er sie es wir ich ihr man sein seine ihre unsere zu zum zur".split()
)
_FEWEST_IN_CLAUSE = 3
"""So many words at least has what a contrast is set against: *Nein, nicht mit mir* is none."""
_NOT_MAIN_FIRST = CONDITIONAL | frozenset(
    "weil obwohl obgleich nachdem bevor ehe während da als seit seitdem sobald damit indem "
    "zumal soweit ob".split()
)


def negated_in_german(text: str, sentence: Span, opens: bool) -> bool:
    """Whether the main clause of a German sentence is negated.

    Where the sentence opens its quotation (`opens`), a clause with *dass* or an infinitive that
    it begins with is its main clause.
    """
    if not _GERMAN_HINT.search(text, sentence.begin, sentence.end):
        return False
    tokens = tokens_of(text, sentence.begin, sentence.end)
    stretches = stretches_of(tokens)
    return any(
        _negates(tokens, index, stretch.end)
        for number, stretch in enumerate(stretches)
        if stretch.clause is Clause.MAIN or (opens and not number and _is_quoted(tokens, stretches))
        for index in range(stretch.begin, stretch.end)
    )


def _is_quoted(tokens: Tokens, stretches: list[Stretch]) -> bool:
    """Whether the first stretch, which hangs on the cue, is what the quotation says."""
    first, *others = stretches
    opener = tokens.folded[first.opener]
    if not any(other.clause is Clause.MAIN for other in others):
        # "..., da der Tatort noch nicht abgesucht sei": there is nothing else.
        return opener != "ob" and opener not in CONDITIONAL
    if opener == "dass" and is_finite(tokens.texts[others[0].begin]):
        # "Dass er nicht kam, soll am Wetter liegen": the subject of what follows.
        return False
    return opener not in _NOT_MAIN_FIRST


def _negates(tokens: Tokens, index: int, end: int) -> bool:
    words = tokens.folded
    if words[index] not in _GERMAN:
        return False
    after = words[index + 1] if index + 1 < end else ""
    if words[index].startswith("kein"):
        return after not in _NOT_NEGATED_NOUNS
    if words[index] != "nicht":
        return True
    if after == "allein" and not any(is_word(word) for word in words[index + 2 : end]):
        # "Wir lassen den Hafen nicht allein": *nur* could not stand there.
        return True
    or_not = not after and index and words[index - 1] == "oder"
    if after in _AFTER_NICHT or or_not or _sets_apart(tokens, index, end):
        return False
    return not _negates_an_attribute(tokens, index, end)


def _sets_apart(tokens: Tokens, index: int, end: int) -> bool:
    """*Wir haben das verbockt, nicht er*: what holds is said, and of whom it does not."""
    return _follows_a_clause(tokens, index) and all(
        tokens.texts[at][0].isupper() or tokens.folded[at] in _APART
        for at in range(index + 1, end)
        if is_word(tokens.texts[at])
    )


def _negates_an_attribute(tokens: Tokens, index: int, end: int) -> bool:
    """*die nicht gemeldeten Fälle*, *eine noch nicht bekannte Zahl*."""
    words = tokens.folded
    before = words[index - 1] if index else ""
    if before and before not in _BEFORE_ATTRIBUTE:
        return False
    if before == "und" and index + 1 < end and words[index + 1] in _DETERMINERS:
        return True
    for noun in range(index + 2, min(index + 5, end)):
        if tokens.texts[noun][0].isupper() or not is_word(tokens.texts[noun]):
            return bool(_PARTICIPLE.fullmatch(words[noun - 1])) and is_word(tokens.texts[noun])
    return False


def negated_in_english(text: str, sentence: Span) -> bool:
    """Whether the main clause of an English sentence is negated."""
    if not _ENGLISH_HINT.search(text, sentence.begin, sentence.end):
        return False
    tokens = tokens_of(text, sentence.begin, sentence.end)
    words = tokens.folded
    for index in main_words(tokens):
        word = words[index]
        if word not in _ENGLISH and not word.endswith(("n't", "n’t")):
            continue
        after = words[index + 1] if index + 1 < len(words) else ""
        if word == "no" and (after in _AFTER_NO or not after or not is_word(after)):
            continue
        if word == "not" and (after in _AFTER_NOT or _follows_a_clause(tokens, index)):
            continue
        return True
    return False


def _follows_a_clause(tokens: Tokens, index: int) -> bool:
    """*It is the stores, not the sun*; between the commas of *it is, however, not true* is none."""
    if not index or tokens.texts[index - 1] != ",":
        return False
    begin = index - 1
    while begin and is_word(tokens.texts[begin - 1]):
        begin -= 1
    return index - 1 - begin >= _FEWEST_IN_CLAUSE
