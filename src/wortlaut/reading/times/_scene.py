"""The day that the sentences before a quotation set: *Gestern Abend trat er vor die Presse.*"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from wortlaut.model import Article, Precision, Span, Statement
from wortlaut.reading._sentences import sentences_of
from wortlaut.reading.times._expression import TimeExpression, TimeKind
from wortlaut.reading.times._telling_words import NOT_WHEN_SAID

_CLOCK = re.compile(
    r"(?:\d{1,2}(?:[.:]\d\d)?\s?(?:Uhr|[ap]\.?\s?m\.?)|\d{1,2}:\d\d|noon|midnight|Mitternacht)"
    r"(?:\s?(?:MEZ|MESZ|CET|GMT|EST|EDT|BST|UTC))?",
    re.IGNORECASE,
)
_SCENE = re.compile(
    r"\b(?:Schlagabtausch|vor die (?:Presse|Kameras?|Mikrofone|Öffentlichkeit)"
    r"|\w*(?:[Dd]ebatte|[Ss]itzung|[Kk]onferenz|[Kk]undgebung|[Aa]nhörung|[Aa]ussprache"
    r"|[Rr]egierungserklärung|[Ff]ragestunde)"
    r"|(?:news|press) conference|debate|hearing|rally|briefing)\b"
)
"""What people say something at, in the sentence that sets its day."""
_DAYS = frozenset({Precision.DAY, Precision.TIME})
_BACK = 3
"""Sentences in which the day may stand, with what of its own stands before a quotation."""
_REACH = 500
_FINISHED = re.compile(r"[.!?…][\"“”’‘»«)\]]*$")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s*$")


def is_clock(text: str, time: TimeExpression) -> bool:
    """Whether a time is that of a clock and no more: *um 19.30 Uhr*."""
    return time.kind is TimeKind.TIME and _CLOCK.fullmatch(text, *_ends(time.span)) is not None


def scene_before(
    article: Article,
    statement: Statement,
    times: Sequence[TimeExpression],
    quotes: Sequence[Span],
    limits: Sequence[Span],
    *,
    any_sentence: bool,
) -> TimeExpression | None:
    """The last day told before a quotation, in its paragraph and outside what others say.

    Its sentence, one of the last ones, has to name an occasion of sayings, a
    debate or a press conference; with `any_sentence` in whatever they tell.
    """
    place = statement.quote[0].begin
    first = max(
        [limit.begin for limit in limits if limit.begin <= place] + [place - _REACH], default=0
    )
    if place <= max(first, 0):
        return None
    sentences = sentences_of(article.text, [Span(max(first, 0), place)])[-_BACK:]
    if sentences and not _FINISHED.search(article.text, *_ends(sentences[-1])):
        # What its own sentence tells has been judged with its frame.
        sentences.pop()
    for sentence in reversed(sentences):
        begin = bisect_left(times, sentence.begin, key=lambda time: time.span.begin)
        end = bisect_left(times, sentence.end, key=lambda time: time.span.begin)
        told = [
            time
            for time in times[begin:end]
            if time.precision in _DAYS
            and time.kind in {TimeKind.DATE, TimeKind.TIME}
            and not any(quote.overlaps(time.span) for quote in quotes)
        ]
        if told:
            names = any_sentence or _SCENE.search(article.text, *_ends(sentence))
            return told[-1] if names and _is_when(article.text, told[-1]) else None
    return None


def _is_when(text: str, time: TimeExpression) -> bool:
    if text[time.span.end : time.span.end + 1] in {"'", "’"}:
        return False
    before = _WORD_BEFORE.search(text, max(0, time.span.begin - 30), time.span.begin)
    return before is None or before[1].lower() not in NOT_WHEN_SAID | {"vom", "von"}


def _ends(span: Span) -> tuple[int, int]:
    return span.begin, span.end
