"""Where sentences begin and end."""

import pytest

from wortlaut.model import Span
from wortlaut.reading._sentences import sentence_at, sentences_of


def sentences(text: str) -> list[str]:
    """The sentences of a text that is one paragraph."""
    return [span.of(text) for span in sentences_of(text, [Span(0, len(text))])]


@pytest.mark.parametrize(
    "parts",
    [
        ["Er kam am 3. Oktober.", "Sie ging."],
        ["Dr. A. Weber sagte: „Nein.“", "Dann schwieg er."],
        ["Das kostet 3.50 Euro.", "Oder?", "Ja!"],
        ["„Wir kommen!“ rief sie.", "Niemand kam."],
        ["Mr. Smith met Sen. Jones on Jan. 5.", "They talked."],
        ["Es gilt z. B. für U.S. Bürger im 19. Jahrhundert.", "Mehr nicht."],
        ["Er zögerte … und kam.", "»Gut.«", "So war es"],
        ["Das war 2022.", "Im Jahr 2023 kam er."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    """Not at abbreviations, ordinals, numbers or marks within a sentence."""
    assert sentences(" ".join(parts)) == parts


def test_a_paragraph_ends_its_sentence() -> None:
    """A headline has no full stop."""
    text = "Deich hält\n\nDie Flut kam."
    assert [s.of(text) for s in sentences_of(text, [Span(0, 10), Span(12, 25)])] == [
        "Deich hält",
        "Die Flut kam.",
    ]
    assert sentences(text) == ["Deich hält", "Die Flut kam."]


def test_the_sentence_of_a_place_is_found() -> None:
    """And none between two sentences."""
    found = sentences_of("Ja.  Nein.", [Span(0, 10)])
    assert [sentence_at(found, offset) for offset in (0, 2, 3, 5, 9)] == [
        found[0],
        found[0],
        None,
        found[1],
        found[1],
    ]
