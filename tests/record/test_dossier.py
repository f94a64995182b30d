"""What the record knows of a person."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.record.written_record import article, said
from wortlaut._exceptions import QueryError
from wortlaut.model import Act
from wortlaut.record import Record, Share

ARTICLES = [
    article(
        "Kreml-Sprecher Igor Peschkow sagte Anna Müller: „Wir reden, wenn die Schleuse öffnet.“",
        said(
            "Wir reden, wenn die Schleuse öffnet",
            person="Igor Peschkow",
            role="Kreml-Sprecher",
            addressee="Anna Müller",
            condition="wenn die Schleuse öffnet",
            act=Act.PROPOSES,
        ),
        url="https://x.example/1",
        published=date(2026, 1, 5),
    ),
    article(
        "Der Sprecher Igor Peschkow bestritt Pläne: „Der Hafen bleibt.“",
        said("Der Hafen bleibt", person="Igor Peschkow", role="Sprecher", act=Act.DENIES),
        url="https://x.example/2",
        outlet="Küstenpost",
        title="Um den Hafen",
        published=date(2026, 1, 20),
    ),
    article(
        "Peschkow sagte: „Nein.“ Anna Müller sagte: „Ja.“",
        said("Nein", person="Peschkow"),
        said("Ja", person="Anna Müller"),
        url="https://x.example/3",
        published=date(2026, 3, 1),
    ),
]


@pytest.fixture
def filled(record: Record) -> Record:
    """A record of three articles."""
    list(record.add_many(ARTICLES))
    return record


def test_a_dossier_counts_and_shows(filled: Record) -> None:
    """Roles, months, outlets, addressees, conditions and denials."""
    found = filled.person("igor peschkow")
    assert [(each.name, each.statements) for each in found.persons] == [("Igor Peschkow", 2)]
    assert found.statements == 2
    assert found.months == ((date(2026, 1, 1), 2),)
    assert found.roles == (
        Share("Kreml-Sprecher", 1, date(2026, 1, 5), date(2026, 1, 5)),
        Share("Sprecher", 1, date(2026, 1, 20), date(2026, 1, 20)),
    )
    assert [share.what for share in found.outlets] == ["Deichblatt", "Küstenpost"]
    assert [share.what for share in found.addressees] == ["Anna Müller"]
    assert {share.what for share in found.acts} == {"proposes", "denies"}
    assert [each.quote for each in found.latest] == [
        "Der Hafen bleibt",
        "Wir reden, wenn die Schleuse öffnet",
    ]
    assert [each.quote for each in found.earliest] == [
        "Wir reden, wenn die Schleuse öffnet",
        "Der Hafen bleibt",
    ]
    assert [each.quote for each in found.conditions] == ["Wir reden, wenn die Schleuse öffnet"]
    assert [each.quote for each in found.denials] == ["Der Hafen bleibt"]


def test_a_topic_narrows_what_is_shown(filled: Record) -> None:
    """In the quotation or the title, in any form."""
    found = filled.person("Igor Peschkow", topic="Schleusen")
    assert [each.quote for each in found.latest] == ["Wir reden, wenn die Schleuse öffnet"]
    assert found.denials == ()
    assert found.statements == 2
    assert len(filled.person("Igor Peschkow", topic="Häfen").denials) == 1


def test_a_surname_finds_all_who_bear_it(filled: Record) -> None:
    """And a first name, where nobody is called so, all whose names hold it."""
    assert {each.name for each in filled.person("Peschkow").persons} >= {"Igor Peschkow"}
    assert filled.person("Peschkow").statements == 3
    assert [each.name for each in filled.person("Igor").persons] == ["Igor Peschkow"]
    assert [each.name for each in filled.person("Mueller").persons] == ["Anna Müller"]


def test_old_versions_do_not_count(filled: Record) -> None:
    """What an article no longer says is no statement of today's record."""
    filled.add(article("Leer.", url="https://x.example/2"))
    found = filled.person("Igor Peschkow")
    assert found.statements == 1
    assert [each.what for each in found.outlets] == ["Deichblatt"]
    assert found.denials == ()


def test_nobody_of_a_name_is_an_empty_dossier(filled: Record) -> None:
    """And a name without letters is refused."""
    found = filled.person("Unbekannt")
    assert (found.persons, found.statements, found.latest) == ((), 0, ())
    with pytest.raises(QueryError):
        filled.person("§")


def test_statements_of_namesakes_stand_in_one_order_of_time(record: Record) -> None:
    """By turns, as they were said, whoever of them said it; counts are those of all."""
    days = [date(2026, 1, 1) + timedelta(days=31 * number) for number in range(6)]
    people = ("Ole Brandt", "Greta Brandt")
    list(
        record.add_many(
            article(
                f"{people[number % 2]} sagte: „Das ist Satz {number}.“",
                said(f"Das ist Satz {number}", person=people[number % 2]),
                url=f"https://x.example/{number}",
                published=day,
            )
            for number, day in enumerate(days)
        )
    )
    found = record.person("Brandt")
    assert sorted(each.name for each in found.persons) == sorted(people)
    assert [each.quote[-1] for each in found.latest] == ["5", "4", "3", "2", "1"]
    assert [each.quote[-1] for each in found.earliest] == ["0", "1", "2", "3", "4"]
    assert found.months == tuple((day.replace(day=1), 1) for day in days)
