"""Passages of two articles each, put together as passages of several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

# Two passages of one article are one where they share this part of the longer: a whole story and
# its first half stay two copies, ends that an editor moved by a clause do not make two.
SAME_PASSAGE = 0.6
LONG = 16  # words: a shorter passage may be a phrase that anybody writes
# A short passage in this many articles is a phrase where few of them share anything longer.
MANY = 4


class Side(NamedTuple):
    """Words `[first, last)` of article number `article`."""

    article: int
    first: int
    last: int


def joined(pairs: Iterable[tuple[Side, Side]]) -> list[tuple[Side, ...]]:
    """Groups of passages, one an article: pairs whose sides in one article are one passage."""
    numbers: dict[Side, int] = {}
    parents: list[int] = []

    def root(side: Side) -> int:
        n = numbers.get(side)
        if n is None:
            n = numbers[side] = len(parents)
            parents.append(n)
        while parents[n] != n:
            parents[n] = n = parents[parents[n]]
        return n

    def join(one: Side, other: Side) -> None:
        a, b = root(one), root(other)
        parents[max(a, b)] = min(a, b)

    for one, other in pairs:
        join(one, other)
    sides = sorted(numbers)
    for one, other in _overlapping(sides):
        join(one, other)
    members: dict[int, list[Side]] = defaultdict(list)
    for side in sides:
        members[root(side)].append(side)
    groups = (tuple(_one_each(group)) for group in members.values())
    return _outermost([group for group in groups if len(group) > 1])


def _overlapping(sides: Sequence[Side]) -> Iterator[tuple[Side, Side]]:
    """Pairs of sides of one article that are one passage; `sides` are sorted."""
    active: list[Side] = []
    for side in sides:
        article, first, last = side
        active = [other for other in active if other[0] == article and other[2] > first]
        for other in active:
            _, start, end = other
            if min(last, end) - first >= SAME_PASSAGE * max(last - first, end - start):
                yield other, side
        active.append(side)


def _one_each(group: Sequence[Side]) -> Iterator[Side]:
    """The cover of each article's overlapping sides; where a text says it twice, the longest."""
    by_article: dict[int, list[Side]] = defaultdict(list)
    for side in group:
        covers = by_article[side.article]
        if covers and side.first < covers[-1].last:
            last = covers.pop()
            covers.append(Side(side.article, last.first, max(last.last, side.last)))
        else:
            covers.append(side)
    for covers in by_article.values():
        yield max(covers, key=lambda cover: (cover.last - cover.first, -cover.first))


def _outermost(groups: Sequence[tuple[Side, ...]]) -> list[tuple[Side, ...]]:
    """Groups without those that another group holds whole, passage by passage."""
    by_article: dict[int, list[tuple[Side, int]]] = defaultdict(list)
    for n, group in enumerate(groups):
        for side in group:
            by_article[side.article].append((side, n))

    def is_held(n: int, group: tuple[Side, ...]) -> bool:
        return any(
            m != n and _holds(groups[m], group) and (m < n or not _holds(group, groups[m]))
            for side, m in by_article[group[0].article]
            if _covers(side, group[0])
        )

    return [group for n, group in enumerate(groups) if not is_held(n, group)]


def _holds(outer: Sequence[Side], inner: Sequence[Side]) -> bool:
    sides = {side.article: side for side in outer}
    return all(side.article in sides and _covers(sides[side.article], side) for side in inner)


def _covers(outer: Side, inner: Side) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def without_phrases(groups: Sequence[tuple[Side, ...]]) -> Iterator[tuple[Side, ...]]:
    """Leaves out short passages of many articles of which few share anything longer."""
    related: dict[int, set[int]] = defaultdict(set)
    for n, group in enumerate(groups):
        if _is_long(group):
            for side in group:
                related[side.article].add(n)
    for group in groups:
        if len(group) < MANY or _is_long(group):
            yield group
            continue
        alone = sum(
            not any(
                related[side.article] & related[other.article] for other in group if other != side
            )
            for side in group
        )
        if 2 * alone <= len(group):
            yield group


def _is_long(group: Sequence[Side]) -> bool:
    return max(side.last - side.first for side in group) >= LONG
