"""The tagger: a text in, its time expressions out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from wortlaut.model import Precision, Span
from wortlaut.reading.times._expression import Resolved, TimeExpression, TimeKind
from wortlaut.reading.times._grammar import Found
from wortlaut.reading.times._languages import Language, language_of
from wortlaut.reading.times._meanings import (
    CalendarDay,
    Clock,
    Meaning,
    PartOfDay,
    Shifted,
    Today,
    Weekday,
)
from wortlaut.reading.times._resolving import Surroundings, resolve
from wortlaut.reading.times._tense import Tense, tense_around, tense_of_clause
from wortlaut.reading.times._tokens import Tokens, tokens_of

_SENTENCE_END = re.compile(r"(?<!\d)[.!?][“”«\"]?\s")
_PARAGRAPH_END = re.compile(r"\n\s*\n")
_NOUN = re.compile(r"[A-ZÄÖÜ][\w-]{4,}")
_AND = frozenset("und and".split())
_WORDS_A_DAY = 150
"""In a report of the day a day or a time of day comes at least once in so many words."""
_NOWADAYS_BEFORE = frozenset("von noch wie as of".split())


def find_times(
    text: str,
    paragraphs: Iterable[Span],
    language: str | None,
    published: date | datetime | None,
) -> tuple[TimeExpression, ...]:
    """The time expressions of `paragraphs`, in order of the text, none inside another.

    Spans count code points of `text`. Values are TIMEX3's, resolved against `published`, the
    day the text came out; without it they keep an `X` (`XXXX-WXX-5`). Where past and future
    are open (*am Freitag*, *im Mai*), the tense of the clause decides. `language` is an
    ISO 639-1 code; one that is not known is read as German.
    """
    known = language_of(language)
    tokens = tokens_of(text, paragraphs)
    found = list(known.grammar.find(tokens))
    day = published.date() if isinstance(published, datetime) else published
    return tuple(_Telling(text, tokens, known, day, found).expressions())


class _Telling:
    """One text being read from its first time to its last, and what it has told so far."""

    def __init__(
        self,
        text: str,
        tokens: Tokens,
        language: Language,
        published: date | None,
        found: Sequence[Found],
    ) -> None:
        self._text = text
        self._tokens = tokens
        self._language = language
        self._published = published
        self._found = found
        self._of_the_day = _reports_the_day(found, len(tokens.words))
        self._told: date | None = None
        self._told_in_sentence: date | None = None
        self._told_in_paragraph: date | None = None
        self._end = 0

    def expressions(self) -> Iterable[TimeExpression]:
        for number, found in enumerate(self._found):
            span = self._tokens.span(found.first, found.after)
            if _PARAGRAPH_END.search(self._text, self._end, span.begin):
                self._told_in_paragraph = self._told_in_sentence = None
            elif _SENTENCE_END.search(self._text, self._end, span.begin):
                self._told_in_sentence = None
            meaning = self._with_day_behind(number)
            resolved = resolve(meaning, self._around(found, span))
            self._remember(found, resolved)
            self._end = span.end
            begin, end = resolved.days or (None, None)
            yield TimeExpression(
                span,
                resolved.kind,
                resolved.value,
                begin,
                end,
                resolved.precision,
                resolved.mod,
            )

    def _with_day_behind(self, number: int) -> Meaning:
        """The meaning; a time of day takes the day right behind it: *um 15 Uhr am Freitag*."""
        found = self._found[number]
        meaning = found.meaning
        if isinstance(meaning, Clock | PartOfDay) and meaning.day is None:
            after = self._found[number + 1] if number + 1 < len(self._found) else None
            if after and after.first - found.after <= 1 and _is_day(after.meaning):
                between = self._tokens.words[found.after : after.first]
                if not between or between[0].isalpha():
                    return replace(meaning, day=after.meaning)
        return meaning

    def _around(self, found: Found, span: Span) -> Surroundings:
        def tense() -> Tense:
            return tense_around(self._text, span, self._language.verbs)

        return Surroundings(
            self._published,
            tense,
            told=self._told,
            told_in_sentence=self._told_in_sentence,
            told_in_paragraph=self._told_in_paragraph,
            within_noun=isinstance(found.meaning, CalendarDay) and self._follows_noun(found),
            nowadays=isinstance(found.meaning, Today) and self._is_nowadays(found),
        )

    def _follows_noun(self, found: Found) -> bool:
        """Whether a noun stands before the preposition: *die Wahl am 18. September*."""
        before = self._tokens.words[max(0, found.first - 2) : found.first]
        return len(before) == 2 and bool(_NOUN.fullmatch(before[0])) and before[1].islower()

    def _is_nowadays(self, found: Found) -> bool:
        before = self._tokens.words[found.first - 1].lower() if found.first else ""
        if before in _NOWADAYS_BEFORE:
            return True
        if self._of_the_day:
            return False
        # *Heute begann der Prozess* is that day, whatever else the text speaks of.
        span = self._tokens.span(found.first, found.after)
        return tense_of_clause(self._text, span, self._language.verbs) is not Tense.PAST

    def _remember(self, found: Found, resolved: Resolved) -> None:
        if resolved.days is None or resolved.kind not in {TimeKind.DATE, TimeKind.TIME}:
            return
        if resolved.precision in {Precision.DAY, Precision.TIME}:
            self._told = resolved.days[0]
            self._told_in_paragraph = self._told
            # Of *heute und morgen, 10 Uhr* the first day is kept.
            joined = self._tokens.words[found.first - 1] in _AND if found.first else False
            if not (joined and self._told_in_sentence):
                self._told_in_sentence = self._told


def _is_day(meaning: Meaning) -> bool:
    """Whether the words tell one day."""
    if isinstance(meaning, CalendarDay):
        return meaning.day is not None
    return isinstance(meaning, Weekday | Today) or (
        isinstance(meaning, Shifted) and meaning.unit == "D"
    )


def _reports_the_day(found: Sequence[Found], words: int) -> bool:
    """Whether a text reports from day to day, so that its *heute* is a day and not an age.

    It does where it says *gestern* or *morgen*, or speaks of days of the week and times of day
    as often as news do.
    """
    meanings = [each.meaning for each in found]
    if any(isinstance(m, Shifted) and m.unit == "D" and not m.from_text for m in meanings):
        return True
    return _WORDS_A_DAY * sum(isinstance(m, Weekday | Clock | PartOfDay) for m in meanings) > words
