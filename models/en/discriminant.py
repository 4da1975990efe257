"""Linear discriminant analysis: directions in which happenings of one topic lie apart.

After Rao (1948): the scatter between happenings against the scatter of the tellings of each, both
with the topic's mean taken off. In closed form: nothing is sampled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

# Of the scatter inside a happening, how much is taken for the same in every direction: .3 and .8
# did no better on the development affairs.
EVEN = 0.5
SCALE = 8.0  # so that whole numbers (about 13, at most 105, of 127) keep what is told

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Told:
    """A word that tells of a happening: its topic, its chain and itself in small letters."""

    topic: str
    chain: str
    word: str


def fit(told: Sequence[Told], rows: Floats, numbers: int) -> tuple[Floats, Floats]:
    """Weight [width, numbers] and bias [numbers], from vectors [words, width]."""
    topics, chains = defaultdict(list), defaultdict(list)
    for i, one in enumerate(told):
        topics[one.topic].append(i)
        chains[one.topic, one.chain].append(i)
    own = rows.copy()
    for of in topics.values():
        own[of] -= rows[of].mean(axis=0)
    means = {key: own[of].mean(axis=0) for key, of in chains.items()}
    inside = np.concatenate([own[of] - means[key] for key, of in chains.items()])
    within = inside.T @ inside / (len(rows) - len(chains))
    apart = np.array([np.sqrt(len(of)) * means[key] for key, of in chains.items()])
    between = apart.T @ apart / len(chains)
    width = rows.shape[1]
    within = (1 - EVEN) * within + EVEN * np.trace(within) / width * np.eye(width)
    spread, turned = np.linalg.eigh(within)
    white = turned / np.sqrt(spread)
    _, kept = np.linalg.eigh(white.T @ between @ white)
    weight = SCALE * white @ kept[:, ::-1][:, :numbers]
    return weight, -rows.mean(axis=0) @ weight


def ordered(told: Sequence[Told], rows: Floats) -> float:
    """How often two of one happening are more alike than two that are not (AUC, 0 to 1).

    Over the pairs of one word in one topic, by the cosine with the topic's mean taken off.
    """
    found: list[tuple[float, bool]] = []
    for topic in sorted({one.topic for one in told}):
        of = [i for i, one in enumerate(told) if one.topic == topic]
        own = rows[of] - rows[of].mean(axis=0)
        own /= np.maximum(np.linalg.norm(own, axis=1, keepdims=True), 1e-9)
        for (a, i), (b, j) in combinations(enumerate(of), 2):
            if told[i].word == told[j].word:
                found.append((float(own[a] @ own[b]), told[i].chain == told[j].chain))
    found.sort()
    ranks = [n for n, (_, same) in enumerate(found, 1) if same]
    others = len(found) - len(ranks)
    return (sum(ranks) - len(ranks) * (len(ranks) + 1) / 2) / (len(ranks) * others)
