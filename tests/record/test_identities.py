"""Who is who across articles, as the record keeps it."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine

from tests.record.people_on_record import FIRST_NUMBERED, make_older, names_of, speech, who_is_who
from tests.record.test_backup import Changed
from tests.record.written_record import article, said
from wortlaut._exceptions import ContradictoryRuling, PersonUnclear
from wortlaut.model import Person, PersonKind
from wortlaut.record import Filters, Record, Share, _adding, _record
from wortlaut.record._adding import add_statement_rows
from wortlaut.record._address import record_url
from wortlaut.record._migrating import NEWEST

PRESIDENT = [
    speech(1, "Wolodymyr Selenskyj", "ukrainischer Präsident", year=2022),
    speech(2, "Volodymyr Zelensky", "ukrainischer Präsident", year=2023, outlet="Anzeiger"),
    speech(3, "Selenskyj", "Präsident der Ukraine", year=2024),
]
NAMESAKES = [
    speech(11, "Peter Weber", "Abgeordneter", year=2010),
    speech(12, "Peter Weber", "Fußballtrainer", year=2010),
]
MANY = [
    *PRESIDENT,
    *NAMESAKES,
    speech(13, "Peter Weber", year=2010, beside="Ines Thal"),
    speech(21, "Dmitri Peskow", "Kreml-Sprecher", beside="Wladimir Putin"),
    speech(22, "Peskow", "Kreml-Sprecher"),
    speech(23, "Putin", year=2022),
    speech(24, "Putin", "russischer Präsident", year=2023, beside="Dmitry Peskov"),
    speech(1, "Wolodymyr Selenskyj", "Präsident", beside="Peter Weber"),
    speech(12, "Petra Weber", "Fußballtrainerin", year=2010),
    speech(31, "Ines Thal", "Anwältin", year=2010, beside="Weber"),
    speech(2, "Olena Selenska", "Präsidentengattin", year=2023),
]


def numbers_found(record: Record, name: str) -> set[str | None]:
    """The addresses of what a search for a speaker finds."""
    page = record.search(filters=Filters(speaker=name), limit=50)
    return {found.article.url for found in page.found}


def test_one_person_is_found_by_any_spelling(record: Record) -> None:
    """In the list, in searching and in the dossier, with the offices held."""
    list(record.add_many(PRESIDENT))
    assert names_of(record) == {1: {"Wolodymyr Selenskyj", "Volodymyr Zelensky", "Selenskyj"}}
    every = {f"https://x.example/{number}" for number in (1, 2, 3)}
    for name in ("Selenskyj", "Zelensky", "Wolodymyr Selenskyj", "#1", "1"):
        assert numbers_found(record, name) == every
        found = record.person(name)
        assert [(each.id, each.statements) for each in found.persons] == [(1, 3)]
        assert found.offices == (
            Share("ukrainischer Präsident", 3, date(2022, 7, 1), date(2024, 7, 1)),
        )
    assert record.count(filters=Filters(speaker="Selenska")) == 0
    assert list(record.check()) == []


def test_two_of_one_name_stay_apart(record: Record) -> None:
    """Both are found by the name, each by the number."""
    list(record.add_many(NAMESAKES))
    assert set(names_of(record)) == {1, 2}
    assert numbers_found(record, "Peter Weber") == {"https://x.example/11", "https://x.example/12"}
    assert numbers_found(record, "#2") == {"https://x.example/12"}
    assert [each.id for each in record.person("2").persons] == [2]
    assert record.person("#9").persons == ()
    assert numbers_found(record, "#9") == set()


def test_groups_and_unnamed_people_are_nobody(record: Record) -> None:
    """They have no identity, and are found by their words as before."""
    people = Person("Anwohner", PersonKind.GROUP)
    record.add(article("Anwohner klagten: „Zu laut.“", said("Zu laut", person=people)))
    assert record.people() == ()
    assert numbers_found(record, "Anwohner") == {"https://deichblatt.example/artikel"}
    (found,) = record.person("Anwohner").persons
    assert (found.id, found.name, found.statements) == (None, "Anwohner", 1)
    assert len(record.person("Anwohner").latest) == 1


def test_what_is_doubtful_is_proposed(record: Record) -> None:
    """With the evidence and both sides; a person's word ends it."""
    list(record.add_many([PRESIDENT[0], speech(9, "Selenskyj", year=2022)]))
    (asked,) = record.proposals()
    assert (asked.one.name, asked.other.name) == ("Wolodymyr Selenskyj", "Selenskyj")
    assert 0.2 <= asked.confidence < 0.93
    assert any("Selenskyj" in reason for reason in asked.why)
    assert record.merge("#1", "#2") == 1
    assert record.proposals() == ()
    assert [(each.id, each.statements) for each in record.people()] == [(1, 2)]
    assert [each.id for each in record.person("#2").persons] == [1]
    assert list(record.check()) == []


def test_who_are_two_is_never_asked_again(record: Record) -> None:
    """Nor merged, however much alike they become."""
    list(record.add_many([PRESIDENT[0], speech(9, "Selenskyj", year=2022)]))
    record.keep_apart(1, 2)
    assert record.proposals() == ()
    record.add(speech(10, "Selenskyj", "ukrainischer Präsident", year=2022))
    assert {1, 2} <= set(names_of(record))
    with pytest.raises(ContradictoryRuling):
        record.merge(1, 2)
    assert record.merge(1, 2, anew=True) == 1
    assert list(record.check()) == []


def test_a_split_outlives_every_run(record: Record) -> None:
    """Whatever is added again or changed: who was parted stays apart."""
    list(record.add_many(PRESIDENT))
    number = record.split("#1", ["https://x.example/2"])
    assert names_of(record)[number] == {"Volodymyr Zelensky"}
    assert names_of(record)[1] == {"Wolodymyr Selenskyj", "Selenskyj"}
    list(record.add_many(PRESIDENT))
    record.add(replace(PRESIDENT[1], text=PRESIDENT[1].text + " Mehr."))
    record.add(speech(4, "Volodymyr Zelensky", "ukrainischer Präsident", year=2023))
    held = names_of(record)
    assert held[number] >= {"Volodymyr Zelensky"}
    assert "Wolodymyr Selenskyj" in held[1]
    assert numbers_found(record, f"#{number}") >= {"https://x.example/2"}
    assert "https://x.example/2" not in numbers_found(record, "#1")
    assert list(record.check()) == []


def test_a_merge_outlives_a_change_of_the_article(record: Record) -> None:
    """Even where the two have nothing in common, and the article lost its speaker for a time."""
    list(record.add_many([speech(1, "Johanna Kipp"), speech(2, "Rolf Sand")]))
    assert record.merge("Johanna Kipp", "Rolf Sand") == 1
    record.add(article("Leer.", url="https://x.example/2"))
    record.add(speech(2, "Rolf Sand", "Richter"))
    assert names_of(record) == {1: {"Johanna Kipp", "Rolf Sand"}}
    assert list(record.check()) == []


def test_decisions_hold_in_a_record_that_is_opened_anew(place: str) -> None:
    """Nothing of them is only remembered."""
    with Record(place) as record:
        list(record.add_many([*PRESIDENT, speech(9, "Selenskyj", year=2022)]))
    with Record(place) as record:
        number = record.split(1, ["https://x.example/2"])
    with Record(place) as record:
        assert record.merge(2, 1) == 1
    with Record(place) as record:
        record.keep_apart(number, 1)
        assert names_of(record)[number] == {"Volodymyr Zelensky"}
    with Record(place) as record:
        with pytest.raises(ContradictoryRuling):
            record.merge(1, number)
        assert record.split(1, ["https://x.example/9"], anew=True) > number
        assert list(record.check()) == []


def test_decisions_that_cannot_be_made_are_refused(record: Record) -> None:
    """And change nothing."""
    list(record.add_many([*PRESIDENT, *NAMESAKES]))
    before = who_is_who(record)
    for one, other in (("Niemand", "#1"), ("Peter Weber", "#1"), ("#1", "Selenskyj")):
        with pytest.raises(PersonUnclear):
            record.merge(one, other)
    with pytest.raises(PersonUnclear, match="does not speak in"):
        record.split("#1", ["https://x.example/11"])
    with pytest.raises(PersonUnclear, match="not all"):
        record.split("#1", [f"https://x.example/{number}" for number in (1, 2, 3)])
    assert who_is_who(record) == before


def test_a_changed_article_no_longer_counts_for_who_left_it(record: Record) -> None:
    """Their number stays theirs, and nobody else is linked to it."""
    list(record.add_many([speech(1, "Ines Thal", "Anwältin"), speech(2, "Rolf Sand")]))
    record.add(speech(1, "Rolf Sand", "Richter"))
    assert names_of(record) == {2: {"Rolf Sand"}}
    record.add(speech(3, "Ines Thal", "Anwältin"))
    assert names_of(record) == {2: {"Rolf Sand"}, 3: {"Ines Thal"}}
    assert list(record.check()) == []


def test_a_corrected_speaker_is_somebody_else(record: Record) -> None:
    """The statement goes to whom the correction names."""
    list(record.add_many([speech(1, "Ines Thal"), speech(2, "Rolf Sand", "Richter")]))
    kept = record.article("https://x.example/1")
    assert kept is not None
    (wrong,) = kept.article.statements
    right = replace(wrong, person=Person("Rolf Sand", PersonKind.HUMAN))
    record.correct(kept, [Changed(right)])
    assert "https://x.example/1" not in numbers_found(record, "Ines Thal")
    assert "https://x.example/1" in numbers_found(record, "Rolf Sand")
    assert list(record.check()) == []


def test_an_older_record_is_linked_when_it_is_opened(place: str, tmp_path: Path) -> None:
    """The identities are those that adding the same articles makes."""
    with Record(tmp_path / "new.db") as record:
        list(record.add_many(MANY))
        expected = who_is_who(record)
    make_older(place, MANY, tmp_path / "source.db")
    with Record(place) as record:
        assert who_is_who(record) == expected
        assert record.add(MANY[-1]).value == "unchanged"
        assert record.add(speech(99, "Wladimir Putin")).value == "new"
    if "://" not in place:
        assert Path(f"{place}.before-{NEWEST}").exists()


def test_a_backup_carries_who_is_who(record: Record, tmp_path: Path) -> None:
    """Identities, decisions and what is to be decided."""
    list(record.add_many(MANY))
    record.split("Selenskyj", ["https://x.example/3"])
    record.back_up(tmp_path / "backup")
    with Record(tmp_path / "other.db") as other:
        other.restore(tmp_path / "backup")
        assert who_is_who(other) == who_is_who(record)
        other.add(speech(3, "Selenskyj", "Präsident der Ukraine", beside="Ines Thal"))
        record.add(speech(3, "Selenskyj", "Präsident der Ukraine", beside="Ines Thal"))
        assert who_is_who(other) == who_is_who(record)
        assert list(other.check()) == []


def test_an_older_backup_is_linked_when_it_is_restored(place: str, tmp_path: Path) -> None:
    """It has neither the tables nor the column of today."""
    with Record(tmp_path / "source.db") as source:
        list(source.add_many(MANY))
        source.back_up(tmp_path / "backup")
        expected = who_is_who(source)
    _make_backup_older(tmp_path / "backup")
    with Record(place) as record:
        record.restore(tmp_path / "backup")
        assert who_is_who(record) == expected
        assert list(record.check()) == []


def _make_backup_older(file: Path) -> None:
    """As the first version wrote it: without what came later, columns and names of columns."""
    head, *rows, _ = map(json.loads, gzip.decompress(file.read_bytes()).splitlines())
    first = {"outlet", "role", "person", "article", "article_version", "statement", "numbering"}
    places = [head["columns"]["statement"].index(name) for name in _FIRST_COLUMNS]
    older = [
        [table, [row[place] for place in places] if table == "statement" else row]
        for table, row in rows
        if table in first and not (table == "numbering" and row[0] not in FIRST_NUMBERED)
    ]
    del head["columns"]
    lines = [{**head, "revision": "0001"}, *older, {"rows": len(older)}]
    file.write_bytes(gzip.compress("\n".join(map(json.dumps, lines)).encode()))


_FIRST_COLUMNS = (
    *("id", "version_id", "number", "place", "current", "human", "removed", "language", "type"),
    *("act", "occasion", "person_id", "role_id", "addressee_id", "outlet_id", "said_begin"),
    *("said_end", "verbatim", "negated", "conditional", "confidence", "quote", "form"),
)


@pytest.mark.parametrize(
    ("damage", "finding"),
    [
        ("UPDATE statement SET identity_id = 2 WHERE id = 3", "statement 3: is not its speaker's"),
        ("DELETE FROM identity_key WHERE identity_id = 1", "identity 1: is not found by"),
        ("UPDATE identity SET merged_into = 1 WHERE id = 2", "identity 2: was merged, but"),
        (
            "INSERT INTO ruling VALUES (1, 'a', 'b', true, '2026-01-01'),"
            " (2, 'b', 'a', false, '2026-01-01')",
            "rulings: ",
        ),
    ],
)
def test_damage_to_who_is_who_is_found(place: str, damage: str, finding: str) -> None:
    """And named by what it befell."""
    with Record(place) as record:
        list(record.add_many(MANY))
        assert list(record.check()) == []
    engine = create_engine(record_url(place))
    with engine.begin() as connection:
        connection.exec_driver_sql(damage)
    engine.dispose()
    with Record(place) as record:
        assert any(found.startswith(finding) for found in record.check())


class Power(Exception):
    """The run ends here."""


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    order=st.permutations(range(len(MANY))),
    groups=st.lists(st.integers(1, 5), min_size=14, max_size=14),
    cuts=st.sets(st.integers(0, 13)),
)
def test_however_the_articles_come_in_the_identities_are_the_same(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], groups: list[int], cuts: set[int]
) -> None:
    """One by one, or in groups by runs that break off, are opened anew and begin again."""
    articles = [MANY[number] for number in order]
    folder = tmp_path_factory.mktemp("records")
    with Record(folder / "one.db") as record:
        for each in articles:
            record.add(each)
        expected = who_is_who(record)
    begin = 0
    for number, size in enumerate(groups):
        if begin >= len(articles):
            break
        with Record(folder / "other.db") as record, pytest.MonkeyPatch.context() as patched:
            patched.setattr(_record, "_GROUP", size)
            if number in cuts:
                patched.setattr(_adding, "add_statement_rows", _broken_off)
                with pytest.raises(Power):
                    list(record.add_many(articles[begin : begin + size]))
                patched.setattr(_adding, "add_statement_rows", add_statement_rows)
            # A run that begins again brings the first ones once more.
            list(record.add_many(articles[: begin + size]))
            begin += size
    with Record(folder / "other.db") as record:
        assert who_is_who(record) == expected
        assert list(record.check()) == []


def _broken_off(*arguments: Any, **named: Any) -> None:
    """The group was linked, and its statements went in; then the run ends."""
    add_statement_rows(*arguments, **named)
    raise Power


def test_a_split_asks_again_what_was_open(record: Record) -> None:
    """Of each part by its own evidence: what spoke for a merge may have gone with the other."""
    record.add(speech(1, "Pjotr Korowin", "Händler"))
    record.add(speech(2, "Korowin"))
    record.add(speech(3, "Wjatscheslaw Korowin", "Minister"))
    number = {each.name: each.id for each in record.people()}
    minister = number["Wjatscheslaw Korowin"]
    whole = record.merge(number["Pjotr Korowin"], number["Korowin"])
    assert asked(record) == {frozenset((whole, minister))}
    new = record.split(whole, ["https://x.example/2"], anew=True)
    assert asked(record) == {frozenset((new, minister))}
    assert list(record.check()) == []


def asked(record: Record) -> set[frozenset[int]]:
    """The pairs that people are asked about."""
    return {frozenset((each.one.id, each.other.id)) for each in record.proposals()}
