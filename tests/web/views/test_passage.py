"""Passages: the words around a statement."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.record.written_record import article, said
from wortlaut.model import Article, Medium, QuotationType, Span, Statement
from wortlaut.web.views import passage

TEXT = "Erster Absatz.\n\nDa sagte Ole Brandt: „Wir legen ab.“ Und er ging.\n\nLetzter Absatz."


def test_a_passage_is_the_paragraph_with_its_parts() -> None:
    """Speaker and quotation are pieces of their own."""
    whole = article(TEXT, said("„Wir legen ab.“", speaker="Ole Brandt"))
    found = passage(whole, whole.statements[0])
    assert [(each.text, each.sort) for each in found.pieces] == [
        ("Da sagte ", ""),
        ("Ole Brandt", "speaker"),
        (": ", ""),
        ("„Wir legen ab.“", "quote"),
        (" Und er ging.", ""),
    ]
    assert found.begins
    assert found.ends


def test_long_paragraphs_are_cut_between_words() -> None:
    """And say so at both ends."""
    text = "Wort " * 200 + "„Nein.“" + " Wort" * 200
    whole = article(text, said("„Nein.“"))
    found = passage(whole, whole.statements[0])
    assert not found.begins
    assert not found.ends
    assert set(found.pieces[0].text.split()) == {"Wort"}
    assert len(found.pieces[0].text) < 250


@given(
    st.text(alphabet="ab \n😀", min_size=1, max_size=60).flatmap(
        lambda text: st.tuples(
            st.just(text),
            st.lists(
                st.tuples(st.integers(0, len(text) - 1), st.integers(1, 8)), min_size=1, max_size=4
            ),
        )
    )
)
def test_a_passage_is_a_part_of_the_text(drawn: tuple[str, list[tuple[int, int]]]) -> None:
    """Whatever spans overlap, and every quoted character is marked."""
    text, places = drawn
    spans = tuple(Span(begin, min(len(text), begin + length)) for begin, length in sorted(places))
    statement = Statement(
        1, QuotationType.DIRECT, Medium.SPEECH, quote=spans[:1], confidence=1.0, speaker=spans[1:]
    )
    found = passage(Article(text=text), statement)
    assert "".join(each.text for each in found.pieces) in text
    quoted = sum(len(each.text) for each in found.pieces if each.sort == "quote")
    assert quoted == len(spans[0])
