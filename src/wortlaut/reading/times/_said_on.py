"""When each statement was made: the time in its frame, carried on, or the publication."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from wortlaut.model import Article, Precision, QuotationType, Span, Statement, When, WhenBasis
from wortlaut.reading._paragraphs import paragraphs_of
from wortlaut.reading.times._expression import TimeExpression, TimeKind
from wortlaut.reading.times._frames import Frame, frame_of, lead_in_of
from wortlaut.reading.times._scene import is_clock, scene_before
from wortlaut.reading.times._telling import CLAUSE_END, tells_the_saying, words_between
from wortlaut.reading.times._telling_words import BEFORE_TIME, PRONOUNS

_NO_PUBLICATION = "the page has no date of publication"
_NO_DAY = "the words tell no day"
_WORD = re.compile(r"[^\W\d_]+")
_AHEAD = re.compile(r"^(?:[Üü]ber)?[Mm]orgen|[Kk]ommend|[Nn]ächst|(?i:tomorrow|next|coming)")
_OF = re.compile(r"\s(?:der|des|vom|von|aus|im|of|at|in|for|from)\s")
_ACCOUNT = re.compile(
    r"^\s*(?:Angaben?|Aussagen?|Ansicht|Meinung|Auffassung|Informationen|Worten?|Einschätzung"
    r"|Darstellung|Überzeugung|Mitteilung|Bericht(?:en)?)\s+(?:de[rs]|vo[nm]|eine[rs])\s"
)
"""What stands before the speaker in *nach Angaben der Polizei*."""
_NEIGHBOURS = 24
"""Statements before and after one whose quoted words may bound its frame."""
_OF_LATE = timedelta(14)
_NEXT_TO = 45
"""Characters between a reported act and its time."""
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s*$")
_ANOTHER_DAY = frozenset({Precision.DAY, Precision.TIME, Precision.WEEK, Precision.MONTH})


def say_when(article: Article, times: Sequence[TimeExpression]) -> list[When | None]:
    """When each of `article.statements` was made, one value a statement, in their order.

    `times` are the time expressions of the article's text, as `find_times` gives them. A time
    in the statement's frame, or in its sentence outside the quoted words, is taken; it is
    carried on to what the same person says next, until another person or another time
    comes; otherwise nothing is known but the day of publication. No day lies after that.
    """
    published = _day(article.published)
    paragraphs = article.paragraphs or paragraphs_of(article.text)
    by_id = {statement.id: statement for statement in article.statements}
    told: dict[int, When] = {}
    result: list[When | None] = []
    line: list[Statement] = []
    for number, statement in enumerate(article.statements):
        when = None
        near = article.statements[max(0, number - _NEIGHBOURS) : number + _NEIGHBOURS]
        quotes = [span for each in near for span in each.quote]
        said = [
            span for each in near if each.type is not QuotationType.REPORTED for span in each.quote
        ]
        frame = frame_of(article, statement, quotes, paragraphs)
        if frame:
            within = _times_between(times, frame.spans[0].begin, frame.spans[-1].end)
            when = _from_frame(article, frame, statement, within, published)
            if when and _tells_a_clock(article.text, when, within):
                scene = scene_before(article, statement, times, said, paragraphs, any_sentence=True)
                when = _on_the_day(when, scene, published)
        if when is None and (ahead := lead_in_of(article, statement, paragraphs)):
            within = _times_between(times, ahead.spans[0].begin, ahead.spans[0].end)
            when = _from_frame(article, ahead, statement, within, published)
        if when is None:
            before = line if statement.nested_in is None else [by_id[statement.nested_in]]
            if before and _same_person(article, before, statement):
                when = _carried(statement, before[-1], told, times, quotes)
        if when is None and published and statement.cue and statement.nested_in is None:
            scene = scene_before(article, statement, times, said, paragraphs, any_sentence=False)
            when = _of_scene(article.text, scene, published)
        if when is None:
            unresolved = None if published else _NO_PUBLICATION
            when = When(WhenBasis.PUBLISHED, end=published, unresolved=unresolved)
        told[statement.id] = when
        result.append(when)
        if statement.nested_in is None:
            if not (line and _same_person(article, line, statement)):
                line = []
            line.append(statement)
    return result


def _day(published: date | datetime | None) -> date | None:
    return published.date() if isinstance(published, datetime) else published


def _from_frame(
    article: Article,
    frame: Frame,
    statement: Statement,
    times: Sequence[TimeExpression],
    published: date | None,
) -> When | None:
    """The time in the frame that tells when it was said; the one nearest to the cue wins."""
    best: tuple[int, int] | None = None
    chosen: When | None = None
    for time in times:
        if not frame.holds(time.span) or _is_said(statement, time.span, frame):
            continue
        if not tells_the_saying(article.text, time, frame):
            continue
        when = _when(article.text, time, published)
        if when is None:
            continue
        between = words_between(article.text, time.span, frame)
        rank = (len(CLAUSE_END.findall(between)), frame.distance(time.span))
        if best is None or rank < best:
            best, chosen = rank, when
    return chosen


def _is_said(statement: Statement, span: Span, frame: Frame) -> bool:
    """Whether the time stands among the quoted words.

    A reported act is quoted with its subject and its verb; then a time next to these is that
    of the act: *Sie forderte am Freitag ein Verbot.*
    """
    for quote in statement.quote:
        if quote.overlaps(span):
            act = statement.type is QuotationType.REPORTED and quote.contains(frame.anchors[0])
            return not (act and frame.distance(span) <= _NEXT_TO)
    return False


def _when(text: str, time: TimeExpression, published: date | None) -> When | None:
    """The time as that of a saying; None where it lies after the publication."""
    words = _with_preposition(text, time.span)
    if time.value == "PAST_REF":
        return When(
            WhenBasis.FRAME, end=published, value=time.value, words=words, unresolved=_NO_DAY
        )
    begin, end, value = time.begin, time.end, time.value
    if value == "PRESENT_REF" and begin is not None:
        # *heute* as the tagger reads it in an essay; in a frame it is the day itself.
        value = begin.isoformat()
    if begin is None or end is None:
        unresolved = _NO_PUBLICATION if published is None else _NO_DAY
        return When(
            WhenBasis.FRAME,
            end=published,
            precision=_precision_of_unknown(value),
            value=value,
            words=words,
            unresolved=unresolved,
        )
    if published and begin > published:
        # Nobody has said anything after the publication: *sagt am Freitag* is the last one.
        week = timedelta(7)
        if time.precision.value not in {"day", "time"} or begin - published >= week:
            return None
        if not _is_weekday(value, time.span.of(text)):
            return None
        begin, end = begin - week, end - week
        value = begin.isoformat() + value[10:]
    if published:
        if time.precision is Precision.YEAR and value == f"{published.year}":
            # The current year tells hardly more than the publication, and is often a plan's.
            return None
        end = min(end, published)
    return When(WhenBasis.FRAME, begin, end, time.precision, value, words)


def _tells_a_clock(text: str, when: When, times: Sequence[TimeExpression]) -> bool:
    """Whether the words of `when` are the time of a clock and tell no day: *um 19.30 Uhr*."""
    return when.words is not None and any(
        time.span.end == when.words.end and is_clock(text, time) for time in times
    )


def _on_the_day(when: When, scene: TimeExpression | None, published: date | None) -> When:
    """The time of a clock on the day that the sentences before tell; else as it is."""
    if scene is None or scene.begin is None or scene.begin != scene.end:
        return when
    if when.value is None or (published and scene.begin > published):
        return when
    value = f"{scene.begin.isoformat()}T{when.value.partition('T')[2]}"
    return replace(when, begin=scene.begin, end=scene.end, value=value)


def _of_scene(text: str, scene: TimeExpression | None, published: date) -> When | None:
    """The day of the debate that the sentences before tell of, if it was of late."""
    if scene is None or scene.begin is None or published - scene.begin > _OF_LATE:
        return None
    when = _when(text, scene, published)
    return replace(when, basis=WhenBasis.CARRIED) if when else None


def _precision_of_unknown(value: str) -> Precision:
    """The finest unit of a value with X: a Friday of no week is still a day."""
    if "T" in value:
        return Precision.TIME
    if re.fullmatch(r"XXXX-(?:WXX-\d|XX-XX|\d\d-\d\d)", value):
        return Precision.DAY
    if re.fullmatch(r"XXXX-\d\d", value):
        return Precision.MONTH
    return Precision.UNKNOWN


def _is_weekday(value: str, words: str) -> bool:
    """Whether the words are a weekday and no more: not *morgen*, not *am kommenden Montag*."""
    if not re.match(r"\d{4}-\d\d-\d\d", value) or any(c.isdigit() for c in words):
        return False
    return _AHEAD.search(words) is None


def _with_preposition(text: str, span: Span) -> Span:
    """The time with the preposition and the article before it: *am Freitag*."""
    begin = span.begin
    for _ in range(2):
        match = _WORD_BEFORE.search(text, max(0, begin - 20), begin)
        if match is None or "\n" in text[match.start() : begin]:
            break
        word = match[1].lower()
        if word in BEFORE_TIME:
            return Span(match.start(), span.end)
        if word not in {"der", "den", "dem", "the", "diesem", "dieser"}:
            break
        begin = match.start()
    return span


def _times_between(
    times: Sequence[TimeExpression], begin: int, end: int
) -> Sequence[TimeExpression]:
    """The times that begin between two places of the text."""
    first = bisect_left(times, begin, key=lambda time: time.span.begin)
    after = bisect_left(times, end, key=lambda time: time.span.begin)
    return times[first:after]


def _carried(
    statement: Statement,
    before: Statement,
    told: dict[int, When],
    times: Sequence[TimeExpression],
    quotes: Sequence[Span],
) -> When | None:
    """The time of the statement before, or of the one that this one stands in."""
    when = told.get(before.id)
    if when is None or when.basis is WhenBasis.PUBLISHED:
        return None
    if statement.nested_in is None:
        for time in _times_between(times, _end(before), statement.quote[0].begin):
            said = any(quote.contains(time.span) for quote in quotes)
            if not said and _is_another_time(time, when):
                return None
    return replace(when, basis=WhenBasis.CARRIED)


def _end(statement: Statement) -> int:
    return max(span.end for span in (*statement.quote, *statement.frame, *statement.cue))


def _is_another_time(time: TimeExpression, when: When) -> bool:
    """Whether between two statements another day is told than that of the first."""
    if time.precision not in _ANOTHER_DAY or time.kind not in {TimeKind.DATE, TimeKind.TIME}:
        return False
    return time.begin != when.begin or time.value[:10] != (when.value or "")[:10]


def _same_person(article: Article, line: Sequence[Statement], statement: Statement) -> bool:
    """Whether the speaker of `line` goes on: the same person, or no other words for one."""
    known = [each.person for each in line if each.person]
    if known and statement.person:
        return (known[-1].name, known[-1].kind) == (statement.person.name, statement.person.kind)
    if not statement.speaker:
        return True
    # Of *einer Sprecherin der Bank* the head must be known, of *Ada Petersen* the surname.
    head = _OF.split(_ACCOUNT.sub("", article.words(statement.speaker)), maxsplit=1)[0]
    words = _WORD.findall(head)
    if not words or words[0].lower() in PRONOUNS:
        return True
    return any(words[-1] in _WORD.findall(article.words(each.speaker)) for each in line)
