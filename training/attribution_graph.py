"""Trained encoder weights in; an ONNX graph with int8 weights out.

One window of pieces goes through at a time, without batch dimension or padding, so that what a window is told never
depends on its neighbours. Activations are quantised per window (DynamicQuantizeLinear), weights per output channel.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSETS = [helper.make_opsetid("", 20), helper.make_opsetid("com.microsoft", 1)]
HEADS = 12
COARSE = frozenset({"qkv", "out"})
"""Layers that lose nothing by one activation scale a window (cosine to full precision .9986 either way on eight
PolNeAR dev windows, where the same for `up` and `down` costs .0013 each); all others have one a piece."""
GELU_FLOOR = -0.17
"""No value of GELU is lower (its minimum is -0.16997)."""


class Graph:
    """Nodes and initialisers under construction."""

    def __init__(self, weights: Mapping[str, np.ndarray], bits: int, whole: frozenset[str]) -> None:
        self.weights, self.whole = weights, whole
        self.top = 2 ** (bits - 1) - 1
        self.nodes: list[onnx.NodeProto] = []
        self.initialisers: list[onnx.TensorProto] = []
        self.count = 0

    def constant(self, name: str, value: np.ndarray) -> str:
        """An initialiser; asked for twice, it is there once."""
        if all(known.name != name for known in self.initialisers):
            self.initialisers.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def add(self, kind: str, inputs: list[str], outputs: int = 1, **attributes: object) -> list[str]:
        """A node; names of its outputs."""
        self.count += 1
        names = [f"{kind}_{self.count}_{i}" for i in range(outputs)]
        domain = attributes.pop("domain", "")
        self.nodes.append(helper.make_node(kind, inputs, names, domain=domain, **attributes))
        return names

    def table(self, name: str, ids: str) -> str:
        """Rows of an embedding kept as int8 with a scale a row."""
        packed, scales = self.packed(name)
        wide = self.add("Cast", self.add("Gather", [packed, ids]), to=TensorProto.FLOAT)[0]
        return self.add("Mul", [wide, self.add("Gather", [scales, ids])[0]])[0]

    def packed(self, name: str) -> tuple[str, str]:
        """An embedding's int8 rows and their scales."""
        rows = self.weights[name]
        scale = np.maximum(np.abs(rows).max(1, keepdims=True), 1e-8) / 127
        small = np.clip(np.rint(rows / scale), -127, 127).astype(np.int8)
        return self.constant(name, small), self.constant(f"{name}.scale", scale.astype(np.float32))

    def leading(self, name: str, count: str) -> str:
        """The first `count` rows of such an embedding."""
        packed, scales = self.packed(name)
        zero = self.constant("zero", np.zeros(1, dtype=np.int64))
        wide = self.add("Cast", self.add("Slice", [packed, zero, count, zero]), to=TensorProto.FLOAT)[0]
        return self.add("Mul", [wide, self.add("Slice", [scales, zero, count, zero])[0]])[0]

    def linear(self, name: str, x: str, floor: float = 0.0) -> str:
        """Weights and bias applied in int8, or in full precision for layers in `whole`."""
        weight = self.weights[f"{name}.weight"].T
        if name in self.whole:
            bias = self.constant(f"{name}.bias", self.weights[f"{name}.bias"])
            return self.add("Add", [self.add("MatMul", [x, self.constant(name, weight)])[0], bias])[0]
        scale = np.maximum(np.abs(weight).max(0), 1e-8) / self.top
        small = np.clip(np.rint(weight / scale), -self.top, self.top).astype(np.int8)
        bias = self.weights[f"{name}.bias"] + np.float32(floor) * (small * scale).sum(0)
        bias_name = self.constant(f"{name}.bias", bias.astype(np.float32))
        if name.rsplit(".", 1)[1] in COARSE:
            return self.add("Add", [self.product(name, x, small, scale), bias_name])[0]
        x, size = self.evened(x, floor)
        product = self.add("Mul", [self.product(name, x, small, scale), size])[0]
        return self.add("Add", [product, bias_name])[0]

    def product(self, name: str, x: str, small: np.ndarray, scale: np.ndarray) -> str:
        """Weights applied with one activation scale for all rows: nodes that onnxruntime fuses into one."""
        x8, x_scale, x_zero = self.add("DynamicQuantizeLinear", [x], outputs=3)
        zero = self.constant(f"{name}.zero", np.zeros(small.shape[1], dtype=np.int8))
        found = self.add("MatMulInteger", [x8, self.constant(f"{name}.int8", small), x_zero, zero])[0]
        scales = self.add("Mul", [x_scale, self.constant(f"{name}.scale", scale.astype(np.float32))])[0]
        return self.add("Mul", [self.add("Cast", [found], to=TensorProto.FLOAT)[0], scales])[0]

    def evened(self, x: str, floor: float) -> tuple[str, str]:
        """Rows divided by their size, so that one scale serves all of them, and the sizes.

        With a `floor` that no value is below, rows count up from it and use all 255 steps of 0 to 1.
        """
        if floor:
            low = self.scalar("low", -floor)
            size = self.add("Add", [self.add("ReduceMax", [x, self.axes()], keepdims=1)[0], low])[0]
            inverse = self.add("Reciprocal", [size])[0]
            shift = self.add("Mul", [inverse, low])[0]
            return self.add("Add", [self.add("Mul", [x, inverse])[0], shift])[0], size
        size = self.add("ReduceMax", [self.add("Abs", [x])[0], self.axes()], keepdims=1)[0]
        return self.add("Mul", [x, self.add("Reciprocal", [size])[0]])[0], size

    def scalar(self, name: str, value: float) -> str:
        """A constant number."""
        return self.constant(name, np.array(value, dtype=np.float32))

    def axes(self) -> str:
        """The last axis."""
        return self.constant("last", np.array([-1], dtype=np.int64))

    def norm(self, name: str, x: str) -> str:
        """Layer normalisation."""
        parts = [self.constant(f"{name}.{k}", self.weights[f"{name}.{k}"]) for k in ("weight", "bias")]
        return self.add("LayerNormalization", [x, *parts], axis=-1, epsilon=1e-12)[0]


def build(
    weights: Mapping[str, np.ndarray], layers: int, bits: int = 8, whole: frozenset[str] = frozenset()
) -> onnx.ModelProto:
    """The encoder: `ids` (pieces) and `features` (pieces, columns) to `vectors` (words, hidden).

    `places` are the pieces whose vectors are asked for; the last layer is worked out for these only.
    """
    graph = Graph(weights, bits, whole)
    hidden = weights["norm.weight"].shape[0]
    x = graph.table("words.weight", "ids")
    places = graph.leading("positions.weight", graph.add("Shape", ["ids"])[0])
    x = graph.add("Add", [x, places])[0]
    column = 0
    while f"features.{column}.weight" in weights:
        index = graph.constant(f"column{column}", np.asarray(column, dtype=np.int64))
        ids = graph.add("Gather", ["features", index], axis=1)[0]
        rows = graph.constant(f"features.{column}.weight", weights[f"features.{column}.weight"])
        x = graph.add("Add", [x, graph.add("Gather", [rows, ids])[0]])[0]
        column += 1
    x = graph.norm("norm", x)
    for layer in range(layers):
        x = _layer(graph, f"layers.{layer}", x, "places" if layer == layers - 1 else "")
    graph.nodes.append(helper.make_node("Identity", [x], ["vectors"]))
    made = helper.make_graph(
        graph.nodes,
        "encoder",
        [
            helper.make_tensor_value_info("ids", TensorProto.INT64, ["pieces"]),
            helper.make_tensor_value_info("features", TensorProto.INT64, ["pieces", column]),
            helper.make_tensor_value_info("places", TensorProto.INT64, ["words"]),
        ],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["words", hidden])],
        graph.initialisers,
    )
    model = helper.make_model(
        made,
        opset_imports=OPSETS,
        producer_name="retold",
    )
    model.ir_version = 9
    onnx.checker.check_model(model)
    return model


def _layer(graph: Graph, name: str, x: str, places: str) -> str:
    """One layer, for all pieces or, in the last one, for those at `places`."""
    wide = graph.linear(f"{name}.qkv", x)
    whole = graph.constant("batch", np.array([0], dtype=np.int64))
    query, key, value = graph.add("Split", [graph.add("Unsqueeze", [wide, whole])[0]], outputs=3, axis=2, num_outputs=3)
    if places:
        query = graph.add("Gather", [query, places], axis=1)[0]
        x = graph.add("Gather", [x, places], axis=0)[0]
    mixed = graph.add("MultiHeadAttention", [query, key, value], num_heads=HEADS, domain="com.microsoft")[0]
    out = graph.linear(f"{name}.out", graph.add("Squeeze", [mixed, whole])[0])
    x = graph.norm(f"{name}.norm1", graph.add("Add", [x, out])[0])
    inner = graph.add("Gelu", [graph.linear(f"{name}.up", x)])[0]
    return graph.norm(f"{name}.norm2", graph.add("Add", [x, graph.linear(f"{name}.down", inner, GELU_FLOOR)])[0])
