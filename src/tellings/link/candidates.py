"""Which articles are worth comparing: those that stand near each other under rare keys they share.

Under each key, articles stand in two orders, by day of publication and by a sketch of what they are
about; each is compared with its nearest neighbours in both. That costs the same for every article,
however many the archive holds, and depends on the set of articles alone, not on their order.
Articles that come later stand between others: two that were near need not be for ever.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from collections.abc import Sequence
from hashlib import blake2b

import numpy as np

from tellings.link.vectors import Vector, weightiest

KEYS = 20  # keys an article stands under: its weightiest words
NEIGHBOURS = 10  # on either side, in each order: 21 articles on one matter are all compared
SHARED = 2  # keys that must bring two articles together
SKETCH = 8  # weightiest words of which the lowest hash is the sketch
_ID = 44  # bits of an id in a place, below 20 bits of day or sketch
_LOW = (1 << _ID) - 1


class Candidates:
    """Articles by the keys they share. Numbers are given in the order of adding.

    A key of one article holds its place alone; the second order is kept for keys of so many
    articles that the first does not bring them all together.
    """

    def __init__(self) -> None:
        self._alone: dict[int, int] = {}
        self._by_day: dict[int, array[int]] = {}
        self._by_sketch: dict[int, array[int]] = {}
        self._numbers: dict[int, int] = {}
        self._keys = array("I")
        self._days = array("Q")
        self._sketches = array("Q")

    def add(self, name: str, told: Vector, day: int) -> set[int]:
        """The numbers of the articles to compare with this one, published on `day` (0 unknown)."""
        own = [key for key in dict.fromkeys(weightiest(told, KEYS)) if key]
        tail = _tail(name)
        number = len(self._days)
        self._numbers[tail] = number
        self._keys.extend(own + [0] * (KEYS - len(own)))
        self._days.append(min(day, (1 << 20) - 1) << _ID | tail)
        self._sketches.append(_sketch(own) << _ID | tail)
        for key in own:
            self._place(key, self._days[number], self._sketches[number])
        return self.near(number)

    def _place(self, key: int, day: int, sketch: int) -> None:
        row = self._by_day.get(key)
        if row is None:
            first = self._alone.pop(key, None)
            if first is None:
                self._alone[key] = day
            else:
                self._by_day[key] = array("Q", sorted((first, day)))
            return
        insort(row, day)
        if key in self._by_sketch:
            insort(self._by_sketch[key], sketch)
        elif len(row) > NEIGHBOURS + 1:
            all_ = sorted(self._sketches[self._numbers[place & _LOW]] for place in row)
            self._by_sketch[key] = array("Q", all_)

    def near(self, number: int) -> set[int]:
        """The articles that at least SHARED keys bring near this one."""
        parts: list[array[int]] = []
        owners: list[int] = []
        for key in self._keys_of(number):
            for rows, place in self._orders(key, number):
                at = bisect_left(rows, place)
                parts.append(rows[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1])
                owners.append(key)
        if not parts:
            return set()
        places = np.frombuffer(b"".join(parts), dtype=np.uint64) & np.uint64(_LOW)
        keys = np.repeat(np.arange(len(owners)), [len(part) for part in parts])
        first = np.searchsorted(np.unique(owners), owners)  # both orders of a key count once
        apart = np.unique(np.uint64(1 << _ID) * first[keys].astype(np.uint64) + places)
        tails, counts = np.unique(apart & np.uint64(_LOW), return_counts=True)
        found = tails[counts >= SHARED].tolist()
        return {self._numbers[tail] for tail in found} - {number}

    def are_near(self, one: int, other: int) -> bool:
        """Whether `other` is among the articles near `one`."""
        found = 0
        for key in set(self._keys_of(one)).intersection(self._keys_of(other)):
            orders = zip(self._orders(key, one), self._orders(key, other), strict=True)
            found += any(
                abs(bisect_left(row, place) - bisect_left(row, there)) <= NEIGHBOURS
                for (row, place), (_, there) in orders
            )
            if found == SHARED:
                return True
        return False

    def _keys_of(self, number: int) -> list[int]:
        keys = self._keys[KEYS * number : KEYS * (number + 1)].tolist()
        return [key for key in keys if key]

    def _orders(self, key: int, number: int) -> Sequence[tuple[array[int], int]]:
        """The orders under a key that two articles or more stand under, with this one's place."""
        row = self._by_day.get(key)
        if row is None:
            return ()
        found = [(row, self._days[number])]
        if key in self._by_sketch:
            found.append((self._by_sketch[key], self._sketches[number]))
        return found


def _tail(name: str) -> int:
    """44 bits of an id: 1 chance in 35 of one clash in a million articles costs a comparison."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest()) & _LOW


def _sketch(own: Sequence[int]) -> int:
    """20 bits of the lowest hash: those above the lowest of a term's 30."""
    return min((term >> 10 for term in own[:SKETCH]), default=0)
