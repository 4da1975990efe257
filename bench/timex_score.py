"""Scoring time expressions as TempEval-3 does: relaxed match by overlap, one to one.

An item is `(start, end, type, value)`. Value F1 counts a match whose TIMEX3 value is the same;
precision divides by what was found, recall by what stands in the gold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Item = tuple[int, int, str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over documents; the F1 figures are percentages."""

    gold: int
    found: int
    relaxed: int
    strict: int
    type: int
    value: int

    def f1(self, count: int) -> float:
        return 200 * count / (self.gold + self.found) if self.gold + self.found else 0.0


def pairs(gold: Sequence[Item], found: Sequence[Item]) -> list[tuple[Item, Item | None]]:
    """Each gold item with what matches it: the same span, else the first unused that overlaps."""
    used: set[int] = set()
    out: list[tuple[Item, Item | None]] = []
    for item in sorted(gold):
        best = _best(item, sorted(found), used)
        if best is not None:
            used.add(best)
        out.append((item, None if best is None else sorted(found)[best]))
    return out


def _best(item: Item, found: Sequence[Item], used: set[int]) -> int | None:
    best = None
    for at, other in enumerate(found):
        if at in used:
            continue
        if other[:2] == item[:2]:
            return at
        if best is None and other[0] < item[1] and other[1] > item[0]:
            best = at
    return best


def score(gold: Mapping[str, Sequence[Item]], found: Mapping[str, Sequence[Item]]) -> Score:
    """Score all documents of `gold` as one."""
    matched = [
        (item, other)
        for doc in gold
        for item, other in pairs(gold[doc], found.get(doc, ()))
        if other is not None
    ]
    return Score(
        gold=sum(len(items) for items in gold.values()),
        found=sum(len(found.get(doc, ())) for doc in gold),
        relaxed=len(matched),
        strict=sum(a[:2] == b[:2] for a, b in matched),
        type=sum(a[2] == b[2] for a, b in matched),
        value=sum(a[3].strip() == b[3].strip() for a, b in matched),
    )
