"""Tags, features, lemmas' rules and dependency trees from the network's outputs.

Arcs are scored by a biaffine product (Dozat & Manning 2017) and by how far and on which side the
head stands (after Qi et al. 2018), within a sentence only; labels by one hidden layer over the sum
of the dependent's and the head's vectors, and by their product.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tellings.annotate.en.trees import tree

FAR, SINGLE = 12, 6  # steps of distance on either side, of which the first stand for one word each

Floats = NDArray[np.float32]
Outputs = Mapping[str, Floats]


@dataclass(frozen=True, slots=True)
class Parse:
    """For each word: its head (index into the same words, itself at the root) and label id."""

    heads: list[int]
    labels: list[int]


@lru_cache(maxsize=256)
def ways(words: int) -> NDArray[np.int64]:
    """[words, words]: the way from each word to each other one, 0 to 2 FAR, FAR where it is itself.

    One to six words are told apart, then every doubling in two steps; 48 words and more are one.
    """
    at = np.arange(words)
    off = at[None, :] - at[:, None]
    size = np.abs(off)
    doublings = np.log2(np.maximum(size, SINGLE) / SINGLE)
    steps = np.where(size <= SINGLE, size, SINGLE + np.floor(2 * doublings).astype(np.int64))
    way: NDArray[np.int64] = np.minimum(steps, FAR) * np.sign(off) + FAR
    return way


def parse(out: Outputs, tables: Outputs, bounds: Sequence[tuple[int, int]]) -> Parse:
    """Trees for the sentences `bounds` ([first, last) word indices that cover the words)."""
    relu = np.maximum
    low = relu(out["grammar.arc_dep"], 0)
    dep = low @ tables["grammar.arc_u"]
    far = low @ tables["grammar.arc_far"].T
    head = relu(out["grammar.arc_head"], 0)
    prior = head @ tables["grammar.arc_bias"]
    root = dep @ tables["grammar.root"] + tables["grammar.root"] @ tables["grammar.arc_bias"]
    heads = np.zeros(len(dep), dtype=np.int64)
    for first, last in bounds:
        scores = np.empty((last - first, last - first + 1), dtype=np.float32)
        scores[:, 0] = root[first:last]
        np.matmul(dep[first:last], head[first:last].T, out=scores[:, 1:])
        scores[:, 1:] += prior[first:last]
        scores[:, 1:] += np.take_along_axis(far[first:last], ways(last - first), 1)
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
    scores += (out["grammar.label_dep"] * above) @ tables["grammar.label_p"]
    root = int(tables["grammar.root_label"][0])
    scores[~is_root, root] = -np.inf
    labels: NDArray[np.int64] = scores.argmax(axis=1)
    labels[is_root] = root
    return labels
