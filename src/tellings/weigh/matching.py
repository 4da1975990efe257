"""Which unlike numbers of a story are one number told otherwise, and how surely.

Every two numbers of one unit whose figures could be one (`nearness`) are a candidate. How sure a
pair is comes from signs that are weighed by logistic regression (words/numbering.toml, fitted by
`python -m bench.fit_numbers` on pairs read by hand).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import exp

from tellings.text.calendar import bounds
from tellings.weigh.alike import alike
from tellings.weigh.measure import Measure
from tellings.weigh.nearness import FURTHEST, Nearness, nearness
from tellings.weigh.rarity import Rarity
from tellings.weigh.things import of_people

# Pairs whose words are less alike than this are never one number: what could be one value, and
# what could not.
_HOPELESS = {"near": -1.5, "apart": 0.5}
_RIVAL = (-3.0, 2.0)  # how far the next best number can matter
_FEWER, _MOST = 3, 4  # figures from which more say nothing more
# Below these log odds the words speak against a pair of round numbers, or of such as clash.
_SURE_CONTEXT = 1.5
_FITS = 0.15  # least probability of two in one group that others hold together
_ONE = 1.0  # log odds from which two numbers are held to be of one thing
# Two sentences that share so many words, and such a part of all, are one but for a little.
_WORDS, _PASSAGE = 4, 0.6
# Reports so many days apart tell of another happening, or of its later counts.
_LATER = timedelta(days=5)
# Two families, each with weights of its own: what can be one value, and what cannot.
FAMILY: Mapping[Nearness, str] = {
    "bound": "near",
    "digits": "near",
    "over": "near",
    "vague": "near",
    "end": "near",
    "closer": "apart",
    "close": "apart",
    "clash": "apart",
    "raised": "apart",
}
# None of 78 true differences of the second family that were read showed one of these.
_NEVER = frozenset({"more", "other_harm"})
_ROUND = ("other_thing", "other_names", "other_act", "other_near_names", "part")
_CONFLICTS = frozenset(
    {
        "other_kind",
        "other_days",
        "other_scene_days",
        "other_near_names",
        "other_owner",
        "more",
        "reckoned",
        "part",
        "one_past",
    }
)


@dataclass(frozen=True, slots=True)
class Match:
    """Two numbers that could be one, with their signs. `sure` is the probability that they are."""

    a: Measure
    b: Measure
    nearness: Nearness
    signs: Mapping[str, float]
    sure: float


class Matcher:
    """The numbers of one story. `days` are the articles' days of publication."""

    def __init__(
        self,
        told: Sequence[Measure],
        rarity: Rarity,
        days: Mapping[str, str | None],
        weights: Mapping[str, Mapping[str, float]],
    ) -> None:
        self._rarity = rarity
        self._weights = weights
        self._alike = weights["alike"]
        self._published = {one.article: bounds(days.get(one.article)) for one in told}
        self._units: dict[str, list[Measure]] = defaultdict(list)
        self._page: dict[tuple[str, str], list[Measure]] = defaultdict(list)
        for one in told:
            unit = one.figure.unit or ""
            self._units[unit].append(one)
            self._page[one.article, unit].append(one)
        self._told_by: dict[str, float] = {}
        self._known: dict[tuple[str, str], float] = {}

    def matches(self) -> Iterator[Match]:
        """Every candidate, in order of unit and figure."""
        for _, members in sorted(self._units.items()):
            members.sort(key=lambda one: (one.figure.low, one.cite))
            for n, a in enumerate(members):
                far = max(a.figure.high, a.figure.low * FURTHEST)
                for b in members[n + 1 :]:
                    if b.figure.low > far:
                        break
                    made = self.match(a, b)
                    if made is not None:
                        yield made

    def match(self, a: Measure, b: Measure) -> Match | None:
        """A pair as a candidate; None where it is none."""
        if a.place == b.place or a.twins & b.twins:
            return None
        if not _comparable(a, b):
            return None
        kind = nearness(a.figure, b.figure)
        if kind is None or self.context(a, b) < _HOPELESS[FAMILY[kind]]:
            return None
        signs = dict(self._signs(a, b, kind))
        if _never(kind, signs) or (kind == "vague" and self._fits_others(a, b)):
            return None
        weights = self._weights[FAMILY[kind]]
        odds = sum(weights.get(name, 0.0) * value for name, value in signs.items())
        return Match(a, b, kind, signs, 1 / (1 + exp(-odds)))

    def fit(self, a: Measure, b: Measure) -> bool:
        """Whether two numbers can stand in one group beside others that are one."""
        if a.figure == b.figure:
            return self.context(a, b) >= _HOPELESS["near"]
        match = self.match(a, b)
        return match is not None and match.sure >= _FITS

    def context(self, a: Measure, b: Measure) -> float:
        """Log odds that two numbers count one thing, by all but their figures."""
        one, other = (a, b) if a.quantity.id < b.quantity.id else (b, a)
        key = one.quantity.id, other.quantity.id
        if key not in self._known:
            signs = alike(one, other, self._rarity)
            self._known[key] = sum(self._alike.get(name, 0.0) * value for name, value in signs)
        return self._known[key]

    def _signs(self, a: Measure, b: Measure, kind: Nearness) -> Iterator[tuple[str, float]]:
        context = self.context(a, b)
        shared = dict(alike(a, b, self._rarity))
        yield from shared.items()
        yield "one_count", float("one_thing" in shared and "one_act" in shared)
        yield "conflicts", float(len(_CONFLICTS & shared.keys()))
        yield kind, 1.0
        yield "context", context
        yield _unit(a), 1.0
        if FAMILY[kind] == "apart" or min(_told_digits(a, b), default=1) == 1:
            yield "unlike", max(0.0, _SURE_CONTEXT - context)
        yield from _digits(a, b)
        if min(_told_digits(a, b), default=1) == 1:
            # Round numbers are equal by chance: 2,000 tents and up to 2,000 people.
            yield from ((f"round_{sign}", 1.0) for sign in _ROUND if sign in shared)
        yield "margin", min(_RIVAL[1], context - max(self._rival(a, b), self._rival(b, a)))
        yield "told_too", max(0.0, 1 + max(self._too(a, b), self._too(b, a)))
        if a.article == b.article:
            yield "one_article", 1.0
        if self._one_passage(a, b):
            yield "passage", 1.0
        yield "often", min(self._often(a), self._often(b))
        if a.lead and b.lead:
            yield "lead", 1.0
        if self._gap(a, b) > _LATER:
            yield "later", 1.0
        if FAMILY[kind] == "apart":
            low, high = sorted((a.figure.low, b.figure.low))
            yield "apart", float(high / low - 1) / (FURTHEST - 1)

    def _rival(self, a: Measure, b: Measure) -> float:
        """How near to `a` the nearest other number of the other's article is."""
        others = (
            self.context(a, one)
            for one in self._page[b.article, b.figure.unit or ""]
            if one is not b and one.figure != b.figure and one.place != a.place
        )
        return max(others, default=_RIVAL[0])

    def _too(self, a: Measure, b: Measure) -> float:
        """How near to `a` the same figure in the other's article is, where that tells it too."""
        if a.article == b.article:
            return _RIVAL[0]
        same = (
            self.context(a, one)
            for one in self._page[b.article, b.figure.unit or ""]
            if one is not b and one.figure.low == a.figure.low
        )
        return max(same, default=_RIVAL[0])

    def _fits_others(self, a: Measure, b: Measure) -> bool:
        """Whether a word such as "dozens" fits another number of the article as well as this."""
        vague, told = (a, b) if a.figure.vague else (b, a)
        others = (
            self.context(vague, one)
            for one in self._page[told.article, told.figure.unit or ""]
            if one.figure != told.figure and nearness(vague.figure, one.figure) == "vague"
        )
        return max(others, default=_RIVAL[0]) > self.context(vague, told) - _ONE

    def _one_passage(self, a: Measure, b: Measure) -> bool:
        both, either = a.stems & b.stems, a.stems | b.stems
        return len(both) >= _WORDS and self._rarity.of(both) > _PASSAGE * self._rarity.of(either)

    def _often(self, a: Measure) -> float:
        """The share of the other articles that tell a number of one thing with this."""
        if a.quantity.id not in self._told_by:
            unit = self._units[a.figure.unit or ""]
            others = (b for b in unit if b.article != a.article and _comparable(a, b))
            by = {b.article for b in others if self.context(a, b) > _ONE}
            self._told_by[a.quantity.id] = len(by) / max(len(self._published) - 1, 1)
        return self._told_by[a.quantity.id]

    def _gap(self, a: Measure, b: Measure) -> timedelta:
        one, other = self._published[a.article], self._published[b.article]
        if one is None or other is None:
            return timedelta()
        return max(one[0] - other[1], other[0] - one[1], timedelta())


def _comparable(a: Measure, b: Measure) -> bool:
    """Whether the words share so much that a closer look could pay; cheap, as it is asked often."""
    if _broken(a) != _broken(b) and (of_people(a.of) or of_people(b.of)):
        return False  # 5.6 are no people
    if len(a.stems & b.stems) > 1 or not a.of.isdisjoint(b.of):
        return True
    return a.harm and a.act == b.act  # 200 people arrested, 400 protesters detained


def _broken(one: Measure) -> bool:
    return one.figure.unit is None and one.figure.low % 1 != 0


def _never(kind: Nearness, signs: Mapping[str, float]) -> bool:
    """What no likeness of words makes one number: 22 other drivers, a small toll weeks later."""
    if kind == "end":
        return not ("one_thing" in signs or "one_act" in signs)
    if kind == "vague" and "other_names" in signs:
        return True  # dozens are so many numbers that names must not speak against it
    if kind == "clash" and "later" in signs and "few" in signs:
        return True
    return FAMILY[kind] == "apart" and not _NEVER.isdisjoint(signs)


def _told_digits(a: Measure, b: Measure) -> list[int]:
    return sorted(one.figure.digits for one in (a, b) if not one.figure.vague)


def _digits(a: Measure, b: Measure) -> Iterator[tuple[str, float]]:
    told = _told_digits(a, b)
    if told:
        yield "fewer_digits", float(min(told[0] - 1, _FEWER))
        yield "more_digits", float(min(told[-1] - 1, _MOST))


def _unit(one: Measure) -> str:
    if one.figure.unit is None:
        return "few" if one.few else "many"
    if one.money:
        return "money"
    if one.clock:
        return "clock"
    return "percent" if one.figure.unit in ("percent", "share") else "size"
