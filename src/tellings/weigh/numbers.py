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
from tellings.weigh.counts import Counted, Key, alike, counts
from tellings.weigh.figures import relation
from tellings.weigh.scene import Scene

# Share of the shorter sentence's content words that two sentences must have in common before their
# numbers are compared; below it, like counts of other matters were compared.
_ALIKE = 0.5
# Enough where the figures are the same, or where a number told elsewhere fits a word such as
# "hundreds" or a bound; and for how many were killed or hurt, which a story tells once.
_FITS = 0.25
_HARMED = 0.3
# Where a sentence tells two such numbers, only a near copy of it shows which is which.
_MOST = 0.9
_HARM = frozenset({"kill", "injure"})
# Numbers so large are roundings of each other by chance so seldom that the act may be told in other
# words; where an article counts the thing only once, the sentence too.
_LARGE = 100
_NO_ACT = ""
_RARE = 0.4
_NEVER = 2.0
_SURE: dict[DifferenceType, float] = {"contradiction": 0.7, "update": 0.7, "rounding": 0.8}


def numbers(scene: Scene) -> Iterator[Finding]:
    """One finding for each counted thing whose figures differ between outlets."""
    told = counts(scene)
    by_key: dict[Key, list[Counted]] = defaultdict(list)
    for one in [*told, *_large(told)]:
        by_key[one.key].append(one)
    done: set[str] = set()
    for members in by_key.values():
        for group in _groups(members):
            for finding, held in _compared(scene, group, members):
                if done.isdisjoint(held):  # the largest group tells for all that it shares
                    done.update(held)
                    yield finding


def _large(told: Sequence[Counted]) -> Iterator[Counted]:
    """Larger numbers once more under no act: 11 million files leaked, 11.5 million published."""
    for one in told:
        if one.quantity.unit is None and one.figure.low >= _LARGE and not one.figure.vague:
            yield replace(one, key=Key(None, _NO_ACT, one.key.side))


def _compared(
    scene: Scene, group: list[Counted], members: Sequence[Counted]
) -> Iterator[tuple[Finding, frozenset[str]]]:
    """The finding on a group, if one, and the ids of the quantities it weighs."""
    clear = _without_both(group, members)
    kind = _kind(scene, clear) if len(clear) > 1 else None
    if kind in (None, "rounding"):
        clear = [*group, *_fitting(group, members)]
        kind = _kind(scene, clear)
        if kind not in (None, "rounding"):
            return
    outlets = {scene.outlets([one.cite]) for one in clear}
    if kind is not None and len(outlets) > 1:
        yield _finding(scene, clear, kind), frozenset(one.quantity.id for one in clear)


def _fitting(group: Sequence[Counted], members: Sequence[Counted]) -> Iterator[Counted]:
    """Words such as "hundreds", and bounds, that every number of the group fits."""
    own = {one.quantity.id for one in group}
    for one in members:
        if one.quantity.id in own or (one.figure.plain and one.figure.modifier == "exact"):
            continue
        relations = {relation(one.figure, other.figure) for other in group}
        if not relations <= {"rounding", "same"}:
            continue
        if max(alike(one, x) for x in group) >= _FITS or _told_beside(one, group, members):
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


def _groups(members: Sequence[Counted]) -> list[list[Counted]]:
    """Numbers that tell one thing: each the other's nearest, at most one an article."""
    exact = [one for one in members if not one.figure.vague]
    links = sorted(
        ((score, a, b) for a, b, score in _nearest(exact)),
        key=lambda link: (
            link[1].figure != link[2].figure,
            -link[0],
            link[1].quantity.id,
            link[2].quantity.id,
        ),
    )
    joined = _joined(links)
    held = {one.quantity.id for group in joined for one in group}
    joined.sort(key=lambda group: (-len(group), group[0].quantity.id))
    return [*joined, *([one] for one in exact if one.quantity.id not in held)]


def _nearest(members: Sequence[Counted]) -> Iterator[tuple[Counted, Counted, float]]:
    """Pairs of articles' numbers that are each other's nearest, and near enough."""
    scores = {
        (a, b): alike(members[a], members[b])
        for a, b in combinations(range(len(members)), 2)
        if members[a].article != members[b].article
    }
    best: dict[tuple[int, str], float] = defaultdict(lambda: -1.0)
    for (a, b), score in scores.items():
        for one, other in ((a, b), (b, a)):
            place = (one, members[other].article)
            best[place] = max(best[place], score)
    for (a, b), score in scores.items():
        if score < _needed(members[a], members[b]):
            continue
        if score >= best[a, members[b].article] and score >= best[b, members[a].article]:
            yield members[a], members[b], score


def _needed(a: Counted, b: Counted) -> float:
    if a.key.act == _NO_ACT:
        if relation(a.figure, b.figure) not in ("same", "rounding") or a.of != b.of:
            return _NEVER
        return 0.0 if a.only and b.only else _RARE
    if a.alone and b.alone and _close(a, b):
        return 0.0
    if a.figure == b.figure:
        return _FITS
    if a.crowded or b.crowded:
        return _MOST
    return _HARMED if a.key.act in _HARM and "people" in a.of & b.of else _ALIKE


def _close(a: Counted, b: Counted) -> bool:
    """Whether the larger is at most twice the smaller, as counts of one happening mostly are."""
    low, high = sorted((a.figure.low, b.figure.low))
    return a.figure.vague or b.figure.vague or 0 < high <= 2 * low


def _joined(links: Sequence[tuple[float, Counted, Counted]]) -> list[list[Counted]]:
    """Groups by their strongest links first; an article's second number is not let in.

    Numbers that are the same go first, so that what differs meets all that tell alike.
    """
    group_of: dict[str, list[Counted]] = {}
    for _, a, b in links:
        one = group_of.get(a.quantity.id, [a])
        other = group_of.get(b.quantity.id, [b])
        if one is other or {x.article for x in one} & {x.article for x in other}:
            continue
        joined = [*one, *other]
        for member in joined:
            group_of[member.quantity.id] = joined
    unique = {id(group): group for group in group_of.values()}
    return [sorted(group, key=lambda one: one.quantity.id) for group in unique.values()]


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
        ]
        if not further:
            kept.append(one)
    return kept


def _kind(scene: Scene, group: Sequence[Counted]) -> DifferenceType | None:
    """The strongest relation of two members; None where a pair cannot be compared."""
    kinds = {relation(a.figure, b.figure) for a, b in combinations(group, 2)}
    if kinds & {"contradiction", "raised"}:
        if group[0].quantity.unit is None and _grows(scene, group):
            return "update"
        if "contradiction" in kinds:
            return "contradiction"
    return "rounding" if "rounding" in kinds else None


def _grows(scene: Scene, group: Sequence[Counted]) -> bool:
    """Whether every higher figure came out on a later day than every lower one."""
    for a, b in combinations(group, 2):
        low, high = (a, b) if a.figure.low <= b.figure.low else (b, a)
        if low.figure.low < high.figure.low and not scene.before(low.article, high.article):
            return False
    return True


def _finding(scene: Scene, group: Sequence[Counted], kind: DifferenceType) -> Finding:
    told: dict[str, list[Cite]] = defaultdict(list)
    for one in group:
        value = one.cite.text.casefold() if one.figure.vague else str(one.figure)
        told[value].append(one.cite)
    sides = [scene.side(value, cites) for value, cites in sorted(told.items())]
    sides.sort(key=lambda side: (-side.independent, side.value))
    first = min(group, key=lambda one: one.quantity.id)
    thing = first.quantity.of or first.quantity.unit
    act = f" under one act (“{first.quantity.act}”)" if first.key.act != _NO_ACT else ""
    return Finding(
        digest("f", "number", first.quantity.id),
        scene.story.id,
        "difference",
        "number",
        kind,
        About("quantity", first.quantity.id),
        tuple(sides),
        f"Numbers of one thing (“{thing}”){act} were compared where their sentences tell the "
        f"same matter. {_reason(kind)} Parts of a whole, other days and names were left out.",
        _SURE[kind],
    )


def _reason(kind: DifferenceType) -> str:
    match kind:
        case "update":
            return "The higher figures came out on later days."
        case "rounding":
            return "One can be the other in fewer figures, or within its bound."
        case _:
            return "They cannot both hold."
