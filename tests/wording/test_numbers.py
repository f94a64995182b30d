import pytest

from wortlaut.wording._numbers import number_of


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("12", "12"),
        ("zwölf", "12"),
        ("Twelve", "12"),
        ("1.400", "1400"),
        ("26,000", "26000"),
        ("18 000", "18000"),
        ("1,4", "1.4"),
        ("4.25", "4.25"),
        ("einundvierzig", "41"),
        ("forty-one", "41"),
        ("vierhundert", "400"),
        ("Dreißigfache", "30"),
        ("30-fache", "30"),
    ],
)
def test_a_number_has_one_form(word: str, value: str) -> None:
    """In digits or in words, German or English."""
    assert number_of(word) == value


@pytest.mark.parametrize("word", ["ein", "one", "Hund", "hundertfach", "und", "Wunder"])
def test_other_words_are_no_numbers(word: str) -> None:
    """An article is no number, nor is a word that sounds like one."""
    assert number_of(word) is None
