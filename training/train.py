"""The training itself: a plan of epochs over the corpora, resumable after every epoch."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import torch
from torch import Tensor

from training.losses import batch_losses
from training.network import Network
from training.prepare import CutArticle, Segment, segments
from wortlaut.reading._subwords import Subwords


@dataclass(frozen=True)
class Plan:
    """How to train."""

    epochs: tuple[dict[str, float], ...]
    """For each epoch the share of each corpus that is read."""
    pieces_per_batch: int = 2600
    encoder_rate: float = 1.6e-4
    head_rate: float = 8e-4
    layer_decay: float = 0.9
    weight_decay: float = 0.01
    warm_up: float = 0.06
    dropout: float = 0.1
    averaging: float = 0.997
    seed: int = 1
    weights: dict[str, float] = field(
        default_factory=lambda: {
            "tags": 8.0, "hints": 3.0, "type": 0.7, "medium": 0.25, "worth": 0.5,
            "roles": 0.15, "named": 0.35,
        }
    )  # fmt: skip


def default_plan() -> Plan:
    """Everything that is annotated, then the news alone."""
    first = {
        "german_news": 1.0,
        "english_news": 0.3,
        "german_historical": 0.3,
        "german_parliament": 0.4,
    }
    news = {"german_news": 1.0, "english_news": 0.3}
    return Plan(epochs=(first, first, *[news] * 5))


def standardise(network: Network, sample: Sequence[Segment]) -> None:
    """Set mean and scale of the layers that are read from some segments."""
    network.eval()
    sums: list[list[Tensor]] = [[] for _ in network.shape.read_layers]
    with torch.no_grad():
        for segment in sample:
            ids = torch.tensor([segment.ids])
            read = network.encoder(ids, torch.tensor([len(segment.ids)]))
            for layer, x in zip(sums, read, strict=True):
                layer.append(x[0, 1:-1])
        for i, layer in enumerate(sums):
            vectors = torch.cat(layer)
            network.mean[i] = vectors.mean(0)
            network.scale[i] = 1.0 / (vectors.std(0) + 1e-3)


def train(
    network: Network,
    corpora: dict[str, list[CutArticle]],
    subwords: Subwords,
    plan: Plan,
    folder: Path,
) -> Network:
    """Train, resuming from `checkpoint.pt` in `folder`; returns the averaged network."""
    random = Random(plan.seed)
    torch.manual_seed(plan.seed)
    epochs = [_batches(corpora, shares, subwords, plan, Random(plan.seed * 1000 + number))
              for number, shares in enumerate(plan.epochs)]  # fmt: skip
    total = sum(len(batches) for batches in epochs)
    optimiser = torch.optim.AdamW(_groups(network, plan), weight_decay=plan.weight_decay)
    averaged = deepcopy(network)
    begin, step = 0, 0
    checkpoint = folder / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(state["network"])
        averaged.load_state_dict(state["averaged"])
        optimiser.load_state_dict(state["optimiser"])
        begin, step = state["epoch"], state["step"]
        random = Random(plan.seed * 77 + begin)
        torch.manual_seed(plan.seed * 77 + begin)
        print(f"resumed after epoch {begin}", flush=True)
    rates = [group["lr"] for group in optimiser.param_groups]
    for epoch in range(begin, len(epochs)):
        network.train()
        started, pieces = time.monotonic(), 0
        running: dict[str, float] = {}
        for number, batch in enumerate(epochs[epoch], 1):
            share = _schedule(step, total, plan.warm_up)
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * share
            losses = batch_losses(
                network,
                batch,
                subwords.unknown_id,
                random,
                dropout=plan.dropout,
                weights=plan.weights,
            )
            loss = torch.stack(list(losses.values())).sum()
            optimiser.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            step += 1
            _average(averaged, network, min(plan.averaging, step / (step + 10)))
            pieces += sum(len(segment.ids) for segment in batch)
            for name, value in losses.items():
                running[name] = running.get(name, value.item()) * 0.98 + value.item() * 0.02
            if number % 40 == 0 or number == len(epochs[epoch]):
                print(
                    f"epoch {epoch + 1}/{len(epochs)} batch {number}/{len(epochs[epoch])} "
                    f"{pieces / (time.monotonic() - started):.0f} pieces/s "
                    + " ".join(f"{name} {value:.3f}" for name, value in sorted(running.items())),
                    flush=True,
                )
        torch.save(
            {
                "network": network.state_dict(),
                "averaged": averaged.state_dict(),
                "optimiser": optimiser.state_dict(),
                "epoch": epoch + 1,
                "step": step,
            },
            checkpoint.with_suffix(".new"),
        )
        checkpoint.with_suffix(".new").replace(checkpoint)
        torch.save(averaged.state_dict(), folder / "averaged.pt")
    return averaged


def _batches(
    corpora: dict[str, list[CutArticle]],
    shares: dict[str, float],
    subwords: Subwords,
    plan: Plan,
    random: Random,
) -> list[list[Segment]]:
    """Batches of one corpus each, of segments of like length, in random order."""
    batches: list[list[Segment]] = []
    for name, share in shares.items():
        articles = random.sample(corpora[name], round(len(corpora[name]) * share))
        found = [segment for a in articles for segment in segments(a, subwords, random)]
        found.sort(key=lambda segment: len(segment.ids) * random.uniform(0.85, 1.15))
        batches.extend(_by_size(found, plan.pieces_per_batch))
    random.shuffle(batches)
    return batches


def _by_size(found: Sequence[Segment], limit: int) -> Iterator[list[Segment]]:
    batch: list[Segment] = []
    for segment in found:
        longest = max(len(segment.ids), *(len(s.ids) for s in batch), 0)
        if batch and longest * (len(batch) + 1) > limit:
            yield batch
            batch = []
        batch.append(segment)
    if batch:
        yield batch


def _groups(network: Network, plan: Plan) -> list[dict[str, object]]:
    """Parameters with their rates: lower layers learn more slowly."""
    groups: list[dict[str, object]] = []
    encoder = network.encoder
    depth = len(encoder.layers)
    for number, layer in enumerate(encoder.layers, 1):
        rate = plan.encoder_rate * plan.layer_decay ** (depth - number)
        groups.append({"params": list(layer.parameters()), "lr": rate})
    bottom = [encoder.places, *encoder.norm.parameters()]
    groups.append({"params": bottom, "lr": plan.encoder_rate * plan.layer_decay**depth})
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    groups.append({"params": heads, "lr": plan.head_rate})
    return groups


def _schedule(step: int, total: int, warm_up: float) -> float:
    """Linear rise, then half a cosine down to a thirtieth."""
    done = (step + 1) / total
    if done < warm_up:
        return done / warm_up
    return max(1 / 30, 0.5 * (1 + math.cos(math.pi * (done - warm_up) / (1 - warm_up))))


def _average(averaged: Network, network: Network, keep: float) -> None:
    with torch.no_grad():
        for mean, value in zip(averaged.parameters(), network.parameters(), strict=True):
            if value.requires_grad:
                mean.lerp_(value, 1.0 - keep)
