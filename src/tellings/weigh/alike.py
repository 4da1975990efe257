"""What two numbers' sentences have in common, whatever the figures: signs, 0 to 1 each.

They say how likely two numbers count one thing. Where two articles tell the same rare figure they
do, mostly, so that the signs' weights are learnt from equal figures (`bench.fit_numbers`).
"""

from __future__ import annotations

from collections.abc import Iterator

from tellings.text.calendar import bounds
from tellings.weigh.measure import Measure
from tellings.weigh.rarity import Rarity
from tellings.weigh.things import one_thing

Sign = tuple[str, float]

_RARE = 30.0  # summed weight of shared words from which more say nothing more
_SOME = 2  # shared other numbers from which more say nothing more


def alike(a: Measure, b: Measure, rarity: Rarity) -> Iterator[Sign]:
    """The signs of a pair, each at most once."""
    yield "start", 1.0
    yield "sentence", rarity.share(a.stems, b.stems)
    yield "rare", min(rarity.of(a.stems & b.stems) / _RARE, 1.0)
    yield "clause", rarity.share(a.near, b.near)
    yield "around", rarity.share(a.around, b.around)
    if a.left and a.left == b.left:
        yield "left", 1.0
    if a.right and a.right == b.right:
        yield "right", 1.0
    yield from _counted(a, b)
    if a.of & b.of:
        yield "rare_thing", min(rarity.of(a.of & b.of) / 10.0, 1.5)
        if a.of == b.of and a.kind == b.kind and a.kind:
            yield "one_phrase", 1.0
    yield from _acted(a, b)
    yield from _named(a, b, rarity)
    yield from _dated(a, b)
    yield from _beside(a, b)


def _counted(a: Measure, b: Measure) -> Iterator[Sign]:
    thing = one_thing(a.of, b.of)
    if thing is not None:
        yield ("one_thing" if thing else "other_thing"), 1.0
    elif a.of or b.of:
        yield "thing_untold", 1.0
    if a.kind and b.kind:
        yield ("one_kind" if a.kind & b.kind else "other_kind"), 1.0
    elif a.kind or b.kind:
        yield "one_sided_kind", 1.0
    if a.events and b.events:
        yield ("one_event" if a.events & b.events else "other_event"), 1.0
    if a.actors and b.actors:
        yield ("one_actor" if a.actors & b.actors else "other_actor"), 1.0
    if bool(a.more) != bool(b.more):
        yield "more", 1.0
    if a.reckoned != b.reckoned:
        yield "reckoned", 1.0
    if a.harm and a.act == b.act and thing is not False:
        yield "toll", 1.0
        if a.lead and b.lead:
            yield "leading_toll", 1.0
    if a.part != b.part:
        yield "part", 1.0
    if a.of_whole != b.of_whole:
        yield "one_of_whole", 1.0


def _acted(a: Measure, b: Measure) -> Iterator[Sign]:
    if a.act is None or b.act is None:
        return
    if a.act == b.act:
        yield "one_act", 1.0
        if a.quantity.role != b.quantity.role:
            yield "other_role", 1.0
        return
    yield "other_act", 1.0
    if a.harm and b.harm:
        yield "other_harm", 1.0
    if a.act in b.stems or b.act in a.stems:
        yield "act_told", 1.0


def _named(a: Measure, b: Measure, rarity: Rarity) -> Iterator[Sign]:
    if a.names and b.names:
        shared = rarity.share(a.names, b.names)
        yield ("names", shared) if a.names & b.names else ("other_names", 1.0)
    if a.near_names and b.near_names:
        met = bool(a.near_names & b.near_names)
        yield ("near_names" if met else "other_near_names"), 1.0
        if not met and (a.crowded or b.crowded):
            yield "crowded_names", 1.0
    elif a.near_names & b.names or a.names & b.near_names:
        yield "half_near_names", 1.0
    # A number's own name that is told nowhere around the other: in Patras 20,000 marched.
    stray = sum(
        bool(x.near_names and y.scene_names and x.near_names.isdisjoint(y.scene_names))
        for x, y in ((a, b), (b, a))
    )
    if stray:
        yield "stray_names", stray / 2
    if a.owner and b.owner:
        yield ("one_owner" if a.owner & b.owner else "other_owner"), 1.0
    if a.scene_names and b.scene_names:
        yield "scene_names", rarity.share(a.scene_names, b.scene_names)


def _dated(a: Measure, b: Measure) -> Iterator[Sign]:
    if a.days and b.days:
        yield ("days" if _meet(a.days, b.days) else "other_days"), 1.0
    if a.scene_days and b.scene_days:
        met = _meet(a.scene_days, b.scene_days)
        yield ("scene_days" if met else "other_scene_days"), 1.0
    elif a.scene_days or b.scene_days:
        yield "one_sided_days", 1.0
    if a.past != b.past:
        yield "one_past", 1.0


def _meet(ones: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return any(_one_day(x, y) for x in ones for y in others)


def _one_day(x: str, y: str) -> bool:
    one, other = bounds(x), bounds(y)
    return one is None or other is None or (one[0] <= other[1] and other[0] <= one[1])


def _beside(a: Measure, b: Measure) -> Iterator[Sign]:
    same = len(a.others & b.others)
    if same:
        yield "other_numbers", min(same, _SOME) / _SOME
    elif a.others and b.others:
        yield "unlike_numbers", 1.0
    if a.crowded and b.crowded:
        yield "crowded", 1.0
    elif a.crowded or b.crowded:
        yield "one_crowded", 1.0
