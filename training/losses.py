"""What the network is trained to do with one batch of segments."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.network import Network
from training.prepare import Quotation, Segment, ranges
from wortlaut.reading._decoding import Chain, Pieces, best_path, pieces_of_path
from wortlaut.reading._distances import distance_classes
from wortlaut.reading._labels import LEVELS, NAMED, NEAR, ROLES, TAGS

_WORD_DROPOUT = 0.06
_JITTERED = 0.35


def batch_losses(
    network: Network,
    batch: Sequence[Segment],
    unknown_id: int,
    random: Random,
    *,
    dropout: float,
    weights: dict[str, float],
) -> dict[str, Tensor]:
    """The weighted losses of one batch, all of whose segments are of one corpus."""
    corpus = batch[0].corpus
    lengths = torch.tensor([len(segment.ids) for segment in batch])
    ids = torch.full((len(batch), int(lengths.max())), unknown_id)
    for row, segment in enumerate(batch):
        ids[row, : len(segment.ids)] = torch.tensor(segment.ids)
    if network.training:
        dropped = torch.rand(ids.shape) < _WORD_DROPOUT
        dropped[:, 0] = False
        ids = ids.masked_fill(dropped, unknown_id)
    read = network.encoder(ids, lengths, dropout)
    counts = [len(segment.first) for segment in batch]
    rows = torch.repeat_interleave(torch.arange(len(batch)), torch.tensor(counts))
    first = torch.tensor([i for segment in batch for i in segment.first])
    last = torch.tensor([i for segment in batch for i in segment.last])
    words = network.word_vectors(read, rows, first, last)
    words = functional.dropout(words, dropout, network.training)
    emissions = torch.split(network.tags[corpus](words), counts)
    hints = torch.split(network.hints[corpus](words), counts)
    losses = {"tags": _tag_loss(network, corpus, batch, emissions) / sum(counts)}
    sums: dict[str, list[Tensor]] = {
        name: [] for name in ("hints", "type", "medium", "worth", "roles", "named")
    }
    chains = chains_of(network, corpus) if network.training else []
    for segment, vectors, scores, hint in zip(
        batch, torch.split(words, counts), emissions, hints, strict=True
    ):
        sums["hints"].append(_hint_loss(segment, hint))
        candidates = _candidates(segment, scores, chains, random)
        if candidates:
            for name, loss in _quotation_losses(
                network, segment, vectors, hint, candidates
            ).items():
                sums[name].append(loss)
    quotations = max(1, sum(len(segment.quotations) for segment in batch))
    for name, parts in sums.items():
        if parts:
            losses[name] = torch.stack(parts).sum() / (
                len(batch) if name == "hints" else quotations
            )
    return {name: loss * weights[name] for name, loss in losses.items()}


def _tag_loss(
    network: Network, corpus: str, batch: Sequence[Segment], emissions: Sequence[Tensor]
) -> Tensor:
    longest = max(len(segment.first) for segment in batch)
    padded = torch.nn.utils.rnn.pad_sequence(list(emissions), batch_first=True)
    padded = padded.view(len(batch), longest, LEVELS, len(TAGS))
    mask = torch.zeros(len(batch), longest, dtype=torch.bool)
    tags = torch.zeros(len(batch), LEVELS, longest, dtype=torch.long)
    for row, segment in enumerate(batch):
        mask[row, : len(segment.first)] = True
        tags[row, :, : len(segment.first)] = torch.from_numpy(segment.tags)
    total = torch.zeros(())
    for level in range(LEVELS):
        chain = network.chains[corpus][level]  # type: ignore[index]
        total = total + chain(padded[:, :, level], tags[:, level], mask).sum()
    return total


def _hint_loss(segment: Segment, hints: Tensor) -> Tensor:
    target = torch.zeros_like(hints)
    known = torch.zeros(len(ROLES))
    for quotation in segment.quotations:
        for number, role in enumerate(ROLES):
            words = quotation.roles[role]
            if words is not None:
                known[number] = 1.0
                target[words, number] = 1.0
    loss = functional.binary_cross_entropy_with_logits(hints, target, reduction="none")
    return (loss * known).mean()


def chains_of(network: Network, corpus: str) -> list[Chain]:
    """The learnt tag transitions of a corpus, one chain a level."""
    return [
        Chain(chain.start.numpy(), chain.scores().detach().numpy())  # type: ignore[union-attr]
        for chain in network.chains[corpus]  # type: ignore[attr-defined]
    ]


def _candidates(
    segment: Segment, emissions: Tensor, chains: Sequence[Chain], random: Random
) -> list[tuple[Pieces, int, float, Quotation | None]]:
    """Quotations to learn from: pieces, level, overlap with the gold one, and the gold one.

    Beside the annotated quotations come shifted ones and those that the network finds
    itself by `chains`, so that the later heads learn to live with what the tagger gives
    them; without chains, the annotated ones alone.
    """
    gold = segment.quotations
    found: list[tuple[Pieces, int]] = [(q.pieces, q.level) for q in gold]
    if chains:
        for quotation in gold:
            if random.random() < _JITTERED:
                found.append(
                    (_shifted(quotation.pieces, len(segment.first), random), quotation.level)
                )
        scores = emissions.detach().view(-1, LEVELS, len(TAGS)).numpy()
        for level, chain in enumerate(chains):
            for pieces in pieces_of_path(best_path(scores[:, level], chain)):
                found.append((pieces, level))
    result: list[tuple[Pieces, int, float, Quotation | None]] = []
    seen: set[tuple[tuple[int, int], ...]] = set()
    for number, (pieces, level) in enumerate(found):
        key = tuple(pieces)
        if number >= len(gold) and key in seen:
            continue
        seen.add(key)
        if number < len(gold):
            result.append((pieces, level, 1.0, gold[number]))
            continue
        best, overlap = None, 0.0
        for quotation in gold:
            value = overlap_f1(pieces, quotation.pieces)
            if value > overlap:
                best, overlap = quotation, value
        result.append((pieces, level, overlap, best if overlap >= 0.5 else None))
    return result[:80]


def overlap_f1(a: Pieces, b: Pieces) -> float:
    """Twice the shared words over all words of both."""
    shared = sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)
    return 2 * shared / (sum(y - x for x, y in a) + sum(y - x for x, y in b))


def _shifted(pieces: Pieces, count: int, random: Random) -> Pieces:
    words = [i for begin, end in pieces for i in range(begin, end)]
    first, last = words[0], words[-1]
    spread = max(1, min(8, len(words) // 3))
    begin = min(max(0, first + random.randint(-spread, spread)), count - 1)
    end = max(min(count, last + 1 + random.randint(-spread, spread)), begin + 1)
    kept = [i for i in words if begin <= i < end] or [begin]
    kept += [i for i in range(begin, end) if i < first or i > last]
    return ranges(sorted(set(kept)))


def _quotation_losses(
    network: Network,
    segment: Segment,
    words: Tensor,
    hints: Tensor,
    candidates: Sequence[tuple[Pieces, int, float, Quotation | None]],
) -> dict[str, Tensor]:
    vectors = network.quotation_vectors(words, [pieces for pieces, *_ in candidates])
    losses: dict[str, Tensor] = {}
    overlaps = torch.tensor([overlap for _, _, overlap, _ in candidates])
    worth = network.worth[segment.corpus](vectors)[:, 0]
    losses["worth"] = functional.binary_cross_entropy_with_logits(worth, overlaps, reduction="sum")
    kept = [i for i, (*_, gold) in enumerate(candidates) if gold is not None]
    if not kept:
        return losses
    gold = [candidates[i][3] for i in kept]
    assert all(quotation is not None for quotation in gold)
    chosen = vectors[kept]
    for name, head in (("type", network.type_of), ("medium", network.medium_of)):
        target = torch.tensor([getattr(quotation, name) for quotation in gold])
        if (target >= 0).any():
            losses[name] = functional.cross_entropy(
                head(chosen), target, ignore_index=-1, reduction="sum", label_smoothing=0.05
            )
    count = len(segment.first)
    distances = np.stack([distance_classes(count, candidates[i][0]) for i in kept])
    scores, nobody = network.role_scores(words, hints.detach(), chosen, torch.from_numpy(distances))
    target = torch.zeros(len(kept), count, len(ROLES))
    known = torch.zeros(len(kept), 1, len(ROLES))
    starts = torch.full((len(kept), len(NAMED)), -1)
    ends = torch.full((len(kept), len(NAMED)), -1)
    near = torch.zeros(len(kept), count, dtype=torch.bool)
    for row, quotation in enumerate(gold):
        assert quotation is not None
        pieces = candidates[kept[row]][0]
        low, high = max(0, pieces[0][0] + NEAR[0]), pieces[-1][1] + NEAR[1]
        near[row, low:high] = True
        for number, role in enumerate(ROLES):
            indices = quotation.roles[role]
            if indices is None:
                continue
            known[row, 0, number] = 1.0
            target[row, indices, number] = 1.0
            if role in NAMED:
                column = NAMED.index(role)
                spans = [r for r in ranges(indices) if low <= r[0] and r[1] <= high]
                if spans:
                    begin, end = max(spans, key=lambda r: r[1] - r[0])
                    starts[row, column], ends[row, column] = begin, end - 1
                elif not indices:
                    starts[row, column] = ends[row, column] = count
    loss = functional.binary_cross_entropy_with_logits(
        scores[..., : len(ROLES)], target, reduction="none"
    )
    losses["roles"] = (loss * known * near[..., None]).sum()
    borders = scores[..., len(ROLES) :].masked_fill(~near[..., None], -1e4)
    total = torch.zeros(())
    for column in range(len(NAMED)):
        for side, place in ((0, starts), (1, ends)):
            logits = torch.cat([borders[..., 2 * column + side], nobody[:, column, None]], 1)
            total = total + functional.cross_entropy(
                logits, place[:, column], ignore_index=-1, reduction="sum"
            )
    losses["named"] = total
    return losses
