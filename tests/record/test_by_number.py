"""What the record knows by its own numbers."""

from __future__ import annotations

from datetime import date

from tests.record.people_on_record import speech
from tests.record.test_corrections import Correction, Kind
from tests.record.written_record import article, said
from wortlaut.record import Record

TIDE = "https://x.example/flut"


def test_an_article_is_found_by_its_number(record: Record) -> None:
    """Its current version, or the one asked for."""
    record.add(article("Der Deich hält.", url="https://x.example/deich"))
    record.add(article("Die Flut kommt.", url=TIDE))
    record.add(article("Die Flut ging.", url=TIDE))
    known = record.article(TIDE)
    assert known is not None
    assert record.article_by_number(known.article_id) == known
    first = record.article_by_number(known.article_id, 1)
    assert first is not None
    assert (first.article.text, first.current) == ("Die Flut kommt.", False)
    assert record.article_by_number(known.article_id, 3) is None
    assert record.article_by_number(99) is None


def test_a_version_that_no_column_could_hold_is_none(record: Record) -> None:
    """On neither database; it may stand in an address."""
    record.add(article("Der Deich hält."))
    (found,) = record.search_articles().found
    for number in (0, -1, 2, 2**31, 2**53):
        assert record.article_by_number(found.article_id, number) is None


def test_a_statement_is_found_by_its_number(record: Record) -> None:
    """As the search gives it, with the number of its article; also when it has grown old."""
    record.add(article("Sie sagte: „Die Flut kommt.“", said("Die Flut kommt"), url=TIDE))
    (found,) = record.search("Flut").found
    assert record.statement(found.id) == record.search().found[0]
    assert record.article_by_number(found.article_id) == record.article(TIDE)
    record.add(article("Der Text ist neu.", url=TIDE))
    old = record.statement(found.id)
    assert old is not None
    assert (old.quote, old.version) == ("Die Flut kommt", 1)
    assert record.statement(99) is None


def test_a_statement_that_was_taken_out_is_not_found_by_its_number(record: Record) -> None:
    """It is no statement any more."""
    record.add(article("Sie sagte: „Die Flut kommt.“", said("Die Flut kommt"), url=TIDE))
    kept = record.article(TIDE)
    assert kept is not None
    record.correct(kept, [Correction(Kind.REMOVED, kept.article.statements[0])])
    assert record.statement(kept.statement_ids[0]) is None


def test_the_newest_statements_come_first(record: Record) -> None:
    """By the day on which they were said, whenever they were added."""
    for number, day in enumerate((3, 5, 4), 1):
        record.add(
            article(
                f"Sie sagte: „Satz {number}.“",
                said(f"Satz {number}"),
                url=f"https://x.example/{number}",
                published=date(2026, 11, day),
            )
        )
    assert [each.quote for each in record.newest(2)] == ["Satz 2", "Satz 3"]


def test_what_is_found_tells_the_numbers_of_its_speakers(record: Record) -> None:
    """By which the record knows them."""
    record.add(
        article(
            "Jan Petersen sagte: „Die Flut kommt.“ Es hieß: „Der Deich hält.“",
            said("Die Flut kommt", person="Jan Petersen"),
            said("Der Deich hält"),
            url=TIDE,
        )
    )
    (petersen,) = record.people("Jan Petersen")
    assert [each.identity_id for each in record.search("Flut").found] == [petersen.id]
    assert [each.identity_id for each in record.search("Deich").found] == [None]
    kept = record.article(TIDE)
    assert kept is not None
    assert kept.identity_ids == (petersen.id, None)


def test_the_versions_of_an_article_are_told_without_their_texts(record: Record) -> None:
    """In order, with titles; none of an article that is not there."""
    for text, title in (("Sie sagte: „Ebbe.“", "Ebbe"), ("Sie sagte: „Flut.“", "Flut")):
        record.add(article(text, url=TIDE, title=title))
    kept = record.article(TIDE)
    assert kept is not None
    versions = record.article_versions(kept.article_id)
    assert [(each.version, each.current, each.title) for each in versions] == [
        (1, False, "Ebbe"),
        (2, True, "Flut"),
    ]
    assert versions[1].added_at == kept.added_at
    assert record.article_versions(99) == ()


def test_the_spellings_of_a_person_tell_how_sure_they_are(record: Record) -> None:
    """Each name once, the commonest first; nobody has none."""
    for number, name in enumerate(("Wolodymyr Selenskyj", "Volodymyr Zelensky"), 1):
        for more in range(number):
            record.add(speech(f"{number}{more}", name, "Präsident"))
    (person,) = record.people("Selenskyj")
    found = record.spellings(person.id)
    assert [(each.name, each.articles) for each in found] == [
        ("Volodymyr Zelensky", 2),
        ("Wolodymyr Selenskyj", 1),
    ]
    assert all(0.5 < each.doubtful <= each.confidence <= 1 for each in found)
    assert [each.by_person for each in found] == [0, 0]
    assert record.spellings(99) == ()


def test_people_come_page_by_page(record: Record) -> None:
    """Those who were skipped come before, in the same order; with a name likewise."""
    names = ("Ada Lund", "Bo Lund", "Cai Lund")
    for number, name in enumerate(names, 1):
        for more in range(number):
            record.add(speech(f"{number}{more}", name))
    pages = [record.people(limit=2), record.people(limit=2, skip=2)]
    assert [[each.name for each in page] for page in pages] == [
        ["Cai Lund", "Bo Lund"],
        ["Ada Lund"],
    ]
    assert [each.name for each in record.people("Lund", limit=1, skip=1)] == ["Bo Lund"]
