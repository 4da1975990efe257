"""Numbers so nearly equal that they are one number, told with other figures.

Two unlike quantities of one story and unit seldom lie within a fiftieth of each other. So where two
such numbers stand in sentences that share some telling words, they are taken for one, whatever the
verb and the thing counted are called: 229 feet and 230 feet, 145 million and 145.5 million. So are
two numbers that are equal but for a bound: 20,000 and up to 20,000.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tellings.model import Cite, Quantity
from tellings.text.content import content
from tellings.weigh.figures import Figure, figure, relation
from tellings.weigh.rarity import Rarity
from tellings.weigh.scene import Scene

# (largest difference as a part of the larger, least weighted share of words, least digits). Of 48
# pairs within a twentieth in 20 affairs all 27 of the first kind were one number, and all 5 of the
# second; of the 16 others 9 were not.
_CLOSE = ((Decimal("0.02"), 0.2, 3), (Decimal("0.05"), 0.45, 2))
# Equal but for a bound: (least share, least digits); round numbers are equal by chance. 9 of the 9
# pairs that these let in were one number, and 3 of the 6 next below.
_BOUND = ((0.25, 2), (0.4, 1))
# What is no rounding of the other needs more: a moon's distance, and the one that makes it large.
_PLAIN = 0.35
_BOUNDS = frozenset({"at-least", "at-most", "more-than", "less-than"})
_WORDS = 2  # shared stems at least
_COUNTED = 1000  # smaller counts of unlike things are close by chance
_CLOCK = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})


@dataclass(frozen=True, slots=True)
class Measure:
    """One number with the stems of its sentence, and where that sentence starts."""

    article: str
    quantity: Quantity
    cite: Cite
    figure: Figure
    stems: frozenset[str]
    sentence: int

    @property
    def place(self) -> tuple[str, int]:
        return self.article, self.sentence

    @property
    def digits(self) -> int:
        return len(self.figure.low.normalize().as_tuple().digits)


Pair = tuple[Measure, Measure]


def near(scene: Scene) -> Iterator[list[Measure]]:
    """Groups of two or more values that are one number; every group with all that tell it."""
    rarity = Rarity(scene)
    told = _measures(scene)
    pairs = [(a, b) for a, b in _candidates(told) if _one_number(scene, a, b, rarity)]
    held: set[str] = set()
    for group in _groups(pairs):
        members = [
            one
            for one in (*group, *_with_same(group, told, rarity))
            if one.quantity.id not in held  # two groups can meet in a number told alike
        ]
        held.update(one.quantity.id for one in members)
        if len({str(one.figure) for one in members}) > 1:
            yield sorted(members, key=lambda one: one.cite)


def _with_same(
    group: Sequence[Measure], told: Sequence[Measure], rarity: Rarity
) -> Iterator[Measure]:
    """All others that tell one of the group's values in a like sentence."""
    own = {one.quantity.id for one in group}
    values = {(one.figure.unit, one.figure.low) for one in group}
    for one in told:
        if one.quantity.id in own or (one.figure.unit, one.figure.low) not in values:
            continue
        if any(_alike(one, member, rarity, _CLOSE[0][1]) for member in group):
            yield one


def _measures(scene: Scene) -> list[Measure]:
    found = []
    for article in sorted(scene.story.articles):
        text = scene.articles[article].text
        for quantity in scene.marks[article].quantities:
            value = figure(quantity)
            if value is None or value.vague or value.low != value.high or value.low <= 0:
                continue
            if _idle(quantity, value):
                continue
            around = scene.sentence(article, quantity.span)
            stems = (s for s in content(around.of(text), scene.stop) if not s[0].isdigit())
            cite = scene.cite(article, quantity.span)
            found.append(Measure(article, quantity, cite, value, frozenset(stems), around.start))
    return found


def _idle(quantity: Quantity, value: Figure) -> bool:
    """Small counts, ages, hours and shares: they are close by chance."""
    if quantity.unit is None:
        return value.low < _COUNTED
    return quantity.unit in _CLOCK or quantity.unit == "share" or "of age" in quantity.unit


def _candidates(told: Sequence[Measure]) -> Iterator[Pair]:
    """Pairs of one unit that lie within the widest bound, each a neighbour by size."""
    by_unit: dict[str, list[Measure]] = defaultdict(list)
    for one in told:
        by_unit[one.figure.unit or ""].append(one)
    widest = max(part for part, _, _ in _CLOSE)
    for _, members in sorted(by_unit.items()):
        members.sort(key=lambda one: (one.figure.low, one.cite))
        for i, a in enumerate(members):
            for b in members[i + 1 :]:
                if b.figure.low * (1 - widest) > a.figure.low:
                    break
                differ = a.figure.low != b.figure.low or _otherwise_bound(a, b)
                if differ and a.place != b.place:
                    yield a, b


def _otherwise_bound(a: Measure, b: Measure) -> bool:
    """Whether one has a bound that the other has not; "about" alone makes no difference."""
    modifiers = {a.figure.modifier, b.figure.modifier}
    return len(modifiers) > 1 and not modifiers.isdisjoint(_BOUNDS)


def _one_number(scene: Scene, a: Measure, b: Measure, rarity: Rarity) -> bool:
    if a.article != b.article and scene.origins.independent(scene.told([a.cite, b.cite])) < 2:
        return False
    if a.figure.low == b.figure.low:
        return any(a.digits >= least and _alike(a, b, rarity, share) for share, least in _BOUND)
    apart = abs(a.figure.low - b.figure.low) / max(a.figure.low, b.figure.low)
    plainly = relation(a.figure, b.figure) == "contradiction"
    return any(
        apart <= part
        and max(a.digits, b.digits) >= digits
        and _alike(a, b, rarity, max(share, _PLAIN) if plainly else share)
        for part, share, digits in _CLOSE
    )


def _alike(a: Measure, b: Measure, rarity: Rarity, share: float) -> bool:
    return len(a.stems & b.stems) >= _WORDS and rarity.share(a.stems, b.stems) >= share


def _groups(pairs: Sequence[Pair]) -> list[list[Measure]]:
    """What hangs together by pairs, in order of the smallest place."""
    groups: list[dict[str, Measure]] = []
    for pair in pairs:
        joined = {one.quantity.id: one for one in pair}
        for group in [g for g in groups if not joined.keys().isdisjoint(g)]:
            joined |= group
            groups.remove(group)
        groups.append(joined)
    return sorted(
        (sorted(group.values(), key=lambda one: one.cite) for group in groups),
        key=lambda group: group[0].cite,
    )
