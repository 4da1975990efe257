"""PLV's sentences: who acts towards whom, and the PLOVER root; and how they fall into folds."""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.en.tasks.raw import words_of
from tellings.annotate.en.events import COLUMNS, ROOTS

NONE = 1
ALL = (1 << COLUMNS) - 1
BIT = {root: 2 << i for i, root in enumerate(ROOTS)}
# PLV writes CONCEDE and RETREAT as one.
PLV_ROOTS = {**BIT, "YIELD": BIT["CONCEDE"] | BIT["RETREAT"]}


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence: words, each word's allowed columns as bits, its pair's roots and parties."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    row: tuple[int, ...]
    roots: int
    actor: tuple[int, ...] = ()
    recipient: tuple[int, ...] = ()


def plv(path: Path) -> list[Case]:
    """PLV's sentences. No trigger is marked: all is open but that the parties are none."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            _from_plv(row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def _from_plv(row: dict[str, str]) -> Case:
    found = words_of(row["sentence"])
    spans = []
    for party in ("source", "target"):
        start = row["sentence"].find(row[party]) if row[party] else -1
        end = start + len(row[party])
        spans.append(
            tuple(i for i, s in enumerate(found.starts) if start >= 0 and start <= s < end)
        )
    parties = {i for span in spans for i in span}
    row_bits = tuple(NONE if i in parties else ALL for i in range(len(found.words)))
    return Case(found.words, found.spaces, row_bits, PLV_ROOTS[row["root"]], *spans)


def folds(cases: Sequence[Case], groups: int, seed: int = 7) -> list[int]:
    """A fold for each case: stratified by root, one sentence's pairs all in one fold."""
    same: dict[str, list[int]] = defaultdict(list)
    for i, case in enumerate(cases):
        same["".join(c for c in "".join(case.words).lower() if c.isalnum())].append(i)
    by: dict[int, list[list[int]]] = defaultdict(list)
    for indices in same.values():
        by[cases[indices[0]].roots].append(indices)
    rng, found, turn = random.Random(seed), [0] * len(cases), 0
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
