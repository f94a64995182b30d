"""Speeches in the Bundestag (SpkAtt-2023): cues with the roles around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from training.corpora._example import GoldArticle, GoldQuotation
from training.corpora._news import json_lines
from training.corpora._running_text import detokenise, spans_of_tokens
from wortlaut.model import Span

_PARAGRAPH_WORDS = 120


def german_parliament(path: Path) -> Iterator[GoldArticle]:
    """The speeches; an annotation without a message renders nobody's words and is left out."""
    for record in json_lines(path):
        tokens = [token for sentence in record["sentences"] for token in sentence]
        first: list[int] = []
        count = 0
        for sentence in record["sentences"]:
            first.append(count)
            count += len(sentence)
        text, places = detokenise(tokens)

        def spans(labels: Iterable[str]) -> tuple[Span, ...]:
            ids = []
            for label in labels:
                sentence, token = label.split(":")
                ids.append(first[int(sentence)] + int(token))  # noqa: B023
            return spans_of_tokens(ids, places)  # noqa: B023

        starts = [0]
        for start in first:
            if start - starts[-1] >= _PARAGRAPH_WORDS:
                starts.append(start)
        ends = [*starts[1:], len(tokens)]
        yield GoldArticle(
            name=record["documentName"],
            corpus="german_parliament",
            text=text,
            paragraphs=tuple(
                Span(places[a][0], places[b - 1][1])
                for a, b in zip(starts, ends, strict=True)
                if b > a
            ),
            quotations=tuple(
                GoldQuotation(
                    quote=spans(annotation["Message"]),
                    speaker=spans(annotation["Source"]),
                    cue=spans(annotation["Cue"]),
                    addressee=spans(annotation["Addr"]),
                )
                for annotation in record["annotations"]
                if annotation.get("Message")
            ),
        )
