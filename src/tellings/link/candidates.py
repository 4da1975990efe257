"""Which articles are worth comparing: those that stand near each other under rare keys they share.

Under each key, articles stand in two orders, by day of publication and by a sketch of what they are
about; each is compared with its nearest neighbours in both. That costs the same for every article,
however many the archive holds, and depends on the set of articles alone, not on their order.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator
from datetime import date
from hashlib import blake2b

from tellings.link.vectors import Keys, weightiest

KEYS = 20  # keys an article stands under: its weightiest words
NEIGHBOURS = 10  # on either side, in each order: 21 articles on one matter are all compared
SHARED = 2  # keys that must bring two articles together
SKETCH = 8  # weightiest words of which the lowest hash is the sketch
_LOW = (1 << 44) - 1

Places = dict[int, "array[int]"]  # key -> sorted places, each with a day or sketch before the id


class Candidates:
    """Articles by the keys they share. Numbers are given in the order of adding."""

    def __init__(self) -> None:
        self._by_day: Places = {}
        self._by_sketch: Places = {}
        self._numbers: dict[int, int] = {}
        self._keys: list[tuple[int, ...]] = []
        self._places: list[tuple[int, int]] = []

    def add(self, name: str, keys: Keys, day: str | None) -> tuple[set[int], set[tuple[int, int]]]:
        """(numbers to compare with this article, pairs that it pushed apart under some key)."""
        own = tuple(weightiest(keys.words, KEYS))
        tail = _tail(name)
        places = (_day(day) << 44 | tail, _sketch(own) << 44 | tail)
        number = len(self._keys)
        self._numbers[tail] = number
        self._keys.append(own)
        self._places.append(places)
        apart: set[tuple[int, int]] = set()
        for key in own:
            for held, place in zip((self._by_day, self._by_sketch), places, strict=True):
                row = held.setdefault(key, array("Q"))
                insort(row, place)
                if len(row) > NEIGHBOURS + 1:
                    apart.update(self._pushed(row, bisect_left(row, place)))
        return self.near(number), apart

    def _pushed(self, row: array[int], at: int) -> Iterator[tuple[int, int]]:
        """Pairs around place `at` that were neighbours before it was taken, and are no longer."""
        far = NEIGHBOURS + 1
        for left in range(max(0, at - NEIGHBOURS), min(at, len(row) - far)):
            yield self._numbers[row[left] & _LOW], self._numbers[row[left + far] & _LOW]

    def near(self, number: int) -> set[int]:
        """The articles that at least SHARED keys bring near this one."""
        counts: Counter[int] = Counter()
        day, sketch = self._places[number]
        for key in self._keys[number]:
            beside = _window(self._by_day[key], day)
            if len(self._by_day[key]) > NEIGHBOURS + 1:
                beside |= _window(self._by_sketch[key], sketch)
            counts.update(beside)
        return {self._numbers[tail] for tail, count in counts.items() if count >= SHARED} - {number}


def _window(row: array[int], place: int) -> set[int]:
    """The ids that stand at most NEIGHBOURS places from `place`, itself included."""
    if len(row) > NEIGHBOURS + 1:
        at = bisect_left(row, place)
        row = row[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]
    return {each & _LOW for each in row}


def _tail(name: str) -> int:
    """44 bits of an id: 1 chance in 35 of one clash in a million articles costs a comparison."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest()) & _LOW


def _day(edtf: str | None) -> int:
    try:
        return min(date.fromisoformat((edtf or "")[:10]).toordinal(), (1 << 20) - 1)
    except ValueError:
        return 0


def _sketch(own: tuple[int, ...]) -> int:
    return min((term >> 44 for term in own[:SKETCH]), default=0)
