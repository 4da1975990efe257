"""Times of one thing that differ, gathered from pairs: one group a matter."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from tellings.weigh.moments import standing
from tellings.weigh.redated import ALIKE, Compared, Kind, Redated, shown
from tellings.weigh.timed import Timed, two_acts

# Of two kinds the one that a group of both has. Grains are no clash, and stand apart.
_STRENGTH: tuple[Kind, ...] = ("contradiction", "update", "rounding")
_BOTH = 2  # values that two groups tell alike
_MANY = 4  # values of one thing's date; more are several things'


@dataclass(slots=True)
class Group:
    """Times that are told of one thing, and that clash or are grains of each other."""

    kind: Kind
    members: list[Timed] = field(default_factory=list)
    least: float = 1.0

    @property
    def of_grains(self) -> bool:
        """Whether they are one time at several grains, which is no clash."""
        return self.kind == "precision"


def gathered(pairs: Iterator[Redated], known: Sequence[Compared]) -> list[Group]:
    """One group a matter, of pairs that differ and of all that were compared."""
    groups = _groups(pairs)
    for group in groups:
        _widened(group, known)
    return _merged(groups, known)


def _groups(pairs: Iterator[Redated]) -> list[Group]:
    """Pairs of one kind that share a time, the likeliest first, as far as all of them compare."""
    groups: list[Group] = []
    for pair in sorted(pairs, key=lambda one: (-one.likely, one.a.cite, one.b.cite)):
        home = next((g for g in groups if g.kind == pair.kind and _meets(g, pair)), None)
        if home is None:
            home = Group(pair.kind)
            groups.append(home)
        for one in (pair.a, pair.b):
            if one not in home.members:
                home.members.append(one)
        home.least = min(home.least, pair.likely)
    return groups


def _widened(group: Group, known: Sequence[Compared]) -> None:
    """Adds who else tells one of the values, of the same thing."""
    pairs = (o for o in known if o.how[0] == "equal" and o.likely >= ALIKE)
    for one, other in [ends for pair in pairs for ends in ((pair.a, pair.b), (pair.b, pair.a))]:
        same = [m for m in group.members if shown(m) == shown(other)]
        if group.of_grains and (
            any(two_acts(m, other) for m in same) or _apart(other, group.members)
        ):
            continue  # an "early Sunday" of another week: the days of one of these are not known
        if one in same and other not in group.members:
            group.members.append(other)


def _meets(group: Group, pair: Redated) -> bool:
    if pair.a not in group.members and pair.b not in group.members:
        return False
    return _all_fit(group, Group(pair.kind, [pair.a, pair.b]))


def _merged(groups: Sequence[Group], known: Sequence[Compared]) -> list[Group]:
    """Groups that share a time are one, where all of their times fit.

    A month that is listed with one day says no more with a rival day.
    """
    found: list[Group] = []
    one_thing = {
        pair
        for o in known
        if o.how[0] == "equal" and o.likely >= ALIKE
        for pair in ((o.a.id, o.b.id), (o.b.id, o.a.id))
    }
    for group in groups:
        near = [
            g
            for g in found
            if g.of_grains == group.of_grains and _alike_groups(g, group, one_thing)
        ]
        home = next((g for g in near if _all_fit(g, group)), None)
        if home is not None:
            home.members.extend(one for one in group.members if one not in home.members)
            home.least = min(home.least, group.least)
            if not group.of_grains:
                home.kind = min(home.kind, group.kind, key=_STRENGTH.index)
        elif not group.of_grains or not any(_rivals(g, group) for g in near):
            found.append(group)
    return found


def _alike_groups(a: Group, b: Group, one_thing: Collection[tuple[str, str]]) -> bool:
    """Whether two groups share a time, or tell two values alike of one event.

    Or of what was held to be two, where one value is likely enough to date one thing: a shooting
    and a killing. A sale and a death that two articles date ten years apart stay two.
    """
    if not {one.id for one in a.members}.isdisjoint(one.id for one in b.members):
        return True
    values = [{shown(one) for one in g.members} for g in (a, b)]
    if len(values[0] & values[1]) < _BOTH:
        return False
    events = [{event for one in g.members for event in one.events} for g in (a, b)]
    return not events[0].isdisjoint(events[1]) or any(
        (one.id, other.id) in one_thing for one in a.members for other in b.members
    )


def _apart(one: Timed, members: Sequence[Timed]) -> bool:
    """Whether a time cannot be one with one of a group's."""
    ways = (standing(one.moment, other.moment) for other in members)
    return any(how is not None and how[0] == "apart" for how in ways)


def _rivals(a: Group, b: Group) -> bool:
    pairs = (standing(one.moment, other.moment) for one in a.members for other in b.members)
    return any(how is not None and how[0] not in ("equal", "inside") for how in pairs)


def _all_fit(a: Group, b: Group) -> bool:
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
