"""Differences of date: one happening, or one statement's saying, told with times that do not fit.

Two times that cannot be one clash; one is the other rounded; or one lies within the other, which is
listed as one date at two grains and never called a clash.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from tellings.model import About, Cite, Finding, digest
from tellings.weigh.grains import coarseness
from tellings.weigh.moments import standing
from tellings.weigh.occasions import occasions
from tellings.weigh.redated import ALIKE, Compared, Kind, Redated, compared, redated, shown
from tellings.weigh.scene import Scene
from tellings.weigh.timed import Timed, two_acts

# Before calibration (weigh/confidence.py).
_CONFIDENCE = {"contradiction": 0.8, "update": 0.8, "rounding": 0.85, "precision": 0.9}
_WAYS = {
    "contradiction": "they cannot both hold",
    "update": "one is what was expected, the other what was told later",
    "rounding": "one is the other rounded",
    "precision": "they are one date at two grains",
}
# Of two kinds the one that a group of both has. Grains are no clash, and stand apart.
_STRENGTH: tuple[Kind, ...] = ("contradiction", "update", "rounding")
_MANY = 4  # values of one thing's date; more are several things'


@dataclass(slots=True)
class _Group:
    """Times that are told of one thing, and that clash or are grains of each other."""

    kind: Kind
    members: list[Timed] = field(default_factory=list)
    least: float = 1.0


def dates(scene: Scene) -> Iterator[Finding]:
    """Findings on the times of happenings, and on the days on which statements were made."""
    said = list(occasions(scene))
    yield from said
    cited = {cite for finding in said for side in finding.sides for cite in side.cites}
    known = compared(scene)
    groups = _groups(redated(scene, known))
    for group in groups:
        _widened(group, known)
    for group in _merged(groups):
        if cited.issuperset(one.cite for one in group.members):
            continue
        told = _told(group)
        if len(told) > 1:
            yield _finding(scene, group, told)


def _groups(pairs: Iterator[Redated]) -> list[_Group]:
    """Pairs of one kind that share a time, the likeliest first, as far as all of them compare."""
    groups: list[_Group] = []
    for pair in sorted(pairs, key=lambda one: (-one.likely, one.a.cite, one.b.cite)):
        home = next((g for g in groups if g.kind == pair.kind and _meets(g, pair)), None)
        if home is None:
            home = _Group(pair.kind)
            groups.append(home)
        for one in (pair.a, pair.b):
            if one not in home.members:
                home.members.append(one)
        home.least = min(home.least, pair.likely)
    return groups


def _widened(group: _Group, known: Sequence[Compared]) -> None:
    """Adds who else tells one of the values, of the same thing."""
    pairs = (o for o in known if o.how[0] == "equal" and o.likely >= ALIKE)
    for one, other in [ends for pair in pairs for ends in ((pair.a, pair.b), (pair.b, pair.a))]:
        same = [m for m in group.members if shown(m) == shown(other)]
        if group.kind == "precision" and (
            any(two_acts(m, other) for m in same) or _apart(other, group.members)
        ):
            continue  # an "early Sunday" of another week: the days of one of these are not known
        if one in same and other not in group.members:
            group.members.append(other)


def _meets(group: _Group, pair: Redated) -> bool:
    if pair.a not in group.members and pair.b not in group.members:
        return False
    return _all_fit(group, _Group(pair.kind, [pair.a, pair.b]))


def _merged(groups: Sequence[_Group]) -> list[_Group]:
    """Groups that share a time are one, where all of their times fit.

    A month that is listed with one day says no more with a rival day.
    """
    found: list[_Group] = []
    for group in groups:
        near = [g for g in found if _of_grains(g) == _of_grains(group) and _alike_groups(g, group)]
        home = next((g for g in near if _all_fit(g, group)), None)
        if home is not None:
            home.members.extend(one for one in group.members if one not in home.members)
            home.least = min(home.least, group.least)
            if not _of_grains(group):
                home.kind = min(home.kind, group.kind, key=_STRENGTH.index)
        elif group.kind != "precision" or not any(_rivals(g, group) for g in near):
            found.append(group)
    return found


def _of_grains(group: _Group) -> bool:
    return group.kind == "precision"


def _alike_groups(a: _Group, b: _Group) -> bool:
    """Whether two groups share a time, or tell two values alike of one event."""
    if not {one.id for one in a.members}.isdisjoint(one.id for one in b.members):
        return True
    events = [{event for one in g.members for event in one.events} for g in (a, b)]
    values = [{shown(one) for one in g.members} for g in (a, b)]
    return len(values[0] & values[1]) > 1 and not events[0].isdisjoint(events[1])


def _apart(one: Timed, members: Sequence[Timed]) -> bool:
    """Whether a time cannot be one with one of a group's."""
    ways = (standing(one.moment, other.moment) for other in members)
    return any(how is not None and how[0] == "apart" for how in ways)


def _rivals(a: _Group, b: _Group) -> bool:
    pairs = (standing(one.moment, other.moment) for one in a.members for other in b.members)
    return any(how is not None and how[0] not in ("equal", "inside") for how in pairs)


def _all_fit(a: _Group, b: _Group) -> bool:
    return len({shown(one) for one in (*a.members, *b.members)}) <= _MANY and all(
        one == other or _fits(a.kind, one, other) for one in a.members for other in b.members
    )


def _fits(kind: Kind, one: Timed, other: Timed) -> bool:
    """Whether two times can stand in one group.

    Of grains those that cannot be compared can: both hold a third, as "last week" and "earlier this
    month" hold a Wednesday.
    """
    how = standing(one.moment, other.moment)
    if kind != "precision":
        return how is not None
    return how is None or how[0] in ("equal", "inside")


def _told(group: _Group) -> dict[str, list[Cite]]:
    """The cites of each value, the finest first; who tells a day and its hour tells the hour."""
    sides: list[list[Timed]] = []
    days = _of_days(group)
    finest: dict[str, int] = {}
    for one in sorted(group.members, key=lambda one: (coarseness(one), one.cite, one.id)):
        at = next((n for n, side in enumerate(sides) if _equal(side[0], one)), len(sides))
        if _of_grains(group) and finest.setdefault(one.article, at) != at:
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


def _finding(scene: Scene, group: _Group, told: Mapping[str, Sequence[Cite]]) -> Finding:
    sides = [scene.side(value, cites) for value, cites in sorted(told.items())]
    sides.sort(key=lambda side: (-side.independent, side.value))
    return Finding(
        digest("f", "date", group.kind, *(f"{o.id}" for o in _ordered(group.members))),
        scene.story.id,
        "difference",
        "date",
        group.kind,
        _about(group.members),
        tuple(sides),
        f"The times told for one thing were compared: {', '.join(sorted(told))}; "
        f"{_WAYS[group.kind]}{_reach(group)}. {_alike(group)} Times in like words, days of a "
        "guessed week, articles that tell both and copies of one text were left out.",
        _CONFIDENCE[group.kind],
    )


def _of_days(group: _Group) -> bool:
    """Whether days are told that cannot be one, and not hours of one day."""
    pairs = (standing(a.moment, b.moment) for a, b in combinations(group.members, 2))
    return any(how is not None and how[0] == "apart" for how in pairs)


def _reach(group: _Group) -> str:
    """How far apart they are, at most."""
    pairs = (standing(a.moment, b.moment) for a, b in combinations(group.members, 2))
    way, most = max((how for how in pairs if how is not None), key=lambda how: how[1])
    unit = {"apart": "day", "lags": "day", "hours": "minute"}.get(way)
    return f", {most} {unit}{'s' * (most != 1)} apart" if unit and most else ""


def _alike(group: _Group) -> str:
    share = f"{round(100 * group.least)} of 100"
    told = f"Of times with words so alike around them, {share} are told with one value."
    if group.kind != "precision" or group.least >= ALIKE:
        return told
    return f"They are of one act of one event, or both are told in full. {told}"


def _about(members: Sequence[Timed]) -> About:
    events = Counter(event for one in members for event in one.events)
    if events and (best := min(events, key=lambda event: (-events[event], event))):
        return About("event", best)
    return About("time", _ordered(members)[0].id)


def _ordered(members: Sequence[Timed]) -> list[Timed]:
    return sorted(members, key=lambda one: (one.cite, one.id))
