"""Scores of groups of mentions: MUC, B³ and CEAF with entity similarity φ4, and their mean.

Key and response are groups of hashable mentions over all documents as one; each group is a set, and
no mention stands in two groups of one side. The mean of the three F1 is the CoNLL F1 of the
coreference shared tasks of 2011 and 2012. With `singletons=False` groups of one are dropped on both
sides first, as those tasks did.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Group = frozenset[Hashable]


@dataclass(frozen=True, slots=True)
class Score:
    """Recall, precision and F1 in [0, 1]."""

    recall: float
    precision: float

    @property
    def f1(self) -> float:
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Conll:
    muc: Score
    b3: Score
    ceafe: Score

    @property
    def f1(self) -> float:
        return (self.muc.f1 + self.b3.f1 + self.ceafe.f1) / 3


def conll(
    key: Iterable[Iterable[Hashable]],
    response: Iterable[Iterable[Hashable]],
    *,
    singletons: bool = True,
) -> Conll:
    """The three scores of `response` against `key`."""
    least = 1 if singletons else 2
    wanted = [g for g in map(frozenset, key) if len(g) >= least]
    found = [g for g in map(frozenset, response) if len(g) >= least]
    return Conll(muc(wanted, found), b3(wanted, found), ceafe(wanted, found))


def muc(key: Sequence[Group], response: Sequence[Group]) -> Score:
    """By links (Vilain et al. 1995): a group of n that the other side cuts in p parts has n - p."""
    return Score(_links(key, response), _links(response, key))


def _links(groups: Sequence[Group], others: Sequence[Group]) -> float:
    owner = {m: i for i, group in enumerate(others) for m in group}
    met = total = 0
    for group in groups:
        held = [owner[m] for m in group if m in owner]
        parts = len(set(held)) + (len(group) - len(held))
        met += len(group) - parts
        total += len(group) - 1
    return met / total if total else 0.0


def b3(key: Sequence[Group], response: Sequence[Group]) -> Score:
    """By mentions (Bagga and Baldwin 1998); a mention the other side lacks counts as not met."""
    return Score(_shares(key, response), _shares(response, key))


def _shares(groups: Sequence[Group], others: Sequence[Group]) -> float:
    owner = {m: group for group in others for m in group}
    total = sum(len(group) for group in groups)
    met = sum(len(group & owner[m]) / len(group) for group in groups for m in group if m in owner)
    return met / total if total else 0.0


def ceafe(key: Sequence[Group], response: Sequence[Group]) -> Score:
    """By groups matched one to one (Luo 2005), with φ4: twice the common over both sizes."""
    if not key or not response:
        return Score(0.0, 0.0)
    at = {m: j for j, group in enumerate(response) for m in group}
    like = np.zeros((len(key), len(response)))
    for i, group in enumerate(key):
        for j in {at[m] for m in group if m in at}:
            like[i, j] = 2 * len(group & response[j]) / (len(group) + len(response[j]))
    best = sum(best_match(like[np.ix_(rows, columns)]) for rows, columns in _blocks(like))
    return Score(best / len(key), best / len(response))


def _blocks(like: NDArray[np.float64]) -> Iterator[tuple[list[int], list[int]]]:
    """Rows and columns that hang together by cells above zero: each block is solved by itself."""
    rows_of: dict[int, list[int]] = {}
    columns_of: dict[int, list[int]] = {}
    for i, j in np.argwhere(like > 0).tolist():
        columns_of.setdefault(i, []).append(j)
        rows_of.setdefault(j, []).append(i)
    left = set(columns_of)
    while left:
        stack, rows, columns = [left.pop()], set(), set()
        while stack:
            row = stack.pop()
            rows.add(row)
            for column in columns_of[row]:
                if column not in columns:
                    columns.add(column)
                    stack.extend(other for other in rows_of[column] if other not in rows)
        left -= rows
        yield sorted(rows), sorted(columns)


def best_match(like: NDArray[np.float64]) -> float:
    """The greatest sum of cells, no two in one row or column (Kuhn 1955, by shortest paths)."""
    if like.shape[0] > like.shape[1]:
        like = like.T
    height, width = like.shape
    cost = -like
    over, under = np.zeros(height + 1), np.zeros(width + 1)
    taken = np.zeros(width + 1, dtype=np.int64)  # the row of each column, from 1; 0 is none
    for row in range(1, height + 1):
        taken[0], column = row, 0
        least = np.full(width + 1, np.inf)
        before = np.zeros(width + 1, dtype=np.int64)
        used = np.zeros(width + 1, dtype=bool)
        while taken[column]:
            used[column] = True
            at = taken[column]
            reach = cost[at - 1] - over[at] - under[1:]
            nearer = ~used[1:] & (reach < least[1:])
            least[1:][nearer] = reach[nearer]
            before[1:][nearer] = column
            open_ = np.where(used, np.inf, least)
            open_[0] = np.inf
            following = int(open_.argmin())
            step = open_[following]
            over[taken[used]] += step
            under[used] -= step
            least[~used] -= step
            column = following
        while column:
            taken[column] = taken[before[column]]
            column = int(before[column])
    return float(sum(like[taken[j] - 1, j - 1] for j in range(1, width + 1) if taken[j]))
