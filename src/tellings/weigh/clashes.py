"""Figures of one thing under one act, told by sentences that match, which cannot both hold.

Where two articles tell another figure of one counted thing and act, in sentences that are each
other's nearest, and neither tells the other's figure of it, they tell one number differently. What
sets two counts apart (other days, names, parts of a whole: `counts.apart`) does so here too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from tellings.weigh.counts import Counted, apart
from tellings.weigh.figures import relation
from tellings.weigh.measures import Measure, money, one_thing
from tellings.weigh.pairing import Pair, grouped
from tellings.weigh.rarity import Rarity

# Least weighted share of words where thing and act are one, and where only the thing is, of a sum
# of money and of a large count. All 12 pairs above these were one number in the affairs
# read, of those with unlike things or unlike acts fewer than half.
_BOTH, _SUM, _MANY = 0.25, 0.35, 0.45
_WORDS = 2
_FURTHEST = 4  # times: figures further apart are of unlike things
# What one thing and one act add to the share of words when the nearest number is looked for.
_THING, _ACT = 0.3, 0.2
_TELLS = 0.3  # nearness at which an article is held to tell the other's figure as well


def clashes(
    told: Sequence[Measure], counted: Mapping[str, Counted], rarity: Rarity
) -> list[list[Measure]]:
    """Groups of measures that cannot all hold, each with all that tell the same figures.

    `counted` are those that can be compared at all, by the ids of their quantities.
    """
    articles: dict[str, list[Measure]] = defaultdict(list)
    for one in told:
        if not one.figure.vague:
            articles[one.article].append(one)
    pairs = [
        (a, b)
        for a, b in _candidates(told)
        if _one_matter(counted.get(a.quantity.id), counted.get(b.quantity.id))
        and _clash(a, b, articles, rarity)
    ]
    return grouped(pairs, told, rarity, lambda a, b: a.unit == b.unit)


def _candidates(told: Sequence[Measure]) -> list[Pair]:
    """Pairs of two articles that count one thing in one unit, and are not too far apart."""
    alike: dict[tuple[str, str], list[Measure]] = defaultdict(list)
    for one in told:
        if not one.figure.vague:
            for stem in one.of:
                alike[one.figure.unit or "", stem].append(one)
    found: dict[tuple[str, str], Pair] = {}
    for members in alike.values():
        for a, b in combinations(members, 2):
            if a.article != b.article and _comparable(a, b):
                found[a.quantity.id, b.quantity.id] = a, b
    return [pair for _, pair in sorted(found.items())]


def _one_matter(a: Counted | None, b: Counted | None) -> bool:
    return a is not None and b is not None and a.key.side == b.key.side and not apart(a, b)


def _clash(
    a: Measure, b: Measure, articles: Mapping[str, Sequence[Measure]], rarity: Rarity
) -> bool:
    if _share(a, b, rarity) < _needed(a, b):
        return False
    nearness = _nearness(a, b, rarity)
    return not _disputed(a, articles[b.article], nearness, rarity) and not _disputed(
        b, articles[a.article], nearness, rarity
    )


def _comparable(a: Measure, b: Measure) -> bool:
    low, high = sorted((a.figure.low, b.figure.low))
    if high > low * _FURTHEST:
        return False
    return relation(a.figure, b.figure) in ("contradiction", "raised")


def _needed(a: Measure, b: Measure) -> float:
    if a.act is not None and a.act == b.act:
        return _BOTH
    if money(a.figure.unit):
        return _SUM
    return _MANY if a.figure.unit is None and not (a.few or b.few) else 2.0


def _share(a: Measure, b: Measure, rarity: Rarity) -> float:
    return rarity.share(a.stems, b.stems) if len(a.stems & b.stems) >= _WORDS else 0.0


def _nearness(a: Measure, b: Measure, rarity: Rarity) -> float:
    acted = a.act is not None and a.act == b.act
    return rarity.share(a.stems, b.stems) + _THING * bool(one_thing(a, b)) + _ACT * acted


def _disputed(one: Measure, others: Sequence[Measure], least: float, rarity: Rarity) -> bool:
    """Whether the other article tells a number that is nearer to `one`, or its very figure."""
    for other in others:
        if other.figure.unit != one.figure.unit:
            continue
        near = _nearness(one, other, rarity)
        if near > least or (near >= _TELLS and other.figure.low == one.figure.low):
            return True
    return False
