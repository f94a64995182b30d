"""Conditions, acts and damage on the page that the project was started for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from wortlaut.model import Act, Article, Medium, QuotationType, Span, Statement
from wortlaut.reading.acts import Judged, Lexicon, find_damage, judge_acts

SEED = Path(__file__).parents[4] / "shared" / "data" / "seed"
pytestmark = pytest.mark.skipif(
    not SEED.is_dir(), reason="the seed page is not here: ../shared/data/seed is missing"
)


def spans(value: Any) -> tuple[Span, ...]:
    """One span or several, as the file has them."""
    if not value:
        return ()
    pairs = [value] if isinstance(value[0], int) else value
    return tuple(Span(begin, end) for begin, end in pairs)


def page() -> Article:
    """The page with the statements that a careful reader takes from it."""
    gold = json.loads((SEED / "statements.json").read_text("utf-8"))["statements"]
    return Article(
        text=(SEED / "page.txt").read_text("utf-8"),
        language="de",
        statements=tuple(
            Statement(
                id=statement["id"],
                type=QuotationType.INDIRECT
                if statement["type"] == "mixed"
                else QuotationType(statement["type"]),
                medium=Medium.SPEECH,
                quote=spans(statement["quote"]),
                confidence=1.0,
                speaker=spans(statement["speaker"]),
                cue=spans(statement["cue"]),
            )
            for statement in gold
        ),
    )


def judged() -> dict[int, Judged]:
    """What is found of each statement, by its number."""
    article = page()
    found = judge_acts(article, Lexicon.load())
    return {s.id: j for s, j in zip(article.statements, found, strict=True)}


def test_the_conditions_are_found() -> None:
    """Statements 6 and 8 have one each that a reader notes; nobody else but 8 has any."""
    found = judged()
    assert found[6].condition == (Span(1545, 1610),)
    assert Span(1852, 1882) in found[8].condition
    assert [number for number, value in found.items() if value.condition] == [6, 8]


def test_the_acts_are_told() -> None:
    """The third statement is the reporters' question."""
    found = judged()
    assert found[3].act is Act.ASKS
    assert {found[number].act for number in (1, 2, 4, 5, 6, 7, 8)} == {Act.ASSERTS}


def test_negated_main_clauses_are_seen() -> None:
    """*immer noch nicht*, *keine ... Pläne*, *noch nicht getan*, *nie vermeide*, *keine Ideen*."""
    found = judged()
    assert all(found[number].negated for number in (2, 5, 7, 9, 10))
    assert not any(found[number].negated for number in (1, 3, 6))


def test_the_translation_errors_are_found() -> None:
    """In statements 3 and 6, and nowhere else."""
    article = page()
    damage = {
        statement.id: article.words(found)
        for statement, found in zip(article.statements, find_damage(article), strict=True)
        if found
    }
    assert set(damage) == {3, 6}
    assert damage[3].startswith("ob Moskau welche sehe")
    assert damage[6].startswith("dass dies der Fall sei bereit")
