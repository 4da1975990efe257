"""Which numbers of a story tell one thing: each the other's nearest, at most one an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tellings.weigh.counts import Counted, alike
from tellings.weigh.figures import relation
from tellings.words.quantities import number_words

# Share of the shorter sentence's content words that two sentences must have in common before their
# numbers are compared; below it, like counts of other matters were compared.
_ALIKE = 0.5
# Enough where the figures are the same, or where a number told elsewhere fits a word such as
# "hundreds" or a bound; and for how many were killed or hurt, which a story tells once.
FITS = 0.25
_HARMED = 0.3
# Where a sentence tells two such numbers, only a near copy of it shows which is which.
_MOST = 0.9
_HARM = frozenset({"kill", "injure"})
# Numbers so large are roundings of each other by chance so seldom that the act may be told in other
# words; where an article counts the thing only once, the sentence too.
LARGE = 100
NO_ACT = ""
_RARE = 0.4
_NEVER = 2.0


def groups(members: Sequence[Counted]) -> list[list[Counted]]:
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
    if a.key.act == NO_ACT:
        if relation(a.figure, b.figure) not in ("same", "rounding") or a.of != b.of:
            return _NEVER
        return 0.0 if a.only and b.only else _RARE
    if a.figure == b.figure:
        return FITS
    if not _close(a, b):
        return _NEVER
    harmed = a.key.act in _HARM and "people" in a.of & b.of
    if a.alone and b.alone:
        return 0.0 if harmed else FITS
    if a.crowded or b.crowded or a.quantity.act in number_words().grammar["common"]:
        return _MOST
    if harmed:
        return _HARMED
    if relation(a.figure, b.figure) == "rounding":
        return _RARE
    # A measure of nobody knows what: the mast stands 229 feet tall, the mill 260.
    return _ALIKE if a.of and b.of else _MOST


def _close(a: Counted, b: Counted) -> bool:
    """Whether the larger is at most thrice the smaller, as counts of one happening mostly are."""
    low, high = sorted((a.figure.low, b.figure.low))
    return a.figure.vague or b.figure.vague or 0 < high <= 3 * low


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
