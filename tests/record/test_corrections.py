"""What a person puts right stays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

import pytest

from tests.record.written_record import article, said
from wortlaut.model import Person, PersonKind, QuotationType, Span, Statement
from wortlaut.record import Added, Filters, KeptArticle, Record

TIDE = article(
    "Jan Petersen sagte: „Die Flut kommt früh.“ Er rechne mit Schäden.",
    said("Die Flut kommt früh", person="Jan Petersen"),
    said("Er rechne mit Schäden", type=QuotationType.INDIRECT_FREE_INDIRECT),
)
URL = "https://deichblatt.example/artikel"


class Kind(StrEnum):
    """What was done."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Correction:
    """One statement as a person wants it."""

    kind: Kind
    statement: Statement


@pytest.fixture
def kept(record: Record) -> KeptArticle:
    """The article on record."""
    record.add(TIDE)
    found = record.article(URL)
    assert found is not None
    return found


def corrected(record: Record) -> KeptArticle:
    """The article as it is now."""
    found = record.article(URL)
    assert found is not None
    return found


def test_a_changed_statement_is_a_persons_and_keeps_its_number(
    record: Record, kept: KeptArticle
) -> None:
    """It is found by its new fields and not by its old ones."""
    better = replace(TIDE.statements[1], person=Person("Jan Petersen", PersonKind.HUMAN))
    record.correct(kept, [Correction(Kind.CHANGED, better)])
    after = corrected(record)
    assert after.article.statements == (TIDE.statements[0], better)
    assert after.statement_ids == kept.statement_ids
    assert after.human == {kept.statement_ids[1]}
    found = record.search("", Filters(speaker="Petersen")).found
    assert [each.human for each in found] == [True, False]
    assert [each.id for each in record.search("Schäden").found] == [kept.statement_ids[1]]
    assert [each.id for each in record.search("", Filters(human=True)).found] == [
        kept.statement_ids[1]
    ]


def test_changed_words_are_found_and_the_old_ones_are_not(
    record: Record, kept: KeptArticle
) -> None:
    """The index follows."""
    whole = replace(TIDE.statements[0], quote=(Span(0, 12),))
    record.correct(kept, [Correction(Kind.CHANGED, whole)])
    assert record.search("Flut").found == ()
    assert [each.quote for each in record.search("Jan").found] == ["Jan Petersen"]


def test_an_added_statement_comes_last(record: Record, kept: KeptArticle) -> None:
    """With a number of its own."""
    new = replace(TIDE.statements[0], id=3, quote=(Span(20, 28),))
    record.correct(kept, [Correction(Kind.ADDED, new)])
    after = corrected(record)
    assert after.article.statements == (*TIDE.statements, new)
    assert after.human == {after.statement_ids[2]}


def test_a_removed_statement_is_gone_from_article_and_search(
    record: Record, kept: KeptArticle
) -> None:
    """And does not come back with the same article."""
    record.correct(kept, [Correction(Kind.REMOVED, TIDE.statements[0])])
    assert record.add(TIDE) is Added.UNCHANGED
    assert corrected(record).article.statements == (TIDE.statements[1],)
    assert record.search("Flut").found == ()


def test_the_reader_does_not_overwrite_a_person(record: Record, kept: KeptArticle) -> None:
    """Though it reads the same article again, and otherwise."""
    better = replace(TIDE.statements[1], negated=True)
    record.correct(kept, [Correction(Kind.CHANGED, better)])
    assert record.add(TIDE) is Added.UNCHANGED
    assert corrected(record).article.statements[1] == better


def test_corrections_are_stored_all_or_none(record: Record, kept: KeptArticle) -> None:
    """One that does not fit takes the others back."""
    changed = Correction(Kind.CHANGED, replace(TIDE.statements[0], negated=True))
    unknown = Correction(Kind.CHANGED, replace(TIDE.statements[0], id=9))
    with pytest.raises(ValueError, match="no statement 9"):
        record.correct(kept, [changed, unknown])
    assert corrected(record).article == TIDE
    record.correct(kept, [changed])
    assert corrected(record).article.statements[0].negated


def test_an_old_version_can_be_corrected(record: Record, kept: KeptArticle) -> None:
    """It stays an old version."""
    record.add(replace(TIDE, text=TIDE.text + " Ende."))
    record.correct(kept, [Correction(Kind.CHANGED, replace(TIDE.statements[0], negated=True))])
    old, new = record.versions(URL)
    assert old.article.statements[0].negated
    assert not new.article.statements[0].negated
    assert [each.version for each in record.search("Flut").found] == [2]
