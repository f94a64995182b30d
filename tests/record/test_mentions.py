"""Who is spoken about: found by whoever asks, through all that happens to a statement."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, select, text

from tests.record.written_record import article, place_of_words, said
from wortlaut._exceptions import QueryError
from wortlaut.model import Mention, PersonKind, Statement
from wortlaut.record import Added, Filters, Record
from wortlaut.record._address import record_url
from wortlaut.record._schema import mention, person
from wortlaut.record._whose_names import identities_of

TEXT = (
    "„Bente Carstens hat den Deich vergessen“, sagte Karl Wolter.\n"
    "„Das Deichamt irrt, und Carstens weiß das“, sagte Anna Sommer.\n"
    "„Wir haben nichts vergessen“, sagte Bente Carstens."
)
URL = "https://deichblatt.example/deich"


def about(words: str, name: str, kind: PersonKind = PersonKind.HUMAN) -> Mention:
    """A mention by these words of the text."""
    return Mention(name, kind, place_of_words(TEXT, words))


CARSTENS = about("Bente Carstens", "Bente Carstens")
DEICHAMT = about("Deichamt", "Deichamt", PersonKind.BODY)
WOLTER_SAYS = said(
    "„Bente Carstens hat den Deich vergessen“",
    person="Karl Wolter",
    on=date(2026, 11, 2),
    about=(CARSTENS,),
)
SOMMER_SAYS = said(
    "„Das Deichamt irrt, und Carstens weiß das“",
    person="Anna Sommer",
    on=date(2026, 11, 9),
    about=(DEICHAMT, about("Carstens", "Bente Carstens")),
)
CARSTENS_SAYS = said("„Wir haben nichts vergessen“", person="Bente Carstens")
ARTICLE = article(TEXT, WOLTER_SAYS, SOMMER_SAYS, CARSTENS_SAYS, url=URL)


class Kind(StrEnum):
    """What a person did."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Put:
    """A correction."""

    kind: Kind
    statement: Statement


@pytest.fixture
def record(place: str) -> Iterator[Record]:
    """A record with the article; whatever is done to it, it is sound."""
    with Record(place) as opened:
        opened.add(ARTICLE)
        yield opened
        assert list(opened.check()) == []


def quotes(record: Record, words: str = "", **filters: Any) -> list[str]:
    """The quotations found, the oldest first."""
    found = record.search(words, Filters(**filters)).found
    return [each.quote for each in reversed(found)]


def pairs(record: Record) -> list[tuple[str, str]]:
    """Who speaks about whom by the table, in order of days."""
    with record._database.reading() as connection:
        speaker, whom = person.alias(), person.alias()
        rows = connection.execute(
            select(speaker.c.name, whom.c.name)
            .select_from(mention)
            .join(speaker, speaker.c.id == mention.c.speaker_id)
            .join(whom, whom.c.id == mention.c.person_id)
            .order_by(mention.c.place, whom.c.name)
        )
        return [(row[0], row[1]) for row in rows]


BY_WOLTER = ("Karl Wolter", "Bente Carstens")
BY_SOMMER = [("Anna Sommer", "Bente Carstens"), ("Anna Sommer", "Deichamt")]


def test_whoever_is_spoken_about_is_found(record: Record) -> None:
    """By a surname, by the number of who speaks elsewhere, and a body by its name."""
    of_both = [
        "„Bente Carstens hat den Deich vergessen“",
        "„Das Deichamt irrt, und Carstens weiß das“",
    ]
    assert quotes(record, mentions="Carstens") == of_both
    assert quotes(record, mentions="bente carstens") == of_both
    (carstens,) = [each for each in record.people() if each.name == "Bente Carstens"]
    assert quotes(record, mentions=f"#{carstens.id}") == of_both
    assert quotes(record, mentions="Deichamt") == of_both[1:]
    assert quotes(record, mentions="Wolter") == []
    assert pairs(record) == [BY_WOLTER, *BY_SOMMER]


def test_who_speaks_about_whom_goes_with_other_filters(record: Record) -> None:
    """Words, speakers and days."""
    assert len(quotes(record, mentions="Carstens", speaker="Sommer")) == 1
    assert quotes(record, mentions="Carstens", speaker="Carstens") == []
    assert quotes(record, "Deich", mentions="Carstens") == [
        "„Bente Carstens hat den Deich vergessen“"
    ]
    assert len(quotes(record, mentions="Carstens", begin=date(2026, 11, 5))) == 1
    assert record.count("", Filters(mentions="Carstens")) == 2


def test_a_name_is_one_person_and_not_words_of_several(record: Record) -> None:
    """*Bente Wolter* is nobody, though a statement names a Bente and a Wolter."""
    both = "„Bente Carstens und Karl Wolter kommen“, hieß es."
    record.add(
        article(
            both,
            said(
                "„Bente Carstens und Karl Wolter kommen“",
                about=tuple(
                    Mention(name, PersonKind.HUMAN, place_of_words(both, name))
                    for name in ("Bente Carstens", "Karl Wolter")
                ),
            ),
            url="https://deichblatt.example/beide",
        )
    )
    assert len(quotes(record, mentions="Carstens")) == 3
    assert quotes(record, mentions="Bente Wolter") == []


def test_a_name_without_letters_is_an_error(record: Record) -> None:
    """As a speaker's is."""
    with pytest.raises(QueryError, match="no letter or figure"):
        quotes(record, mentions="...")


def test_another_spelling_finds_who_speaks_elsewhere(record: Record) -> None:
    """*Sergei Melnyk* is mentioned, *Serhij Melnyk* speaks: one person on record."""
    words = "„Sergij Melnyk kommt“, hieß es. „Ich komme“, sagte Serhij Melnyk."
    record.add(
        article(
            words,
            said(
                "„Sergij Melnyk kommt“",
                about=(
                    Mention(
                        "Serhij Melnyk", PersonKind.HUMAN, place_of_words(words, "Sergij Melnyk")
                    ),
                ),
            ),
            said("„Ich komme“", person="Serhij Melnyk"),
            url="https://deichblatt.example/melnyk",
        )
    )
    assert quotes(record, mentions="Serhiy Melnyk") == ["„Sergij Melnyk kommt“"]


def test_a_new_version_takes_the_place_of_the_old_one(record: Record) -> None:
    """Nothing of the old one counts, though it stays on record."""
    changed = article(TEXT + "\nNachtrag.", SOMMER_SAYS, url=URL)
    assert record.add(changed) is Added.CHANGED
    assert pairs(record) == BY_SOMMER
    assert quotes(record, mentions="Carstens") == ["„Das Deichamt irrt, und Carstens weiß das“"]
    old = record.article(URL, 1)
    assert old is not None
    assert old.article.statements[0].about == (CARSTENS,)


def test_corrections_change_whom_a_statement_is_about(record: Record) -> None:
    """Changed, added and removed."""
    kept = record.article(URL)
    assert kept is not None
    wolter, sommer, carstens = kept.article.statements
    record.correct(
        kept,
        [
            Put(
                Kind.CHANGED, replace(carstens, about=(about("Wir", "Deichamt", PersonKind.BODY),))
            ),
            Put(Kind.REMOVED, sommer),
            Put(Kind.ADDED, replace(wolter, id=4, quote=carstens.quote, about=(DEICHAMT,))),
        ],
    )
    assert sorted(pairs(record)) == [
        ("Bente Carstens", "Deichamt"),
        BY_WOLTER,
        ("Karl Wolter", "Deichamt"),
    ]
    assert quotes(record, mentions="Carstens") == ["„Bente Carstens hat den Deich vergessen“"]


def test_a_correction_is_carried_over_with_whom_it_is_about(record: Record) -> None:
    """To a new version of the article, in which the words stand elsewhere."""
    kept = record.article(URL)
    assert kept is not None
    third = kept.article.statements[2]
    new = replace(third, about=(about("Wir", "Deichamt", PersonKind.BODY),))
    record.correct(kept, [Put(Kind.CHANGED, new)])
    moved = "Vorweg ein Satz.\n" + TEXT
    record.add(article(moved, CARSTENS_SAYS, url=URL))
    assert pairs(record) == [("Bente Carstens", "Deichamt")]
    (found,) = record.search("", Filters(mentions="Deichamt")).found
    assert [each.span.of(moved) for each in found.statement.about] == ["Wir"]


def test_a_backup_holds_who_is_spoken_about(record: Record, tmp_path: Path) -> None:
    """Restored, into the other database too, the same is found."""
    record.back_up(tmp_path / "backup.gz")
    with Record(tmp_path / "other.db") as other:
        other.restore(tmp_path / "backup.gz")
        assert pairs(other) == pairs(record)
        assert quotes(other, mentions="Deichamt") == quotes(record, mentions="Deichamt")
        assert list(other.check()) == []


def test_a_table_that_has_others_is_found(place: str) -> None:
    """One that lacks somebody, and one that has somebody of a statement that is gone."""
    with Record(place) as record:
        record.add(ARTICLE)
        engine = create_engine(record_url(place))
        with engine.begin() as connection:
            connection.execute(text("DELETE FROM mention WHERE speaker_id = person_id"))
            lowest = select(mention.c.place).order_by(mention.c.place).limit(1).scalar_subquery()
            connection.execute(mention.delete().where(mention.c.place == lowest))
        engine.dispose()
        assert list(record.check()) == [
            "statement 1: the table of mentions has others than it names"
        ]


def test_an_older_record_is_filled_from_its_statements(place: str) -> None:
    """What was on record before there was the table; it had the words for it already."""
    from wortlaut.record._mentions import note_all_mentions  # noqa: PLC0415

    with Record(place) as record:
        record.add(ARTICLE)
        record.add(article(TEXT + "\nNachtrag.", SOMMER_SAYS, url=URL))
        before = pairs(record)
        with record._database.writing() as connection:
            connection.execute(mention.delete())
            note_all_mentions(connection)
        assert pairs(record) == before == BY_SOMMER
        assert list(record.check()) == []


def test_an_older_backup_has_nobody_spoken_about(record: Record, tmp_path: Path) -> None:
    """One from before the table: it comes in whole, and is filled from its statements."""
    record.back_up(tmp_path / "backup.gz")
    with gzip.open(tmp_path / "backup.gz", "rt", encoding="utf-8") as lines:
        head, *rows, _ = map(json.loads, lines)
    head["revision"] = "0005"
    del head["columns"]["mention"]
    rows = [row for row in rows if row[0] != "mention"]
    with gzip.open(tmp_path / "older.gz", "wt", encoding="utf-8") as lines:
        for each in (head, *rows, {"rows": len(rows)}):
            lines.write(json.dumps(each) + "\n")
    with Record(tmp_path / "other.db") as other:
        other.restore(tmp_path / "older.gz")
        assert pairs(other) == pairs(record)


def test_a_name_leads_to_whom_it_is(record: Record) -> None:
    """The one who speaks by it; a body that never speaks is nobody on record."""
    with record._database.reading() as connection:
        rows = connection.execute(select(person.c.id, person.c.name)).all()
        found = identities_of(connection, [row.id for row in rows])
    known = {each.id: each.name for each in record.people()}
    assert {row.name: known.get(found.get(row.id, 0)) for row in rows} == {
        "Karl Wolter": "Karl Wolter",
        "Anna Sommer": "Anna Sommer",
        "Bente Carstens": "Bente Carstens",
        "Deichamt": None,
    }


def test_a_surname_leads_to_the_only_one_who_bears_it(record: Record) -> None:
    """Where an article names nobody in full."""
    words = "„Carstens schläft“, sagte Anna Sommer."
    surname = Mention("Carstens", PersonKind.HUMAN, place_of_words(words, "Carstens"))
    record.add(
        article(
            words,
            said("„Carstens schläft“", person="Anna Sommer", about=(surname,)),
            url="https://deichblatt.example/schlaf",
        )
    )
    with record._database.reading() as connection:
        (id_,) = connection.execute(
            select(person.c.id).where(person.c.name == "Carstens")
        ).scalars()
        found = identities_of(connection, [id_])
    known = {each.id: each.name for each in record.people()}
    assert [known[number] for number in found.values()] == ["Bente Carstens"]
