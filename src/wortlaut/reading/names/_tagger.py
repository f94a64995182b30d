"""The tagger of names: a small network on the encoder's word vectors."""

from __future__ import annotations

import json
from collections.abc import Container, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wortlaut._exceptions import ModelError
from wortlaut.model import Span
from wortlaut.reading._decoding import Chain, marginals
from wortlaut.reading._network import open_session
from wortlaut.reading._words import Words
from wortlaut.reading.names._agreement import Found, agreed, plain, surnames_of
from wortlaut.reading.names._features import BUCKETS, PER_WORD, WordFeatures
from wortlaut.reading.names._labels import KINDS, LABELS, first_of, runs
from wortlaut.reading.names._name import Name, NameKind
from wortlaut.reading.names._titles import without_titles
from wortlaut.reading.places import PlaceKind, Places

FORMAT = 1
"""The layout of `names.onnx` that this version reads."""
_DOUBTFUL = 0.9
"""A person with less confidence may be something else."""


class NameTagger:
    """Finds the names of people, places and organisations in an article.

    `model` is the file `names.onnx` of a model folder; `places` are the package's own where
    none are given. Safe to use from several threads.

    Raises `ModelError` where the file is missing or does not fit this version.
    """

    def __init__(self, model: Path, places: Places | None = None) -> None:
        if not model.is_file():
            raise ModelError(f"{model}: missing from the model; reinstall wortlaut")
        self._session = open_session(model)
        self._chain = _chain(model, self._session.get_modelmeta().custom_metadata_map)
        self._features = WordFeatures()
        self._places = places or Places.load()

    def tag(self, text: str, words: Words, vectors: NDArray[np.float32]) -> list[Name]:
        """The names among `words`, in order of the text, none overlapping another.

        `vectors` (words, word) are `Encoded.words`. A possessive 's is no part of a name; the
        German genitive's s stays (*Russlands*). The same words are the same kind of name
        wherever they stand among `words`.
        """
        if not len(words):
            return []
        shares = self.label_shares(text, words, vectors)
        row = [text[a:b] for a, b in zip(words.begins, words.ends, strict=True)]
        found = [self._bare(row, name) for name in likeliest(shares, words.paragraphs)]
        found = agreed(row, found, shares)
        surnames = surnames_of(row, found)
        return [
            Name(
                without_possessive(text, Span(words.begins[name.begin], words.ends[name.end - 1])),
                self._kind(row, name, surnames),
                round(name.confidence, 4),
            )
            for name in found
        ]

    def label_shares(
        self, text: str, words: Words, vectors: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """The probability of each label at each word (words, labels)."""
        features = self._features.of_words(text, words)
        (scores,) = self._session.run(["scores"], {"words": vectors, "features": features})
        return marginals(scores, self._chain)

    def _bare(self, row: Sequence[str], name: Found) -> Found:
        """A person without titles."""
        if KINDS[name.kind] is not NameKind.PERSON:
            return name
        begin = without_titles(row, name.begin, name.end, self._places.inhabitant)
        return name._replace(begin=begin)

    def _kind(self, row: Sequence[str], name: Found, surnames: Container[str]) -> NameKind:
        """A doubtful person who is called like a country or a capital is that."""
        kind = KINDS[name.kind]
        words = row[name.begin : name.end]
        known = plain(words[-1:])[0] in surnames
        if kind is NameKind.PERSON and name.confidence < _DOUBTFUL and not known:
            place = self._places.of(" ".join(words))
            if place is not None and place.kind is not PlaceKind.SEAT:
                return NameKind.PLACE
        return kind


def likeliest(shares: NDArray[np.float32], paragraphs: Sequence[int]) -> list[Found]:
    """Names by each word's likeliest label, none longer than its paragraph.

    `shares` (words, labels) are as from `label_shares`, `paragraphs` (words) as of `Words`.
    """
    labels = shares.argmax(1).tolist()
    sure = shares.max(1)
    found: list[Found] = []
    for begin, end, kind in runs(labels, paragraphs):
        confidence = float(sure[begin:end].min())
        if end < len(labels) and paragraphs[end] == paragraphs[begin]:
            # Whether the name goes on is part of being sure of it.
            confidence = min(confidence, 1.0 - float(shares[end, first_of(kind) + 1]))
        found.append(Found(begin, end, kind, confidence))
    return found


def without_possessive(text: str, span: Span) -> Span:
    """The name without a possessive 's, unless that belongs to it: *Obama's*, *Moody's*."""
    words = span.of(text)
    if len(span) > 3 and words[-1] == "s" and words[-2] in "'’":
        last = words.replace("’", "'").rsplit(" ", 1)[-1]
        if last not in _OWN_POSSESSIVE:
            return Span(span.begin, span.end - 2)
    return span


_OWN_POSSESSIVE = frozenset(
    "McDonald's Moody's Wendy's Sotheby's Christie's Lloyd's Macy's Kohl's Levi's Domino's "
    "Sainsbury's Kellogg's Poor's Denny's Arby's Lowe's Dick's Sainsbury's Hershey's".split()
)
"""Names of firms that end in the possessive themselves."""


def _chain(model: Path, content: dict[str, str]) -> Chain:
    """The chain of labels that the file carries beside its graph."""
    try:
        version, buckets = int(content["format"]), int(content["buckets"])
        chain = Chain(
            np.array(json.loads(content["start"]), dtype=np.float32),
            np.array(json.loads(content["transitions"]), dtype=np.float32),
        )
    except (KeyError, ValueError) as error:
        raise ModelError(f"{model}: not a tagger of names ({error}); reinstall wortlaut") from error
    fits = chain.start.shape == (LABELS,) and chain.transitions.shape == (LABELS, LABELS)
    per_word = int(content.get("per_word", 0))
    if version != FORMAT or buckets != BUCKETS or per_word != PER_WORD or not fits:
        raise ModelError(
            f"{model}: made for another version (format {version}, this one reads {FORMAT}); "
            "train it anew or install the version that made it"
        )
    return chain
