"""Pairs of statements that are surely not one utterance, though of one matter and one day.

Two quotations of one article that different people are named as speakers of: nothing else
looks so much like the same utterance. They are treated as if one person had said both.
"""

from __future__ import annotations

from datetime import date
from itertools import combinations
from pathlib import Path
from random import Random

from training.corpora import GoldArticle, GoldQuotation, english_news, german_news
from wortlaut.wording import Profile, Said, SentenceVectors, profile_of

_ANY_DAY = date(2024, 1, 1)
_QUOTE_MARKS = tuple("\"„“»«'‚")
_A_PAIR = tuple[Profile, Profile]


def stranger_pairs(
    data: Path, split: str, vectors: SentenceVectors, most: int, seed: int = 5
) -> list[_A_PAIR]:
    """At most `most` pairs from German and English news, half of each where there are enough.

    Raises `FileNotFoundError` where `data` has no such corpora.
    """
    random = Random(seed)
    chosen: list[_A_PAIR] = []
    for language, articles in (
        ("de", german_news(data / "german-news" / f"{split}.jsonl.gz")),
        ("en", english_news(data / "english-news" / f"{split}.jsonl.gz")),
    ):
        texts = [pair for article in articles for pair in _pairs(article)]
        random.shuffle(texts)
        texts = texts[: most // 2]
        stored = vectors.of([text for pair in texts for text in pair])
        profiles = [
            _profile(number, text, language, vector)
            for number, (text, vector) in enumerate(
                zip((text for pair in texts for text in pair), stored, strict=True)
            )
        ]
        chosen += zip(profiles[::2], profiles[1::2], strict=True)
    return chosen


def _pairs(article: GoldArticle) -> list[tuple[str, str]]:
    def text(quotation: GoldQuotation) -> str:
        return " … ".join(span.of(article.text) for span in quotation.quote)

    def speaker(quotation: GoldQuotation) -> set[str]:
        words = " ".join(span.of(article.text) for span in quotation.speaker or ()).split()
        return {word.strip(".,'’s") for word in words if len(word) > 3 and word[:1].isupper()}

    return [
        (text(one), text(other))
        for one, other in combinations(article.quotations, 2)
        if speaker(one)
        and speaker(other)
        and not speaker(one) & speaker(other)
        and not any(a.overlaps(b) for a in one.quote for b in other.quote)
    ]


def _profile(number: int, words: str, language: str, vector: object) -> Profile:
    return profile_of(
        Said(
            number,
            "anybody",
            words,
            language,
            vector,  # type: ignore[arg-type]
            verbatim=words.startswith(_QUOTE_MARKS),
            begin=_ANY_DAY,
            end=_ANY_DAY,
            published=_ANY_DAY,
        )
    )
