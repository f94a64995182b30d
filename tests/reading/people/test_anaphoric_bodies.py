"""Bodies that a bare noun means, and names of bodies that look like a human's."""

from __future__ import annotations

import pytest

from tests.reading.people.marked_text import people, resolved
from wortlaut.model import PersonKind


@pytest.mark.parametrize(
    ("marked", "names", "name"),
    [
        (
            "Der Maschinenbauer Kolb senkt seine Preise. {q1 Man rechne mit Verlusten}, "
            "{c1 teilte} {s1 der Konzern} {c1 mit}.",
            {"person": ["Kolb"]},
            "Kolb",
        ),
        (
            "Die Stadtwerke Ahrdorf bauen ein Netz. {q1 Es werde bald fertig}, {c1 teilte} "
            "{s1 das Unternehmen} {c1 mit}.",
            {"person": ["Stadtwerke Ahrdorf"]},
            "Stadtwerke Ahrdorf",
        ),
        (
            "Der Autohersteller Kolb senkt die Preise. {q1 Man rechne mit Verlusten}, {c1 teilte} "
            "{s1 der Konzern} {c1 mit}.",
            {},
            "Kolb",
        ),
        (
            "Die Stadtwerke Ahrdorf bauen ein Netz. {s1 Die Stadtwerke} {c1 versprechen}, {q1 es "
            "werde bald fertig}.",
            {"place": ["Ahrdorf"]},
            "Stadtwerke Ahrdorf",
        ),
        (
            "Das Verkehrsministerium wies die Kritik ab. {q1 Der Bau gehe voran}, {c1 hieß es} aus "
            "{s1 dem Haus}.",
            {},
            "Verkehrsministerium",
        ),
        (
            "Die Kolb AG senkt ihre Preise. {q1 Man rechne mit Verlusten}, {c1 sagte} {s1 die "
            "Firma}.",
            {"organisation": ["AG"]},
            "Kolb AG",
        ),
    ],
)
def test_a_bare_noun_leads_to_the_body_named_before(
    marked: str, names: dict[str, list[str]], name: str
) -> None:
    """*der Konzern*, *das Haus*: the body of that sort, though a tagger took it for a human."""
    person = resolved(marked, "de", **names)[0].person
    assert person is not None
    assert (person.name, person.kind) == (name, PersonKind.BODY)
    assert person.confidence < 0.8


def test_a_newspaper_by_its_last_word() -> None:
    """*The newspaper* is *the Dorset Courier*, and neither is a human."""
    marked = (
        "Ms Hale will go, {c1 according to} {s1 the Dorset Courier}{q1  she is tired}. {q2 She has "
        "left town}, {s2 the newspaper} {c2 said}."
    )
    answers = resolved(marked, "en", person=["Dorset Courier"])
    assert [a.person and (a.person.name, a.person.kind) for a in answers] == [
        ("Dorset Courier", PersonKind.BODY)
    ] * 2


def test_a_bare_noun_without_a_name_is_doubtful() -> None:
    """*Das Unternehmen* that is never named stays as it is, and is not sure; a police force is."""
    marked = (
        "{q1 Man liefere pünktlich}, {c1 teilte} {s1 das Unternehmen} {c1 mit}. {q2 Der Weg sei "
        "frei}, {c2 sagte} {s2 die Polizei}."
    )
    company, police = (answer.person for answer in resolved(marked))
    assert company is not None and police is not None
    assert (company.name, police.name) == ("Unternehmen", "Polizei")
    assert company.confidence <= 0.6 < police.confidence


def test_a_company_is_no_party() -> None:
    """*Das Unternehmen* passes over a court and a ministry that were named later."""
    marked = (
        "Der Kolb Verlag klagt. Das Landgericht Ulm prüft das, das Umweltministerium wartet. {q1 "
        "Man sei im Recht}, {c1 sagte} {s1 das Unternehmen}."
    )
    assert people(marked, organisation=["Kolb Verlag", "Landgericht Ulm"]) == ["Kolb Verlag"]
