"""Names and offices are given whole: complements, lists of countries, departments."""

from __future__ import annotations

import pytest

from tests.reading.people.marked_text import people, resolved
from wortlaut.model import PersonKind


def test_a_pronoun_for_a_spokesman_keeps_his_body() -> None:
    """*er* after *ein Sprecher der EU-Kommission* is not just *Sprecher*."""
    marked = (
        "Ein Sprecher der EU-Kommission blieb gelassen. {q1 „Wir prüfen das“}, {c1 sagte} {s1 er}."
    )
    assert people(marked, organisation=["EU-Kommission"]) == ["Sprecher der EU-Kommission"]


@pytest.mark.parametrize(
    ("speakers", "name"),
    [
        ("Die Innenminister Polens und Maltas", "Innenminister Polens und Maltas"),
        (
            "Die Außenminister Maltas, Italiens und Spaniens",
            "Außenminister Maltas, Italiens und Spaniens",
        ),
    ],
)
def test_ministers_of_several_countries(speakers: str, name: str) -> None:
    """A plural office has all the countries that are listed behind it."""
    marked = f"{{s1 {speakers}}} {{c1 sagten}}, {{q1 die Grenze bleibe offen}}."
    places = ["Polen", "Malta", "Italien", "Spanien"]
    assert people(marked, place=places) == [name]


def test_a_spokeswoman_who_tells_an_agency() -> None:
    """*sagte eine Sprecherin der Nachrichtenagentur dpa*: she is not the agency's."""
    marked = (
        "{q1 „Das stimmt nicht“}, {c1 sagte} {s1 eine Sprecherin der Nachrichtenagentur dpa}. "
        "{q2 „Das stimmt“}, {c2 sagte} {s2 eine Sprecherin der Stadtwerke}."
    )
    assert people(marked, organisation=["dpa"]) == ["Sprecherin", "Sprecherin der Stadtwerke"]


def test_a_department_is_no_human() -> None:
    """*Justice Department* is a body, and *Health and Human Services* is one department."""
    marked = (
        "{s1 The Justice Department} {c1 said} {q1 it would look again}. {s2 A spokesman for the "
        "Department of Health and Human Services} {c2 said} {q2 help was coming}. {s3 The "
        "Department of Health and Human Services} {c3 said} {q3 it had begun}."
    )
    answers = resolved(
        marked,
        "en",
        organisation=["Justice Department", "Department of Health", "Human Services"],
    )
    assert [a.person and (a.person.name, a.person.kind) for a in answers] == [
        ("Justice Department", PersonKind.BODY),
        ("spokesman for the Department of Health and Human Services", PersonKind.UNNAMED),
        ("Department of Health and Human Services", PersonKind.BODY),
    ]


def test_a_first_name_that_the_tagger_left_out() -> None:
    """*Die Vorsitzende der Linken Renate Lohse* where the tagger has no more than *Lohse*."""
    marked = "{s1 Die Vorsitzende der Linken Renate Lohse} {c1 sagte}, {q1 das Geld fehle}."
    person = resolved(marked, person=["Lohse"])[0].person
    assert person is not None and person.role is not None
    assert (person.name, person.kind) == ("Renate Lohse", PersonKind.HUMAN)
    assert person.role.value == "Vorsitzende der Linken"


def test_a_noun_before_an_english_office() -> None:
    """*port director* is an office, and a verb before *director* is no part of one."""
    marked = (
        "{c1 According to} {s1 port director Ada Petersen}{q1  ships wait}. {q2 “We wait,”} "
        "{c2 said} {s2 director Ian Hale}."
    )
    roles = [
        answer.person and answer.person.role and answer.person.role.value
        for answer in resolved(marked, "en", person=["Ada Petersen", "Ian Hale"])
    ]
    assert roles == ["port director", "director"]
