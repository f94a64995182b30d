from pathlib import Path

import numpy as np
import pytest

from wortlaut import WortlautError
from wortlaut.wording import NearestVectors, SentenceVectors, cosines, packed

GERMAN = "Die Fähre sitzt seit dem Morgen auf einer Sandbank fest."
ENGLISH = "The ferry has been stuck on a sandbank since the morning."
OTHER = "Die Mehrwertsteuer auf Brot soll im Herbst gesenkt werden."


@pytest.fixture(scope="module")
def vectors() -> SentenceVectors:
    """The shipped table."""
    return SentenceVectors.load()


def test_a_translation_is_nearer_than_another_matter(vectors: SentenceVectors) -> None:
    """Meaning counts more than language."""
    one, translated, other = vectors.of([GERMAN, ENGLISH, OTHER])
    near = cosines(one, np.stack([translated, other]))
    assert near[0] > 0.4
    assert near[0] > near[1] + 0.3


def test_a_vector_does_not_depend_on_its_neighbours(vectors: SentenceVectors) -> None:
    """What is stored once may be compared with what is made later."""
    together = vectors.of([GERMAN, OTHER, ENGLISH] * 800)
    assert (together[0] == vectors.of([GERMAN])[0]).all()
    assert (together[-1] == vectors.of([ENGLISH])[0]).all()


def test_stored_vectors_keep_their_angles(vectors: SentenceVectors) -> None:
    """Rounding to 8 bits changes a cosine by less than 0.02."""
    exact = vectors.exact([GERMAN, ENGLISH, OTHER])
    stored = packed(exact)
    assert stored.dtype == np.int8
    assert np.allclose(cosines(stored[0], stored), exact @ exact[0], atol=0.02)


def test_a_text_without_words_is_near_nothing(vectors: SentenceVectors) -> None:
    """Empty text has a vector of zeros, and a cosine of 0 with everything."""
    stored = vectors.of(["", "   ", GERMAN])
    assert not stored[:2].any()
    assert cosines(stored[0], stored).tolist() == [0.0, 0.0, 0.0]


def test_half_a_character_does_no_harm(vectors: SentenceVectors) -> None:
    """Broken text from the web is read as far as it goes."""
    assert vectors.of(["Das ist \ud83d kaputt"]).any()


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    """The error names the file and the way out."""
    with pytest.raises(WortlautError, match="reinstall"):
        SentenceVectors.load(tmp_path / "none.npz")


def test_a_damaged_table_is_told(tmp_path: Path) -> None:
    """A file that is cut off is not taken for a table."""
    path = tmp_path / "vectors.npz"
    path.write_bytes(b"PK\x03\x04 cut off")
    with pytest.raises(WortlautError, match="damaged"):
        SentenceVectors.load(path)


def test_a_table_for_other_pieces_is_refused(tmp_path: Path) -> None:
    """Rows are counted by the tokenizer's pieces."""
    path = tmp_path / "vectors.npz"
    np.savez(path, format=1, name="x", vectors=np.zeros((3, 4), np.int8), scales=np.ones(3))
    with pytest.raises(WortlautError, match="another tokenizer"):
        SentenceVectors.load(path)


def test_the_scan_finds_what_a_full_comparison_finds() -> None:
    """Of 5,000 vectors around 50 centres the nearest are found, nearest first."""
    random = np.random.default_rng(3)
    centres = random.normal(size=(50, 128))
    many = centres[random.integers(0, 50, 5000)] + 0.4 * random.normal(size=(5000, 128))
    many /= np.linalg.norm(many, axis=1, keepdims=True)
    stored = packed(many.astype(np.float32))
    found = NearestVectors(stored).near(stored[17], 10, looked_at=500)
    exact = cosines(stored[17], stored)
    assert [near.row for near in found] == np.lexsort((np.arange(5000), -exact))[:10].tolist()
    assert found[0].row == 17


def test_a_scan_of_few_or_none() -> None:
    """No more is found than there is."""
    empty = NearestVectors(np.zeros((0, 128), np.int8))
    assert empty.near(np.ones(128, np.int8), 5) == []
    two = NearestVectors(np.stack([np.ones(128, np.int8), -np.ones(128, np.int8)]))
    assert [near.row for near in two.near(np.ones(128, np.int8), 5)] == [0, 1]
