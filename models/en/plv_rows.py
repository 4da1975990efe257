"""PLV's roots, how its rows fall into folds, and their measure: needs no training package."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence

from tellings.annotate.en.events import ROOTS

BIT = {root: 2 << i for i, root in enumerate(ROOTS)}
# PLV writes CONCEDE and RETREAT as one.
PLV_ROOTS = {**BIT, "YIELD": BIT["CONCEDE"] | BIT["RETREAT"]}


def folds_of(texts: Sequence[str], roots: Sequence[int], groups: int, seed: int = 7) -> list[int]:
    """A fold for each text: stratified by root (bits), equal texts all in one fold."""
    same: dict[str, list[int]] = defaultdict(list)
    for i, text in enumerate(texts):
        same["".join(c for c in text.lower() if c.isalnum())].append(i)
    by: dict[int, list[list[int]]] = defaultdict(list)
    for indices in same.values():
        by[roots[indices[0]]].append(indices)
    rng, found, turn = random.Random(seed), [0] * len(texts), 0
    for root in sorted(by):
        rng.shuffle(by[root])
        for indices in by[root]:
            for i in indices:
                found[i] = turn % groups
            turn += 1
    return found


def macro_f1(gold: Sequence[str], guess: Sequence[str]) -> float:
    """The mean over gold's classes of F1, in per cent."""
    every = []
    for name in sorted(set(gold)):
        both = sum(g == p == name for g, p in zip(gold, guess, strict=True))
        every.append(2 * both / (gold.count(name) + guess.count(name)))
    return round(100 * sum(every) / len(every), 2)
