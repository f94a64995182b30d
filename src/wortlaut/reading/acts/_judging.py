"""What kind of act each statement of an article is, on what condition, and whether negated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wortlaut.model import Act, Article, QuotationType, Span, Statement, merged
from wortlaut.reading._sentences import sentences_of
from wortlaut.reading.acts._english_conditions import ASKING, english_conditions
from wortlaut.reading.acts._german_conditions import german_conditions
from wortlaut.reading.acts._lexicon import Lexicon
from wortlaut.reading.acts._negation import negated_in_english, negated_in_german
from wortlaut.reading.acts._vocabulary import (
    COMMA,
    GAP,
    NOT,
    Entry,
    Vocabulary,
    folded_words,
    negating,
)

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W_]+)*")
_GERMAN_WORDS = re.compile(r"\b(?:der|die|das|und|nicht|ist|von|mit|dem|den)\b")
_ENGLISH_WORDS = re.compile(r"\b(?:the|and|of|to|is|that|was|with|for|by)\b")
_PART = re.compile(r"[,;:–—()„“”\"»«]|[.!?](?=\s)|\b(?:und|aber|sondern|oder|and|but)\b")
_QUESTION = re.compile(r"\?\W*$")
_MARKS = frozenset(",;:–—.!?")
_BETWEEN = frozenset({GAP, COMMA})
_SENTENCE_END = re.compile(r"[.!?…]\W*$")
_PREPOSITIONS = frozenset({"laut", "nach", "zufolge", "gemäß", "folge", "so"})
_MAHNEN = re.compile(r"(?:ge)?mahnt?(?:e|en)?\b", re.IGNORECASE)
_WISH = re.compile(r"\b(?:m[uü]ss|soll|d[aü]rf|lasst|lassen Sie)|!")
_CALL = re.compile(r"\bcall(?:s|ed|ing)?$")
_FOR = re.compile(r"\s+for\b")
_TO_WHOM = re.compile(r"\s+(?:for|to|on|upon|by|from)\b")
_NAMING_WORDS = 4
"""How many words after *laut* and *nach* may name the act."""
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found of one statement."""

    act: Act | None
    condition: tuple[Span, ...]
    negated: bool


def judge_acts(article: Article, lexicon: Lexicon) -> list[Judged]:
    """One value a statement of the article, in order; spans count code points of its text."""
    english = _is_english(article)
    vocabulary = lexicon.english if english else lexicon.german
    return [
        _judge(article.text, statement, vocabulary, english) for statement in article.statements
    ]


def _is_english(article: Article) -> bool:
    if article.language is not None:
        return article.language == "en"
    text = article.text[:5000]
    return len(_ENGLISH_WORDS.findall(text)) > len(_GERMAN_WORDS.findall(text))


def _judge(text: str, statement: Statement, vocabulary: Vocabulary, english: bool) -> Judged:
    sentences = sentences_of(text, statement.quote)
    conditions: list[Span] = []
    asked = english and not ASKING.isdisjoint(w.casefold() for w in _words(text, statement.cue))
    for number, sentence in enumerate(sentences):
        if english:
            conditions += english_conditions(text, sentence, asked and not number)
        else:
            conditions += german_conditions(text, sentence)
    act = _act(text, statement, vocabulary, sentences, english)
    if act is Act.DEMANDS and _warns_what_follows(text, statement, conditions):
        act = Act.WARNS
    return Judged(
        act,
        merged(conditions),
        _negated(text, sentences, english),
    )


def _negated(text: str, sentences: Sequence[Span], english: bool) -> bool:
    """Whether the first sentence of the quotation is negated: its main clause is what counts."""
    for number, sentence in enumerate(sentences):
        if english:
            if negated_in_english(text, sentence):
                return True
        elif negated_in_german(text, sentence, opens=number == 0):
            return True
        if _SENTENCE_END.search(text, max(sentence.begin, sentence.end - 4), sentence.end):
            # Without an end, a frame interrupts: "Das sei", sagte er, "nicht wahr".
            break
    return False


def _act(
    text: str,
    statement: Statement,
    vocabulary: Vocabulary,
    sentences: Sequence[Span],
    english: bool,
) -> Act | None:
    words = _words(text, statement.cue)
    entry = vocabulary.tell(words + _called_for(text, statement) if english else words)
    if entry is None and statement.frame:
        # A cue that misses its prefix, or a frame whose cue was not found.
        words = _words(text, statement.frame)
        entry = vocabulary.tell(words, verbs_only=True)
    elif entry is not None:
        entry = _with_prefix(text, statement, vocabulary, entry)
        if NOT not in entry.needs:
            words += _negating_beside(text, statement, entry.act)
    if entry is None:
        reported = statement.type is QuotationType.REPORTED
        return _told_act(text, statement, vocabulary) if reported else None
    if english and _names_with_calls(text, statement, words):
        return Act.ASSERTS
    if entry.act is Act.ASSERTS:
        if _is_question(text, statement, sentences):
            return Act.ASKS
        named = _named_act(text, statement, vocabulary, words)
        if named is not None:
            return named
    return _unless_negated(entry, words, vocabulary)


def _warns_what_follows(text: str, statement: Statement, conditions: Sequence[Span]) -> bool:
    """„Wenn es so weiterregnet, bricht der Deich“, mahnte sie: what will be, and no wish."""
    if statement.type is not QuotationType.DIRECT or not conditions:
        return False
    quote = statement.quote[0]
    if conditions[0].begin > quote.begin + 1 or _WISH.search(text, quote.begin, quote.end):
        return False
    return any(_MAHNEN.match(text, span.begin, span.end) for span in statement.cue)


def _called_for(text: str, statement: Statement) -> list[str]:
    """The *for* of *called for*, where it was taken for the first word of the quotation."""
    if not statement.cue:
        return []
    cue = statement.cue[-1]
    calls = _CALL.search(text, cue.begin, cue.end)
    return ["for"] if calls and _FOR.match(text, cue.end) else []


def _names_with_calls(text: str, statement: Statement, words: Sequence[str]) -> bool:
    """Whether *calls* is the verb of *She calls the plan a mess*, and not *their calls to*."""
    if list(words) != ["calls"] or not statement.speaker:
        return False
    return _TO_WHOM.match(text, statement.cue[0].end) is None


def _with_prefix(text: str, statement: Statement, vocabulary: Vocabulary, entry: Entry) -> Entry:
    """The entry of a cue of one word with the prefix that the frame has: *gab ... [an]*."""
    if entry.particle or len(statement.cue) != 1 or not statement.frame:
        return entry
    cue = statement.cue[0]
    after = [
        Span(max(span.begin, cue.begin), span.end)
        for span in statement.frame
        if span.end > cue.begin
    ]
    return vocabulary.prefixed(_words(text, after)) or entry


def _unless_negated(entry: Entry, words: Sequence[str], vocabulary: Vocabulary) -> Act | None:
    if NOT in folded_words(words) and NOT not in entry.needs:
        return vocabulary.negated.get(entry.act)
    return entry.act


def _negating_beside(text: str, statement: Statement, act: Act) -> list[str]:
    """What negates the cue in its own clause of the frame: *wollte er [nicht] bestätigen*.

    Neutral cues are negated only by what follows them: *sagte er nicht*.
    """
    cue = statement.cue
    for span in statement.frame:
        begin = span.begin
        for mark in (*_PART.finditer(text, span.begin, span.end), None):
            end = mark.start() if mark else span.end
            if begin < end and any(Span(begin, end).overlaps(piece) for piece in cue):
                if act is Act.ASSERTS:
                    begin = max(begin, cue[0].begin)
                found = list(negating(_WORD.findall(text, begin, end)))
                if found:
                    return found
            begin = mark.end() if mark else end
    return []


def _is_question(text: str, statement: Statement, sentences: Sequence[Span]) -> bool:
    """Whether a direct quotation is one question and nothing else."""
    if statement.type is not QuotationType.DIRECT or len(sentences) != 1:
        return False
    return _QUESTION.search(text, sentences[0].begin, sentences[0].end) is not None


def _named_act(
    text: str, statement: Statement, vocabulary: Vocabulary, words: Sequence[str]
) -> Act | None:
    """The act that a noun after *laut*, *nach* or *so* names: *laut Vorschlag der CDU*."""
    if not statement.speaker or not statement.cue:
        return None
    if _PREPOSITIONS.isdisjoint(word.casefold() for word in words):
        return None
    speaker = statement.speaker[0]
    begin = statement.cue[-1].end
    if not begin < speaker.begin < begin + _NEAR:
        begin = speaker.begin
    named = vocabulary.first_noun(_WORD.findall(text, begin, speaker.end)[:_NAMING_WORDS])
    return named.act if named else None


def _words(text: str, spans: Iterable[Span]) -> list[str]:
    """The words of some spans, with gaps between the spans and marks between clauses."""
    words: list[str] = []
    for span in spans:
        if words:
            words.append(GAP)
        begin = span.begin
        for mark in _PART.finditer(text, span.begin, span.end):
            words += _WORD.findall(text, begin, mark.start())
            words.append(COMMA if mark[0] in _MARKS else GAP)
            words += _WORD.findall(mark[0])
            begin = mark.end()
        words += _WORD.findall(text, begin, span.end)
    return words


def _told_act(text: str, statement: Statement, vocabulary: Vocabulary) -> Act | None:
    """The act that the words of a reported statement themselves tell: *Sie forderte mehr Geld.*"""
    words = _words(text, statement.quote)
    told = vocabulary.first_verb(words)
    if told is None:
        return None
    index, entry = told
    begin = end = index
    while begin and words[begin - 1] not in _BETWEEN:
        begin -= 1
    while end < len(words) and words[end] not in _BETWEEN:
        end += 1
    return _unless_negated(entry, words[begin:end], vocabulary)
