"""How the benchmark of people compares names, and what it makes of annotations."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.people import (
    GoldPerson,
    Judged,
    annotated_article,
    judge_given,
    mistakes,
    report,
    same_name,
)
from wortlaut.model import Person, PersonKind
from wortlaut.reading.places import Places


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("die Polizei", "Polizei"),
        ("russischen Regierung", "russische Regierung"),
        ("Sprecher des Ministeriums", "Sprechers des Ministeriums"),
        ("„Spiegel“", "Spiegel"),
    ],
)
def test_names_of_bodies_compare_without_articles_and_endings(one: str, other: str) -> None:
    """Case, articles, quotation marks and inflection do not count."""
    assert same_name(one, other, whole=False)


def test_a_surname_is_not_the_full_name() -> None:
    """A human needs the full name, but for titles and a genitive's s."""
    assert not same_name("Beck", "Anna Beck", whole=True)
    assert same_name("Dr. Anna Becks", "Anna Beck", whole=True)
    assert not same_name("Anna Beck", "Anne Beck", whole=True)


def record() -> dict[str, Any]:
    """A record of the German data set's form, written for this test."""
    text = "Anna Beck sagte, es regne. Sie sagte: „Es gießt.“ Es hieß, er komme."

    def role(words: str) -> dict[str, Any]:
        begin = text.index(words)
        return {"spans": [{"charBegin": begin, "charEnd": begin + len(words)}]}

    def annotation(number: int, quote: str, speaker: str | None, cue: str) -> dict[str, Any]:
        return {
            "id": number,
            "type": "Indirect",
            "quote": role(quote),
            "speaker": role(speaker) if speaker else None,
            "cue": role(cue),
            "frame": None,
            "addressee": None,
        }

    return {
        "file": "1 - Regen (2020-01-01)",
        "originalText": text,
        "annotations": [
            annotation(0, "es regne", "Anna Beck", "sagte"),
            annotation(1, "„Es gießt.“", "Sie", "sagte:"),
            annotation(2, "er komme", None, "Es hieß"),
        ],
    }


GOLD = {
    "1 - Regen (2020-01-01)": {
        0: GoldPerson(("Anna Beck",), "human", "name"),
        1: GoldPerson(("Anna Beck",), "human", "pronoun"),
        2: GoldPerson((), None, None),
    }
}


def test_annotations_become_statements_of_the_article() -> None:
    """Quotations, speakers and cues stand where the record has them."""
    article, identities = annotated_article(record())
    assert identities == [0, 1, 2]
    assert [article.words(s.speaker) for s in article.statements] == ["Anna Beck", "Sie", ""]


def test_what_is_left_open_counts_as_right_where_the_gold_is_open() -> None:
    """All three statements come out right, and each line has its count."""
    judged = judge_given([record()], GOLD, lambda article: [], Places.load())
    lines = {" ".join(line.split()[:-2]): line.split()[-1] for line in report(judged)}
    assert lines["named humans"] == "2/2"
    assert lines["all"] == "3/3"
    assert lines["by pronoun"] == "1/1"
    assert not list(mistakes(judged))


def test_a_wrong_person_is_listed() -> None:
    """With what should have been there and what was made of it."""
    person = Person("Jan Wolf", PersonKind.HUMAN, confidence=0.9)
    judged = Judged("1", 0, "Sie", GoldPerson(("Anna Beck",), "human", "pronoun"), person)
    (line,) = mistakes([judged])
    assert "Anna Beck" in line
    assert "Jan Wolf" in line
    assert not judged.right
