"""Whether a time in a statement's frame is that of the saying, or of something told there."""

from __future__ import annotations

import re
from itertools import pairwise

from wortlaut.model import Precision, Span
from wortlaut.reading.times._calendar import SEASONS
from wortlaut.reading.times._expression import TimeExpression, TimeKind
from wortlaut.reading.times._frames import Frame
from wortlaut.reading.times._telling_words import (
    ATTRIBUTE,
    MADE_PUBLIC,
    NARRATED,
    NO_ATTRIBUTE,
    NOT_WHEN_SAID,
    OCCASIONS,
    OF_A_SAYING,
    PLAIN_PAST,
    SUBORDINATE,
)

_SAYINGS = tuple(sorted(OF_A_SAYING))
_ADJECTIVE = re.compile(r"(?:gestrig|heutig|morgig|diesjährig|vorjährig)e[nrsm]?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s*$")
_OWNER = re.compile(
    r"['’]s\s+(?:[a-z-]+\s+(?!(?:i[ns]|at|o[nf]|to|for|by|with|from|he|she|they|it|and|that|was|were"
    r"|has|had|will|would|as|a|an|the)\b)){0,2}[a-z]+"
)
_AT = re.compile(r"\b(?:at|during|in|told|tells|telling|addressed|addressing)\s+(?:last\s+)?$")
_TITLE_OPENS = re.compile(r"(?<![^\s(])[\"“„«»‚‘]$")
_TITLE_ENDS = re.compile(r"[^\"”“«»’‘.!?\n]{0,40}[\"”“«»’‘]")
_STOP = re.compile(r"[,;:–—()„“”»«\".!?\n]")
_ARTICLES = frozenset("the der den dem die das".split())
_NOUN_BEFORE = re.compile(r"[A-ZÄÖÜ][\w-]{3,}\s+(?:im\s|in\s|aus\s|of\s)?$")
_ARTICLE_BEFORE = re.compile(
    r"\b(?:[Dd](?:er|ie|as|en|em|es)|[Ee]ine[rmns]?|[Ii]hre[rmns]?|[Ss]eine[rmns]?)\s+"
    r"(?:[a-zäöüß]+\s+){0,2}$"
)
_DECADE = 3
"""Characters of a decade's value: *199*."""
CLAUSE_END = re.compile(r"[,;:–—()„“”»«\"]")


def words_between(text: str, span: Span, frame: Frame) -> str:
    """The characters between the time and the nearest anchor."""
    anchor = min(frame.anchors, key=lambda a: max(a.begin - span.end, span.begin - a.end, 0))
    if anchor.begin >= span.end:
        return text[span.end : anchor.begin]
    return text[anchor.end : span.begin]


def tells_the_saying(text: str, time: TimeExpression, frame: Frame) -> bool:
    """Whether a time in a frame is that of the saying and not of something told in it."""
    before = _WORD_BEFORE.search(text, max(0, time.span.begin - 30), time.span.begin)
    if before and before[1].lower() in _ARTICLES:
        before = _WORD_BEFORE.search(text, max(0, before.start() - 30), before.start())
    preposition = before[1].lower() if before else ""
    in_brackets = text[time.span.begin - 1 : time.span.begin] == "("
    if _is_title(text, time.span) or _is_narrators(text, time, frame):
        return False
    if in_brackets or preposition in NOT_WHEN_SAID or not _has_a_place(text, time, preposition):
        return False
    if _in_another_clause(text, time.span, frame) or _belongs_to_noun(text, time.span):
        return False
    if preposition in {"vom", "von", "aus"} and before is not None:
        return _after_a_saying(text, before.start())
    if time.precision is Precision.YEAR and time.kind is TimeKind.DATE:
        return _is_adverbial_year(text, time.span, preposition, frame)
    return True


def _is_narrators(text: str, time: TimeExpression, frame: Frame) -> bool:
    """*Heute lacht sie darüber*: nowadays; and nobody says today what was said in the nineties."""
    now = time.span.of(text).lower() in {"heute", "today"}
    decade = time.precision is Precision.YEAR and len(time.value) == _DECADE
    return (now or decade) and any(
        word in NARRATED
        for anchor in frame.anchors
        for word in _WORD.findall(text, anchor.begin, anchor.end)
    )


def _is_title(text: str, span: Span) -> bool:
    """Whether the time begins a name in quotation marks: *on "This Week"*."""
    if not _TITLE_OPENS.search(text, max(0, span.begin - 2), span.begin):
        return False
    return _TITLE_ENDS.match(text, span.end) is not None


def _has_a_place(text: str, time: TimeExpression, preposition: str) -> bool:
    """Whether the expression places something in time at all: *kürzlich*, not *jahrelang*."""
    if time.kind is TimeKind.DURATION:
        return preposition == "vor"
    if time.value == "PAST_REF":
        return time.span.of(text).lower() in PLAIN_PAST
    if time.value == "PRESENT_REF":
        return time.begin is not None
    if time.value[:5] == "XXXX-" and time.value[5:] in SEASONS and not preposition:
        # *der Herbst* is any.
        return False
    return time.kind is not TimeKind.SET and time.value != "FUTURE_REF"


def _belongs_to_noun(text: str, span: Span) -> bool:
    """*das gestrige Unglück*, *Friday's vote*, *der 2019 gewählte Präsident*: unless a saying."""
    if _ADJECTIVE.fullmatch(text, span.begin, span.end):
        noun = _WORD.search(text, span.end)
        return noun is None or not _is_saying(noun[0])
    owner = _OWNER.match(text, span.end)
    if owner:
        nouns = _WORD.findall(owner[0].lower())[1:]
        if not OCCASIONS.isdisjoint(nouns):
            # *told Tuesday's council meeting*, and not *Tuesday's meeting was a mess*.
            return _AT.search(text, max(0, span.begin - 24), span.begin) is None
        return not any(_is_saying(noun) for noun in nouns)
    return _in_attribute(text, span)


def _is_saying(noun: str) -> bool:
    """Whether what the noun names is said or written; *Fernsehinterview* is an *Interview*."""
    return noun.lower().endswith(_SAYINGS)


def _after_a_saying(text: str, place: int) -> bool:
    """Whether the clause before `place` names a saying: *in der Erklärung des Amtes vom*."""
    begin = max(0, place - 80)
    for match in _STOP.finditer(text, begin, place):
        begin = match.end()
    return any(_is_saying(word) for word in _WORD.findall(text, begin, place))


def _in_another_clause(text: str, span: Span, frame: Frame) -> bool:
    """Whether a comma or the like parts the time from the cue, and its clause is a lesser one."""
    if not CLAUSE_END.search(words_between(text, span, frame)):
        return False
    begin = max(0, span.begin - 200)
    for match in _STOP.finditer(text, begin, span.begin):
        begin = match.end()
    end = CLAUSE_END.search(text, span.end, span.end + 120)
    if MADE_PUBLIC.search(text, span.end, end.start() if end else span.end):
        # *in einer Erklärung, die am Freitag verbreitet wurde*
        return False
    first = _WORD.findall(text, begin, span.begin)[:2]
    return any(word.lower() in SUBORDINATE for word in first[:2] if not word[0].isupper()) or (
        bool(first) and first[0].lower() in {"nachdem", "bevor", "weil", "after", "before"}
    )


def _in_attribute(text: str, span: Span) -> bool:
    """Whether the time belongs to a noun by a participle: *der 2019 gewählte Präsident*."""
    stop = _STOP.search(text, span.end, span.end + 80)
    words = re.findall(r"[^\W_]+", text[span.end : stop.start() if stop else span.end + 80])[:5]
    for word, after in pairwise(words):
        if ATTRIBUTE.fullmatch(word) and word not in NO_ATTRIBUTE and after[0].isupper():
            article = _ARTICLE_BEFORE.search(text, max(0, span.begin - 40), span.begin)
            return article is not None and not MADE_PUBLIC.fullmatch(word)
    return False


def _is_adverbial_year(text: str, span: Span, preposition: str, frame: Frame) -> bool:
    """Whether a year stands by itself: *2019 sagte er*, but not *die Wahl 2019 sagte*."""
    noun = _NOUN_BEFORE.search(text, max(0, span.begin - 40), span.begin)
    if noun and not any(noun.start() < s.end and s.begin < noun.end() for s in frame.speakers):
        return False
    if not span.of(text)[0].isdigit():
        return True
    before = text[max(0, span.begin - 30) : span.begin].rstrip()
    if not before or before[-1] in ".!?\n:,;":
        return True
    return preposition == "in" or bool(
        re.search(r"\b(?:[Bb]ereits|[Ss]chon|[Ee]rst|[Nn]och)$", before)
    )
