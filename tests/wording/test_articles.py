from random import Random

import pytest

from wortlaut.wording import bands_of, resemblance, same_text, signature_of
from wortlaut.wording._articles import SIGNATURE_BYTES


def _text(seed: int, words: int = 300) -> str:
    random = Random(seed)
    vocabulary = [f"wort{number}" for number in range(900)]
    return " ".join(random.choice(vocabulary) for _ in range(words))


def _signature(text: str) -> bytes:
    signature = signature_of(text)
    assert signature is not None
    return signature


def test_layout_and_marks_do_not_count() -> None:
    """The same words set in another way have the same signature."""
    text = _text(1)
    other = "»" + text.replace(" ", ",\n", 40).upper() + "«"
    assert signature_of(text) == signature_of(other)


def test_an_agency_text_with_another_beginning_is_the_same_text() -> None:
    """An outlet's own first sentence does not hide the rest, nor from the index."""
    text = _text(2)
    own, agency = _signature("Ein eigener Anfang dieser Zeitung, " + text[60:]), _signature(text)
    assert resemblance(own, agency) > 0.8
    assert same_text(own, agency)
    assert set(bands_of(own)) & set(bands_of(agency))


def test_a_text_cut_in_half_is_the_same_text() -> None:
    """Shortened copies are told by how much of the shorter one is in the longer."""
    text = _text(3, 400)
    half = _signature(" ".join(text.split()[:200]))
    assert resemblance(half, _signature(text)) < 0.6
    assert same_text(half, _signature(text))


def test_two_reports_are_two_texts() -> None:
    """Another text shares neither runs nor bands."""
    one, other = _signature(_text(4)), _signature(_text(5))
    assert resemblance(one, other) < 0.1
    assert not same_text(one, other)
    assert not set(bands_of(one)) & set(bands_of(other))


def test_a_signature_stays_what_it_was() -> None:
    """Stored signatures are compared with those that later versions make."""
    signature = _signature("eins zwei drei vier fünf " + _text(6, 60))
    assert len(signature) == SIGNATURE_BYTES
    assert signature[:12].hex() == "3f000000b328af07d9addd08"


def test_few_words_have_no_signature() -> None:
    """A headline would resemble too many others."""
    assert signature_of("Sprecher weist Vorwürfe zurück") is None


def test_something_else_is_no_signature() -> None:
    """Bytes of another length are refused."""
    with pytest.raises(ValueError, match="388 bytes"):
        bands_of(b"short")
