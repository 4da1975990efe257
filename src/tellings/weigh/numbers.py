"""Differences of number: one counted thing, told with other figures.

Which numbers are one is learnt from pairs read by hand (`matching`); here they are gathered, and
the kind of their difference is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tellings.model import About, Cite, Finding, digest
from tellings.model.findings import DifferenceType
from tellings.text.content import stem
from tellings.weigh.figures import relation
from tellings.weigh.matching import FAMILY, Match, Matcher
from tellings.weigh.measure import Measure
from tellings.weigh.measures import measures
from tellings.weigh.pairing import Told, grouped
from tellings.weigh.rarity import Rarity
from tellings.weigh.revised import revised
from tellings.weigh.scene import Scene
from tellings.words.numbering import numbering
from tellings.words.quantities import number_words

_REVISED = "The article itself tells the one number as an earlier report, and the other against it."
_REVISED_SURE = 0.7
# Log odds from which an equal figure elsewhere is held to be that of the same thing; of figures
# below ten, which are equal by chance, more: four years in Portland, the fifth coach in four years.
# Of 89 such figures that were read 6 told another matter, three of them below 2 and below ten.
_SAME, _SAME_FEW, _FEW = 1.0, 2.0, 10
_TWO = 2  # figures that are "both"
# Signs that are told as the reason, in this order.
_TOLD = {
    "passage": "their sentences are the same but for some words",
    "one_thing": "they count one thing",
    "one_act": "under one act",
    "other_numbers": "beside the same other numbers",
    "near_names": "beside the same names",
}


def numbers(scene: Scene) -> Iterator[Finding]:
    """One finding for each number that is told with unlike figures."""
    weights = numbering()
    measured = list(measures(scene))
    told = Told(measured)
    matcher = Matcher(measured, Rarity(scene), scene.days, weights)
    least = weights["least"]
    sure = [
        one
        for one in matcher.matches()
        if one.sure >= least.get(one.nearness, least[FAMILY[one.nearness]])
    ]
    groups = grouped(
        sure, measured, matcher.fit, lambda a, b: matcher.context(a, b) >= _least_of(a)
    )
    for group, held in sorted(groups, key=lambda g: -max(m.sure for m in g[1])):
        if told.new(group):
            yield _weighed(scene, group, held)
    for pair in revised(scene, measured):
        if told.new(pair):
            yield _finding(scene, pair, "update", _REVISED, _REVISED_SURE)


def _least_of(one: Measure) -> float:
    return _SAME_FEW if one.figure.low < _FEW else _SAME


def _weighed(scene: Scene, group: Sequence[Measure], held: Sequence[Match]) -> Finding:
    """The finding on one number, as sure as its surest pair."""
    kind = _kind(scene, group, held)
    best = max(held, key=lambda match: (match.sure, match.a.quantity.id, match.b.quantity.id))
    seen = [words for sign, words in _TOLD.items() if best.signs.get(sign)]
    because = f": {', '.join(seen)}" if seen else ""
    why = (
        "Numbers of one unit were compared where their sentences tell the same matter"
        f"{because}. {_reason(kind, group)} Other days and names, parts of a whole and a nearer "
        "number in either article speak against it."
    )
    return _finding(scene, group, kind, why, round(best.sure, 2))


def _kind(scene: Scene, group: Sequence[Measure], held: Sequence[Match]) -> DifferenceType:
    """The strongest that holds of two of the group whose figures were matched."""
    matched = {frozenset((match.a.figure, match.b.figure)) for match in held}
    pairs = [
        (a, b) for a, b in combinations(group, 2) if frozenset((a.figure, b.figure)) in matched
    ]
    moved = [pair for pair in pairs if _excluded(pair) or _raised(pair)]
    exact = [pair for pair in moved if _excluded(pair)]
    if exact and _moving(group):
        return "update"
    if moved and all(_grows(scene, a, b) for a, b in moved):
        return "update"
    if exact:
        return "contradiction"
    return "precision" if all(a.figure.span != b.figure.span for a, b in pairs) else "rounding"


def _excluded(pair: tuple[Measure, Measure]) -> bool:
    """Whether two cannot both hold."""
    return relation(pair[0].figure, pair[1].figure) == "contradiction"


def _raised(pair: tuple[Measure, Measure]) -> bool:
    """Whether a floor is told higher: more than 50, at least 59; up to 59 is a ceiling."""
    a, b = pair[0].figure, pair[1].figure
    high = a if a.low > b.low else b
    return relation(a, b) == "raised" and high.modifier not in ("at-most", "less-than")


def _grows(scene: Scene, a: Measure, b: Measure) -> bool:
    """Whether the higher figure came out on a later day."""
    low, high = (a, b) if a.figure.low <= b.figure.low else (b, a)
    return scene.before(low.article, high.article) is True


def _moving(group: Sequence[Measure]) -> bool:
    """Whether what is told moves from hour to hour, as prices do."""
    moving = {stem(word) for word in number_words().grammar["moving"]}
    return any(not one.of.isdisjoint(moving) for one in group)


def _finding(
    scene: Scene, group: Sequence[Measure], kind: DifferenceType, why: str, sure: float
) -> Finding:
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
        sure,
    )


def _reason(kind: DifferenceType, group: Sequence[Measure]) -> str:
    match kind:
        case "update" if _moving(group):
            return "They move from hour to hour."
        case "update":
            return "The higher figures came out on later days."
        case "precision":
            return "One tells a range, the other one end of it."
        case "rounding":
            return "One can be another in fewer figures, or within its bound."
        case _ if len({one.figure for one in group}) > _TWO:
            return "Not all of them can hold."
        case _:
            return "They cannot both hold."
