"""Whether two times date one thing: what speaks for and against it, and how likely it is.

The signs know the words around the two times and nothing of their values. The weights
(words/timing.toml) are fitted on which of the values agree (`python -m bench.fit_timing`): times
that all their words say to be one thing's, and that disagree, are told differently.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp

from tellings.weigh.rarity import Rarity
from tellings.weigh.timed import Timed
from tellings.words.tables import toml

_COMMON = 60  # times of a story that may share a stem for it to bring a pair
_LEAST = 0.15  # weighted share of what stands near, under which nothing could bring a pair in
_RAREST = 7.0  # the weight that counts as 1
_FIGURES = 2  # shared figures that count

Sign = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two times of one story, and how likely they date one thing, 0 to 1."""

    a: Timed
    b: Timed
    likely: float


class Timing:
    """Compares the times of one story."""

    def __init__(self, rarity: Rarity, weights: Mapping[str, float] | None = None) -> None:
        """`weights` are those of words/timing.toml unless told."""
        self._rarity = rarity
        self._weights = toml("timing.toml")["weights"] if weights is None else weights

    def likely(self, a: Timed, b: Timed) -> float:
        """How likely two times date one thing, by the words around them."""
        total = sum(self._weights[name] * value for name, value in self.signs(a, b))
        return 1 / (1 + exp(-total))

    def signs(self, a: Timed, b: Timed) -> Iterator[Sign]:
        """(name, value) of all that speaks for it and against it."""
        yield "start", 1.0
        for name, one, other in (("near", a.near, b.near), ("clause", a.clause, b.clause)):
            least, most = self._shares(one, other)
            yield f"{name}_of_shorter", least
            yield f"{name}_of_longer", most
        yield "sentence_of_shorter", self._shares(a.sentence, b.sentence)[0]
        both = (a.near | a.clause) & (b.near | b.clause)
        yield "rarest", max((self._rarity.of((one,)) for one in sorted(both)), default=0) / _RAREST
        yield from _acts(a, b)
        yield from _people(a, b)
        yield from _manner(a, b)
        yield from self._settings(a, b)

    def _settings(self, a: Timed, b: Timed) -> Iterator[Sign]:
        one, other, share = a.setting, b.setting, self._rarity.share
        yield "around", share(one.around, other.around)
        yield "headed", share(a.sentence, one.heading) * share(b.sentence, other.heading)
        yield "both_leading", float(one.leading and other.leading)
        yield "both_first", float(one.first and other.first)
        yield "depths_apart", abs(one.depth - other.depth)

    def near(self, a: Timed, b: Timed) -> float:
        """The weighted share of what stands near."""
        return self._shares(a.near, b.near)[0]

    def _shares(self, a: frozenset[str], b: frozenset[str]) -> tuple[float, float]:
        shared, one, other = (self._rarity.of(s) for s in (a & b, a, b))
        least, most = sorted((one, other))
        return (shared / least if least else 0.0), (shared / most if most else 0.0)


def _acts(a: Timed, b: Timed) -> Iterator[Sign]:
    yield "one_event", float(not a.events.isdisjoint(b.events))
    yield "both_governed", float(a.governed and b.governed)


def _people(a: Timed, b: Timed) -> Iterator[Sign]:
    yield "other_actors", float(bool(a.actors and b.actors) and a.actors.isdisjoint(b.actors))
    both = len(a.parties | b.parties)
    yield "shared_parties", len(a.parties & b.parties) / both if both else 0.0
    yield "other_parties", float(bool(a.parties and b.parties) and a.parties.isdisjoint(b.parties))


def _manner(a: Timed, b: Timed) -> Iterator[Sign]:
    yield "shared_figures", float(min(len(a.figures & b.figures), _FIGURES))
    yield "other_figures", float(bool(a.figures - b.figures) and bool(b.figures - a.figures))
    yield "same_before", float(a.before == b.before)
    yield "both_said", float(a.said and b.said)
    yield "one_said", float(a.said != b.said)
    yield "one_quoted", float(a.quoted != b.quoted)
    yield "other_tense", float(bool(a.tense and b.tense) and a.tense != b.tense)


def candidates(told: Sequence[Timed], timing: Timing) -> Iterator[tuple[Timed, Timed]]:
    """Pairs of times that share an event or a telling stem close by, each pair once.

    Stems that many times of the story share bring no pair: the cost grows with the story.
    """
    by_key: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        for key in {*one.near, *one.clause, *(f"event {event}" for event in one.events)}:
            by_key[key].append(at)
    seen: Counter[tuple[int, int]] = Counter()
    for members in by_key.values():
        if len(members) <= _COMMON:
            seen.update(combinations(members, 2))
    for i, j in sorted(seen):
        if timing.near(told[i], told[j]) >= _LEAST or told[i].events & told[j].events:
            yield told[i], told[j]
