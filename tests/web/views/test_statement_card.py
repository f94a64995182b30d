"""A statement as every page shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.record.written_record import article, said
from wortlaut.model import Precision, When, WhenBasis
from wortlaut.record import Filters, Record
from wortlaut.web.views import QuotedWords, statement_card


def test_what_was_searched_for_is_cut_out_of_the_words(record: Record) -> None:
    """The pieces joined are the quotation, character for character."""
    (found,) = record.search("Deich").found
    card = statement_card(found)
    assert card.words == (
        (
            QuotedWords("„Der ", searched=False),
            QuotedWords("Deich", searched=True),
            QuotedWords(" hält.“", searched=False),
        ),
    )
    assert card.quote == found.quote


def test_words_at_the_edges_leave_no_empty_pieces(record: Record) -> None:
    """Whatever is found, nothing is lost and nothing is empty."""
    for query in ("Wenn", "geräumt", '"Die Flut"', "Niemand OR wird OR geräumt"):
        for found in record.search(query).found:
            card = statement_card(found)
            assert card.quote == found.quote
            assert all(part.text for piece in card.words for part in piece)


def test_the_speaker_is_the_person_with_their_number(record: Record) -> None:
    """And the role that the article gives."""
    (found,) = record.search(filters=Filters(speaker="Ottens")).found
    speaker = statement_card(found).speaker
    assert speaker is not None
    assert (speaker.name, speaker.role) == ("Jann Ottens", "Bürgermeister")
    assert speaker.number == record.people("Ottens")[0].id


def test_where_nobody_is_known_the_articles_words_stand_for_the_speaker(record: Record) -> None:
    """Or nobody, where it has none."""
    text = "Einer sagte: „Ja.“ „Nein.“"
    record.add(
        article(text, said("„Ja.“", speaker="Einer"), said("„Nein.“"), url="https://x.example/")
    )
    cards = {card.quote: card for card in map(statement_card, record.newest(2))}
    named = cards["„Ja.“"].speaker
    assert named is not None
    assert (named.name, named.number) == ("Einer", None)
    assert cards["„Nein.“"].speaker is None


def test_a_day_that_only_the_publication_tells_is_no_day_it_was_said_on(record: Record) -> None:
    """The page says so."""
    record.add(article("Sie sagte: „Ja.“", said("„Ja.“"), url="https://x.example/"))
    found = record.newest(1)[0]
    card = statement_card(found)
    assert not card.is_said_on
    assert card.published == date(2026, 11, 20)
    when = When(WhenBasis.PUBLISHED, None, date(2026, 11, 20), Precision.UNKNOWN)
    told = replace(found, statement=replace(found.statement, said_on=when))
    assert not statement_card(told).is_said_on
    when = replace(when, basis=WhenBasis.FRAME)
    told = replace(found, statement=replace(found.statement, said_on=when))
    assert statement_card(told).is_said_on
