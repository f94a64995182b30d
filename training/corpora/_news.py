"""German Wikinews and American political news, both annotated with character offsets."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.corpora._example import GoldArticle, GoldQuotation, Spans
from wortlaut.model import Medium, QuotationType, Span, merged
from wortlaut.reading._paragraphs import paragraphs_of

TYPES = {
    "Direct": QuotationType.DIRECT,
    "Indirect": QuotationType.INDIRECT,
    "IndirectFreeIndirect": QuotationType.INDIRECT_FREE_INDIRECT,
    "FreeIndirect": QuotationType.FREE_INDIRECT,
    "Reported": QuotationType.REPORTED,
}
MEDIA = {
    "Speech": Medium.SPEECH,
    "Writing": Medium.WRITING,
    "Thought": Medium.THOUGHT,
    "SW": Medium.SPEECH_OR_WRITING,
    "ST": Medium.SPEECH_OR_THOUGHT,
    "TW": Medium.THOUGHT_OR_WRITING,
}


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def german_news(path: Path) -> Iterator[GoldArticle]:
    """Articles of the German quotation data set (Petersen-Frey and Biemann, 2024)."""
    for record in json_lines(path):
        text = record["originalText"]
        yield GoldArticle(
            name=record["documentName"],
            corpus="german_news",
            text=text,
            paragraphs=paragraphs_of(text),
            quotations=tuple(
                GoldQuotation(
                    quote=_german_spans(annotation["quote"]),
                    type=TYPES.get(annotation["type"]),
                    medium=MEDIA.get(annotation["medium"]),
                    speaker=_german_spans(annotation["speaker"]),
                    cue=_german_spans(annotation["cue"]),
                    frame=_german_spans(annotation["frame"]),
                    addressee=_german_spans(annotation["addressee"]),
                )
                for annotation in record["annotations"]
            ),
        )


def english_news(path: Path) -> Iterator[GoldArticle]:
    """Articles of PolNeAR (Newell, Margolin and Ruths, 2018): content, source and cue."""
    for record in json_lines(path):
        text = record["originalText"]
        yield GoldArticle(
            name=record["documentName"],
            corpus="english_news",
            text=text,
            paragraphs=paragraphs_of(text),
            quotations=tuple(
                GoldQuotation(
                    quote=_english_spans(annotation["quote"]),
                    speaker=_english_spans(annotation["speaker"]),
                    cue=_english_spans(annotation["cue"]),
                )
                for annotation in record["annotations"]
                if annotation["quote"]
            ),
        )


def _german_spans(role: dict[str, Any] | None) -> Spans:
    if not role:
        return ()
    return merged(Span(span["charBegin"], span["charEnd"]) for span in role["spans"])


def _english_spans(pairs: list[list[int]] | None) -> Spans:
    return merged(Span(begin, end) for begin, end in pairs or () if end > begin)
