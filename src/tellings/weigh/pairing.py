"""From pairs of numbers to groups, and which of them a finding has told already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
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
    groups: dict[int, dict[str, Measure]] = {}
    holding: dict[str, set[int]] = defaultdict(set)
    for number, pair in enumerate(pairs):
        joined = {one.quantity.id: one for one in pair}
        for at in sorted({at for one in pair for at in holding[one.quantity.id]}):
            group = groups[at]
            if all(fit(x.figure, y.figure) for x in joined.values() for y in group.values()):
                joined |= groups.pop(at)
                for one in group:
                    holding[one].discard(at)
        groups[number] = joined
        for one in joined:
            holding[one].add(number)
    by_figure: dict[Figure, list[Measure]] = defaultdict(list)
    for measure in told:
        by_figure[measure.figure].append(measure)
    found = [
        sorted([*group.values(), *_same(group, by_figure, rarity)], key=_place)
        for group in groups.values()
    ]
    return sorted(found, key=lambda group: group[0].cite)


def _place(one: Measure) -> tuple[str, int]:
    return one.article, one.quantity.span.start


def _same(
    group: Mapping[str, Measure], by_figure: Mapping[Figure, Sequence[Measure]], rarity: Rarity
) -> list[Measure]:
    """What else tells a figure of the group, in a sentence like one that does."""
    found = {
        other.quantity.id: other
        for one in group.values()
        for other in by_figure[one.figure]
        if other.quantity.id not in group and rarity.share(one.stems, other.stems) >= _SAME
    }
    return list(found.values())


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
