"""Corpora that keep tokens only become running text with places in it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.corpora import (
    GoldArticle,
    english_news,
    german_historical,
    german_news,
    german_parliament,
)
from training.corpora._running_text import detokenise, spans_of_tokens
from wortlaut.model import Medium, QuotationType, Span


def written(path: Path, *records: dict[str, Any]) -> Path:
    """A corpus file with these records."""
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(record) + "\n" for record in records)
    return path


def text_of(article: GoldArticle, spans: tuple[Span, ...] | None) -> list[str]:
    """The words under some spans."""
    return [span.of(article.text) for span in spans or ()]


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ([], ""),
        (["Er", "kam", ",", "sah", "."], "Er kam, sah."),
        (["Sie", "sagte", ":", "„", "Gut", ".", "“"], "Sie sagte: „Gut.“"),
        (["»", "Gut", "«", ",", "rief", "er"], "»Gut«, rief er"),
        (['"', "Gut", '"', "und", '"', "nein", '"'], '"Gut" und "nein"'),
        (["ein", "(", "neuer", ")", "Tag"], "ein (neuer) Tag"),
    ],
)
def test_tokens_become_running_text(tokens: list[str], text: str) -> None:
    """With spaces where print has them."""
    assert detokenise(tokens)[0] == text


@given(st.lists(st.text('aä„“"».,(', min_size=1, max_size=4)))
def test_every_token_is_found_at_its_place(tokens: list[str]) -> None:
    """However strange the tokens are."""
    text, places = detokenise(tokens)
    assert [text[begin:end] for begin, end in places] == tokens


def test_neighbouring_tokens_are_one_span() -> None:
    """The space between two of them belongs to it; a gap parts."""
    _, places = detokenise(["Der", "Rat", "schwieg", "."])
    assert spans_of_tokens([0, 1, 3], places) == (Span(0, 7), Span(15, 16))
    assert spans_of_tokens([], places) == ()


def test_german_news_keeps_its_offsets(tmp_path: Path, german_record: dict[str, Any]) -> None:
    """Type, medium and roles are ours; a role without words is known to be absent."""
    (article,) = german_news(written(tmp_path / "a.jsonl.gz", german_record))
    (quotation,) = article.quotations
    assert len(article.paragraphs) == 2
    assert text_of(article, quotation.quote) == ["Die Brücke", "werde gebaut"]
    assert text_of(article, quotation.speaker) == ["Anna Roth"]
    assert (quotation.type, quotation.medium) == (
        *(QuotationType.INDIRECT,),
        Medium.SPEECH_OR_WRITING,
    )
    assert quotation.addressee == ()


def test_english_news_does_not_know_types(tmp_path: Path, english_record: dict[str, Any]) -> None:
    """Nor frames: they are unknown, while a missing cue is absent."""
    (article,) = english_news(written(tmp_path / "a.jsonl.gz", english_record))
    first, second = article.quotations
    assert text_of(article, first.quote) == ["It rains"]
    assert (first.type, first.medium, first.frame) == (None, None, None)
    assert second.cue == ()


def test_historical_prose_is_read_without_states_of_mind(tmp_path: Path) -> None:
    """A token may be in several quotations, a speaker may be of two."""
    record = {
        "documentName": "prose",
        "tokens": ["Er", "sagte", ",", "sie", "komme", "."],
        "sentence_starts": [0],
        "stwr": {
            "3": "indirect.speech.1",
            "4": "indirect.speech.1|reported.thought.2.border=state",
        },
        "speaker": {"0": "speaker.1_2"},
        "intexpr": {"1": "intexpr.1"},
        "frame": {"0": "frame.1", "1": "frame.1"},
    }
    (article,) = german_historical(written(tmp_path / "a.jsonl.gz", record))
    assert article.text == "Er sagte, sie komme."
    (quotation,) = article.quotations
    assert text_of(article, quotation.quote) == ["sie komme"]
    assert text_of(article, quotation.speaker) == ["Er"]
    assert text_of(article, quotation.cue) == ["sagte"]
    assert text_of(article, quotation.frame) == ["Er sagte"]
    assert (quotation.type, quotation.addressee) == (QuotationType.INDIRECT, None)


def test_speeches_count_tokens_by_sentence(tmp_path: Path) -> None:
    """What has no message renders nobody's words."""
    record = {
        "documentName": "speech",
        "sentences": [["Guten", "Tag", "."], ["Sie", "sagte", "uns", ",", "es", "eile", "."]],
        "annotations": [
            {
                "Message": ["1:4", "1:5"],
                "Source": ["1:0"],
                "Cue": ["1:1"],
                "Addr": ["1:2"],
            },
            {"Message": [], "Source": [], "Cue": ["0:0"], "Addr": []},
        ],
    }
    (article,) = german_parliament(written(tmp_path / "a.jsonl.gz", record))
    assert article.text == "Guten Tag. Sie sagte uns, es eile."
    (quotation,) = article.quotations
    assert text_of(article, quotation.quote) == ["es eile"]
    assert text_of(article, quotation.speaker) == ["Sie"]
    assert text_of(article, quotation.cue) == ["sagte"]
    assert text_of(article, quotation.addressee) == ["uns"]
    assert (quotation.type, quotation.frame) == (None, None)


@pytest.mark.parametrize(
    ("folder", "read"),
    [
        ("german-news", german_news),
        ("english-news", english_news),
        ("german-historical", german_historical),
        ("german-parliament", german_parliament),
    ],
)
def test_no_annotation_of_the_corpora_leaves_its_text(folder: str, read: Any) -> None:
    """Every span of the first articles lies in a paragraph's text."""
    path = Path(__file__).resolve().parents[3] / "shared" / "data" / folder / "train.jsonl.gz"
    if not path.exists():
        pytest.skip(f"the data is not here: {path}")
    articles = [article for article, _ in zip(read(path), range(20), strict=False)]
    assert any(article.quotations for article in articles)
    for article in articles:
        for quotation in article.quotations:
            assert quotation.quote
            for role in ("quote", "speaker", "cue", "frame", "addressee"):
                for span in getattr(quotation, role) or ():
                    assert span.of(article.text).strip()
