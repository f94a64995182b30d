"""The trained network as two ONNX graphs, built operator by operator.

`encoder.onnx` takes one window to word vectors and tag scores; `heads.onnx` takes word
vectors and quotations to types, media, worth and roles. Building the graphs ourselves gives
the runtime's fused operators directly:

- matrices of the encoder are 8-bit with one scale an output channel, and the operator
  quantises its input as it goes (`DynamicQuantizeMatMul`);
- attention is one operator (`MultiHeadAttention`);
- adding and normalising stay apart: ONNX Runtime's fusion of the two is several times
  slower on processors, so the reader's session switches that fusion off;
- embeddings stay the 4-bit blocks that they were taken from.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from training.network import Layer, Network
from training.pretrained import Blocks
from wortlaut.reading._labels import GUIDELINES

CORPUS_OF = {"de": "german_news", "en": "english_news"}
_MICROSOFT = "com.microsoft"


class Graph:
    """Collects operators and weights."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._weights: list[onnx.TensorProto] = []
        self._count = 0

    def weight(self, value: NDArray[Any] | torch.Tensor | Sequence[int]) -> str:
        """Store a constant and return its name."""
        if isinstance(value, torch.Tensor):
            value = value.detach().numpy()
        array = np.ascontiguousarray(value)
        self._count += 1
        name = f"w{self._count}"
        self._weights.append(numpy_helper.from_array(array, name))
        return name

    def op(
        self,
        kind: str,
        *inputs: str,
        outputs: int = 1,
        domain: str = "",
        name: str | None = None,
        **attributes: Any,
    ) -> Any:
        """Add an operator and return the name of its output, or of several."""
        self._count += 1
        names = [name or f"{kind}{self._count}"] if outputs == 1 else [
            f"{kind}{self._count}_{i}" for i in range(outputs)
        ]  # fmt: skip
        self._nodes.append(helper.make_node(kind, inputs, names, domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def linear(self, x: str, module: nn.Linear, name: str | None = None) -> str:
        """A single-precision linear layer."""
        product = self.op("MatMul", x, self.weight(module.weight.T))
        if module.bias is None:
            return str(product)
        return str(self.op("Add", product, self.weight(module.bias), name=name))

    def linear8(self, x: str, module: nn.Linear) -> str:
        """A linear layer of 8-bit weights, one scale an output channel."""
        weight = module.weight.detach().numpy().T
        scale = (np.abs(weight).max(0) / 127.0).astype(np.float32)
        quantised = np.clip(np.round(weight / scale), -127, 127).astype(np.int8)
        zero = np.zeros(weight.shape[1], dtype=np.int8)
        return str(
            self.op(
                "DynamicQuantizeMatMul", x, self.weight(quantised), self.weight(scale),
                self.weight(zero), self.weight(module.bias), domain=_MICROSOFT,
            )
        )  # fmt: skip

    def blocks4(self, table: Blocks, ids: str) -> str:
        """Rows of a table that is kept as 4-bit blocks of 32, as it came: nothing is lost."""
        values, scales = table
        nibbles = values & 15
        packed = (nibbles[:, 0::2] | (nibbles[:, 1::2] << 4)).astype(np.uint8)
        self._count += 1
        name = f"w{self._count}"
        self._weights.append(
            helper.make_tensor(name, TensorProto.INT4, values.shape, packed.tobytes(), raw=True)
        )
        return str(
            self.op(
                "GatherBlockQuantized", name, ids, self.weight(scales), domain=_MICROSOFT,
                block_size=32, gather_axis=0, quantize_axis=1,
            )
        )  # fmt: skip

    def norm(self, x: str, module: nn.LayerNorm) -> str:
        """Layer normalisation over the last axis."""
        return str(
            self.op(
                "LayerNormalization", x, self.weight(module.weight), self.weight(module.bias),
                axis=-1, epsilon=module.eps,
            )
        )  # fmt: skip

    def gelu(self, x: str) -> str:
        """The exact Gaussian error linear unit."""
        return str(self.op("Gelu", x, domain=_MICROSOFT))

    def model(
        self, inputs: Sequence[onnx.ValueInfoProto], outputs: Sequence[onnx.ValueInfoProto]
    ) -> onnx.ModelProto:
        """The finished graph."""
        graph = helper.make_graph(self._nodes, "wortlaut", inputs, outputs, self._weights)
        return helper.make_model(
            graph,
            opset_imports=[helper.make_opsetid("", 21), helper.make_opsetid(_MICROSOFT, 1)],
            ir_version=10,
            producer_name="wortlaut",
        )


def int64_value(name: str, *shape: str | int) -> onnx.ValueInfoProto:
    """An input or output of whole numbers."""
    return helper.make_tensor_value_info(name, TensorProto.INT64, shape)


def float_value(name: str, *shape: str | int) -> onnx.ValueInfoProto:
    """An input or output of single-precision numbers."""
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def encoder_graph(network: Network, embeddings: Blocks | None) -> onnx.ModelProto:
    """One window to word vectors, tag scores and hints.

    With `embeddings`, the 4-bit blocks that the network's embeddings were read from, the
    graph is the small 8-bit one; without, everything is single precision.

    Inputs: `ids` (1, pieces), `first` and `last` (words): places of each word's first and
    last piece. Outputs: `words` (words, word), and for each guideline `tags_de` (words,
    levels * tags) and `hints_de` (words, roles).
    """
    network.eval()
    g = Graph()
    shape = network.shape
    linear = g.linear if embeddings is None else g.linear8
    x = _embeddings(g, network, embeddings)
    wanted: list[str] = []
    sizes = g.weight(np.array([shape.hidden] * 3, dtype=np.int64))
    for number, layer in enumerate(network.encoder.layers, 1):
        assert isinstance(layer, Layer)
        query, key, value = g.op("Split", linear(x, layer.qkv), sizes, outputs=3, axis=-1)
        mixed = g.op(
            "MultiHeadAttention", query, key, value, domain=_MICROSOFT, num_heads=shape.heads
        )
        x = g.norm(g.op("Add", x, linear(mixed, layer.out)), layer.attention_norm)
        grown = linear(g.gelu(linear(x, layer.inner)), layer.outer)
        x = g.norm(g.op("Add", x, grown), layer.output_norm)
        if number in shape.read_layers:
            wanted.append(x)
    half = g.weight(np.array(0.5, dtype=np.float32))
    parts = []
    for i, read in enumerate(wanted):
        flat = g.op("Squeeze", read, g.weight(np.array([0], dtype=np.int64)))
        both = g.op("Add", g.op("Gather", flat, "first"), g.op("Gather", flat, "last"))
        centred = g.op("Sub", g.op("Mul", both, half), g.weight(network.mean[i]))
        parts.append(g.op("Mul", centred, g.weight(network.scale[i])))
    grown = g.gelu(g.linear(g.op("Concat", *parts, axis=-1), network.word))
    words = g.op("Identity", g.norm(grown, network.word_norm), name="words")
    outputs = [float_value("words", "words", shape.word)]
    for guideline in GUIDELINES:
        corpus = CORPUS_OF[guideline]
        for kind in ("tags", "hints"):
            module = getattr(network, kind)[corpus]
            g.linear(words, module, name=f"{kind}_{guideline}")
            outputs.append(float_value(f"{kind}_{guideline}", "words", module.out_features))
    inputs = [
        int64_value("ids", 1, "pieces"),
        int64_value("first", "words"),
        int64_value("last", "words"),
    ]
    return g.model(inputs, outputs)


def _embeddings(g: Graph, network: Network, blocks: Blocks | None) -> str:
    encoder = network.encoder
    pieces = (
        g.op("Gather", g.weight(encoder.words.weight), "ids")
        if blocks is None
        else g.blocks4(blocks, "ids")
    )
    axis = g.weight(np.array([0], dtype=np.int64))
    length = g.op("Slice", g.op("Shape", "ids"), g.weight(np.array([1], dtype=np.int64)),
                  g.weight(np.array([2], dtype=np.int64)))  # fmt: skip
    places = g.op("Slice", g.weight(encoder.places), axis, length, axis)
    return g.norm(g.op("Add", pieces, places), encoder.norm)


def heads_graph(network: Network) -> onnx.ModelProto:
    """Word vectors and quotations to everything else.

    Inputs: `words` (words, word), `hints` (words, roles), `inside` (quotations, words) with
    rows that sum to one, `edges` (quotations, 4): first and last word and their outer
    neighbours, `distances` (quotations, words). Outputs: `types`, `media`, `worth`
    (quotations, guidelines), `roles` (quotations, words, outputs) and `nobody`.
    """
    g = Graph()
    shape = network.shape
    corners = g.op("Flatten", g.op("Gather", "words", "edges"), axis=1)
    joined = g.op("Concat", g.op("MatMul", "inside", "words"), corners, axis=1)
    quotations = g.gelu(g.linear(joined, network.quotation))
    g.linear(quotations, network.type_of, name="types")
    g.linear(quotations, network.medium_of, name="media")
    worth = [g.linear(quotations, network.worth[CORPUS_OF[name]]) for name in GUIDELINES]  # type: ignore[arg-type]
    g.op("Concat", *worth, axis=1, name="worth")
    g.linear(quotations, network.nobody, name="nobody")
    words = g.op(
        "Add",
        g.linear("words", network.pair_word),
        g.linear(g.op("Sigmoid", "hints"), network.pair_hints),
    )
    middle = g.weight(np.array([1], dtype=np.int64))
    z = g.op("Unsqueeze", g.linear(quotations, network.pair_quotation), middle)
    z = g.op("Add", g.op("Add", z, words),
             g.op("Gather", g.weight(network.pair_distance.weight), "distances"))  # fmt: skip
    z = g.op("Relu", z)
    near_bias = network.pair_near.bias
    assert near_bias is not None
    near = g.op(
        "Conv", g.op("Transpose", z, perm=[0, 2, 1]), g.weight(network.pair_near.weight),
        g.weight(near_bias), kernel_shape=[5], pads=[2, 2],
    )  # fmt: skip
    z = g.op("Add", z, g.op("Transpose", g.op("Relu", near), perm=[0, 2, 1]))
    factors = g.op("Reshape", g.linear(quotations, network.factor_quotation),
                   g.weight(np.array([-1, shape.rank], dtype=np.int64)))  # fmt: skip
    product = g.op(
        "MatMul", g.linear("words", network.factor_word), g.op("Transpose", factors, perm=[1, 0])
    )
    count = g.op("Slice", g.op("Shape", "words"), g.weight(np.array([0], dtype=np.int64)),
                 g.weight(np.array([1], dtype=np.int64)))  # fmt: skip
    target = g.op(
        "Concat", count, g.weight(np.array([-1, network.outputs], dtype=np.int64)), axis=0
    )
    product = g.op("Transpose", g.op("Reshape", product, target), perm=[1, 0, 2])
    product = g.op("Mul", product, g.weight(np.array(shape.rank**-0.5, dtype=np.float32)))
    bias = g.op("Gather", g.weight(network.distance_bias.weight), "distances")
    g.op("Add", g.op("Add", g.linear(z, network.pair_out), product), bias, name="roles")
    return g.model(
        [
            float_value("words", "words", shape.word),
            float_value("hints", "words", network.pair_hints.in_features),
            float_value("inside", "quotations", "words"),
            int64_value("edges", "quotations", 4),
            int64_value("distances", "quotations", "words"),
        ],
        [
            float_value("types", "quotations", network.type_of.out_features),
            float_value("media", "quotations", network.medium_of.out_features),
            float_value("worth", "quotations", len(GUIDELINES)),
            float_value("nobody", "quotations", network.nobody.out_features),
            float_value("roles", "quotations", "words", network.outputs),
        ],
    )


def save(model: onnx.ModelProto, path: Path) -> None:
    """Check and write a graph."""
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString())
