"""Who is meant where several might be: by office, by grammar, by who was just told of."""

from __future__ import annotations

import pytest

from tests.reading.people.marked_text import people, resolved
from wortlaut.model import PersonKind


@pytest.mark.parametrize(
    "where", ["bei {a1 Sky}", "auf {a1 Sky}", "im {a1 Sender Sky}", "in seinem Sender {a1 Sky}"]
)
def test_where_it_was_said_is_nobody_addressed(where: str) -> None:
    """*sagte bei Sky* tells where; *sagte Sky* tells to whom."""
    marked = f"{{q1 „Gut“}}, {{c1 sagte}} {{s1 Anna Beck}} {where}."
    assert resolved(marked, person=["Anna Beck"], organisation=["Sky"])[0].addressee is None
    to_it = "{q1 „Gut“}, {c1 sagte} {s1 Anna Beck} {a1 Sky}."
    addressee = resolved(to_it, person=["Anna Beck"], organisation=["Sky"])[0].addressee
    assert addressee is not None
    assert addressee.name == "Sky"


def test_an_office_is_not_that_of_a_woman_with_another() -> None:
    """Of two women, the one whose own office is told is not the other's office."""
    marked = (
        "Die Sängerin Ruth Adam traf am Montag Anna Kern. {s1 Die Ministerpräsidentin} "
        "{c1 sagte}, {q1 es sei schön gewesen}."
    )
    assert people(marked, person=["Ruth Adam", "Anna Kern"]) == ["Anna Kern"]


def test_the_subject_of_the_main_clause_goes_before_that_of_a_clause_before_it() -> None:
    """*Ob Kossak bleibt, ließ Brandner offen*: what follows is said by Brandner."""
    marked = (
        "Trainer Marek Kossak kam. {q1 „Das war nichts“}, {c1 sagte} {s1 Kossak}. Ob Kossak "
        "bleibt, ließ Vorstand Jan Brandner offen. {q2 „Wir warten“}, {c2 meinte} {s2 er}."
    )
    assert people(marked, person=["Marek Kossak", "Kossak", "Jan Brandner"])[1] == "Jan Brandner"


def test_a_dative_before_the_verb_does_not_speak() -> None:
    """*Der Opposition warf Reihold vor*: Reihold speaks, and to the opposition."""
    marked = (
        "Anke Reihold kam. {s1 Der Opposition} {c1 warf} {a1 Reihold} {c1 vor}, {q1 die Lage "
        "schlechtzureden}."
    )
    (answer,) = resolved(marked, person=["Anke Reihold", "Reihold"])
    assert answer.person is not None
    assert answer.person.name == "Anke Reihold"
    assert answer.addressee is not None
    assert answer.addressee.name == "Opposition"


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Kapitän Luis Terhorst nahm {s1 den Coach} in Schutz: {q1 „Wir waren es.“}", None),
        ("{s1 Marek Kossak} ging. Luis Terhorst nahm ihn in Schutz: {q1 „Wir waren es.“}", None),
        ("{s1 Marek Kossak} ging. Das Ende war klar: {q1 „Wir waren es.“}", "Marek Kossak"),
        ("Luis Terhorst sah ihn: {q1 „Wir waren es“}, {c1 sagte} {s1 Kossak}.", "Marek Kossak"),
    ],
)
def test_who_does_what_a_colon_ends_says_what_follows(marked: str, name: str | None) -> None:
    """Unless no human does it, or the words that name the speaker stand behind."""
    marked = "Trainer Marek Kossak kam. " + marked
    names = ["Marek Kossak", "Kossak", "Luis Terhorst"]
    assert people(marked, person=names) == [name or "Luis Terhorst"]


def test_words_told_within_words_are_of_whom_these_tell() -> None:
    """*„Er hat zu mir gesagt: ‚…‘“, sagte Beck*: the inner words are not Beck's."""
    marked = (
        "Landrat Jan Wolf ging. {q1 „Er hat gesagt: {q2 „Das unterschreiben Sie“}“}, {c1 sagte} "
        "{s1,s2 Anna Beck}."
    )
    assert people(marked, person=["Anna Beck", "Jan Wolf"]) == ["Anna Beck", "Jan Wolf"]


def test_of_two_of_one_surname_the_one_just_told_of_speaks() -> None:
    """By the office in the sentence before; the other stays the runner-up."""
    marked = (
        "Kämmerer Georg Braun und die Stadträtin Helga Braun streiten. {q1 „Nein“}, {c1 sagte} "
        "{s1 Georg Braun}. Die Stadträtin will klagen. {q2 „Ich klage“}, {c2 sagte} {s2 Braun}."
    )
    answers = resolved(marked, person=["Georg Braun", "Helga Braun", "Braun"])
    person = answers[1].person
    assert person is not None
    assert (person.name, person.runner_up) == ("Helga Braun", "Georg Braun")
    assert person.confidence < 0.7


def test_a_couple_with_one_surname_is_a_group() -> None:
    """*Vera und Hannes Lindemann* are two people and, together, who *sie* are."""
    marked = (
        "Die Schauspieler Vera und Hannes Lindemann gehen. {q1 „Gut“}, {c1 sagten} {s1 sie}. "
        "{s2 Vera Lindemann} {c2 verriet}, {q2 es gebe Hühner}. {q3 „Ja“}, {c3 sagte} {s3 er}. "
        "{q4 „Nein“}, {c4 sagten} {s4 Vera und Hannes Lindemann}."
    )
    answers = resolved(marked, person=["Vera", "Hannes Lindemann", "Vera Lindemann"])
    assert [a.person and (a.person.name, a.person.kind) for a in answers] == [
        ("Vera und Hannes Lindemann", PersonKind.GROUP),
        ("Vera Lindemann", PersonKind.HUMAN),
        ("Hannes Lindemann", PersonKind.HUMAN),
        ("Vera und Hannes Lindemann", PersonKind.GROUP),
    ]


def test_a_surname_that_is_a_first_name_makes_no_couple() -> None:
    """*Walter und Hans Müller*, where a Jan Walter is named: two people of two families."""
    marked = "Jan Walter kam. {s1 Walter und Hans Müller} {c1 sagten}, {q1 es sei gut}."
    names = people(marked, person=["Jan Walter", "Walter", "Hans Müller"])
    assert names == ["Jan Walter und Hans Müller"]


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("Her office", "office", PersonKind.BODY),
        ("Hale's office", "Hale's office", PersonKind.BODY),
        ("Congressman Terry Hale's office", "Congressman Terry Hale's office", PersonKind.BODY),
        ("Congressman Terry Hale", "Terry Hale", PersonKind.HUMAN),
    ],
)
def test_an_office_that_somebody_has_is_a_body(words: str, name: str, kind: PersonKind) -> None:
    """*Her office* and *Terry Hale's office* are not whose they are."""
    marked = f"Premier Anna Beck may go. {{s1 {words}}} {{c1 denied}} {{q1 the report}}."
    (answer,) = resolved(marked, "en", person=["Anna Beck", "Terry Hale", "Hale"])
    assert answer.person is not None
    assert (answer.person.name, answer.person.kind) == (name, kind)


def test_the_husband_of_one_of_a_couple_is_the_other() -> None:
    """*Ihr Mann*, where *Vera und Hannes Lindemann* are told of and Vera spoke."""
    marked = (
        "Vera und Hannes Lindemann gehen. {s1 Vera Lindemann} {c1 verriet}, {q1 es gebe Hühner}. "
        "{s2 Ihr Mann} {c2 sagte}: {q2 „Gut.“}"
    )
    names = people(marked, person=["Vera", "Hannes Lindemann", "Vera Lindemann"])
    assert names == ["Vera Lindemann", "Hannes Lindemann"]
