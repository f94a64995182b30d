"""From annotated articles to what the network is trained on.

A training segment is a run of paragraphs that fits one window of the encoder. Whatever an
annotation says of words outside the segment is taken as unknown there, not as absent.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray

from training.corpora import GoldArticle, GoldQuotation
from wortlaut.model import Span
from wortlaut.reading._decoding import Pieces
from wortlaut.reading._labels import LEVELS, MEDIA, ROLES, TAGS, TYPES
from wortlaut.reading._subwords import Subwords
from wortlaut.reading._windows import windows
from wortlaut.reading._words import Words, split_words

_B, _I, _C = TAGS.index("B"), TAGS.index("I"), TAGS.index("C")
_LONGEST_GAP = 120


@dataclass(frozen=True)
class Quotation:
    """A quotation over the words of a segment."""

    pieces: Pieces
    level: int
    type: int
    """Index into TYPES, -1 where it is not annotated."""
    medium: int
    """Index into MEDIA, -1 where it is not annotated."""
    roles: dict[str, list[int] | None]
    """The words of each role; None where they are not known in this segment."""


@dataclass(frozen=True)
class CutArticle:
    """An article in words and pieces."""

    article: GoldArticle
    words: Words
    pieces: list[list[int]]


@dataclass(frozen=True)
class Segment:
    """One window with its gold."""

    corpus: str
    ids: list[int]
    first: list[int]
    last: list[int]
    tags: NDArray[np.int64]
    """(levels, words)"""
    quotations: list[Quotation]


def cut(article: GoldArticle, subwords: Subwords) -> CutArticle:
    """Words and pieces of an article's paragraphs."""
    words = split_words(article.text, article.paragraphs)
    return CutArticle(article, words, subwords.of_words(article.text, words))


def segments(cut_article: CutArticle, subwords: Subwords, random: Random) -> Iterable[Segment]:
    """Cut an article into segments; where the first cut falls is left to chance."""
    words, pieces = cut_article.words, cut_article.pieces
    if not len(words):
        return
    cost = [len(p) for p in pieces]
    room = 508 - max(words.paragraphs) - 1
    total = sum(cost)
    limit = room if total <= room else int(room * random.uniform(0.6, 1.0))
    begin = 0
    while begin < len(words):
        end = _segment_end(words, cost, begin, limit)
        yield _segment(cut_article, begin, end, subwords)
        begin, limit = end, room


def _segment_end(words: Words, cost: Sequence[int], begin: int, limit: int) -> int:
    """The last paragraph's end that fits, or the last word that fits."""
    used, end, paragraph_end = 0, begin, begin
    while end < len(words) and used + cost[end] <= limit:
        used += cost[end]
        end += 1
        if end < len(words) and words.paragraphs[end] != words.paragraphs[end - 1]:
            paragraph_end = end
    if end == len(words):
        return end
    long_enough = paragraph_end > begin and sum(cost[begin:paragraph_end]) > limit // 2
    return paragraph_end if long_enough else max(end, begin + 1)


def _segment(cut_article: CutArticle, begin: int, end: int, subwords: Subwords) -> Segment:
    words = cut_article.words.slice(begin, end)
    (window,) = windows(
        words,
        cut_article.pieces[begin:end],
        begin_id=subwords.begin_id,
        end_id=subwords.end_id,
        size=600,
    )
    article = cut_article.article
    quotations = levelled(words, article.quotations)
    return Segment(
        article.corpus,
        window.ids[:512],
        [min(i, 511) for i in window.first],
        [min(i, 511) for i in window.last],
        tags_of(quotations, len(words)),
        quotations,
    )


def words_of(words: Words, spans: Iterable[Span]) -> list[int]:
    """Indices of the words that share a character with one of the spans."""
    found: list[int] = []
    for span in spans:
        begin = bisect_right(words.ends, span.begin)
        end = bisect_left(words.begins, span.end)
        found.extend(range(begin, end))
    return sorted(set(found))


def ranges(indices: Sequence[int]) -> Pieces:
    """Sorted indices as `[begin, end)` ranges."""
    result: Pieces = []
    for index in indices:
        if result and index == result[-1][1]:
            result[-1] = (result[-1][0], index + 1)
        else:
            result.append((index, index + 1))
    return result


def levelled(words: Words, gold: Sequence[GoldQuotation]) -> list[Quotation]:
    """Gold over words, the outer ones on level 0 and those inside them on level 1.

    A quotation nested twice or crossing another on both levels is left out; there are few.
    """
    whole = (words.begins[0], words.ends[-1]) if len(words) else (0, 0)
    found: list[tuple[int, GoldQuotation]] = [
        (len(words_of(words, quotation.quote)), quotation) for quotation in gold
    ]
    taken = [np.zeros(len(words), dtype=bool) for _ in range(LEVELS)]
    result: list[Quotation] = []
    for size, quotation in sorted(found, key=lambda pair: -pair[0]):
        if not size:
            continue
        indices = words_of(words, quotation.quote)
        pieces = ranges(indices)
        pieces = [
            p for i, p in enumerate(pieces) if not i or p[0] - pieces[i - 1][1] < _LONGEST_GAP
        ]
        level = next((n for n in range(LEVELS) if not taken[n][indices].any()), None)
        if level is None:
            continue
        taken[level][indices] = True
        roles: dict[str, list[int] | None] = {}
        for role in ROLES:
            spans: tuple[Span, ...] | None = getattr(quotation, role)
            if spans is None or any(not whole[0] <= s.begin < whole[1] for s in spans):
                roles[role] = None
            else:
                roles[role] = words_of(words, spans)
        result.append(
            Quotation(
                pieces,
                level,
                TYPES.index(quotation.type) if quotation.type else -1,
                MEDIA.index(quotation.medium) if quotation.medium else -1,
                roles,
            )
        )
    return sorted(result, key=lambda quotation: (quotation.level, quotation.pieces))


def tags_of(quotations: Iterable[Quotation], count: int) -> NDArray[np.int64]:
    """The tags (levels, words) that mark the quotations."""
    tags = np.zeros((LEVELS, count), dtype=np.int64)
    for quotation in quotations:
        row = tags[quotation.level]
        for number, (begin, end) in enumerate(quotation.pieces):
            row[begin] = _C if number else _B
            row[begin + 1 : end] = _I
    # A piece right behind another quotation cannot be told to go on: it counts as a beginning.
    behind = np.concatenate([np.ones((LEVELS, 1), dtype=bool), tags[:, :-1] != 0], axis=1)
    tags[(tags == _C) & behind] = _B
    return tags
