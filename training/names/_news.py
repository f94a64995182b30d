"""Articles of the news corpora's training parts, whose names nobody has annotated."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.evaluation import split_path
from training.names._corpus import TaggedText
from training.names._silver import KnownNames, silver_labels
from training.names._vectors import Encoder, Example
from wortlaut.reading._paragraphs import paragraphs_of
from wortlaut.reading._words import Words, split_words
from wortlaut.reading.names._features import WordFeatures
from wortlaut.reading.names._tagger import NameTagger

ARTICLES = {"de": 700, "en": 300}
"""How many are taken, so that German and English weigh about the same."""

_SHORTEST = 12
"""Words of the shortest piece that a paragraph is cut into."""


@dataclass(frozen=True, slots=True)
class NewsArticle:
    """An article as the reader sees it."""

    text: str
    words: Words
    vectors: NDArray[np.float16]


def load_news(data: Path, language: str, encoder: Encoder, cache: Path) -> list[NewsArticle]:
    """Articles with their vectors, which are read from `cache` where it holds them."""
    texts: list[tuple[str, Words]] = []
    with gzip.open(split_path(data, language, "train"), "rt", encoding="utf-8") as lines:
        for _, line in zip(range(ARTICLES[language]), lines, strict=False):
            text = json.loads(line)["originalText"]
            words = split_words(text, paragraphs_of(text))
            if len(words):
                texts.append((text, words))
    if cache.exists():
        vectors = np.load(cache)
    else:
        vectors = np.concatenate([encoder.vectors(*text, language) for text in texts])
        np.save(cache, vectors)
    ends = np.cumsum([len(words) for _, words in texts])
    if len(vectors) != ends[-1]:
        raise ValueError(f"{cache}: of other texts; delete it")
    parts = np.split(vectors, ends[:-1])
    return [NewsArticle(*text, part) for text, part in zip(texts, parts, strict=True)]


def silver_examples(articles: list[NewsArticle], tagger: NameTagger) -> Iterator[Example]:
    """Sentences with the labels that a tagger and the articles themselves give."""
    known = KnownNames()
    features = WordFeatures()
    for article in articles:
        text, words = article.text, article.words
        vectors = article.vectors.astype(np.float32)
        shares = tagger.label_shares(text, words, vectors)
        names = tagger.tag(text, words, vectors)
        allowed = silver_labels(text, words, shares, names, known)
        looks = features.of_words(text, words)
        for begin, end in pairwise(_cuts(text, words, allowed)):
            yield Example(
                TaggedText(text, ()),
                words.slice(begin, end),
                article.vectors[begin:end],
                looks[begin:end],
                allowed[begin:end],
            )


def _cuts(text: str, words: Words, allowed: NDArray[np.bool_]) -> list[int]:
    """Where sentences begin, about; no name is cut."""
    cuts = [0]
    for place in range(1, len(words)):
        new_paragraph = words.paragraphs[place] != words.paragraphs[place - 1]
        stopped = (
            place - cuts[-1] >= _SHORTEST
            and text[words.begins[place - 1]] in ".!?"
            and words.spaced[place]
            and allowed[place - 1 : place + 1, 0].all()
        )
        if new_paragraph or stopped:
            cuts.append(place)
    return [*cuts, len(words)]
