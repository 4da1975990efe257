"""Tags, features, lemmas' rules and dependency trees from the network's outputs.

Arcs are scored by a biaffine product (Dozat & Manning 2017) within a sentence only; labels by one
hidden layer over the sum of the dependent's and the head's vectors.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tellings.annotate.en.trees import tree

Floats = NDArray[np.float32]
Outputs = Mapping[str, Floats]


@dataclass(frozen=True, slots=True)
class Parse:
    """For each word: its head (index into the same words, itself at the root) and label id."""

    heads: list[int]
    labels: list[int]


def parse(out: Outputs, tables: Outputs, bounds: Sequence[tuple[int, int]]) -> Parse:
    """Trees for the sentences `bounds` ([first, last) word indices that cover the words)."""
    relu = np.maximum
    dep = relu(out["grammar.arc_dep"], 0) @ tables["grammar.arc_u"]
    head = relu(out["grammar.arc_head"], 0)
    prior = head @ tables["grammar.arc_bias"]
    root = dep @ tables["grammar.root"] + tables["grammar.root"] @ tables["grammar.arc_bias"]
    heads = np.zeros(len(dep), dtype=np.int64)
    for first, last in bounds:
        scores = np.empty((last - first, last - first + 1), dtype=np.float32)
        scores[:, 0] = root[first:last]
        np.matmul(dep[first:last], head[first:last].T, out=scores[:, 1:])
        scores[:, 1:] += prior[first:last]
        found = tree(scores)
        heads[first:last] = np.where(found == 0, np.arange(first, last), found - 1 + first)
    labels = _labels(out, tables, heads)
    return Parse(heads.tolist(), labels.tolist())


def _labels(out: Outputs, tables: Outputs, heads: NDArray[np.int64]) -> NDArray[np.int64]:
    is_root = heads == np.arange(len(heads))
    above = out["grammar.label_head"][heads]
    above[is_root] = tables["grammar.label_root"]
    hidden = np.maximum(out["grammar.label_dep"] + above, 0)
    scores = hidden @ tables["grammar.label_w"] + tables["grammar.label_b"]
    root = int(tables["grammar.root_label"][0])
    scores[~is_root, root] = -np.inf
    labels: NDArray[np.int64] = scores.argmax(axis=1)
    labels[is_root] = root
    return labels
