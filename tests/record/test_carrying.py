"""What a person put right is carried over when the page changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.record.test_corrections import URL, Correction, Kind
from tests.record.written_record import article, said
from wortlaut.model import Article, Person, PersonKind, QuotationType
from wortlaut.record import Added, KeptArticle, Record

FIRST = "Jan Petersen sagte: „Die Flut kommt früh.“"
SECOND = "Wiebke Harms meinte: „Der Deich hält.“"
THIRD = "Das Wasser sei kalt."


def page(*paragraphs: str) -> Article:
    """The page as the reader reads it, with those sayings that stand in it."""
    text = "\n".join(paragraphs)
    sayings = [
        said(words, type=kind, person="Ole Falsch")
        for words, kind in (
            ("Die Flut kommt früh", QuotationType.DIRECT),
            ("Der Deich hält", QuotationType.DIRECT),
            ("Das Wasser sei kalt", QuotationType.INDIRECT_FREE_INDIRECT),
        )
        if words in text
    ]
    return article(text, *sayings)


OLD = page(FIRST, SECOND, THIRD)


def kept(record: Record) -> KeptArticle:
    """The article as it is now."""
    found = record.article(URL)
    assert found is not None
    return found


@pytest.fixture
def corrected(record: Record) -> Record:
    """With a statement changed, one taken out, and one added."""
    record.add(OLD)
    first, second, _ = OLD.statements
    petersen = replace(
        first,
        person=Person("Jan Petersen", PersonKind.HUMAN),
        speaker=said("Jan Petersen")(OLD.text, 1).quote,
    )
    new = said("Wiebke Harms meinte", type=QuotationType.REPORTED)(OLD.text, 4)
    record.correct(
        kept(record),
        [
            Correction(Kind.CHANGED, petersen),
            Correction(Kind.REMOVED, second),
            Correction(Kind.ADDED, new),
        ],
    )
    return record


def quotes(found: KeptArticle) -> list[str]:
    """The words of an article's statements."""
    return [found.article.words(each.quote) for each in found.article.statements]


def test_corrections_go_with_a_page_that_has_a_footnote_now(corrected: Record) -> None:
    """Changed, added and removed, as they were; the reader's others come with the new text."""
    assert corrected.add(page(FIRST, SECOND, THIRD, "Nachtrag.")) is Added.CHANGED
    new = kept(corrected)
    assert quotes(new) == ["Die Flut kommt früh", "Das Wasser sei kalt", "Wiebke Harms meinte"]
    assert [each in new.human for each in new.statement_ids] == [True, False, True]
    person = new.article.statements[0].person
    assert person is not None
    assert person.name == "Jan Petersen"
    assert corrected.left_behind == 0
    assert list(corrected.check()) == []
    assert [each.version for each in corrected.search("Flut").found] == [2]
    assert corrected.search("Deich").found == ()


def test_spans_move_with_their_words(corrected: Record) -> None:
    """Behind a new paragraph the quotation and its speaker stand further on."""
    corrected.add(page("Vorspann von Jan Petersen.", "Noch einer.", FIRST, SECOND, THIRD))
    first = kept(corrected).article.statements[0]
    text = kept(corrected).article.text
    assert first.quote[0].begin == text.index("Die Flut")
    assert first.speaker[0].begin == text.index("Jan Petersen sagte")


def test_what_has_lost_its_words_stays_in_the_old_version(corrected: Record) -> None:
    """And is counted."""
    corrected.add(page("Jan Petersen sagte: „Die Flut kommt spät.“", SECOND, THIRD))
    assert corrected.left_behind == 1
    old, new = corrected.versions(URL)
    assert "Die Flut kommt früh" in quotes(old)
    assert quotes(new) == ["Das Wasser sei kalt", "Wiebke Harms meinte"]


def test_corrections_go_on_and_on(corrected: Record) -> None:
    """Through two versions that go in together as through one after the other."""
    versions = [page(FIRST, SECOND, THIRD, "Eins."), page("Zwei.", FIRST, SECOND, THIRD)]
    assert [each for _, each in corrected.add_many(versions)] == [Added.CHANGED] * 2
    assert quotes(kept(corrected)) == [
        "Die Flut kommt früh",
        "Das Wasser sei kalt",
        "Wiebke Harms meinte",
    ]
    assert len(kept(corrected).human) == 2
    assert list(corrected.check()) == []


def test_one_taken_out_stays_out_though_the_reader_missed_it_once(corrected: Record) -> None:
    """The version between has not the statement, and the next one has."""
    between = page(FIRST, SECOND, THIRD, "Eins.")
    less = tuple(each for each in between.statements if each.id != 2)
    corrected.add(replace(between, statements=less))
    corrected.add(page(FIRST, SECOND, THIRD, "Zwei."))
    assert "Der Deich hält" not in quotes(kept(corrected))
