"""Who speaks on the page that the project was started for, its speaker words given.

`../shared/data/seed` holds the page and what a careful reader takes from it.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.reading.people.marked_text import PLACES, names_in
from wortlaut.model import Article, Medium, PersonKind, QuotationType, Span, Statement
from wortlaut.reading._paragraphs import paragraphs_of
from wortlaut.reading.people import Resolved, resolve_people

SEED = Path(__file__).parents[4] / "shared" / "data" / "seed"
pytestmark = pytest.mark.skipif(
    not SEED.is_dir(), reason="the seed page is not here: ../shared/data/seed is missing"
)
STATEMENTS = range(1, 11)


@cache
def gold() -> dict[str, Any]:
    """What a careful reader takes from the page."""
    content: dict[str, Any] = json.loads((SEED / "statements.json").read_text("utf-8"))
    return content


def spans(pairs: Any) -> tuple[Span, ...]:
    """The gold's pair, or list of pairs, as spans."""
    if not pairs:
        return ()
    return tuple(Span(*pair) for pair in ([pairs] if isinstance(pairs[0], int) else pairs))


@cache
def page() -> Article:
    """The page with its annotated statements."""
    text = (SEED / "page.txt").read_text("utf-8")
    begin, end = gold()["article"]["body"]
    statements = tuple(
        Statement(
            id=entry["id"],
            type=QuotationType.DIRECT if entry["type"] == "direct" else QuotationType.INDIRECT,
            medium=Medium.SPEECH,
            quote=spans(entry["quote"]),
            confidence=1.0,
            speaker=spans(entry["speaker"]),
            cue=spans(entry["cue"]),
            addressee=spans(entry.get("addressee")),
        )
        for entry in gold()["statements"]
    )
    return Article(
        text=text,
        language="de",
        paragraphs=tuple(
            Span(p.begin + begin, p.end + begin) for p in paragraphs_of(text[begin:end])
        ),
        statements=statements,
    )


@cache
def answers(*, tagged: bool) -> list[Resolved]:
    """Who speaks, with the names of the page as a tagger finds them, or without any."""
    people = [*gold()["article"]["roles"]]
    people += [name.rsplit(" ", 1)[-1] for name in people]
    names = names_in(page().text, person=people, place=["Moskau", "Russland", "Washington"])
    return resolve_people(page(), names if tagged else [], PLACES)


@pytest.mark.parametrize("tagged", [True, False], ids=["tagged", "untagged"])
@pytest.mark.parametrize("number", STATEMENTS)
def test_every_statement_has_its_person(number: int, tagged: bool) -> None:
    """Name, kind and role are the gold's; the reporters who ask have no name."""
    answer = answers(tagged=tagged)[number - 1]
    wanted = gold()["statements"][number - 1]["person"]
    assert (answer.person and answer.person.name) == wanted
    if answer.person is None:
        assert answer.reason is not None
        assert "question" in answer.reason
        return
    assert answer.person.kind is PersonKind.HUMAN
    assert answer.person.role is not None
    assert answer.person.role.value == gold()["article"]["roles"][wanted]


def test_the_question_stays_open_where_its_answerer_is_taken_for_the_speaker() -> None:
    """With the answering speaker's words, statement 3 is still nobody's by name."""
    statements = list(page().statements)
    statements[2] = replace(statements[2], speaker=statements[1].speaker)
    wrong = replace(page(), statements=tuple(statements))
    assert resolve_people(wrong, [], PLACES)[2].person is None


def test_mentions_are_the_words_of_the_page() -> None:
    """Each mention holds a part of the name, the office or a pronoun."""
    for answer in answers(tagged=True):
        if answer.person is None or answer.person.role is None:
            continue
        known = {*answer.person.name.split(), *answer.person.role.value.split(), "Er", "er"}
        for span in answer.person.mentions:
            words = span.of(page().text).split()
            assert any(word.rstrip("s") in known or word in known for word in words)
