"""Which articles are tied, and how strongly: 8 bytes a tie on either side."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator

_BITS = 21  # below the other's number: the likeness in millionths, up to 2.09
_MASK = (1 << _BITS) - 1
_MILLION = 1_000_000


class Tied:
    """Ties between articles by their numbers, which grow by one at a time."""

    def __init__(self) -> None:
        self._rows: list[array[int]] = []

    def add(self) -> None:
        """Makes room for one article more."""
        self._rows.append(array("Q"))

    def tie(self, one: int, other: int, alike: float) -> None:
        """Ties two articles that are not tied yet; `alike` is exact to 1e-6."""
        millionths = round(alike * _MILLION)
        self._rows[one].append(other << _BITS | millionths)
        self._rows[other].append(one << _BITS | millionths)

    def of(self, number: int) -> Iterator[tuple[int, float]]:
        """(other article, likeness) of each tie of an article."""
        return ((row >> _BITS, (row & _MASK) / _MILLION) for row in self._rows[number])

    def keep(self, number: int, wanted: Callable[[int, int], bool]) -> None:
        """Unties an article from those others with which it is not `wanted`."""
        for other, alike in list(self.of(number)):
            if not wanted(number, other):
                millionths = round(alike * _MILLION)
                self._rows[number].remove(other << _BITS | millionths)
                self._rows[other].remove(number << _BITS | millionths)
