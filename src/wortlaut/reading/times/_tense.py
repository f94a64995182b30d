"""Whether the clause around a time tells what was or what is to come.

No parser runs here: the words of the clause are looked up in short lists of verb forms, and
the ends of words do the rest. The clause is what stands between commas, semicolons, dashes and
the ends of sentences; where it has no verb, the sentence is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from wortlaut.model import Span


class Tense(Enum):
    """Where a clause lies, seen from the day it was written."""

    PAST = -1
    PRESENT = 0
    FUTURE = 1
    UNKNOWN = None


@dataclass(frozen=True, slots=True)
class VerbForms:
    """How the verbs of a language show their tense."""

    past: frozenset[str]
    past_endings: re.Pattern[str]
    """Finds a word, lower case, that looks like a past form."""
    not_past: frozenset[str]
    """Words that only look like one."""
    have: frozenset[str]
    """Auxiliaries that make a past together with a participle."""
    participle: re.Pattern[str]
    future: frozenset[str]
    present: frozenset[str]
    surely_future: frozenset[str] = frozenset()
    """Auxiliaries that decide even beside what looks like a past: *will be held*."""
    article_before: re.Pattern[str] | None = None
    """Finds, right before a time, an article whose noun is still to come."""
    attribute: re.Pattern[str] | None = None
    """Finds a participle before a noun; its group `ahead` is one of the present."""


_BREAK = re.compile(
    r"[,;:–—()„“”»«\"]|(?<!\d)[.!?](?=\s)|\n|\b(?:und|aber|doch|sondern|and|but|while|that)\b"
)
_SHORTENED = "".join(
    rf"(?<!\b{word})" for word in "Mr Mrs Ms Dr Sen Rep Gov Gen Prof St Nr bzw ca".split()
)
_SENTENCE_BREAK = re.compile(rf"(?<!\d){_SHORTENED}[.!?][“”«\"]?\s|\n\s*\n")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_REACH = 240
"""No clause is looked at further than so many characters to each side."""


def tense_around(text: str, span: Span, forms: VerbForms) -> Tense:
    """The tense of the clause that holds `span`, or else of its sentence."""
    tense = tense_of_clause(text, span, forms)
    if tense is not Tense.UNKNOWN:
        return tense
    return _tense_of(_stretch(text, span, _SENTENCE_BREAK), forms)


def tense_of_clause(text: str, span: Span, forms: VerbForms) -> Tense:
    """The tense of the clause that holds `span`; unknown where it has no verb that tells."""
    attribute = _tense_of_attribute(text, span, forms)
    if attribute is not None:
        return attribute
    return _tense_of(_stretch(text, span, _BREAK), forms)


def _tense_of_attribute(text: str, span: Span, forms: VerbForms) -> Tense | None:
    """The tense of a participle that the time belongs to: *der im Mai gewählte Präsident*."""
    if forms.article_before is None or forms.attribute is None:
        return None
    if not forms.article_before.search(text, max(0, span.begin - 40), span.begin):
        return None
    end = _BREAK.search(text, span.end, span.end + 80)
    match = forms.attribute.search(text, span.end, end.start() if end else span.end + 80)
    if match is None:
        return None
    return Tense.FUTURE if match["ahead"] else Tense.PAST


def _stretch(text: str, span: Span, limit: re.Pattern[str]) -> str:
    begin = max(0, span.begin - _REACH)
    for match in limit.finditer(text, begin, span.begin):
        begin = match.end()
    match_after = limit.search(text, span.end, min(len(text), span.end + _REACH))
    end = match_after.start() if match_after else min(len(text), span.end + _REACH)
    return f"{text[begin : span.begin]} {text[span.end : end]}"


def _tense_of(clause: str, forms: VerbForms) -> Tense:
    words = _WORD.findall(clause)
    if not forms.surely_future.isdisjoint(words):
        return Tense.FUTURE
    has_participle = any(forms.participle.fullmatch(word) for word in words)
    if not forms.past.isdisjoint(words) or (has_participle and not forms.have.isdisjoint(words)):
        return Tense.PAST
    if not forms.future.isdisjoint(words):
        return Tense.FUTURE
    if any(forms.past_endings.fullmatch(word) and word not in forms.not_past for word in words):
        return Tense.PAST
    return Tense.UNKNOWN if forms.present.isdisjoint(words) else Tense.PRESENT
