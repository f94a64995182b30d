"""How well a quotation answers a query: BM25 over the quotations that were found.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with
the usual k1 = 1.2 and b = 0.75; how rare a term is and how long quotations are is counted
among those that are ranked. A word in the very form that was asked for counts a quarter more.
Computed here, so that both databases rank alike.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from wortlaut.record._matching import occurrences
from wortlaut.record._query_language import Beginning, Phrase, Query, Word, terms
from wortlaut.record._search_words import word_forms

_K1 = 1.2
_B = 0.75
_EXACT = 0.25


def relevance(
    query: Query | None, quotes: Sequence[tuple[str, str | None]], asked_in: str | None
) -> list[float]:
    """The score of each quotation, given with its language; 0 where nothing is asked."""
    texts = [(word_forms(quote), own) for quote, own in quotes]
    scores = [0.0] * len(texts)
    if not texts:
        return scores
    mean = max(1.0, sum(len(words) for words, _ in texts) / len(texts))
    for term in terms(query):
        counts = [_count(term, words, own, asked_in) for words, own in texts]
        having = sum(count > 0 for count in counts)
        rarity = math.log(1 + (len(texts) - having + 0.5) / (having + 0.5))
        for index, count in enumerate(counts):
            length = _K1 * (1 - _B + _B * len(texts[index][0]) / mean)
            scores[index] += rarity * count * (_K1 + 1) / (count + length)
    return scores


def _count(
    term: Word | Beginning | Phrase, words: Sequence[str], own: str | None, asked_in: str | None
) -> float:
    return sum(
        1 + _EXACT * exactly for _, _, exactly in occurrences(term, words, own, asked_in=asked_in)
    )
