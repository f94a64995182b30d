"""The tagger's network in PyTorch: word vectors and features, one recurrent layer, a chain."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from wortlaut.reading.names._features import BUCKETS
from wortlaut.reading.names._labels import KINDS, LABELS

IMPOSSIBLE = -1e4


@dataclass(frozen=True)
class Shape:
    """Sizes of the network."""

    vector: int = 320
    """Numbers that the encoder gives for a word."""
    feature: int = 32
    hidden: int = 192
    dropout: float = 0.3
    input_dropout: float = 0.15


class NameNetwork(nn.Module):
    """Scores of labels for each word; sentences are trained by their chain's likelihood."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.features = nn.Embedding(BUCKETS, shape.feature)
        nn.init.normal_(self.features.weight, std=0.05)
        self.vector_in = nn.Linear(shape.vector, shape.hidden)
        self.feature_in = nn.Linear(shape.feature, shape.hidden, bias=False)
        self.recurrent = nn.LSTM(
            shape.hidden, shape.hidden // 2, bidirectional=True, batch_first=True
        )
        self.out = nn.Linear(shape.hidden, LABELS)
        self.transitions = nn.Parameter(torch.zeros(LABELS, LABELS))
        forbidden = torch.zeros(LABELS, LABELS)
        start = torch.zeros(LABELS)
        for kind in range(len(KINDS)):
            further = 2 + 2 * kind
            # A further word of a name follows a word of the same kind of name, nothing else.
            forbidden[:, further] = IMPOSSIBLE
            forbidden[further - 1, further] = forbidden[further, further] = 0.0
            start[further] = IMPOSSIBLE
        self.register_buffer("forbidden", forbidden)
        self.register_buffer("start", start)
        self.forbidden: Tensor
        self.start: Tensor

    def chain(self) -> Tensor:
        """Scores of one label following another (from, to), the impossible ones very low."""
        return self.transitions + self.forbidden

    def forward(self, vectors: Tensor, features: Tensor, lengths: Tensor) -> Tensor:
        """Scores (batch, words, labels) of padded `vectors` and `features`."""
        dropout = self.shape.dropout
        looks = self.features(features).sum(2)
        z = self.vector_in(functional.dropout(vectors, self.shape.input_dropout, self.training))
        z = z + self.feature_in(functional.dropout(looks, dropout, self.training))
        z = functional.dropout(functional.gelu(z), dropout, self.training)
        packed = pack_padded_sequence(z, lengths, batch_first=True, enforce_sorted=False)
        mixed, _ = pad_packed_sequence(
            self.recurrent(packed)[0], batch_first=True, total_length=z.shape[1]
        )
        scores: Tensor = self.out(functional.dropout(z + mixed, dropout, self.training))
        return scores

    def loss(self, scores: Tensor, allowed: Tensor, lengths: Tensor) -> Tensor:
        """Negative log-likelihood of the chains of allowed labels, a word.

        `allowed` (batch, words, labels) says which labels are right: one where a word is
        annotated, several where it is not known which.
        """
        mask = torch.arange(scores.shape[1]) < lengths[:, None]
        wrong = torch.where(allowed, 0.0, IMPOSSIBLE)
        both = torch.cat([scores, scores + wrong])
        sums = self._log_sums(both, torch.cat([mask, mask]))
        all_chains, right_chains = sums.chunk(2)
        return (all_chains - right_chains).sum() / mask.sum()

    def _log_sums(self, scores: Tensor, mask: Tensor) -> Tensor:
        """The logarithm of the sum over all chains (batch,)."""
        # Out of the logarithm with one matrix product a word, which is quicker than logsumexp.
        chain = self.chain().exp()
        first, *rest = scores.unbind(1)
        alpha = self.start + first
        for t, score in enumerate(rest, 1):
            top = alpha.max(1, keepdim=True).values
            moved = ((alpha - top).exp() @ chain + 1e-30).log() + top + score
            alpha = torch.where(mask[:, t, None], moved, alpha)
        return torch.logsumexp(alpha, 1)
