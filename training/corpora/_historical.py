"""Redewiedergabe: prose and newspapers of 1840 to 1919 (Brunner and others, LREC 2020)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from training.corpora._example import GoldArticle, GoldQuotation, Spans
from training.corpora._news import json_lines
from training.corpora._running_text import detokenise, spans_of_tokens
from wortlaut.model import Medium, QuotationType, Span

_FORMS = {
    "direct": QuotationType.DIRECT,
    "indirect": QuotationType.INDIRECT,
    "indirect freeIndirect": QuotationType.INDIRECT_FREE_INDIRECT,
    "freeIndirect": QuotationType.FREE_INDIRECT,
    "reported": QuotationType.REPORTED,
}
_MEDIA = {
    "speech": Medium.SPEECH,
    "writing": Medium.WRITING,
    "thought": Medium.THOUGHT,
    "speech writing": Medium.SPEECH_OR_WRITING,
    "speech thought": Medium.SPEECH_OR_THOUGHT,
    "thought writing": Medium.THOUGHT_OR_WRITING,
}
_PARAGRAPH_WORDS = 120


def german_historical(path: Path) -> Iterator[GoldArticle]:
    """Samples of the corpus; thoughts that are mere states of mind are left out.

    The news data annotates nobody's state of mind, so those would teach the wrong thing.
    """
    for record in json_lines(path):
        text, places = detokenise(record["tokens"])
        kinds: dict[str, tuple[str, str]] = {}
        quotes: dict[str, list[int]] = defaultdict(list)
        for token, labels in record["stwr"].items():
            for label in labels.split("|"):
                form, medium, number, *marks = label.split(".")
                if "border=state" in marks:
                    continue
                kinds[number] = (form, medium)
                quotes[number].append(int(token))
        roles = {name: _by_number(record[name]) for name in ("speaker", "intexpr", "frame")}

        def role(name: str, number: str) -> Spans:
            return spans_of_tokens(roles[name].get(number, ()), places)  # noqa: B023

        yield GoldArticle(
            name=record["documentName"],
            corpus="german_historical",
            text=text,
            paragraphs=_paragraphs(record["sentence_starts"], places),
            quotations=tuple(
                GoldQuotation(
                    quote=spans_of_tokens(tokens, places),
                    type=_FORMS.get(kinds[number][0]),
                    medium=_MEDIA.get(kinds[number][1]),
                    speaker=role("speaker", number),
                    cue=role("intexpr", number),
                    frame=role("frame", number),
                )
                for number, tokens in quotes.items()
            ),
        )


def _by_number(labels: Mapping[str, str]) -> dict[str, list[int]]:
    """Tokens by the number of the quotation; `speaker.4_5` belongs to two."""
    found: dict[str, list[int]] = defaultdict(list)
    for token, several in labels.items():
        for label in several.split("|"):
            parts = label.split(".")
            if len(parts) > 1:
                for number in parts[1].split("_"):
                    found[number].append(int(token))
    return found


def _paragraphs(sentence_starts: list[int], places: list[tuple[int, int]]) -> Spans:
    """Sentences in bundles: the corpus keeps no paragraphs."""
    starts = [0]
    for start in sentence_starts:
        if start - starts[-1] >= _PARAGRAPH_WORDS:
            starts.append(start)
    ends = [*starts[1:], len(places)]
    return tuple(
        Span(places[a][0], places[b - 1][1]) for a, b in zip(starts, ends, strict=True) if b > a
    )
