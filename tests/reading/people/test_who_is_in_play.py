"""Who is meant where several might be: by office, by grammar, by who was just told of."""

from __future__ import annotations

import pytest

from tests.reading.people.marked_text import people, resolved


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
