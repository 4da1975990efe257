"""Groups from judgements that are only more or less sure: all that was judged has its say.

One wrong tie between two large groups would join them where ties alone decide (`groups.grouped`).
Here two groups join where the judgements between their members, taken together, speak for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush
from math import log

from tellings.model import Tie

_SURE = 2.5  # log odds at most of one judgement for *same*: else one pair would join two crowds
_CERTAIN = 0.99
APART = 0.9975  # a *different* from this score on keeps two groups apart, whatever else is judged


def odds(tie: Tie) -> float:
    """The log odds that a tie gives to *same*: negative where its verdict is *different*."""
    score = min(max(tie.score, 1 - _CERTAIN), _CERTAIN)
    told = log(score / (1 - score))
    return -abs(told) if tie.verdict == "different" else min(told, _SURE)


def gathered(ids: Iterable[str], ties: Iterable[Tie]) -> list[tuple[str, ...]]:
    """Groups of the ids, each sorted, and sorted by first id; ids that no tie joins stand alone.

    The two groups with the highest mean odds between them join first (then by their least ids), as
    long as the sum of the odds between them is above zero and nothing keeps them apart. A pair that
    was not judged says nothing.
    """
    ties = list(ties)
    members = {one: [one] for one in set(ids)}
    sums: dict[str, dict[str, tuple[float, int]]] = {one: {} for one in members}
    for tie in ties:
        if tie.left in members and tie.right in members and tie.left != tie.right:
            total, count = sums[tie.left].get(tie.right, (0.0, 0))
            told = (total + odds(tie), count + 1)
            sums[tie.left][tie.right] = sums[tie.right][tie.left] = told
    apart = {one: set[str]() for one in members}
    for tie in ties:
        known = tie.left in members and tie.right in members
        if known and tie.verdict == "different" and tie.score >= APART:
            apart[tie.left].add(tie.right)
            apart[tie.right].add(tie.left)
    heap = [
        (-total / count, a, b)
        for a, others in sums.items()
        for b, (total, count) in others.items()
        if a < b and total > 0
    ]
    heapify(heap)
    while heap:
        mean, a, b = heappop(heap)
        if a not in members or b not in members or b not in sums[a]:
            continue
        total, count = sums[a][b]
        if -total / count != mean or total <= 0:
            continue  # said of groups that have grown since
        if apart[a] & set(members[b]):
            continue
        members[a].extend(members.pop(b))
        apart[a] |= apart[b]
        for other in _merge(sums, a, b):
            total, count = sums[a][other]
            if total > 0:
                heappush(heap, (-total / count, min(a, other), max(a, other)))
    return sorted(tuple(sorted(group)) for group in members.values())


def _merge(sums: dict[str, dict[str, tuple[float, int]]], a: str, b: str) -> list[str]:
    """Take what is judged of `b` into `a`; gives back all that `a` is judged with, sorted."""
    for other, (total, count) in sums.pop(b).items():
        del sums[other][b]
        if other != a:
            own = sums[a].get(other, (0.0, 0))
            sums[a][other] = sums[other][a] = (own[0] + total, own[1] + count)
    return sorted(sums[a])
