"""Statements refuse what cannot be."""

import dataclasses

import pytest

from wortlaut import Medium, QuotationType, Span, Statement


def statement(**changes: object) -> Statement:
    """A statement with some fields changed."""
    fields = {
        "id": 1,
        "type": QuotationType.DIRECT,
        "medium": Medium.SPEECH,
        "quote": (Span(0, 3),),
        "confidence": 0.5,
    }
    return Statement(**(fields | changes))  # type: ignore[arg-type]


def test_a_statement_needs_quoted_words() -> None:
    """Without them there is nothing that anybody said."""
    with pytest.raises(ValueError, match="needs quoted words"):
        statement(quote=())


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_confidence_is_a_share(confidence: float) -> None:
    """It lies between 0 and 1."""
    with pytest.raises(ValueError, match="between 0 and 1"):
        statement(confidence=confidence)


@pytest.mark.parametrize("confidence", [0.0, 1.0])
def test_both_ends_of_confidence_are_allowed(confidence: float) -> None:
    """A reader may be sure."""
    assert statement(confidence=confidence).confidence == confidence


def test_a_statement_does_not_change() -> None:
    """Values are frozen: what one part of a program has read, no other part rewrites."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        statement().id = 2  # type: ignore[misc]


def test_types_and_media_are_their_names() -> None:
    """They can be compared with, and printed as, the words of the vocabulary."""
    assert QuotationType("indirect_free_indirect") == "indirect_free_indirect"
    assert f"{Medium.SPEECH_OR_WRITING}" == "speech_or_writing"
