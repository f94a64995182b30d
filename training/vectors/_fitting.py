"""Static piece vectors that imitate the encoder's sentence vectors.

The teacher's vectors are centred, turned and shortened by a principal component analysis
(with the strongest components damped, or a few of them would decide every comparison), and
the direction is taken out in which German and English differ. The pieces' own vectors,
weighted by how rare they are, are the start; what is learnt is one turn that all pieces share
and a correction for each piece that the sentences use. The loss is the cosine to the
teacher's vector, and that a sentence is told from all others of its batch.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Settings:
    """What was found best on the develop half of `benchmarks/gold/utterances.json`."""

    size: int = 128
    damping: float = 0.35
    """Components are divided by their variance to this power."""
    rarity: float = 1e-4
    """Pieces likelier than this count for less (the constant *a* of SIF)."""
    epochs: int = 8
    rate: float = 2e-3
    batch: int = 1024
    temperature: float = 0.05
    contrast: float = 0.1
    seed: int = 0


@dataclass(frozen=True)
class Space:
    """How the teacher's vectors are turned into shorter ones."""

    mean: Floats
    turn: Floats

    def of(self, vectors: Floats) -> Floats:
        """Vectors (n, size) of length one."""
        turned = (vectors - self.mean) @ self.turn
        result: Floats = turned / np.linalg.norm(turned, axis=1, keepdims=True)
        return result


def space_of(vectors: Floats, english: NDArray[np.bool_], settings: Settings) -> Space:
    """Fit the space to the teacher's vectors of sentences, some German, some English."""
    means = vectors[english].mean(0), vectors[~english].mean(0)
    language = means[0] - means[1]
    language /= np.linalg.norm(language)
    mean = (means[0] + means[1]) / 2
    without = np.eye(len(mean)) - np.outer(language, language)
    variances, axes = np.linalg.eigh(np.cov(((vectors - mean) @ without).T))
    best = np.argsort(-variances)[: settings.size]
    turn = without @ axes[:, best] / variances[best] ** settings.damping
    return Space(mean.astype(np.float32), turn.astype(np.float32))


def fit(
    start: Floats,
    cut: Sequence[Sequence[int]],
    targets: Floats,
    settings: Settings,
    told: Callable[[int, float, Floats], None] = lambda epoch, loss, table: None,
) -> Floats:
    """A table (pieces, size); `start` is one, `cut` are sentences as pieces, `targets` theirs.

    `told` hears after each epoch its number, its mean loss and the table so far.
    """
    torch.manual_seed(settings.seed)
    random = np.random.default_rng(settings.seed)
    given, wanted = torch.from_numpy(start), torch.from_numpy(targets)
    turn = torch.nn.Parameter(torch.eye(settings.size))
    correction = torch.nn.Embedding(len(start), settings.size, sparse=True)
    torch.nn.init.zeros_(correction.weight)
    optimizers = (
        torch.optim.SparseAdam([correction.weight], lr=settings.rate),
        torch.optim.Adam([turn], lr=settings.rate),
    )
    for epoch in range(settings.epochs):
        for optimizer in optimizers:
            for group in optimizer.param_groups:
                group["lr"] = settings.rate * (1 - epoch / settings.epochs)
        order = random.permutation(len(cut))
        losses: list[float] = []
        for begin in range(0, len(order) - settings.batch + 1, settings.batch):
            chosen = order[begin : begin + settings.batch]
            pieces, offsets = _bag([cut[i] for i in chosen])
            made = functional.embedding_bag(pieces, given, offsets, mode="sum") @ turn
            made = made + functional.embedding_bag(
                pieces, correction.weight, offsets, mode="sum", sparse=True
            )
            loss = _loss(functional.normalize(made, dim=1), wanted[chosen], settings)
            for optimizer in optimizers:
                optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            for optimizer in optimizers:
                optimizer.step()  # type: ignore[no-untyped-call]
            losses.append(loss.item())
        table: Floats = (given @ turn + correction.weight).detach().numpy()
        told(epoch, float(np.mean(losses)), table)
    return table


def _loss(made: Tensor, wanted: Tensor, settings: Settings) -> Tensor:
    near = (1 - (made * wanted).sum(1)).mean()
    told_apart = functional.cross_entropy(
        made @ wanted.T / settings.temperature, torch.arange(len(made))
    )
    return near + settings.contrast * told_apart


def _bag(texts: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    lengths = [len(text) for text in texts]
    flat = np.fromiter((piece for text in texts for piece in text), np.int64, sum(lengths))
    return torch.from_numpy(flat), torch.from_numpy(np.cumsum([0, *lengths[:-1]]))


def start_of(vectors: Floats, log_probabilities: Floats, space: Space, rarity: float) -> Floats:
    """The pieces' own vectors in the space, weighted by rarity; the four special ones are 0."""
    turned = (vectors - vectors[4:].mean(0)) @ space.turn
    turned /= np.linalg.norm(turned, axis=1, keepdims=True)
    weights = rarity / (rarity + np.exp(log_probabilities))
    weights[:4] = 0.0
    result: Floats = (turned * weights[:, None]).astype(np.float32)
    return result
