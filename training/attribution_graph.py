"""Trained encoder weights in; an ONNX graph with int8 weights out.

One window of pieces goes through at a time, without batch dimension or padding, so that what a window is told never
depends on its neighbours. Activations are quantised per window (DynamicQuantizeLinear), weights per output channel.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET = 20
HEADS = 12


class Graph:
    """Nodes and initialisers under construction."""

    def __init__(self, weights: Mapping[str, np.ndarray], bits: int, whole: frozenset[str]) -> None:
        self.weights, self.whole = weights, whole
        self.top = 2 ** (bits - 1) - 1
        self.nodes: list[onnx.NodeProto] = []
        self.initialisers: list[onnx.TensorProto] = []
        self.count = 0

    def constant(self, name: str, value: np.ndarray) -> str:
        """An initialiser."""
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

    def linear(self, name: str, x: str) -> str:
        """x W + b in int8, or in full precision for layers in `whole`."""
        weight, bias = self.weights[f"{name}.weight"].T, self.constant(f"{name}.bias", self.weights[f"{name}.bias"])
        if name in self.whole:
            return self.add("Add", [self.add("MatMul", [x, self.constant(name, weight)])[0], bias])[0]
        scale = np.maximum(np.abs(weight).max(0), 1e-8) / self.top
        packed = self.constant(f"{name}.int8", np.clip(np.rint(weight / scale), -self.top, self.top).astype(np.int8))
        zero = self.constant(f"{name}.zero", np.zeros(weight.shape[1], dtype=np.int8))
        x8, x_scale, x_zero = self.quantised(x)
        found = self.add("MatMulInteger", [x8, packed, x_zero, zero])[0]
        scales = self.add("Mul", [x_scale, self.constant(f"{name}.scale", scale.astype(np.float32))])[0]
        wide = self.add("Mul", [self.add("Cast", [found], to=TensorProto.FLOAT)[0], scales])[0]
        return self.add("Add", [wide, bias])[0]

    def quantised(self, x: str) -> list[str]:
        """Eight-bit activations, their scale and zero point."""
        return self.add("DynamicQuantizeLinear", [x], outputs=3)

    def norm(self, name: str, x: str) -> str:
        """Layer normalisation."""
        parts = [self.constant(f"{name}.{k}", self.weights[f"{name}.{k}"]) for k in ("weight", "bias")]
        return self.add("LayerNormalization", [x, *parts], axis=-1, epsilon=1e-12)[0]


def build(
    weights: Mapping[str, np.ndarray], layers: int, bits: int = 8, whole: frozenset[str] = frozenset()
) -> onnx.ModelProto:
    """The encoder: `ids` (pieces) and `features` (pieces, 4) to `vectors` (pieces, hidden)."""
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
        x = _layer(graph, f"layers.{layer}", x, hidden)
    graph.nodes.append(helper.make_node("Identity", [x], ["vectors"]))
    made = helper.make_graph(
        graph.nodes,
        "attribution-encoder",
        [
            helper.make_tensor_value_info("ids", TensorProto.INT64, ["pieces"]),
            helper.make_tensor_value_info("features", TensorProto.INT64, ["pieces", 4]),
        ],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["pieces", hidden])],
        graph.initialisers,
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="retold")
    model.ir_version = 9
    onnx.checker.check_model(model)
    return model


def _layer(graph: Graph, name: str, x: str, hidden: int) -> str:
    size = hidden // HEADS
    wide = graph.linear(f"{name}.qkv", x)
    shape = graph.constant(f"{name}.split", np.asarray([-1, 3, HEADS, size], dtype=np.int64))
    parts = graph.add("Split", graph.add("Reshape", [wide, shape]), outputs=3, axis=1, num_outputs=3)
    flat = graph.constant(f"{name}.heads", np.asarray([-1, HEADS, size], dtype=np.int64))
    q, k, v = (graph.add("Reshape", [p, flat])[0] for p in parts)
    q = graph.add("Transpose", [q], perm=[1, 0, 2])[0]
    k = graph.add("Transpose", [k], perm=[1, 2, 0])[0]
    v = graph.add("Transpose", [v], perm=[1, 0, 2])[0]
    scale = graph.constant(f"{name}.scale", np.asarray(size**-0.5, dtype=np.float32))
    weights = graph.add("Softmax", graph.add("MatMul", [graph.add("Mul", [q, scale])[0], k]), axis=-1)[0]
    mixed = graph.add("Transpose", graph.add("MatMul", [weights, v]), perm=[1, 0, 2])[0]
    joined = graph.constant(f"{name}.joined", np.asarray([-1, hidden], dtype=np.int64))
    out = graph.linear(f"{name}.out", graph.add("Reshape", [mixed, joined])[0])
    x = graph.norm(f"{name}.norm1", graph.add("Add", [x, out])[0])
    inner = graph.add("Gelu", [graph.linear(f"{name}.up", x)])[0]
    return graph.norm(f"{name}.norm2", graph.add("Add", [x, graph.linear(f"{name}.down", inner)])[0])
