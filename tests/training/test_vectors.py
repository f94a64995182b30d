from pathlib import Path

import numpy as np
import pytest

from wortlaut.wording import Pieces, SentenceVectors, pooled

torch = pytest.importorskip("torch", reason="training needs the extra `train`")

from training.vectors.__main__ import write  # noqa: E402
from training.vectors._fitting import Settings, fit, space_of, start_of  # noqa: E402
from training.vectors._sentences import sentences  # noqa: E402

SETTINGS = Settings(size=8, epochs=6, batch=64, rate=0.02)


def _teacher(count: int) -> tuple[np.ndarray, np.ndarray]:
    """Vectors whose first number is the language and whose others are the meaning."""
    random = np.random.default_rng(1)
    english = np.arange(count) % 2 == 0
    meaning = random.normal(size=(count, 31))
    vectors = np.column_stack([np.where(english, 3.0, -3.0), meaning]).astype(np.float32)
    return vectors, english


def test_the_language_is_taken_out_of_the_space() -> None:
    """The same meaning in both languages has the same vector."""
    vectors, english = _teacher(400)
    space = space_of(vectors, english, SETTINGS)
    other = vectors.copy()
    other[:, 0] *= -1
    near = (space.of(vectors) * space.of(other)).sum(1)
    assert near.min() > 0.98


def test_fitting_comes_nearer_to_the_teacher() -> None:
    """Sums of piece vectors learn to point where the teacher points."""
    random = np.random.default_rng(2)
    truth = random.normal(size=(50, 8)).astype(np.float32)
    cut = [random.integers(4, 50, 6).tolist() for _ in range(640)]
    targets = pooled(truth, cut)
    start = random.normal(size=(50, 8)).astype(np.float32)
    losses: list[float] = []
    table = fit(start, cut, targets, SETTINGS, lambda epoch, loss, table: losses.append(loss))
    assert losses[-1] < losses[0]
    before = (pooled(start, cut) * targets).sum(1).mean()
    after = (pooled(table, cut) * targets).sum(1).mean()
    assert after > before + 0.3


def test_frequent_pieces_weigh_less_at_the_start() -> None:
    """The likelier a piece, the shorter its vector; special pieces have none."""
    vectors, english = _teacher(40)
    space = space_of(vectors, english, SETTINGS)
    chances = np.log(np.linspace(0.001, 0.1, 40)).astype(np.float32)
    lengths = np.linalg.norm(start_of(vectors, chances, space, 1e-3), axis=1)
    assert not lengths[:4].any()
    assert (np.diff(lengths[4:]) < 0).all()


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    """A table of 8 bits is within half a step of what was learnt."""
    random = np.random.default_rng(4)
    table = random.normal(size=(len(Pieces().vocabulary), 8)).astype(np.float32)
    write(tmp_path / "table.npz", table, "test")
    loaded = SentenceVectors.load(tmp_path / "table.npz")
    assert loaded.name == "test"
    assert loaded.size == 8
    text = "Das Wasser steigt."
    expected = pooled(table, [Pieces().of(text)])
    assert float((loaded.exact([text]) * expected).sum()) > 0.999


def test_sentences_are_the_same_every_time(shared: Path) -> None:
    """A run that goes on must find the sentences that it began with."""
    one, other = sentences(shared / "data"), sentences(shared / "data")
    assert one == other
    assert {sentence.language for sentence in one} == {"de", "en"}
    assert len(set(one)) == len(one) > 50_000
