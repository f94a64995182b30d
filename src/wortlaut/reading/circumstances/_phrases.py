"""Prepositional phrases whose noun names an occasion: *in einem Interview mit der BBC*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wortlaut.model import OccasionKind, Span
from wortlaut.reading._words import split_words
from wortlaut.reading.circumstances._grammar import GRAMMARS, Grammar
from wortlaut.reading.circumstances._occasion_words import OccasionWords

_FARTHEST = 8
"""Words between a preposition and its noun: *in einem von der ARD gesendeten Interview*."""
_MOST_TAILS = 3
"""Further phrases that are taken along: *im Weißen Haus mit seinem Amtskollegen*."""
_EVENTS = frozenset(OccasionKind) - {
    OccasionKind.REPORT,
    OccasionKind.STATEMENT,
    OccasionKind.POST,
    OccasionKind.LETTER,
}
"""What somebody can speak after; after a report one speaks by it."""
_HEARERS = frozenset(
    {
        OccasionKind.PRESS_CONFERENCE,
        OccasionKind.SPEECH,
        OccasionKind.COURT,
        OccasionKind.PARLIAMENT,
        OccasionKind.UNKNOWN,
    }
)
"""What can be told something: *told parliament*; an outlet that is told it is an addressee."""
_ON_TOPICS = frozenset(OccasionKind) - {
    OccasionKind.PRESS_CONFERENCE,
    OccasionKind.INTERVIEW,
    OccasionKind.POST,
    OccasionKind.UNKNOWN,
}
"""What has a topic that its noun names: *eine Rede zur Lage der Nation*."""
_MADE = _ON_TOPICS | {OccasionKind.INTERVIEW, OccasionKind.POST}
"""What has somebody who made it: *in einem Bericht von Reuters*."""
_BROADCAST = frozenset({OccasionKind.INTERVIEW, OccasionKind.POST, OccasionKind.PARLIAMENT})
_ON_AIR = frozenset({"phone", "telephone", "call", "panel", "tour", "visit", "stump"})
_MARKS = frozenset("„“”\"‚‘’'»«()")
_HYPHENS = frozenset("-‐‑–&/.")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase and the kind of occasion that it names."""

    span: Span
    kind: OccasionKind


@dataclass(frozen=True, slots=True)
class Bars:
    """What no phrase may hold."""

    told: Sequence[Span]
    """The statement's speaker, cue and quote."""
    times: Sequence[Span]
    """The time expressions of the article."""


@dataclass(frozen=True, slots=True)
class _Room:
    """The words of a stretch of text, and which of them no phrase may hold."""

    text: str
    spans: list[Span]
    words: list[str]
    lower: list[str]
    barred: list[bool]
    """The statement's speaker, cue and quote, and times."""
    told: list[bool]
    """The statement's speaker, cue and quote only."""

    def __len__(self) -> int:
        return len(self.words)

    def is_mark(self, index: int) -> bool:
        return not self.words[index][0].isalnum()


def find_phrases(
    text: str, room: Span, bars: Bars, known: OccasionWords, language: str
) -> Iterator[Phrase]:
    """The phrases in one stretch of text, in order; they do not overlap."""
    grammar = GRAMMARS[language]
    words = _room(text, room, bars)
    index = 0
    while index < len(words):
        found = None if words.barred[index] else _head(words, index, known, grammar)
        if found is None:
            index += 1
            continue
        kind, end = found
        begin = _preposition(words, index, grammar)
        if begin is None or not _tells(words, begin, index, kind, grammar):
            index = end
            continue
        reach = _closed(words, begin, _reach(words, end, kind, grammar))
        if words.lower[begin] not in grammar.after and kind is not OccasionKind.PRESS_CONFERENCE:
            kind = _by_partner(words, range(index, end), reach, known, grammar) or kind
        yield Phrase(Span(words.spans[begin].begin, words.spans[reach - 1].end), kind)
        index = reach


def _room(text: str, room: Span, bars: Bars) -> _Room:
    words = split_words(text, [room])
    spans = [Span(begin, end) for begin, end in zip(words.begins, words.ends, strict=True)]
    taken = [span for span in bars.told if span.overlaps(room)]
    told = [any(part.overlaps(span) for part in taken) for span in spans]
    times = [span for span in bars.times if span.overlaps(room)]
    texts = [span.of(text) for span in spans]
    return _Room(
        text,
        spans,
        texts,
        [word.lower() for word in texts],
        [t or any(time.overlaps(s) for time in times) for t, s in zip(told, spans, strict=True)],
        told,
    )


def _head(
    words: _Room, index: int, known: OccasionWords, grammar: Grammar
) -> tuple[OccasionKind, int] | None:
    """The kind that the noun at `index` names, and the index after it."""
    for starts, texts in ((known.phrase_starts, words.lower), (known.name_starts, words.words)):
        for phrase, kind in starts.get(texts[index], ()):
            if tuple(texts[index : index + len(phrase)]) == phrase:
                return kind, index + len(phrase)
    word = words.words[index]
    if words.lower[index] in grammar.press:
        return OccasionKind.PRESS_CONFERENCE, index + 1
    if not word[0].isupper() if grammar.nouns_are_capital else words.is_mark(index):
        return None
    kind_of_word = known.kind_of(word)
    return None if kind_of_word is None else (kind_of_word, index + 1)


def _preposition(words: _Room, head: int, grammar: Grammar) -> int | None:
    """Where the phrase around the noun at `head` begins; None where it has no preposition."""
    index = head - 1
    while index >= max(0, head - _FARTHEST):
        word = words.lower[index]
        if word in grammar.telling:
            return index + 1
        if words.barred[index]:
            return None
        if word in grammar.openers:
            return _outer(words, index, grammar)
        if words.is_mark(index) and words.words[index] not in _MARKS:
            return None
        if word in grammar.stoppers or _opens_another(words, index, grammar):
            return None
        index -= 1
    return None


def _opens_another(words: _Room, index: int, grammar: Grammar) -> bool:
    """Whether a determiner begins a noun phrase that has no preposition of its own."""
    return (
        grammar.nouns_are_capital
        and words.lower[index] in grammar.determiners
        and index > 0
        and words.lower[index - 1] not in grammar.openers | grammar.tails
    )


def _tells(words: _Room, begin: int, head: int, kind: OccasionKind, grammar: Grammar) -> bool:
    """Whether the phrase tells of the saying: not a source, not in a clause about something."""
    opener = words.lower[begin]
    if begin < head and (opener, words.lower[begin + 1]) in grammar.conjunctions:
        return False
    if opener in grammar.bare and head > begin + 1:
        return False
    if not _fits(words, begin, head, kind, grammar):
        return False
    if begin and words.lower[begin - 1] in grammar.sources:
        return False
    start = begin
    while start and words.words[start - 1] != ",":
        start -= 1
    end = head
    while end < len(words) and words.words[end] != ",":
        end += 1
    return not (
        start and words.lower[start] in grammar.relatives and not any(words.told[start:end])
    )


def _fits(words: _Room, begin: int, head: int, kind: OccasionKind, grammar: Grammar) -> bool:
    """Whether what the phrase begins with and what its noun names make an occasion."""
    opener = words.lower[begin]
    if words.lower[head] in grammar.press and opener not in grammar.before_press:
        return False
    if opener not in grammar.openers and _told_to(words, begin, grammar):
        return kind in _HEARERS
    if opener in grammar.after:
        return kind in _EVENTS and words.lower[begin + 1] in grammar.determiners
    if opener in grammar.on:
        return kind in _BROADCAST or words.lower[head] in _ON_AIR
    return opener not in grammar.outside or kind is OccasionKind.COURT


def _told_to(words: _Room, begin: int, grammar: Grammar) -> bool:
    """Whether the phrase is the object of a verb of telling: *told a news conference*."""
    return begin > 0 and words.lower[begin - 1] in grammar.telling


def _outer(words: _Room, index: int, grammar: Grammar) -> int:
    """A preposition farther out: *in einem von ...*, *am Rande der ...*, *kurz nach ...*."""
    if (
        index >= 2
        and words.lower[index - 1] in grammar.determiners
        and words.lower[index - 2] in grammar.openers
        and not (words.barred[index - 1] or words.barred[index - 2])
    ):
        index -= 2
    for opening in grammar.long_openers:
        begin = index - len(opening) + 1
        for shift in range(len(opening)):
            at = begin + shift
            if at >= 0 and tuple(words.lower[at : at + len(opening)]) == opening and at <= index:
                return at
    return index


def _reach(words: _Room, end: int, kind: OccasionKind, grammar: Grammar) -> int:
    """The index after the phrase: the noun's own phrase and those that hang on it."""
    bears_name = words.lower[end - 1].endswith(grammar.named) or not grammar.named
    reach = _name_after(words, end, grammar) if bears_name or _marked(words, end) else end
    for _ in range(_MOST_TAILS):
        if reach >= len(words) or words.barred[reach]:
            break
        word = words.lower[reach]
        if word in grammar.genitives or word in grammar.tails:
            inner = reach + (0 if word in grammar.genitives else 1)
            after = _noun_phrase(words, inner, grammar)
            if after is None or words.lower[inner] in grammar.no_tails:
                break
            if word in grammar.topic_tails and kind not in _ON_TOPICS:
                break
            if word in grammar.named_tails and (
                kind not in _MADE or not words.words[inner][0].isupper()
            ):
                break
            reach = after
        else:
            break
    return reach


def _marked(words: _Room, index: int) -> bool:
    return index < len(words) and words.words[index] in _MARKS


def _closed(words: _Room, begin: int, end: int) -> int:
    """The index after the phrase, with the mark that closes what opens in it."""
    if sum(word in _MARKS for word in words.words[begin:end]) % 2 == 0:
        return end
    if words.words[end : end + 1] == [","]:  # American printers set it before the mark
        end += 1
    return end + (end < len(words) and words.words[end] in _MARKS)


def _name_after(words: _Room, index: int, grammar: Grammar) -> int:
    """A name right behind the noun: *im Magazin „Spiegel“*, *auf der Plattform X*."""
    end = index
    if end < len(words) and words.words[end] in _MARKS:
        closing = end + 1
        while closing < len(words) and words.words[closing] in _MARKS:  # '' for one mark
            closing += 1
        while closing < len(words) and closing - end <= 8 and not words.barred[closing]:
            if words.words[closing] in _MARKS:
                doubled = (
                    words.words[closing + 1 : closing + 2] == words.words[closing : closing + 1]
                )
                return closing + 1 + doubled
            closing += 1
        return index
    while end < len(words) and not words.barred[end] and _is_name(words, end, grammar):
        end += 1
    return end


def _is_name(words: _Room, index: int, grammar: Grammar) -> bool:
    word = words.words[index]
    return (word[0].isupper() and words.lower[index] not in grammar.closed) or (
        word in _HYPHENS
        and 0 < index < len(words) - 1
        and words.spans[index - 1].end == words.spans[index].begin
        and words.spans[index].end == words.spans[index + 1].begin
    )


def _noun_phrase(words: _Room, index: int, grammar: Grammar) -> int | None:
    """The index after the noun phrase that begins at `index`; None where there is none."""
    end = index
    if end < len(words) and words.lower[end] in grammar.determiners:
        end += 1
    start = end
    last = None
    while end < len(words) and end - start <= 8 and not words.barred[end]:
        word = words.words[end]
        if word in _MARKS:
            after = _name_after(words, end, grammar)
            return after if after > end else last
        if _is_name(words, end, grammar):
            last = end + 1
        elif last is not None and not _joins(words, end, grammar):
            if _ends_in_noun(words, end, grammar):
                last = end + 1
            break
        elif last is None and not grammar.may_qualify(words.lower[end]):
            if not grammar.nouns_are_capital and word[0].isalpha() and end - start < 4:
                last = end + 1
                end += 1
                continue
            break
        end += 1
    if last is None and not grammar.nouns_are_capital and start < end:
        return end
    return last


def _ends_in_noun(words: _Room, index: int, grammar: Grammar) -> bool:
    """Whether an English phrase with a name ends in a plain noun: *his Capitol Hill office*."""
    word = words.lower[index]
    return (
        not grammar.nouns_are_capital
        and word.isalpha()
        and not word.endswith(("ed", "ing"))
        and word not in grammar.stoppers | grammar.tails | grammar.openers | grammar.genitives
        and (index + 1 == len(words) or words.words[index + 1] in {",", "."})
    )


def _joins(words: _Room, index: int, grammar: Grammar) -> bool:
    """Whether a word between two names belongs to both: *Merkel und Macron*."""
    return (
        words.lower[index] in grammar.joiners
        and index + 1 < len(words)
        and not words.barred[index + 1]
        and (words.words[index + 1][0].isupper() or words.lower[index + 1] in grammar.determiners)
    )


def _by_partner(
    words: _Room, noun: range, reach: int, known: OccasionWords, grammar: Grammar
) -> OccasionKind | None:
    """What a talk is by its partner: *im Gespräch mit dem Magazin*, *mit Reportern*."""
    if not any(known.is_partnered(words.words[index]) for index in noun):
        return None
    partner = next(
        (at for at in range(noun.stop, reach) if words.lower[at] in grammar.partner), None
    )
    if partner is None:
        return None
    if any(word in grammar.press for word in words.lower[partner:reach]):
        return OccasionKind.PRESS_CONFERENCE
    return OccasionKind.INTERVIEW
