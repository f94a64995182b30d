"""Exact and overlap F1 of source, cue and content, as the line of work of CofeNet reports.

Wang and others, "CofeNet: Context and Former-Label Enhanced Net for Complicated Quotation
Extraction" (COLING 2022), on PolNeAR (Newell, Margolin and Ruths, LREC 2018).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from training.scoring._annotation import Attribution, Characters
from training.scoring._score import Score

_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class PieceScores:
    """One kind of words (source, cue or content); every score lies between 0 and 1."""

    exact: Score
    """Pieces whose first and last token agree with an annotated piece: the headline."""
    exact_characters: Score
    """Pieces that agree to the character."""
    exact_words: Score
    """Pieces whose first and last word agree; punctuation at the borders does not count."""
    overlap: Score
    """Tokens, punctuation among them."""


@dataclass(frozen=True, slots=True)
class EnglishScores:
    """The figures of one set of English articles."""

    source: PieceScores
    cue: PieceScores
    content: PieceScores


def english_tokens(text: str) -> tuple[Characters, ...]:
    """Words and single punctuation marks of `text`, in order, in code points."""
    return tuple(match.span() for match in _TOKEN.finditer(text))


def tokens_under(pieces: Collection[Characters], tokens: Sequence[Characters]) -> frozenset[int]:
    """Places in `tokens` (ordered, apart) that share a character with one of `pieces`."""
    begins = [begin for begin, _ in tokens]
    ends = [end for _, end in tokens]
    return frozenset(
        place
        for begin, end in pieces
        for place in range(bisect_right(ends, begin), bisect_left(begins, end))
    )


def score_english(
    texts: Sequence[str],
    gold: Sequence[Sequence[Attribution]],
    predicted: Sequence[Sequence[Attribution]],
) -> EnglishScores:
    """Score predictions over whole articles; the three sequences hold them in one order.

    A piece is one unbroken stretch of a source, cue or content; the same piece of several
    quotations of an article counts once. A predicted piece is right when an annotated piece
    of the same kind has its borders. Overlap compares, for each kind, the sets of tokens
    that any piece covers. Both are counted over all articles together (micro).

    Raises `ValueError` when the three do not hold the same number of articles.
    """
    articles = [
        _Article(text, english_tokens(text), g, p)
        for text, g, p in zip(texts, gold, predicted, strict=True)
    ]
    return EnglishScores(
        source=_score(articles, "speaker"),
        cue=_score(articles, "cue"),
        content=_score(articles, "quote"),
    )


@dataclass(frozen=True, slots=True)
class _Article:
    text: str
    tokens: tuple[Characters, ...]
    gold: Sequence[Attribution]
    predicted: Sequence[Attribution]


_Counted = Callable[[_Article, Collection[Characters]], Collection[object]]


def _score(articles: Sequence[_Article], part: str) -> PieceScores:
    return PieceScores(
        exact=_counted(articles, part, _token_borders),
        exact_characters=_counted(articles, part, lambda _, pieces: pieces),
        exact_words=_counted(articles, part, _word_borders),
        overlap=_counted(articles, part, _covered),
    )


def _counted(articles: Sequence[_Article], part: str, what: _Counted) -> Score:
    right = predicted = annotated = 0
    for article in articles:
        gold_things = set(what(article, _pieces(article.gold, part)))
        predicted_things = set(what(article, _pieces(article.predicted, part)))
        right += len(gold_things & predicted_things)
        predicted += len(predicted_things)
        annotated += len(gold_things)
    return Score.counted(right, predicted, annotated)


def _pieces(attributions: Sequence[Attribution], part: str) -> set[Characters]:
    return {piece for attribution in attributions for piece in attribution.part(part)}


def _covered(article: _Article, pieces: Collection[Characters]) -> frozenset[int]:
    return tokens_under(pieces, article.tokens)


def _token_borders(article: _Article, pieces: Collection[Characters]) -> list[Characters]:
    under = (tokens_under([piece], article.tokens) for piece in pieces)
    return [(min(places), max(places)) for places in under if places]


def _word_borders(article: _Article, pieces: Collection[Characters]) -> list[Characters]:
    def is_word(place: int) -> bool:
        return article.text[article.tokens[place][0]].isalnum()

    under = (
        [place for place in tokens_under([piece], article.tokens) if is_word(place)]
        for piece in pieces
    )
    return [(min(places), max(places)) for places in under if places]
