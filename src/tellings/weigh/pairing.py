"""From pairs of numbers to groups, and which of them a finding has told already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from tellings.weigh.figures import Figure
from tellings.weigh.matching import Match
from tellings.weigh.measure import Measure

Group = tuple[list[Measure], list[Match]]


def grouped(
    matches: Iterable[Match],
    told: Sequence[Measure],
    fit: Callable[[Measure, Measure], bool],
    one_thing: Callable[[Measure, Measure], bool],
) -> list[Group]:
    """What hangs together by matches, one group a number that is told otherwise.

    Matches are gathered, the surest first, where every two `fit`; groups that share a number are
    one. Each comes with all else that tells a figure of it of one thing, and with its matches; in
    order of the smallest place.
    """
    groups: dict[int, tuple[dict[str, Measure], list[Match]]] = {}
    holding: dict[str, set[int]] = defaultdict(set)
    ordered = sorted(matches, key=lambda m: (-m.sure, m.a.quantity.id, m.b.quantity.id))
    for number, match in enumerate(ordered):
        joined = {one.quantity.id: one for one in (match.a, match.b)}
        held = [match]
        for at in sorted({at for one in joined for at in holding[one]}):
            group, before = groups[at]
            if all(fit(x, y) for x in joined.values() for y in group.values() if x is not y):
                joined |= group
                held = [*before, *held]
                del groups[at]
                for one in group:
                    holding[one].discard(at)
        groups[number] = joined, held
        for one in joined:
            holding[one].add(number)
    by_figure: dict[Figure, list[Measure]] = defaultdict(list)
    for measure in told:
        by_figure[measure.figure].append(measure)
    found = []
    for group, held in _met(_folded(groups.values(), one_thing)):
        same = {
            other.quantity.id: other
            for one in group.values()
            for other in by_figure[one.figure]
            if other.quantity.id not in group and one_thing(one, other)
        }
        found.append((sorted([*group.values(), *same.values()], key=_place), held))
    return sorted(found, key=lambda group: group[0][0].cite)


def _folded(
    groups: Iterable[tuple[dict[str, Measure], list[Match]]],
    one_thing: Callable[[Measure, Measure], bool],
) -> list[tuple[dict[str, Measure], list[Match]]]:
    """The groups, those within another that tells all their figures of the same thing."""
    kept: list[tuple[dict[str, Measure], list[Match]]] = []
    for group, held in sorted(groups, key=lambda g: (-len(_figures(g[0])), min(g[0]))):
        for larger, matches in kept:
            if _figures(group) <= _figures(larger) and any(
                one.figure == other.figure and one_thing(one, other)
                for one in group.values()
                for other in larger.values()
            ):
                larger |= group
                matches += held
                break
        else:
            kept.append((dict(group), list(held)))
    return kept


def _met(
    groups: Iterable[tuple[dict[str, Measure], list[Match]]],
) -> list[tuple[dict[str, Measure], list[Match]]]:
    """The groups, those that share a number as one.

    What two groups share was held to be one thing with all of either, also where figures of the
    two say nothing to each other ("59", "at least 59"). A word such as "dozens" joins none: it fits
    the injured of two earthquakes.
    """
    found: list[tuple[dict[str, Measure], list[Match]]] = []
    for group, held in groups:
        told = {number for number, one in group.items() if not one.figure.vague}
        apart = []
        for other, matches in found:
            if told.isdisjoint(other):
                apart.append((other, matches))
            else:
                group, held = {**other, **group}, [*matches, *held]
                told |= {number for number, one in other.items() if not one.figure.vague}
        found = [*apart, (group, held)]
    return found


def _figures(group: Mapping[str, Measure]) -> frozenset[Figure]:
    return frozenset(one.figure for one in group.values())


def _place(one: Measure) -> tuple[str, int]:
    return one.article, one.quantity.span.start


class Told:
    """The pairs of unlike numbers that findings have told, in whatever unit."""

    def __init__(self, measured: Iterable[Measure]) -> None:
        self._twins = {one.quantity.id: one.twin for one in measured if one.twin is not None}
        self._pairs: set[frozenset[str]] = set()

    def new(self, group: Sequence[Measure]) -> bool:
        """Whether two of the group differ and no finding has set them side by side."""
        pairs = self._of(group)
        fresh = bool(pairs - self._pairs)
        self._pairs |= pairs
        return fresh

    def _of(self, group: Sequence[Measure]) -> set[frozenset[str]]:
        ids = {one.quantity.id: str(one.figure) for one in group}
        return {
            frozenset(self._twins.get(one, one) for one in pair)
            for pair in combinations(sorted(ids), 2)
            if ids[pair[0]] != ids[pair[1]]
        }
