"""PLV's sentences: who acts towards whom, and the PLOVER root; and how they fall into folds."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.en.plv_rows import BIT, PLV_ROOTS, folds_of, macro_f1
from models.en.tasks.raw import words_of
from tellings.annotate.en.events import COLUMNS

NONE = 1
ALL = (1 << COLUMNS) - 1

__all__ = ["ALL", "BIT", "NONE", "PLV_ROOTS", "Case", "folds", "macro_f1", "plv"]


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


def folds(cases: Sequence[Case], groups: int) -> list[int]:
    """A fold for each case: stratified by root, one sentence's pairs all in one fold."""
    return folds_of(["".join(case.words) for case in cases], [case.roots for case in cases], groups)
