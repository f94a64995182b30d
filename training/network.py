"""The reader's network in PyTorch: the encoder, and heads for quotations and their roles.

One article (or several windows of it) goes through the encoder; each word's vector is made
of its first and last piece on three layers, each standardised (the last layer of the
pretrained encoder alone is collapsed around one mean vector). Heads on the word vectors:

- tags: O/B/I/C on two levels, a linear-chain conditional random field for each level;
- hints: whether a word is part of any quotation's speaker, cue, frame or addressee;
- for each quotation: its type, its medium, and how good a quotation it is;
- for each quotation and word: whether the word belongs to a role, and, for the speaker and
  the addressee, whether it is the first or the last word of it, against there being none.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.pretrained import PretrainedEncoder
from wortlaut.reading._distances import CLASSES
from wortlaut.reading._labels import LEVELS, MEDIA, NAMED, ROLES, TAGS, TYPES

CORPORA = ("german_news", "english_news", "german_historical", "german_parliament")
IMPOSSIBLE = -1e4


@dataclass(frozen=True)
class Shape:
    """Sizes of the network; the heads' are our choice, the encoder's are given."""

    pieces: int = 60_000
    hidden: int = 384
    layers: int = 9
    heads: int = 12
    feed_forward: int = 1536
    positions: int = 512
    epsilon: float = 1e-12
    read_layers: tuple[int, ...] = (3, 6, 9)
    word: int = 320
    quotation: int = 256
    pair: int = 128
    rank: int = 64


class Layer(nn.Module):
    """One transformer layer, normalised after each part as BERT is."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.out = nn.Linear(shape.hidden, shape.hidden)
        self.attention_norm = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.inner = nn.Linear(shape.hidden, shape.feed_forward)
        self.outer = nn.Linear(shape.feed_forward, shape.hidden)
        self.output_norm = nn.LayerNorm(shape.hidden, eps=shape.epsilon)

    def forward(self, x: Tensor, mask: Tensor | None, dropout: float) -> Tensor:
        """`x` is (batch, pieces, hidden); `mask` is True where a piece may be attended to."""
        batch, length, hidden = x.shape
        qkv = self.qkv(x).view(batch, length, 3, self.heads, hidden // self.heads)
        query, key, value = qkv.permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, hidden))
        x = self.attention_norm(x + mixed)
        grown = self.outer(functional.gelu(self.inner(x)))
        out: Tensor = self.output_norm(x + functional.dropout(grown, dropout, self.training))
        return out


class Encoder(nn.Module):
    """Embeddings (frozen) and the first layers of the pretrained encoder."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.pieces, shape.hidden)
        self.words.weight.requires_grad_(False)
        self.places = nn.Parameter(torch.zeros(shape.positions, shape.hidden))
        self.norm = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def forward(self, ids: Tensor, lengths: Tensor, dropout: float = 0.0) -> list[Tensor]:
        """Vectors (batch, pieces, hidden) on each layer to be read, for padded `ids`."""
        x = self.norm(self.words(ids) + self.places[: ids.shape[1]])
        mask = None
        if int(lengths.min()) < ids.shape[1]:
            mask = (torch.arange(ids.shape[1]) < lengths[:, None])[:, None, None, :]
        read: list[Tensor] = []
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, mask, dropout)
            if number in self.shape.read_layers:
                read.append(x)
        return read

    def load_pretrained(self, encoder: PretrainedEncoder, rows: Tensor) -> None:
        """Take over the pretrained weights; `rows` are the embeddings that are kept."""
        given = {name: torch.from_numpy(value) for name, value in encoder.tensors.items()}
        with torch.no_grad():
            self.words.weight.copy_(given["emb.word"][rows])
            self.places.copy_(given["emb.pos"].view(-1, self.shape.hidden) + given["emb.type"])
            self.norm.weight.copy_(given["emb.ln.w"])
            self.norm.bias.copy_(given["emb.ln.b"])
            for number, layer in enumerate(self.layers):
                assert isinstance(layer, Layer)
                name = f"l{number}."
                for kind, suffix in (("weight", "w"), ("bias", "b")):
                    stacked = torch.cat([given[f"{name}{part}.{suffix}"] for part in "qkv"])
                    getattr(layer.qkv, kind).copy_(stacked)
                    for module, part in (
                        (layer.out, "ao"),
                        (layer.attention_norm, "aln"),
                        (layer.inner, "fi"),
                        (layer.outer, "fo"),
                        (layer.output_norm, "oln"),
                    ):
                        getattr(module, kind).copy_(given[f"{name}{part}.{suffix}"])


class ConditionalRandomField(nn.Module):
    """A linear chain over O, B, I, C with learnt transitions.

    Impossible: I at the start or after O, and C at the start or anywhere but after O (a piece
    that goes on has the frame before it).
    """

    def __init__(self) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        forbidden = torch.zeros(len(TAGS), len(TAGS))
        o, b, i, c = range(len(TAGS))
        forbidden[o, i] = forbidden[b, c] = forbidden[i, c] = forbidden[c, c] = IMPOSSIBLE
        start = torch.zeros(len(TAGS))
        start[i] = start[c] = IMPOSSIBLE
        self.register_buffer("forbidden", forbidden)
        self.register_buffer("start", start)
        self.forbidden: Tensor
        self.start: Tensor

    def scores(self) -> Tensor:
        """Transition scores (from, to), the impossible ones very low."""
        return self.transitions + self.forbidden

    def forward(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Negative log-likelihood of each chain; (batch, words, tags), (batch, words)."""
        transitions = self.scores()
        picked = emissions.gather(2, tags[..., None])[..., 0]
        gold = self.start[tags[:, 0]] + picked[:, 0]
        steps = transitions[tags[:, :-1], tags[:, 1:]] + picked[:, 1:]
        gold = gold + (steps * mask[:, 1:]).sum(1)
        alpha = self.start + emissions[:, 0]
        alphas = emissions.unbind(1)
        for t in range(1, emissions.shape[1]):
            moved = torch.logsumexp(alpha[:, :, None] + transitions, 1) + alphas[t]
            alpha = torch.where(mask[:, t, None], moved, alpha)
        return torch.logsumexp(alpha, 1) - gold


class Network(nn.Module):
    """The encoder with all heads."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape)
        layers = len(shape.read_layers)
        self.register_buffer("mean", torch.zeros(layers, shape.hidden))
        self.register_buffer("scale", torch.ones(layers, shape.hidden))
        self.mean: Tensor
        self.scale: Tensor
        self.word = nn.Linear(layers * shape.hidden, shape.word)
        self.word_norm = nn.LayerNorm(shape.word)
        outputs = LEVELS * len(TAGS)
        self.tags = nn.ModuleDict({name: nn.Linear(shape.word, outputs) for name in CORPORA})
        self.chains = nn.ModuleDict(
            {name: nn.ModuleList(ConditionalRandomField() for _ in range(LEVELS))
             for name in CORPORA}
        )  # fmt: skip
        self.hints = nn.ModuleDict({name: nn.Linear(shape.word, len(ROLES)) for name in CORPORA})
        self.quotation = nn.Linear(5 * shape.word, shape.quotation)
        self.type_of = nn.Linear(shape.quotation, len(TYPES))
        self.medium_of = nn.Linear(shape.quotation, len(MEDIA))
        self.worth = nn.ModuleDict({name: nn.Linear(shape.quotation, 1) for name in CORPORA})
        self.pair_word = nn.Linear(shape.word, shape.pair)
        self.pair_quotation = nn.Linear(shape.quotation, shape.pair)
        self.pair_distance = nn.Embedding(CLASSES, shape.pair)
        self.pair_hints = nn.Linear(len(ROLES), shape.pair, bias=False)
        self.pair_near = nn.Conv1d(shape.pair, shape.pair, 5, padding=2)
        self.outputs = len(ROLES) + 2 * len(NAMED)
        self.pair_out = nn.Linear(shape.pair, self.outputs)
        self.factor_word = nn.Linear(shape.word, shape.rank)
        self.factor_quotation = nn.Linear(shape.quotation, self.outputs * shape.rank)
        self.distance_bias = nn.Embedding(CLASSES, self.outputs)
        self.nobody = nn.Linear(shape.quotation, len(NAMED))
        nn.init.normal_(self.pair_distance.weight, std=0.1)
        # Few words of an article belong to a role: begin by saying so.
        nn.init.constant_(self.pair_out.bias[: len(ROLES)], -4.0)
        for head in self.hints.values():
            nn.init.constant_(head.bias, -3.0)  # type: ignore[arg-type]
        nn.init.zeros_(self.distance_bias.weight)

    def word_vectors(self, read: list[Tensor], rows: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Vectors (words, word) from the windows' pieces: row, first and last piece of each."""
        parts = [
            ((x[rows, first] + x[rows, last]) * 0.5 - self.mean[i]) * self.scale[i]
            for i, x in enumerate(read)
        ]
        out: Tensor = self.word_norm(functional.gelu(self.word(torch.cat(parts, -1))))
        return out

    def quotation_vectors(self, words: Tensor, quotations: list[list[tuple[int, int]]]) -> Tensor:
        """Vectors (quotations, quotation) of pieces of words in one article (words, word)."""
        count = words.shape[0]
        inside = torch.zeros(len(quotations), count)
        edges: list[list[int]] = []
        for number, pieces in enumerate(quotations):
            for begin, end in pieces:
                inside[number, begin:end] = 1.0
            a, b = pieces[0][0], pieces[-1][1]
            edges.append([a, b - 1, max(a - 1, 0), min(b, count - 1)])
        inside = inside / inside.sum(1, keepdim=True)
        edge = words[torch.tensor(edges)].flatten(1)
        joined = torch.cat([inside @ words, edge], 1)
        return functional.gelu(self.quotation(joined))

    def role_scores(
        self, words: Tensor, hints: Tensor, quotations: Tensor, distances: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Scores (quotations, words, outputs), and (quotations, named) for there being none.

        `distances` (quotations, words) are the classes of `distance_classes`. Outputs are
        the roles, then first and last word for each named role.
        """
        z = (
            self.pair_word(words)[None]
            + self.pair_hints(torch.sigmoid(hints))[None]
            + self.pair_quotation(quotations)[:, None]
            + self.pair_distance(distances)
        )
        z = functional.relu(z)
        z = z + functional.relu(self.pair_near(z.transpose(1, 2)).transpose(1, 2))
        factors = self.factor_quotation(quotations).view(-1, self.outputs, self.shape.rank)
        product = torch.einsum("wr,qor->qwo", self.factor_word(words), factors)
        scores = (
            self.pair_out(z) + product / math.sqrt(self.shape.rank) + self.distance_bias(distances)
        )
        return scores, self.nobody(quotations)
