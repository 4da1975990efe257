"""Differences of number: one counted thing under one act, told with other figures.

Compared only where unit, what is counted, act, names and days agree, and where the sentences tell
the same matter. What a reader could find both of in one article is no difference: an article that
gives both figures counts two things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from tellings.model import About, Cite, Finding, digest
from tellings.model.findings import DifferenceType
from tellings.text.content import stem
from tellings.weigh.clashes import clashes
from tellings.weigh.counts import Counted, Key, alike, counts
from tellings.weigh.figures import relation
from tellings.weigh.gathering import FITS, LARGE, NO_ACT, groups
from tellings.weigh.measures import Measure, measures
from tellings.weigh.near import near
from tellings.weigh.pairing import Told
from tellings.weigh.rarity import Rarity
from tellings.weigh.revised import revised
from tellings.weigh.scene import Scene
from tellings.words.quantities import number_words

Number = Counted | Measure

_SURE: dict[DifferenceType, float] = {
    "contradiction": 0.7,
    "update": 0.7,
    "rounding": 0.8,
    "precision": 0.8,
}

_REVISED = "The article itself tells the one number as an earlier report, and the other against it."


def numbers(scene: Scene) -> Iterator[Finding]:
    """One finding for each number that is told with unlike figures."""
    rarity, measured = Rarity(scene), list(measures(scene))
    told = Told(measured)
    yield from (_close(scene, group) for group in near(measured, rarity) if told.new(group))
    counted = counts(scene)
    for clear, kind in _counted(scene, counted):
        if told.new(clear):
            yield _weighed(scene, clear, kind)
    for pair in revised(scene, measured):
        if told.new(pair):
            yield _finding(scene, pair, "update", _REVISED)
    by_id = {one.quantity.id: one for one in counted}
    for group in clashes(measured, by_id, rarity):
        if told.new(group):
            yield from _clash(scene, group)


def _counted(
    scene: Scene, told: Sequence[Counted]
) -> Iterator[tuple[list[Counted], DifferenceType]]:
    """Groups of counts of one thing under one act, and how they differ."""
    by_key: dict[Key, list[Counted]] = defaultdict(list)
    for one in [*told, *_large(told)]:
        by_key[one.key].append(one)
    for members in by_key.values():
        for group in groups(members):
            yield from _compared(scene, group, members)


def _clash(scene: Scene, group: Sequence[Measure]) -> Iterator[Finding]:
    """The finding on figures of one thing that cannot all hold; none where bounds leave room."""
    kind: DifferenceType = "update" if _moving(group) or _grows(scene, group) else "contradiction"
    kinds = {relation(a.figure, b.figure) for a, b in combinations(group, 2)}
    if kind != "update" and "contradiction" not in kinds:
        return
    thing = group[0].quantity.of or group[0].quantity.unit
    why = (
        f"Numbers of one thing (“{thing}”) were compared where their sentences are each other's "
        f"nearest, and neither article tells the other's number of it. {_reason(kind, group)}"
    )
    yield _finding(scene, group, kind, why)


def _large(told: Sequence[Counted]) -> Iterator[Counted]:
    """Larger numbers once more under no act: 11 million files leaked, 11.5 million published."""
    for one in told:
        if one.quantity.unit is None and one.figure.low >= LARGE and not one.figure.vague:
            yield replace(one, key=Key(None, NO_ACT, one.key.side))


def _compared(
    scene: Scene, group: list[Counted], members: Sequence[Counted]
) -> Iterator[tuple[list[Counted], DifferenceType]]:
    """What of a group can be set side by side, and how it differs."""
    clear = _without_both(group, members)
    kind = _kind(scene, clear) if len(clear) > 1 else None
    if kind in (None, "rounding"):
        clear = [*group, *_fitting(group, members)]
        kind = _kind(scene, clear)
        if kind not in (None, "rounding"):
            return
    outlets = {scene.outlets([one.cite]) for one in clear}
    if kind is not None and len(outlets) > 1:
        yield clear, kind


def _fitting(group: Sequence[Counted], members: Sequence[Counted]) -> Iterator[Counted]:
    """Words such as "hundreds", and bounds, that every number of the group fits."""
    own = {one.quantity.id for one in group}
    for one in members:
        if one.quantity.id in own or (one.figure.plain and one.figure.modifier == "exact"):
            continue
        relations = {relation(one.figure, other.figure) for other in group}
        if not relations <= {"rounding", "same"}:
            continue
        if max(alike(one, x) for x in group) >= FITS or _told_beside(one, group, members):
            yield one


def _told_beside(one: Counted, group: Sequence[Counted], members: Sequence[Counted]) -> bool:
    """Whether the article of "hundreds" tells the group's number too, and no other that fits."""
    fitting = {
        other.figure
        for other in members
        if other.article == one.article
        and not other.figure.vague
        and other.of & one.of
        and relation(one.figure, other.figure) == "rounding"
    }
    return one.figure.vague and len(fitting) == 1 and fitting <= {x.figure for x in group}


def _without_both(group: list[Counted], members: Sequence[Counted]) -> list[Counted]:
    """The group without articles that tell another member's figure, or a further one, as well."""
    own = {one.quantity.id for one in group}
    kept = []
    for one in group:
        further = [
            other
            for other in members
            if other.article == one.article
            and other.quantity.id not in own
            and not other.figure.vague
            and (other.of & one.of or not (other.of or one.of))
            and relation(other.figure, one.figure) != "same"
            and any(alike(other, member) >= 0 for member in group if member is not one)
        ]
        if not further:
            kept.append(one)
    return kept


def _kind(scene: Scene, group: Sequence[Counted]) -> DifferenceType | None:
    """The strongest relation of two members; None where a pair cannot be compared."""
    kinds = {relation(a.figure, b.figure) for a, b in combinations(group, 2)}
    if kinds & {"contradiction", "raised"}:
        if _moving(group) or (group[0].quantity.unit is None and _grows(scene, group)):
            return "update"
        if "contradiction" in kinds:
            return "contradiction"
    return "rounding" if "rounding" in kinds else None


def _grows(scene: Scene, group: Sequence[Number]) -> bool:
    """Whether every higher figure came out on a later day than every lower one."""
    for a, b in combinations(group, 2):
        low, high = (a, b) if a.figure.low <= b.figure.low else (b, a)
        if low.figure.low < high.figure.low and not scene.before(low.article, high.article):
            return False
    return True


def _moving(group: Sequence[Number]) -> bool:
    """Whether what is told moves from hour to hour, as prices do."""
    moving = {stem(word) for word in number_words().grammar["moving"]}
    return any(not one.of.isdisjoint(moving) for one in group)


def _close(scene: Scene, group: Sequence[Measure]) -> Finding:
    """The finding on numbers so nearly equal that they are one."""
    clashing = [
        pair
        for pair in combinations(group, 2)
        if relation(pair[0].figure, pair[1].figure) == "contradiction"
        and all(one.figure.modifier == "exact" for one in pair)
    ]
    kind: DifferenceType = "contradiction" if clashing else "rounding"
    if any(one.figure.span for one in group):
        kind = "precision"
    if clashing and all(_grows(scene, pair) for pair in clashing):
        kind = "update"
    why = (
        "Numbers of one unit that lie so close that they are one, in sentences that share telling "
        f"words, were compared. {_reason(kind, group)}"
    )
    return _finding(scene, group, kind, why)


def _weighed(scene: Scene, group: Sequence[Counted], kind: DifferenceType) -> Finding:
    """The finding on numbers of one thing under one act."""
    first = min(group, key=lambda one: one.quantity.id)
    thing = first.quantity.of or first.quantity.unit
    act = f" under one act (“{first.quantity.act}”)" if first.key.act != NO_ACT else ""
    why = (
        f"Numbers of one thing (“{thing}”){act} were compared where their sentences tell the "
        f"same matter. {_reason(kind, group)} Parts of a whole, other days and names were left out."
    )
    return _finding(scene, group, kind, why)


def _finding(scene: Scene, group: Sequence[Number], kind: DifferenceType, why: str) -> Finding:
    told: dict[str, list[Cite]] = defaultdict(list)
    for one in group:
        value = one.cite.text.casefold() if one.figure.vague else str(one.figure)
        told[value].append(one.cite)
    sides = [scene.side(value, cites) for value, cites in sorted(told.items())]
    sides.sort(key=lambda side: (-side.independent, side.value))
    ids = sorted({one.quantity.id for one in group})
    return Finding(
        digest("f", "number", *ids),
        scene.story.id,
        "difference",
        "number",
        kind,
        About("quantity", ids[0]),
        tuple(sides),
        why,
        _SURE[kind],
    )


def _reason(kind: DifferenceType, group: Sequence[Number]) -> str:
    match kind:
        case "update" if _moving(group):
            return "They move from hour to hour."
        case "update":
            return "The higher figures came out on later days."
        case "precision":
            return "One tells a range, the other one end of it."
        case "rounding":
            return "One can be the other in fewer figures, or within its bound."
        case _:
            return "They cannot both hold."
