"""Candidates: few, the same for any order; near at the end only if near when the later came."""

from __future__ import annotations

from random import Random

from tellings.link.candidates import NEIGHBOURS, SHARED, Candidates
from tellings.link.tied import Tied
from tellings.link.vectors import Vector, keys
from tellings.text.background import Background
from tellings.words.background import background

TABLE = Background.parse(background())
WORDS = [f"qu{a}lv{b}r" for a in "aeiou" for b in "aeiou"]


def told(n: int) -> Vector:
    random = Random(n)
    return keys(" ".join(random.sample(WORDS, 6)), None, TABLE).told


def added(numbers: list[int]) -> tuple[Candidates, list[set[int]]]:
    near = Candidates()
    return near, [near.add(f"a{n}", told(n), 700_000 + n % 7) for n in numbers]


def test_few_are_near_however_many_share_a_key() -> None:
    near, found = added(list(range(300)))
    most = 2 * 2 * NEIGHBOURS * 6 // SHARED
    assert max(map(len, found)) <= most
    assert all(near.near(n) for n in range(300))


def test_who_is_near_does_not_depend_on_the_order() -> None:
    count = 120
    one, _ = added(list(range(count)))
    order = Random(3).sample(range(count), count)
    other, _ = added(order)
    for place, n in enumerate(order):
        assert {order[each] for each in other.near(place)} == one.near(n)


def test_two_are_near_by_both_ways_of_asking_and_were_when_the_later_came() -> None:
    near, found = added(list(range(120)))
    for n in range(120):
        around = near.near(n)
        assert around == {other for other in range(120) if other != n and near.are_near(n, other)}
        assert all(min(n, other) in found[max(n, other)] for other in around)


def test_ties_are_kept_exactly_and_on_both_sides() -> None:
    tied = Tied()
    for _ in range(3):
        tied.add()
    tied.tie(0, 2, 0.123457)
    tied.tie(2, 1, 1.349859)
    assert dict(tied.of(2)) == {0: 0.123457, 1: 1.349859}
    tied.keep(2, lambda one, other: (one, other) == (2, 1))
    assert dict(tied.of(0)) == {}
    assert dict(tied.of(1)) == {2: 1.349859}
