"""The trained tagger as one ONNX graph, its chain of labels beside it in the file's metadata."""

from __future__ import annotations

import json

import onnx
import torch
from torch import Tensor, nn

from training.export import Graph, float_value, int64_value
from training.names._network import NameNetwork
from wortlaut.reading.names._features import BUCKETS, PER_WORD
from wortlaut.reading.names._tagger import FORMAT

_LICENCE = "CC BY-NC-SA 4.0 (weights); see docs/model-card.md"


def names_graph(network: NameNetwork, name: str) -> onnx.ModelProto:
    """Word vectors and features to scores of labels.

    Inputs: `words` (words, vector) and `features` (words, features). Output: `scores`
    (words, labels).
    """
    network.eval()
    g = Graph()
    shape = network.shape
    looks = g.op("Gather", g.weight(network.features.weight), "features")
    looks = g.op("ReduceSum", looks, g.weight([1]), keepdims=0)
    z = g.op("Add", g.linear("words", network.vector_in), g.linear(looks, network.feature_in))
    z = g.gelu(z)
    state = network.recurrent
    row = g.op("Unsqueeze", z, g.weight([1]))
    mixed, _, _ = g.op(
        "LSTM", row,
        g.weight(_both(state, "weight_ih")),
        g.weight(_both(state, "weight_hh")),
        g.weight(torch.cat([_both(state, "bias_ih"), _both(state, "bias_hh")], 1)),
        outputs=3, direction="bidirectional", hidden_size=shape.hidden // 2,
    )  # fmt: skip
    # (words, directions, 1, hidden) to (words, directions * hidden)
    mixed = g.op("Flatten", mixed, axis=1)
    g.linear(g.op("Add", z, mixed), network.out, name="scores")
    model = g.model(
        [float_value("words", "words", shape.vector), int64_value("features", "words", PER_WORD)],
        [float_value("scores", "words", network.out.out_features)],
    )
    content = {
        "name": name,
        "licence": _LICENCE,
        "format": str(FORMAT),
        "buckets": str(BUCKETS),
        "per_word": str(PER_WORD),
        "start": json.dumps(network.start.tolist()),
        "transitions": json.dumps(_rounded(network.chain())),
    }
    onnx.helper.set_model_props(model, content)
    return model


def _gates(weights: Tensor) -> Tensor:
    """PyTorch's order of gates (input, forget, cell, output) to ONNX's (input, output, ...)."""
    i, f, c, o = weights.detach().chunk(4)
    return torch.cat([i, o, f, c])


def _both(state: nn.LSTM, name: str) -> Tensor:
    """A weight of the layer for both directions (directions, ...)."""
    return torch.stack(
        [_gates(getattr(state, f"{name}_l0{direction}")) for direction in ("", "_reverse")]
    )


def _rounded(scores: Tensor) -> list[list[float]]:
    return [[round(value, 4) for value in row] for row in scores.detach().tolist()]
