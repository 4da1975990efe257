"""The best single-rooted tree: checked against all trees of small sentences."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.annotate.en.trees import MOST_ROOTS, _rooted, tree


def _is_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        node, steps = start, 0
        while node:
            node, steps = heads[node - 1], steps + 1
            if steps > len(heads):
                return False
    return True


def _total(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(scores[i, h] for i, h in enumerate(heads)))


@pytest.mark.parametrize("seed", range(40))
def test_the_best_of_all_trees(seed: int) -> None:
    size = 1 + seed % MOST_ROOTS  # within MOST_ROOTS words every root is tried: the answer is exact
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    found = tuple(tree(scores).tolist())
    trees = [h for h in product(range(size + 1), repeat=size) if _is_tree(h)]
    best = max(_total(scores, h) for h in trees)
    assert _is_tree(found)
    assert _total(scores, found) == pytest.approx(best, abs=1e-5)


@pytest.mark.parametrize("seed", range(20))
def test_the_best_tree_under_a_given_root(seed: int) -> None:
    size, root = 5, seed % 5
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    scores[np.arange(size), np.arange(1, size + 1)] = -np.inf
    found = tuple(_rooted(scores, root).tolist())
    trees = [h for h in product(range(size + 1), repeat=size) if _is_tree(h) and not h[root]]
    best = max(_total(scores, h) for h in trees)
    assert _total(scores, found) == pytest.approx(best, abs=1e-5)


@given(st.integers(1, 40), st.integers(0, 10**6))
def test_always_a_tree_and_always_the_same(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    found = tree(scores)
    assert _is_tree(tuple(found.tolist()))
    assert (found == tree(scores)).all()


def test_ties_still_give_a_tree() -> None:
    assert _is_tree(tuple(tree(np.zeros((12, 13), dtype=np.float32)).tolist()))
