"""Make the static sentence vectors: `python -m training.vectors`.

The pretrained encoder reads every piece of the shipped vocabulary and some 62,000 sentences
of the train corpora (half an hour on two cores), and the piece vectors are fitted to what it
says of the sentences (ten minutes). What the encoder said is kept in the folder of `--work`,
so that a run that was stopped goes on, and another size costs only the fitting.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.vectors._fitting import Settings, fit, space_of, start_of
from training.vectors._sentences import Sentence, sentences
from training.vectors._teacher import Teacher
from wortlaut.wording import Pieces

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
OUT = Path(__file__).resolve().parents[2] / "src" / "wortlaut" / "wording" / "sentence_vectors.npz"
_AT_ONCE = 4_000

Floats = NDArray[np.float32]


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask the encoder, fit, write one file."""
    settings = Settings()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="where the corpora are")
    parser.add_argument("--work", type=Path, default=Path("runs/vectors"), help="kept between runs")
    parser.add_argument("--out", type=Path, default=OUT, help="the file that is written")
    parser.add_argument("--size", type=int, default=settings.size, help="numbers of a vector")
    parser.add_argument("--epochs", type=int, default=settings.epochs)
    parser.add_argument("--name", default="vectors-1", help="a new name where vectors change")
    options = parser.parse_args(arguments)
    settings = replace(settings, size=options.size, epochs=options.epochs)
    options.work.mkdir(parents=True, exist_ok=True)
    pieces = Pieces()
    chosen = sentences(options.data)
    own, taught = _asked(pieces, chosen, options.work)
    english = np.array([sentence.language == "en" for sentence in chosen])
    space = space_of(taught, english, settings)
    rarity = np.array(pieces.log_probabilities, np.float32)
    table = fit(
        start_of(own, rarity, space, settings.rarity),
        pieces.of_all([sentence.text for sentence in chosen]),
        space.of(taught),
        settings,
        lambda epoch, loss, _: print(f"epoch {epoch + 1}: loss {loss:.4f}", flush=True),
    )
    write(options.out, table, options.name)
    print(f"written to {options.out}: {options.out.stat().st_size / 1e6:.1f} MB")
    return 0


def write(path: Path, table: Floats, name: str) -> None:
    """Store a table (pieces, size) in 8 bits, a scale for each row."""
    stored = table.copy()
    stored[:4] = 0.0  # the special pieces are in no text
    scales = np.abs(stored).max(1) / 127
    scales[scales == 0] = 1.0
    np.savez(
        path,
        format=np.array(1),
        name=np.array(name),
        vectors=np.rint(stored / scales[:, None]).astype(np.int8),
        scales=scales.astype(np.float32),
    )


def _asked(pieces: Pieces, chosen: Sequence[Sentence], work: Path) -> tuple[Floats, Floats]:
    """The encoder's vectors of every piece and of every sentence, kept in `work`."""
    teacher: list[Teacher] = []

    def asked() -> Teacher:
        if not teacher:
            teacher.append(Teacher(pieces))
        return teacher[0]

    count = len(pieces.vocabulary)
    own = _kept(
        work / "pieces.npy", lambda: asked().of_pieces([[number] for number in range(count)])
    )
    parts: list[Floats] = []
    for begin in range(0, len(chosen), _AT_ONCE):
        texts = [sentence.text for sentence in chosen[begin : begin + _AT_ONCE]]
        mark = hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]
        parts.append(_kept(work / f"sentences-{mark}.npy", partial(_read, asked, texts)))
        print(f"{begin + len(texts):,} of {len(chosen):,} sentences", flush=True)
    return own, np.concatenate(parts)


def _read(asked: Callable[[], Teacher], texts: Sequence[str]) -> Floats:
    return asked().of(texts)


def _kept(path: Path, make: Callable[[], Floats]) -> Floats:
    if not path.exists():
        made = path.with_suffix(".part.npy")
        np.save(made, make())
        made.rename(path)
    kept: Floats = np.load(path)
    return kept


if __name__ == "__main__":
    raise SystemExit(main())
