"""From pairs of numbers to groups, and which of them a finding has told already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from tellings.weigh.counts import Counted
from tellings.weigh.figures import Figure
from tellings.weigh.measures import Measure
from tellings.weigh.rarity import Rarity

Pair = tuple[Measure, Measure]

_SAME = 0.2  # least weighted share of words of two sentences that tell an equal figure


def grouped(
    pairs: Iterable[Pair],
    told: Sequence[Measure],
    rarity: Rarity,
    fit: Callable[[Figure, Figure], bool],
) -> list[list[Measure]]:
    """What hangs together by pairs that all fit one another, with all that tell those figures.

    In order of the smallest place; the pairs' order decides what is joined first.
    """
    groups: list[dict[str, Measure]] = []
    for pair in pairs:
        joined = {one.quantity.id: one for one in pair}
        for group in [g for g in groups if not joined.keys().isdisjoint(g)]:
            if all(fit(x.figure, y.figure) for x in joined.values() for y in group.values()):
                joined |= group
                groups.remove(group)
        groups.append(joined)
    found = [sorted([*g.values(), *_same(g, told, rarity)], key=_place) for g in groups]
    return sorted(found, key=lambda group: group[0].cite)


def _place(one: Measure) -> tuple[str, int]:
    return one.article, one.quantity.span.start


def _same(group: dict[str, Measure], told: Sequence[Measure], rarity: Rarity) -> list[Measure]:
    """What else tells a figure of the group, in a sentence like one that does."""
    figures = {one.figure for one in group.values()}
    return [
        one
        for one in told
        if one.figure in figures
        and one.quantity.id not in group
        and any(
            x.figure == one.figure and rarity.share(one.stems, x.stems) >= _SAME
            for x in group.values()
        )
    ]


class Told:
    """The pairs of unlike numbers that findings have told, in whatever unit."""

    def __init__(self, measured: Iterable[Measure]) -> None:
        self._twins = {one.quantity.id: one.twin for one in measured if one.twin is not None}
        self._pairs: set[frozenset[str]] = set()

    def new(self, group: Sequence[Measure] | Sequence[Counted]) -> bool:
        """Whether two of the group differ and no finding has set them side by side."""
        pairs = self._of(group)
        fresh = bool(pairs - self._pairs)
        self._pairs |= pairs
        return fresh

    def _of(self, group: Sequence[Measure] | Sequence[Counted]) -> set[frozenset[str]]:
        ids = {one.quantity.id: str(one.figure) for one in group}
        return {
            frozenset(self._twins.get(one, one) for one in pair)
            for pair in combinations(sorted(ids), 2)
            if ids[pair[0]] != ids[pair[1]]
        }
