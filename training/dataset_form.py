"""The JSON form of the data sets: from it to what the scorers compare, and into it.

A German record holds `originalText`, `sentences` (with `tokens`, `tokenIds` and the place of
the sentence in the text) and `annotations`, whose parts have `spans`, `tokenIds` and `text`.
An English record holds `originalText` and `annotations` with lists of character pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from training.scoring import (
    ROLES,
    Annotation,
    Attribution,
    Characters,
    english_tokens,
    tokens_under,
)
from wortlaut.model import Article, Medium, QuotationType, Span, Statement
from wortlaut.reading._paragraphs import paragraphs_of

Record = Mapping[str, Any]

TYPE_NAMES: Mapping[QuotationType, str] = {
    QuotationType.DIRECT: "Direct",
    QuotationType.INDIRECT: "Indirect",
    QuotationType.INDIRECT_FREE_INDIRECT: "IndirectFreeIndirect",
    QuotationType.FREE_INDIRECT: "FreeIndirect",
    QuotationType.REPORTED: "Reported",
}
MEDIUM_NAMES: Mapping[Medium, str] = {
    Medium.SPEECH: "Speech",
    Medium.WRITING: "Writing",
    Medium.THOUGHT: "Thought",
    Medium.SPEECH_OR_WRITING: "SW",
    Medium.SPEECH_OR_THOUGHT: "ST",
    Medium.THOUGHT_OR_WRITING: "TW",
}
"""The data also has `none`, ten times in all; no medium of ours stands for it."""

ENGLISH_PARTS = ("quote", "speaker", "cue")

_DATE_AT_END = re.compile(r"\((\d{4}-\d{2}-\d{2})\)$")


def article_of(record: Record, language: str) -> Article:
    """The record's text as the reader takes it; paragraphs end at blank lines."""
    text = record["originalText"]
    return Article(
        text=text,
        source=record["documentName"],
        language=language,
        outlet=record.get("outlet"),
        published=_published(record),
        paragraphs=paragraphs_of(text),
    )


def _published(record: Record) -> date | None:
    if "published" in record:
        return date.fromisoformat(record["published"])
    match = _DATE_AT_END.search(record.get("file", ""))
    return date.fromisoformat(match[1]) if match else None


def german_tokens(record: Record) -> tuple[Characters, ...]:
    """The characters of `originalText` under each token, by token id.

    Walks each sentence of the text, since the data gives places for sentences only.

    Raises `ValueError` when a token is not where the walk expects it.
    """
    return tuple(_walk(record))


def _walk(record: Record) -> Iterator[Characters]:
    text = record["originalText"]
    expected = 0
    for sentence in record["sentences"]:
        place, end = sentence["charBegin"], sentence["charEnd"]
        for number, token in zip(sentence["tokenIds"], sentence["tokens"], strict=True):
            while place < end and text[place].isspace():
                place += 1
            if number != expected or not text.startswith(token, place):
                name = record["documentName"]
                raise ValueError(
                    f"{name}: token {number} ({token!r}) is not at character {place}; "
                    "the record's sentences do not fit its text"
                )
            yield place, place + len(token)
            place += len(token)
            expected += 1


def german_annotations(record: Record) -> tuple[Annotation, ...]:
    """The record's annotations as token ids, in its order."""
    return tuple(
        Annotation(
            type=annotation["type"],
            medium=annotation["medium"],
            quote=frozenset(annotation["quote"]["tokenIds"]),
            **{
                role: frozenset((annotation.get(role) or {}).get("tokenIds") or ())
                for role in ROLES
            },
        )
        for annotation in record["annotations"]
    )


def english_annotations(record: Record) -> tuple[Attribution, ...]:
    """The record's annotations as characters, in its order."""
    return tuple(
        Attribution(
            **{
                part: tuple((begin, end) for begin, end in annotation.get(part) or ())
                for part in ENGLISH_PARTS
            }
        )
        for annotation in record["annotations"]
    )


def annotations_of(statements: Iterable[Statement], record: Record) -> tuple[Annotation, ...]:
    """Statements read from a German record, as its token ids."""
    tokens = german_tokens(record)
    return tuple(annotation_of(statement, tokens) for statement in statements)


def annotation_of(statement: Statement, tokens: Sequence[Characters]) -> Annotation:
    """A statement as token ids; a token counts from one shared character on."""

    def under(spans: Iterable[Span]) -> frozenset[int]:
        return tokens_under([(span.begin, span.end) for span in spans], tokens)

    return Annotation(
        type=TYPE_NAMES[statement.type],
        medium=MEDIUM_NAMES[statement.medium],
        quote=under(statement.quote),
        **{role: under(getattr(statement, role)) for role in ROLES},
    )


def attribution_of(statement: Statement) -> Attribution:
    """A statement as characters, without what English data does not annotate."""
    return Attribution(
        **{
            part: tuple((span.begin, span.end) for span in getattr(statement, part))
            for part in ENGLISH_PARTS
        }
    )


def as_tokens(attributions: Iterable[Attribution], text: str) -> tuple[Annotation, ...]:
    """English annotations as places in `english_tokens(text)`; type and medium are empty."""
    tokens = english_tokens(text)
    return tuple(
        Annotation(
            type="",
            medium="",
            **{part: tokens_under(attribution.part(part), tokens) for part in ENGLISH_PARTS},
        )
        for attribution in attributions
    )


def german_record(record: Record, statements: Sequence[Statement]) -> dict[str, Any]:
    """The record with `statements` in place of its annotations, in the data's own form.

    A part that the statement lacks is an object without spans rather than null: the
    published scorer breaks off at null.
    """
    tokens = german_tokens(record)
    holders = {statement.nested_in for statement in statements}
    annotations = [
        _german_annotation(record["originalText"], tokens, statement, statement.id in holders)
        for statement in statements
    ]
    return {**record, "annotations": annotations}


def _german_annotation(
    text: str, tokens: Sequence[Characters], statement: Statement, has_nested: bool
) -> dict[str, Any]:
    annotation = annotation_of(statement, tokens)
    return {
        "id": statement.id - 1,
        "type": annotation.type,
        "medium": annotation.medium,
        "isNested": statement.nested_in is not None,
        "hasNested": has_nested,
        "confidence": statement.confidence,
        **{part: _part(text, tokens, annotation.part(part)) for part in ("quote", *ROLES)},
    }


def _part(text: str, tokens: Sequence[Characters], places: frozenset[int]) -> dict[str, Any]:
    spans = [
        _TokenRun(begin, end, tokens[begin][0], tokens[end - 1][1]) for begin, end in _runs(places)
    ]
    return {
        "spans": [
            {"begin": s.begin, "charBegin": s.char_begin, "charEnd": s.char_end, "end": s.end}
            for s in spans
        ],
        "tokenIds": sorted(places),
        "text": " ".join(text[s.char_begin : s.char_end] for s in spans),
    }


@dataclass(frozen=True, slots=True)
class _TokenRun:
    begin: int
    end: int
    char_begin: int
    char_end: int


def _runs(places: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Half-open stretches of consecutive numbers."""
    ordered = sorted(places)
    begin = 0
    for after in range(1, len(ordered) + 1):
        if after == len(ordered) or ordered[after] != ordered[after - 1] + 1:
            yield ordered[begin], ordered[after - 1] + 1
            begin = after


def english_record(record: Record, statements: Sequence[Statement]) -> dict[str, Any]:
    """The record with `statements` in place of its annotations, in the data's own form."""
    annotations = [
        {
            **{
                part: [[span.begin, span.end] for span in getattr(statement, part)]
                for part in ENGLISH_PARTS
            },
            "confidence": statement.confidence,
        }
        for statement in statements
    ]
    return {**record, "annotations": annotations}


def file_name(document_name: str) -> str:
    """A name for the predictions' file: what file systems refuse becomes `_`, `.json` added."""
    safe = re.sub(r'[\x00-\x1f/\\:*?"<>|]', "_", document_name)
    safe = safe.encode("utf-8")[:240].decode("utf-8", errors="ignore")
    return f"{safe}.json"
