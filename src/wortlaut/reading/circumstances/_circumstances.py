"""The occasion of each statement, and the question that it answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from wortlaut.model import Article, Occasion, OccasionKind, Span, Statement, merged
from wortlaut.reading._sentences import sentence_at, sentences_of
from wortlaut.reading.circumstances._occasion_words import OccasionWords
from wortlaut.reading.circumstances._phrases import Bars, find_phrases
from wortlaut.reading.circumstances._questions import find_question


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is told about the making of one statement."""

    occasion: Occasion | None = None
    in_reply_to: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Setting:
    """What all statements of an article share."""

    article: Article
    sentences: Sequence[Span]
    times: Sequence[Span]
    words: OccasionWords
    language: str


def find_circumstances(
    article: Article, times: Sequence[Span], words: Mapping[str, OccasionWords]
) -> list[Circumstances]:
    """The circumstances of each statement of `article`, in their order.

    `times` are the article's time expressions, in order: they end a phrase. `words` holds
    the occasion words by language; an article in another language has no circumstances.
    """
    known = words.get(article.language or "")
    if known is None or not article.statements:
        return [Circumstances() for _ in article.statements]
    sentences = sentences_of(article.text, article.paragraphs)
    setting = _Setting(article, sentences, times, known, article.language or "")
    by_id = {statement.id: statement for statement in article.statements}
    return [
        _circumstances_of(statement, by_id.get(statement.nested_in or 0), setting)
        for statement in article.statements
    ]


def _circumstances_of(
    statement: Statement, holder: Statement | None, setting: _Setting
) -> Circumstances:
    if holder is not None and statement.cue == holder.cue:
        # The verbatim words of an indirect quotation: one act of speaking.
        return _circumstances_of(holder, None, setting)
    text, words = setting.article.text, setting.words
    around = _told_in(statement, holder, setting.sentences)
    question = find_question(text, statement, around, setting.language)
    bars = Bars([*statement.quote, *statement.cue, *statement.speaker], setting.times)
    rooms = [
        room
        for sentence in around
        for room in _rest(sentence, [*_quotes_in(setting.article, statement, sentence), *question])
    ]
    frame = _hull(statement.frame, around)
    found = [
        phrase
        for room in rooms
        for phrase in find_phrases(text, room, bars, words, setting.language)
        if not frame or any(span.begin <= phrase.span.begin < span.end for span in frame)
    ]
    for cue in statement.cue:
        kind = words.cues.get(cue.of(text).lower())
        if kind is not None and not any(phrase.kind is kind for phrase in found):
            return Circumstances(Occasion(kind, (cue,)), question)
    if not found and not question:
        return Circumstances()
    kinds = [p.kind for p in found if p.kind is not OccasionKind.UNKNOWN]
    kind = kinds[0] if kinds else OccasionKind.UNKNOWN
    spans = merged(chain((phrase.span for phrase in found), question))
    return Circumstances(Occasion(kind, spans), question)


def _told_in(
    statement: Statement, holder: Statement | None, sentences: Sequence[Span]
) -> list[Span]:
    """The sentences of its frame, or of its cue; none where it has neither.

    Of a nested statement only what lies in the words of its holder, who tells of it.
    """
    found: list[Span] = []
    for anchor in statement.frame or statement.cue:
        # A frame may begin with the comma or the mark before its first word.
        for offset in (anchor.begin, anchor.end - 1):
            sentence = sentence_at(sentences, offset)
            if sentence is not None and sentence not in found:
                found.append(sentence)
    # Pieces that the reader puts into the frame from other sentences tell of other statements.
    with_cue = [s for s in found if any(cue.overlaps(s) for cue in statement.cue)]
    found = with_cue or found
    if holder is None:
        return found
    return [
        Span(max(sentence.begin, piece.begin), min(sentence.end, piece.end))
        for sentence in found
        for piece in holder.quote
        if piece.overlaps(sentence)
    ]


def _hull(frame: Sequence[Span], sentences: Sequence[Span]) -> list[Span]:
    """The frame's stretch of each sentence; its pieces leave out words that belong to it."""
    pieces = [[span for span in frame if span.overlaps(sentence)] for sentence in sentences]
    return [Span(parts[0].begin, parts[-1].end) for parts in pieces if parts]


def _quotes_in(article: Article, statement: Statement, sentence: Span) -> Iterator[Span]:
    """The quoted words in a sentence: what is said there is no circumstance of saying it."""
    for other in article.statements:
        holds = any(piece.contains(anchor) for piece in other.quote for anchor in statement.cue)
        if other.id != statement.nested_in and not holds:
            yield from (piece for piece in other.quote if piece.overlaps(sentence))


def _rest(sentence: Span, cut: Sequence[Span]) -> Iterator[Span]:
    begin = sentence.begin
    for span in merged(cut):
        if begin < min(span.begin, sentence.end):
            yield Span(begin, min(span.begin, sentence.end))
        begin = max(begin, span.end)
    if begin < sentence.end:
        yield Span(begin, sentence.end)
