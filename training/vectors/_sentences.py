"""Real sentences on which the static vectors learn to imitate the encoder.

Only train splits are read. A sentence's halves at a comma are given too, as quotations are
often cut, and what stands between quotation marks, as that is what will be compared.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from training.corpora._running_text import detokenise
from wortlaut.model import Span
from wortlaut.reading._sentences import sentences_of

_SHARES = {
    "german-news/train": ("de", 26_000),
    "english-news/train": ("en", 26_000),
    "german-parliament/train": ("de", 6_000),
    "names/de": ("de", 5_000),
    "names/en": ("en", 5_000),
}
"""The language of each corpus, and how many of its sentences are taken at most."""
_SHORTEST, _LONGEST = 25, 320
_CLAUSE = re.compile(r", (?=\w)")


class Sentence(NamedTuple):
    """A sentence or a part of one."""

    language: str
    text: str


def sentences(data: Path, seed: int = 7) -> list[Sentence]:
    """Different sentences and clauses of the train corpora, in an order fixed by `seed`.

    Raises `FileNotFoundError` where `data` lacks a corpus.
    """
    random = Random(seed)
    chosen: list[Sentence] = []
    for corpus, (language, share) in _SHARES.items():
        found = sorted(set(_texts(data / f"{corpus}.jsonl.gz", random)))
        random.shuffle(found)
        chosen += (Sentence(language, text) for text in found[:share])
    random.shuffle(chosen)
    return chosen


def _texts(path: Path, random: Random) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            for sentence in _sentences_in(json.loads(line)):
                whole = " ".join(sentence.split())
                if len(whole) > _SHORTEST:
                    yield whole[:_LONGEST]
                commas = [match.end() for match in _CLAUSE.finditer(whole)]
                if commas:
                    place = random.choice(commas)
                    for part in (whole[: place - 2], whole[place:]):
                        if _SHORTEST < len(part) <= _LONGEST:
                            yield part


def _sentences_in(article: dict[str, Any]) -> Iterator[str]:
    if "originalText" in article:
        text = article["originalText"]
        blocks = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
        yield from (span.of(text) for span in sentences_of(text, blocks))
        for annotation in article["annotations"]:
            yield from _quoted(text, annotation)
    elif "sentences" in article:
        yield from (detokenise(tokens)[0] for tokens in article["sentences"])
    else:
        yield detokenise(article["tokens"])[0]


def _quoted(text: str, annotation: dict[str, Any]) -> Iterator[str]:
    quote = annotation["quote"]
    if isinstance(quote, dict):
        yield from (text[span["charBegin"] : span["charEnd"]] for span in quote["spans"])
    else:
        yield from (text[begin:end] for begin, end in quote)
