"""Differences of date: one happening, or one statement's saying, told with times that do not fit.

Two times that cannot be one clash; one is the other rounded; or one lies within the other, which is
listed as one date at two grains and never called a clash.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from tellings.model import About, Cite, Finding, digest
from tellings.weigh.dategroups import Group, gathered
from tellings.weigh.grains import coarseness
from tellings.weigh.moments import standing
from tellings.weigh.occasions import occasions
from tellings.weigh.redated import ALIKE, compared, redated, shown
from tellings.weigh.scene import Scene
from tellings.weigh.timed import Timed

# Before calibration (weigh/confidence.py).
_CONFIDENCE = {"contradiction": 0.8, "update": 0.8, "rounding": 0.85, "precision": 0.9}
_WAYS = {
    "contradiction": "they cannot both hold",
    "update": "one is what was expected, the other what was told later",
    "rounding": "one is the other rounded",
    "precision": "they are one date at two grains",
}
# The same of more values than two.
_WAYS_OF_MORE = {
    "contradiction": "not all of them can hold",
    "update": "some are what was expected, others what was told later",
    "rounding": "they are one, rounded",
    "precision": "they are one date at several grains",
}
_TWO = 2


def dates(scene: Scene) -> Iterator[Finding]:
    """Findings on the times of happenings, and on the days on which statements were made."""
    said = list(occasions(scene))
    yield from said
    cited = {cite for finding in said for side in finding.sides for cite in side.cites}
    known = compared(scene)
    for group in gathered(redated(scene, known), known):
        if cited.issuperset(one.cite for one in group.members):
            continue
        told = _told(group)
        if len(told) > 1:
            yield _finding(scene, group, told)


def _told(group: Group) -> dict[str, list[Cite]]:
    """The cites of each value, the finest first; who tells a day and its hour tells the hour."""
    sides: list[list[Timed]] = []
    days = _of_days(group)
    finest: dict[str, int] = {}
    for one in sorted(group.members, key=lambda one: (coarseness(one), one.cite, one.id)):
        at = next((n for n, side in enumerate(sides) if _equal(side[0], one)), len(sides))
        if group.of_grains and finest.setdefault(one.article, at) != at:
            continue
        if at == len(sides):
            sides.append([])
        sides[at].append(one)
    told: dict[str, list[Cite]] = {}
    for side in sides:
        cites = [one.whole if days else one.cite for one in side]
        told.setdefault(_value(side, days=days), []).extend(cites)
    return told


def _value(side: Sequence[Timed], *, days: bool) -> str:
    """How a side is shown: by its date where one of its times has one."""
    return min((shown(one, day=days) for one in side), key=lambda v: (not v[0].isdigit(), v))


def _equal(one: Timed, other: Timed) -> bool:
    """Whether two times are one value, whatever they show: a Friday night and its date's night."""
    how = standing(one.moment, other.moment)
    return shown(one) == shown(other) if how is None else how[0] == "equal"


def _finding(scene: Scene, group: Group, told: Mapping[str, Sequence[Cite]]) -> Finding:
    sides = [scene.side(value, cites) for value, cites in sorted(told.items())]
    sides.sort(key=lambda side: (-side.independent, side.value))
    ways = _WAYS_OF_MORE if len(sides) > _TWO else _WAYS
    return Finding(
        digest("f", "date", group.kind, *(f"{o.id}" for o in _ordered(group.members))),
        scene.story.id,
        "difference",
        "date",
        group.kind,
        _about(group.members),
        tuple(sides),
        f"The times told for one thing were compared: {', '.join(sorted(told))}; "
        f"{ways[group.kind]}{_reach(group)}. {_alike(group)} Times in like words, days of a "
        "guessed week, articles that tell both and copies of one text were left out.",
        _CONFIDENCE[group.kind],
    )


def _of_days(group: Group) -> bool:
    """Whether days are told that cannot be one, and not hours of one day."""
    pairs = (standing(a.moment, b.moment) for a, b in combinations(group.members, 2))
    return any(how is not None and how[0] == "apart" for how in pairs)


def _reach(group: Group) -> str:
    """How far apart they are, at most."""
    pairs = (standing(a.moment, b.moment) for a, b in combinations(group.members, 2))
    way, most = max((how for how in pairs if how is not None), key=lambda how: how[1])
    unit = {"apart": "day", "lags": "day", "hours": "minute"}.get(way)
    return f", {most} {unit}{'s' * (most != 1)} apart" if unit and most else ""


def _alike(group: Group) -> str:
    share = f"{round(100 * group.least)} of 100"
    told = f"Of times with words so alike around them, {share} are told with one value."
    if not group.of_grains or group.least >= ALIKE:
        return told
    return f"They are of one act of one event, or both are told in full. {told}"


def _about(members: Sequence[Timed]) -> About:
    events = Counter(event for one in members for event in one.events)
    if events and (best := min(events, key=lambda event: (-events[event], event))):
        return About("event", best)
    return About("time", _ordered(members)[0].id)


def _ordered(members: Sequence[Timed]) -> list[Timed]:
    return sorted(members, key=lambda one: (one.cite, one.id))
