"""Quotations over words become statements over characters."""

from __future__ import annotations

import pytest

from tests.reading.model_values import TUNING
from wortlaut.model import Medium, QuotationType, Span, Statement
from wortlaut.reading._decoding import Pieces
from wortlaut.reading._paragraphs import paragraphs_of
from wortlaut.reading._quotations import Quotation
from wortlaut.reading._roles import Roles
from wortlaut.reading._statements import make_statements
from wortlaut.reading._words import Words, split_words

TEXT = "Roth sagte, es sei „kein Spaß“.\n\nDer Rat schwieg."
NOBODY = Roles([], [], [], [])


def quotation(
    pieces: Pieces,
    level: int = 0,
    kind: QuotationType = QuotationType.INDIRECT,
    *,
    worth: float = 1.0,
    roles: Roles = NOBODY,
) -> Quotation:
    """A quotation of these words."""
    return Quotation(pieces, level, kind, Medium.SPEECH, worth, 0.9, roles)


def words_of(text: str) -> Words:
    """The words of a whole text."""
    return split_words(text, paragraphs_of(text))


def statements(text: str, *quotations: Quotation, after: int = 0) -> list[Statement]:
    """The statements of a text."""
    return make_statements(text, words_of(text), quotations, TUNING, after)


def test_words_become_the_characters_from_first_to_last() -> None:
    """Every role of a statement points at the words it was found in."""
    roles = Roles(speaker=[(0, 1)], cue=[(1, 2)], frame=[(0, 2)], addressee=[(10, 12)])
    (statement,) = statements(TEXT, quotation([(3, 9)], roles=roles))
    assert [span.of(TEXT) for span in statement.quote] == ["es sei „kein Spaß“"]
    assert [span.of(TEXT) for span in statement.speaker] == ["Roth"]
    assert [span.of(TEXT) for span in statement.cue] == ["sagte"]
    assert [span.of(TEXT) for span in statement.frame] == ["Roth sagte"]
    assert [span.of(TEXT) for span in statement.addressee] == ["Der Rat"]


def test_statements_are_numbered_in_order_of_the_text() -> None:
    """Whatever order they were found in, and after those of earlier parts of the article."""
    found = statements(TEXT, quotation([(10, 12)]), quotation([(3, 5)]), after=7)
    assert [(s.id, s.quote[0].begin) for s in found] == [(8, 12), (9, 33)]


def test_a_nested_statement_names_the_one_around_it() -> None:
    """By its number; the outer one comes first."""
    inner = quotation([(5, 9)], 1, QuotationType.DIRECT)
    outer, nested = statements(TEXT, inner, quotation([(3, 9)]))
    assert (outer.id, outer.nested_in) == (1, None)
    assert (nested.id, nested.nested_in) == (2, 1)


def test_one_nested_in_a_later_piece_is_nested_too() -> None:
    """A quotation in two pieces holds what stands in either."""
    inner = quotation([(6, 8)], 1, QuotationType.DIRECT)
    _, nested = statements(TEXT, quotation([(0, 1), (3, 9)]), inner)
    assert nested.nested_in == 1


def test_a_nested_one_without_an_outer_one_stands_alone() -> None:
    """Where the outer one was not found, or dropped."""
    (alone,) = statements(TEXT, quotation([(5, 9)], 1, QuotationType.DIRECT))
    assert alone.nested_in is None


def test_verbatim_words_in_an_indirect_quotation_make_it_mixed() -> None:
    """Also where the verbatim part is a statement of its own."""
    marked, unmarked = statements(TEXT, quotation([(3, 9)]), quotation([(10, 12)]))
    assert marked.mixed
    assert not unmarked.mixed
    inner = quotation([(11, 12)], 1, QuotationType.DIRECT)
    assert statements(TEXT, quotation([(10, 12)]), inner)[0].mixed


def test_a_direct_quotation_is_not_mixed() -> None:
    """All of it is verbatim."""
    (statement,) = statements(TEXT, quotation([(5, 9)], kind=QuotationType.DIRECT))
    assert not statement.mixed


@pytest.mark.parametrize(
    "marked",
    ["„so“", "„so”", '„so"', "“so”", "»so«", "«so»", '"so"', "‘so ist’", "‚so‘", "‚so’"],
)
def test_verbatim_words_are_known_by_any_marks(marked: str) -> None:
    """German, English, Swiss and typewriter marks."""
    text = f"es sei {marked} gewesen"
    (statement,) = statements(text, quotation([(0, len(words_of(text)))]))
    assert statement.mixed


@pytest.mark.parametrize("unmarked", ["es sei so", "Merz’ Plan und Scholz’ Plan", "5'10\" groß"])
def test_apostrophes_and_lone_marks_are_not_verbatim_words(unmarked: str) -> None:
    """They open nothing."""
    (statement,) = statements(unmarked, quotation([(0, len(words_of(unmarked)))]))
    assert not statement.mixed


def test_a_quotation_over_two_paragraphs_is_one_piece() -> None:
    """Nothing but white space stands between them."""
    (statement,) = statements(TEXT, quotation([(3, 12)]))
    assert [span.of(TEXT) for span in statement.quote] == [TEXT[12:-9]]


def test_furniture_between_paragraphs_is_not_quoted() -> None:
    """The quotation is parted around it."""
    text = "„Es regnet\n\nAnzeige: Schirme\n\nund schneit“"
    words = split_words(text, [Span(0, 10), Span(30, 42)])
    (statement,) = make_statements(text, words, [quotation([(0, 6)])], TUNING, 0)
    assert [span.of(text) for span in statement.quote] == ["„Es regnet", "und schneit“"]


def test_pieces_that_touch_are_one() -> None:
    """Two pieces without a character between them are written as one span."""
    text = "Ja,nein"
    (statement,) = statements(text, quotation([(0, 1), (1, 3)]))
    assert statement.quote == (Span(0, 7),)


@pytest.mark.parametrize("worth", [-1e9, -3.0, 0.0, 3.0, 1e9])
def test_confidence_is_a_probability(worth: float) -> None:
    """However sure the network is."""
    (statement,) = statements(TEXT, quotation([(3, 9)], worth=worth))
    assert 0.0 <= statement.confidence <= 1.0


def test_what_is_worth_more_is_more_certain() -> None:
    """With the weights of a model that was not calibrated, confidence is the worth's."""
    weak, fair, strong = (
        statements(TEXT, quotation([(3, 9)], worth=worth))[0].confidence
        for worth in (-2.0, 0.0, 2.0)
    )
    assert weak < fair == 0.5 < strong
