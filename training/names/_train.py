"""Training of the tagger: sentences in batches of alike length, by the chain's likelihood."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from torch import Tensor, nn

from training.names._network import NameNetwork
from training.names._vectors import Example

_TOGETHER = 50
"""Batches whose sentences are sorted by length together."""


@dataclass(frozen=True)
class Plan:
    """How long and how fast to learn."""

    epochs: int = 4
    batch: int = 32
    rate: float = 2e-3
    warm_up: int = 200
    seed: int = 1


def collate(chosen: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Padded vectors, features, allowed labels, and the lengths."""
    lengths = torch.tensor([len(example.words) for example in chosen])
    shape = len(chosen), int(lengths.max())
    vectors = np.zeros((*shape, chosen[0].vectors.shape[1]), dtype=np.float32)
    features = np.zeros((*shape, chosen[0].features.shape[1]), dtype=np.int64)
    allowed = np.zeros((*shape, chosen[0].allowed.shape[1]), dtype=bool)
    for row, example in enumerate(chosen):
        count = len(example.words)
        vectors[row, :count] = example.vectors
        features[row, :count] = example.features
        allowed[row, :count] = example.allowed
    return (
        torch.from_numpy(vectors),
        torch.from_numpy(features),
        torch.from_numpy(allowed),
        lengths,
    )


def train(
    network: NameNetwork,
    examples: Sequence[Example],
    plan: Plan,
    report: Callable[[str], None],
) -> None:
    """Train in place; `report` is told each epoch's loss and time."""
    random = Random(plan.seed)
    torch.manual_seed(plan.seed)
    optimiser = torch.optim.AdamW(network.parameters(), lr=plan.rate, weight_decay=0.01)
    steps = plan.epochs * (len(examples) // plan.batch + 1)
    step = 0
    for epoch in range(plan.epochs):
        network.train()
        begun, total, batches = time.monotonic(), 0.0, _batches(examples, plan.batch, random)
        for batch in batches:
            rate = plan.rate * min(1.0, step / plan.warm_up) * max(0.02, 1 - step / steps)
            for group in optimiser.param_groups:
                group["lr"] = rate
            vectors, features, allowed, lengths = collate([examples[i] for i in batch])
            loss = network.loss(network(vectors, features, lengths), allowed, lengths)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            total += loss.item()
            step += 1
        seconds = time.monotonic() - begun
        report(f"epoch {epoch + 1}: loss {total / len(batches):.4f}, {seconds:.0f} s")
    network.eval()


def _batches(examples: Sequence[Example], size: int, random: Random) -> list[list[int]]:
    order = list(range(len(examples)))
    random.shuffle(order)
    run = size * _TOGETHER
    alike = [
        index
        for begin in range(0, len(order), run)
        for index in sorted(order[begin : begin + run], key=lambda i: len(examples[i].words))
    ]
    batches = [alike[begin : begin + size] for begin in range(0, len(alike), size)]
    random.shuffle(batches)
    return batches
