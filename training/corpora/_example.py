"""What every corpus is turned into before training."""

from __future__ import annotations

from dataclasses import dataclass

from wortlaut.model import Medium, QuotationType, Span

Spans = tuple[Span, ...]


@dataclass(frozen=True)
class GoldQuotation:
    """One annotated quotation; a role that the corpus does not annotate is None."""

    quote: Spans
    type: QuotationType | None = None
    medium: Medium | None = None
    speaker: Spans | None = None
    cue: Spans | None = None
    frame: Spans | None = None
    addressee: Spans | None = None


@dataclass(frozen=True)
class GoldArticle:
    """A text with every quotation that its annotators found."""

    name: str
    corpus: str
    """One of `german_news`, `english_news`, `german_historical`, `german_parliament`."""
    text: str
    paragraphs: Spans
    quotations: tuple[GoldQuotation, ...]
