"""Writes the reader's files from a checkpoint: `python -m models.en.export --from WORK/en.pt`.

The graph is written operation by operation, for windows one at a time: no padding, no mask, so a
window's numbers cannot depend on what is read beside it. Weights are int8 with one scale a column;
activations are scaled from the window itself (DynamicQuantizeMatMul).
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from models.en.encoder import HEADS, INNER, LAYERS, WIDTH, fingerprint, pretrained
from models.en.joint import Joint
from models.en.lexicon import inflected
from models.en.tasks import TASKS, chosen
from models.en.tasks.grammar import Grammar

CONTRIB = "com.microsoft"
Array = NDArray[np.float32]


def per_column(weight: Array) -> tuple[NDArray[np.int8], Array]:
    """int8 values and one scale a column, for a matrix [in, out]."""
    scale = np.maximum(np.abs(weight).max(axis=0), 1e-8) / 127
    return np.clip(np.round(weight / scale), -127, 127).astype(np.int8), scale.astype(np.float32)


class Graph:
    """Nodes and constants, written in order."""

    def __init__(self, *, exact: bool) -> None:
        self.exact = exact  # float32 throughout: to measure what int8 costs
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: NDArray) -> str:  # type: ignore[type-arg]
        self.constants.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def node(self, op: str, inputs: list[str], out: str, domain: str = "", **attributes) -> str:  # type: ignore[no-untyped-def]
        self.nodes.append(helper.make_node(op, inputs, [out], out, domain=domain, **attributes))
        return out

    def product(self, x: str, weight: Array, bias: Array, out: str) -> str:
        """x @ weight + bias."""
        b = self.constant(out + ".b", bias.astype(np.float32))
        if self.exact:
            w = self.constant(out + ".w", weight.astype(np.float32))
            return self.node("Add", [self.node("MatMul", [x, w], out + ".raw"), b], out)
        q, scale = per_column(weight)
        w, s = self.constant(out + ".w", q), self.constant(out + ".s", scale)
        return self.node("DynamicQuantizeMatMul", [x, w, s, "", b], out, CONTRIB)


def network(model: Joint, *, exact: bool = False) -> tuple[onnx.ModelProto, dict[str, list[int]]]:
    """The network, and which columns of its output are whose: {"task.output": [from, to]}."""
    g = Graph(exact=exact)
    state = {k: v.detach().numpy().astype(np.float32) for k, v in model.state_dict().items()}
    x = _embedded(g, state)
    for i in range(LAYERS):
        x = _layer(g, state, f"encoder.layers.{i}.", x)
    zero = g.constant("zero", np.array(0, dtype=np.int64))
    flat = g.node("Gather", [x, zero], "flat", axis=0)
    ends = [g.node("Gather", [flat, end], f"{end}_vectors", axis=0) for end in ("first", "last")]
    half = g.constant("half", np.array(0.5, dtype=np.float32))
    words = g.node("Mul", [g.node("Add", ends, "both_vectors"), half], "word_vectors")
    columns, weights, biases, at = {}, [], [], 0
    for name, head in model.heads.items():
        for part, size in head.sizes.items():
            columns[f"{name}.{part}"] = [at, at + size]
            at += size
        weight, bias = (t.detach().numpy().astype(np.float32) for t in head.matrix())
        weights.append(weight.T)
        biases.append(bias)
    g.product(words, np.concatenate(weights, 1), np.concatenate(biases), "out")
    ints = TensorProto.INT64
    graph = helper.make_graph(
        g.nodes,
        "tellings_en",
        [
            helper.make_tensor_value_info("ids", ints, [1, "pieces"]),
            helper.make_tensor_value_info("shapes", ints, [1, "pieces"]),
            helper.make_tensor_value_info("first", ints, ["words"]),
            helper.make_tensor_value_info("last", ints, ["words"]),
        ],
        [helper.make_tensor_value_info("out", TensorProto.FLOAT, ["words", at])],
        g.constants,
    )
    versions = [helper.make_opsetid("", 17), helper.make_opsetid(CONTRIB, 1)]
    made = helper.make_model(graph, opset_imports=versions, ir_version=9)
    return made, columns


def _embedded(g: Graph, state: dict[str, Array]) -> str:
    table = state["encoder.words.weight"]
    scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-8) / 127
    q = np.clip(np.round(table / scale), -127, 127).astype(np.int8)
    rows = g.node("Gather", [g.constant("words.q", q), "ids"], "words.rows", axis=0)
    scales = g.node(
        "Gather", [g.constant("words.s", scale.astype(np.float32)), "ids"], "words.scales", axis=0
    )
    whole = g.node("Cast", [rows], "words.cast", to=TensorProto.FLOAT)
    x = g.node("Mul", [whole, scales], "words")
    size = g.node("Shape", ["ids"], "size", start=1, end=2)
    start = g.constant("start", np.array([0], dtype=np.int64))
    places = g.constant("places", state["encoder.places.weight"])
    axis = g.constant("axis", np.array([0], dtype=np.int64))
    x = g.node("Add", [x, g.node("Slice", [places, start, size, axis], "place")], "placed")
    shapes = g.constant("shape_table", state["encoder.shapes.weight"])
    x = g.node("Add", [x, g.node("Gather", [shapes, "shapes"], "shape", axis=0)], "shaped")
    names = [x, *_norm(g, state, "encoder.norm")]
    return g.node("LayerNormalization", names, "embedded", epsilon=1e-12)


def _norm(g: Graph, state: dict[str, Array], name: str) -> list[str]:
    return [g.constant(f"{name}.{k}", state[f"{name}.{k}"]) for k in ("weight", "bias")]


def _layer(g: Graph, state: dict[str, Array], at: str, x: str) -> str:
    def product(source: str, name: str) -> str:
        weight, bias = state[f"{at}{name}.weight"].T, state[f"{at}{name}.bias"]
        return g.product(source, weight, bias, at + name)

    qkv = product(x, "qkv")
    names = [f"{at}{n}_part" for n in "qkv"]
    third = g.constant(at + "third", np.array([WIDTH] * 3, dtype=np.int64))
    g.nodes.append(helper.make_node("Split", [qkv, third], names, at + "split", axis=2))
    mixed = g.node("MultiHeadAttention", names, at + "mixed", CONTRIB, num_heads=HEADS)
    x = _add_norm(g, state, x, product(mixed, "out"), at + "norm1")
    up = g.node("Gelu", [product(x, "up")], at + "gelu", CONTRIB)
    return _add_norm(g, state, x, product(up, "down"), at + "norm2")


def _add_norm(g: Graph, state: dict[str, Array], x: str, y: str, name: str) -> str:
    # Two nodes: the fused SkipLayerNormalization is not vectorised on CPUs and took 18% of a run.
    both = [g.node("Add", [x, y], name + ".sum"), *_norm(g, state, name)]
    return g.node("LayerNormalization", both, name, epsilon=1e-12)


def write(model: Joint, folder: Path, *, exact: bool = False) -> None:
    """The network, names of its columns and classes, tables, lemmas, vocabulary."""
    folder.mkdir(parents=True, exist_ok=True)
    made, columns = network(model, exact=exact)
    onnx.save(made, folder / "en.onnx")
    kinds: dict[str, list[str]] = {}
    tables: dict[str, Array] = {}
    for name, head in model.heads.items():
        tables |= {f"{name}.{k}": v for k, v in head.tables().items()}
        kinds |= {f"{name}.{k}": v for k, v in getattr(model.tasks[name], "kinds", {}).items()}
    np.savez(folder / "tables.npz", **tables)
    about = {"columns": columns, "kinds": kinds, "encoder_sha256": fingerprint(), "inner": INNER}
    (folder / "en.json").write_text(json.dumps(about, indent=0) + "\n", "utf-8")
    (folder / "vocab.txt").write_bytes((pretrained() / "vocab.txt").read_bytes())
    grammar = model.tasks["grammar"]
    assert isinstance(grammar, Grammar)
    rows = sorted(grammar.lemmas.items())
    lines = (f"{w}\t{t}\t{m}" for (w, t), m in rows if not _ADDRESS.search(w))
    (folder / "lemmas.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    forms = "\n".join("\t".join(row) for row in inflected())
    (folder / "forms.tsv").write_text(forms + "\n", "utf-8")


# Addresses, numbers and names of files are their own lemmas, and some belong to somebody.
_ADDRESS = re.compile(r"[0-9@/\\%_]|www|\.\w{2,}|.{30}", re.IGNORECASE)


def made(checkpoint: Path, names: Sequence[str]) -> list[str]:
    """Those of the tasks whose heads the checkpoint holds: a fresh head's numbers are chance."""
    heads = {key.split(".")[1] for key in torch.load(checkpoint, weights_only=True) if "." in key}
    for name in names:
        if name not in heads:
            print(f"left out: {name} (no such head in {checkpoint.name})")
    return [name for name in names if name in heads]


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=Path("../shared/data"))
    ask.add_argument("--from", dest="start", type=Path, default=Path("models/en/work/en.pt"))
    ask.add_argument("--to", type=Path, default=Path("src/tellings/annotate/en/weights"))
    ask.add_argument("--tasks", default=",".join(TASKS))
    ask.add_argument("--exact", action="store_true", help="float32, to see what int8 costs")
    asked = ask.parse_args()
    model = Joint(chosen(made(asked.start, asked.tasks.split(",")), asked.data))
    model.encoder.load_pretrained()
    model.load(asked.start)
    write(model, asked.to, exact=asked.exact)
    size = sum(f.stat().st_size for f in asked.to.iterdir()) / 1e6
    print(f"{asked.to}: {size:.1f} MB")


if __name__ == "__main__":
    main()
